"""A reader of the generator's page in any engine: she looks, presses, types; nothing of the page's code is touched."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from answers_from_data import Answers, asked_fields, entries
from case_text import FILL_IN, TEXT_OF_PARAGRAPHS, address_of
from window import Window, wait_until

from mergeguide.data.guide import Guide
from mergeguide.letters.answers import effective_answers
from mergeguide.letters.composition import compose, letter_text

FRAME, PAPER, BAD = "/frame.html", "/paper.html", "/bad.html"
FRAME_PAGE = """<!doctype html><title>Frame</title><link rel="icon" href="data:,">
<body style="margin: 0"><iframe style="display: block; height: 100vh; border: 0"></iframe>
<script>document.querySelector("iframe").style.width = `${location.search.slice(1)}px`</script>"""
PAPER_PAGE = """<!doctype html><title>Paper</title><link rel="icon" href="data:,">
<textarea rows="20" cols="30"></textarea>"""

BAD_PAGE = """<!doctype html><title>Bad</title>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'"><link rel="icon" href="data:,">
<style>p { color: red }</style><script>document.title = "ran"</script><img src="/guide/no-such.png" alt="">"""
"""A page that wants what its own policy forbids."""

PLACE = """
async (selector) => {
  const place = document.querySelector(selector);
  if (!place?.checkVisibility()) throw new Error(`${selector} is not shown`);
  const middle = () => {
    const [{ x, y, width, height }] = place.getClientRects();
    return [x + width / 2, y + height / 2];
  };
  const open = () => {
    const hit = document.elementFromPoint(...middle());
    return hit && (place.contains(hit) || hit.control === place);
  };
  // What is pressed is what has been painted, and a scroll is painted later; one that was under way may undo it.
  for (let tries = 0; tries < 20; tries += 1) {
    if (!open()) place.scrollIntoView({ block: 'center', behavior: 'instant' });
    const before = middle();
    await new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted)));
    if (open() && String(before) === String(middle())) return middle();
  }
  const hit = document.elementFromPoint(...middle());
  throw new Error(`${selector}, at ${middle()}, is out of view or under ${hit?.outerHTML.slice(0, 200)}`);
}
"""
"""Where to press: the middle of what was looked for, scrolled to if it is not in view or is covered."""
LISTEN = """
(kind) => {
  const heard = (window.heardByTest ??= {});
  if (!(kind in heard)) {
    heard[kind] = 0;
    window.addEventListener(kind, () => { heard[kind] += 1 }, { capture: true, passive: true });
  }
  return heard[kind];
}
"""
HEARD = "(kind, number) => (window.heardByTest?.[kind] ?? Infinity) >= number"
"""Whether that many events have arrived, or the page is another by now."""
AND_THEN = """
async (kind, number) => {
  for (const end = performance.now() + 30000; !(HEARD)(kind, number); ) {
    if (performance.now() > end) throw new Error(`the page got no ${kind}`);
    await new Promise((later) => setTimeout(later, 2));
  }
  return (LOOK)();
}
""".replace("HEARD", HEARD)
"""Waits for them in the page, and then looks at it: two ways to the browser fewer for each key."""

THERE = """
(number) => window.leftByTest !== number && location.protocol !== 'about:' && document.readyState === 'complete'
"""
"""Whether the next page is there. In Firefox an empty one, about:blank, can be complete for a moment before it."""


class Reader:
    """A reader with the page open.

    Attributes:
        window: the engine's window.
        code: the language that she reads in.
    """

    def __init__(self, window: Window, guide: Guide, code: str, site: str, paper: str) -> None:
        self.window = window
        self.guide = guide
        self.code = code
        self._site = site
        self._paper = paper
        self._left = 0
        self.run = window.run

    @property
    def words(self) -> Mapping[str, Any]:
        """The page's own strings."""
        return self.guide.languages[self.code].generator

    # ---- from page to page ----

    def open(self, slug: str = "case-text/") -> None:
        """Go to a page of the guide."""
        self.window.open(self.address(slug))

    def address(self, slug: str) -> str:
        """A page's address in her language."""
        return self._site + address_of(self.code, slug)

    @contextmanager
    def leaving(self) -> Iterator[None]:
        """Leave the page in some way, and wait until the next one is there."""
        self._left += 1
        self.run("(number) => { window.leftByTest = number }", self._left)
        yield
        wait_until(lambda: self.run(THERE, self._left), "the next page is there")

    def reload(self) -> None:
        """Load the page anew."""
        with self.leaving():
            self.window.reload()

    def back(self) -> None:
        """Go back."""
        with self.leaving():
            self.window.back()

    def change_language(self, code: str) -> None:
        """Go to the same page in another language by the menu in the header."""
        self.click(".md-header .md-select > button")
        with self.leaving():
            self.click(f".md-header .md-select a[hreflang={code}]")
        self.code = code
        assert self.run("() => location.href") == self.address("case-text/")

    # ---- doing ----

    @contextmanager
    def _arriving(self, kind: str, number: int = 1) -> Iterator[None]:
        # An engine takes input at once and hands it to the page when it gets round to it.
        wanted = self.run(LISTEN, kind) + number
        yield
        wait_until(lambda: self.run(HEARD, kind, wanted), f"the page has got {kind}")

    def click(self, selector: str) -> None:
        """Press something at its middle; it has to lie open there."""
        place = self.run(PLACE, selector)
        with self._arriving("click"):
            self.window.click(*place)

    def key(self, keys: str, look: str = "() => null") -> Any:
        """Press a key, held with others, that leaves the keyboard in this page; what a function then says of it."""
        wanted = self.run(LISTEN, "keyup") + keys.count("+") + 1
        self.window.press(keys)
        return self.run(AND_THEN.replace("LOOK", look), "keyup", wanted)

    def type(self, text: str) -> None:
        """Press a key for each character."""
        with self._arriving("keyup", len(text)):
            self.window.type(text)

    def press(self, action: str) -> None:
        """Press a button that is about the letter as a whole."""
        self.click(f'case-generator [data-action="{action}"]:not([data-form-item] *)')

    def write(self, name: str, text: str) -> None:
        """Type into a field, in place of what is there."""
        self.click(f'case-generator [name="{name}"]')
        self.key("Control+a")
        self.type(text)

    def choose(self, name: str, value: str) -> None:
        """Press one of several choices."""
        self.click(f'case-generator [name="{name}"][value="{value}"]')

    def answer(self, name: str, value: str) -> None:
        """Answer one question."""
        field = self.guide.fields.get(name)
        if field is None or field.kind == "choice":
            self.choose(name, value)
        else:
            self.write(name, value)

    def fill_in(self, answers: Answers) -> None:
        """Answer the questions from the top of the form downwards."""
        asked = {field.id for field in asked_fields(self.guide, answers)}
        for group in self.guide.form.groups:
            for field in self.guide.fields.values():
                if field.group != group.id or field.id not in asked:
                    continue
                if field.states:
                    self.choose(field.state_control, answers[field.state_control])
                if field.id in answers:
                    self.answer(field.id, answers[field.id])

    def let_fill_in(self, answers: Answers) -> None:
        """Let the browser answer the questions, as its autofill does: where it is not typing that is tried."""
        fill_in = f"(entries) => ({FILL_IN})(document.querySelector('case-generator form'), entries)"
        self.run(fill_in, entries(self.guide, answers, answers))

    def paste_on_paper(self) -> str:
        """Leave the page for an empty sheet, paste what is on the clipboard there, and look at it."""
        self.window.open(self._paper)
        self.click("textarea")
        self.key("Control+v")
        wait_until(lambda: self.run("() => document.querySelector('textarea').value"), "something is pasted")
        return str(self.run("() => document.querySelector('textarea').value"))

    # ---- reading ----

    def letter(self) -> str:
        """The letter by the page's contract: the paragraphs' text, joined by one blank line."""
        return str(self.run(TEXT_OF_PARAGRAPHS))

    def letter_for(self, answers: Answers) -> str:
        """The letter that the command line prints for these answers."""
        effective = effective_answers(self.guide, answers)
        return letter_text(compose(self.guide, effective, effective["letter-language"]))

    def value(self, name: str) -> str:
        """What stands in a field."""
        return str(self.run("(name) => document.querySelector('case-generator form').elements[name].value", name))

    def problems(self) -> list[str]:
        """The names of the controls that the summary of errors leads to, in its order."""
        script = """
        () => [...document.querySelectorAll('[data-error-summary] a')].filter((link) => link.checkVisibility())
          .map((link) => document.getElementById(link.hash.slice(1)).name)
        """
        return list(self.run(script))

    def wait_for_status(self, *parts: str) -> None:
        """Wait until the status line says something that holds all of these."""
        said = "() => document.querySelector('case-generator [role=status]').textContent"
        wait_until(lambda: all(part in self.run(said) for part in parts), f"the status line says {parts}")

    def at(self, selector: str) -> bool:
        """Whether the focus is there."""
        return bool(self.run("(selector) => document.activeElement.matches(selector)", selector))
