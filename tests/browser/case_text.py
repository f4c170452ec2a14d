"""The generator's page as a reader uses it: she fills in, reads, presses; nothing of its code is touched."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from answers_from_data import Answers, entries
from playwright.sync_api import BrowserContext, Download, Locator, Page
from waiting import at_rest, wait_for

from mergeguide.data.guide import Guide
from mergeguide.letters.answers import effective_answers
from mergeguide.letters.composition import compose, letter_text
from mergeguide.letters.validation import Finding, in_words

TEXT_OF_PARAGRAPHS = """
() => [...document.querySelectorAll('[data-letter-paragraph]')].map((each) => each.textContent).join('\\n\\n')
"""

FILL_IN = """
(form, entries) => {
  for (const [name, value] of entries) {
    const named = form.elements[name];
    const control = named instanceof RadioNodeList ? [...named].find((each) => each.value === value) : named;
    if (!control || !control.checkVisibility()) throw new Error(`${name} is not asked`);
    if (control.type === 'radio') { control.click(); continue; }
    control.value = value;
    control.dispatchEvent(new Event('input', { bubbles: true }));
    control.dispatchEvent(new Event('change', { bubbles: true }));
  }
}
"""
"""Puts answers in the way a browser's own autofill does."""


def address_of(code: str, slug: str = "case-text/") -> str:
    """A page's address below the site's, in a language; Japanese is at the root."""
    return slug if code == "ja" else f"{code}/{slug}"


class CaseText:
    """An open page with the generator.

    Attributes:
        page: the browser's page.
        code: the reader's language.
        requests: what was asked of the network since ``watch_network``.
        said: what was written to the console, or thrown, since the page was made.
    """

    def __init__(self, page: Page, guide: Guide, code: str, site: str) -> None:
        self.page = page
        self.guide = guide
        self.code = code
        self.site = site
        self.requests: list[str] = []
        self.said: list[str] = []
        self._listening: list[Callable[[], None]] = []
        self._listen(page, "console", lambda message: self.said.append(message.text))
        self._listen(page, "pageerror", lambda error: self.said.append(str(error)))

    # ---- opening ----

    def open(self, query: str = "") -> CaseText:
        """Go to the page."""
        self.page.goto(self.site + address_of(self.code) + query)
        return self

    def watch_network(self) -> None:
        """From now on every request is written down; the page has come to rest before."""
        at_rest(self.page)
        self._listen(self.page.context, "request", lambda request: self._note(request.url))

    def leave(self) -> None:
        """Listen to the page no longer; the tab may be somebody else's next."""
        for stop in self._listening:
            stop()

    def _listen(self, to: Page | BrowserContext, event: Any, hear: Callable[[Any], None]) -> None:
        to.on(event, hear)
        self._listening.append(lambda: to.remove_listener(event, hear))

    def _note(self, address: str) -> None:
        if not address.startswith(("blob:", "data:")):
            self.requests.append(address)

    # ---- places ----

    @property
    def words(self) -> Mapping[str, Any]:
        """The page's own strings."""
        return self.guide.languages[self.code].generator

    @property
    def widget(self) -> Locator:
        """The custom element."""
        return self.page.locator("case-generator")

    @property
    def sheet(self) -> Locator:
        """The letter."""
        return self.page.locator("[data-letter]")

    @property
    def summary(self) -> Locator:
        """The summary of errors."""
        return self.page.locator("[data-error-summary]")

    @property
    def characters(self) -> Locator:
        """The list of characters that AWS may not be able to read."""
        return self.page.locator("[data-characters]")

    def control(self, name: str) -> Locator:
        """The control, or controls, of that name."""
        return self.page.locator(f'case-generator [name="{name}"]')

    def option(self, name: str, value: str) -> Locator:
        """One of the choices of that name."""
        return self.page.locator(f'case-generator [name="{name}"][value="{value}"]')

    def button(self, action: str) -> Locator:
        """A button that is about the letter as a whole."""
        return self.page.locator(f'case-generator [data-action="{action}"]:not([data-form-item] *)')

    def error_at(self, name: str) -> Locator:
        """Where the error of a control stands."""
        return self.page.locator(f'[id="mg-{name}-error"]')

    def aside(self, name: str) -> Locator:
        """What is said beside a field about its answer."""
        return self.page.locator(f'[data-aside="{name}"]')

    # ---- doing ----

    def answer(self, name: str, value: str) -> None:
        """Answer one question as a reader does."""
        field = self.guide.fields.get(name)
        if field is None or field.kind == "choice":
            self.option(name, value).check()
        else:
            self.control(name).fill(value)

    def draw(self) -> None:
        """Let the frame after a key be drawn: what stands beside questions and letter waits for it."""
        self.page.evaluate("() => new Promise(requestAnimationFrame)")

    def fill_in(self, answers: Mapping[str, str]) -> None:
        """Answer the questions of ``answers``, each when its turn comes; it has to be visible by then."""
        form = self.page.locator("case-generator form")
        form.evaluate(FILL_IN, entries(self.guide, dict(answers), self.answers() | dict(answers)))

    def message(self, control: str, error: str, other: str = "") -> str:
        """An error in the reader's words."""
        return in_words(self.guide, Finding(control, error, other), self.code)

    def type_into(self, name: str, text: str) -> None:
        """Put text into a field the way an input method does, then leave the field."""
        control = self.control(name)
        control.focus()
        control.select_text()
        self.page.keyboard.insert_text(text)
        control.blur()

    def add_by_hand(self, text: str) -> None:
        """While the letter is edited by hand: type at the end of its first paragraph."""
        self.sheet.locator("[data-letter-paragraph]").first.focus()
        self.page.keyboard.press("Control+End")
        self.page.keyboard.insert_text(text)

    def press(self, action: str) -> None:
        """Press a button that is about the letter as a whole."""
        self.button(action).click()

    def copy(self) -> str:
        """Copy the letter; what is then on the clipboard."""
        self.put_on_clipboard("before")
        self.press("copy")
        return self.clipboard()

    def put_on_clipboard(self, text: str) -> None:
        """Something else is on the clipboard."""
        self.page.evaluate("(text) => navigator.clipboard.writeText(text)", text)

    def clipboard(self) -> str:
        """What is on the clipboard."""
        return str(self.page.evaluate("navigator.clipboard.readText()"))

    def download(self, action: str = "download") -> Download:
        """Press a button that saves a file."""
        with self.page.expect_download() as coming:
            self.press(action)
        return coming.value

    def saved_bytes(self, action: str = "download") -> bytes:
        """The bytes of the file that a button saves."""
        return Path(self.download(action).path()).read_bytes()

    # ---- reading ----

    def letter(self) -> str:
        """The letter by the page's contract: the paragraphs' text, joined by one blank line."""
        return str(self.page.evaluate(TEXT_OF_PARAGRAPHS))

    def expected_letter(self) -> str:
        """The letter that the command line would print for what stands in the form."""
        effective = effective_answers(self.guide, self.answers())
        return letter_text(compose(self.guide, effective, effective["letter-language"]))

    def paragraphs(self) -> list[str]:
        """The ids of the paragraphs that stand in the letter."""
        return [str(row.get_attribute("data-paragraph")) for row in self.sheet.locator("[data-paragraph]").all()]

    def problems(self) -> list[str]:
        """The errors in the summary; none where there is no summary."""
        return self.summary.locator("a").all_inner_texts() if self.summary.is_visible() else []

    def wait_for_status(self, *parts: str) -> None:
        """Wait until the status line says something that holds all of these; copying takes a moment."""
        said = """document.querySelector('[role="status"]').textContent"""
        wait_for(self.page, f"given.every((part) => {said}.includes(part))", list(parts))

    def status(self) -> str:
        """The status line."""
        return self.page.locator('case-generator [role="status"]').inner_text()

    def value(self, name: str) -> str:
        """What stands in a field."""
        return self.control(name).input_value()

    def answers(self) -> Answers:
        """All that stands in the form, control name → answer."""
        script = "(form) => Object.fromEntries(new FormData(form))"
        return dict(self.page.locator("case-generator form").evaluate(script))

    def focused(self) -> str:
        """The id, or else a description, of the element that has the focus."""
        return str(
            self.page.evaluate(
                "() => { const at = document.activeElement;"
                " return at.id || at.dataset.action || at.getAttribute('name') || at.tagName.toLowerCase() }"
            )
        )
