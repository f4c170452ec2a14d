"""How fast the generator is, and how large: from key press to letter updated, with the processor slowed down.

    PYTHONPATH=hooks python tests/benchmarks/generator_speed.py [SITE_DIR]

Builds the site if none is given, opens the generator in the browser, and measures while somebody types. Prints a
table with the targets; the exit status says whether they are met. It is no test: machines differ.
"""

from __future__ import annotations

import gzip
import re
import statistics
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent), str(HERE.parent / "browser"), str(HERE.parents[1] / "hooks")]

from answers_from_data import complete  # noqa: E402
from case_text import CaseText  # noqa: E402
from opening import LANGUAGES, start  # noqa: E402
from playwright.sync_api import Browser, sync_playwright  # noqa: E402

from mergeguide.data.guide import Guide  # noqa: E402
from mergeguide.generator.script_bundle import OF_REPLIES, page_script  # noqa: E402
from mergeguide.loading import load  # noqa: E402
from projects import ROOT, Project  # noqa: E402
from serving import serving  # noqa: E402

SLOWED = 4
ROUNDS = 3
"""How often every key is pressed: its fastest time counts, since whatever else runs on the machine only slows it."""
TYPED = {
    "full-name": "Hanako Example of Yokohama",
    "contact-email": "hanako.example@example.com",
    "former-company": "Example Corporation of Japan",
    "source-login-email": "hanako@example.co.jp.example",
    "source-candidate-id": "AWS00000000",
    "destination-login-email": "hanako.builder@example.com",
    "reason": "I have left the company. ",
    "notes": "I have an exam booked for 15 January 2027 under the destination account.",
}
"""What is typed, key by key; after every key the letter is complete again before the next frame."""
LISTEN = """
() => {
  // The first listener of an input hears of it before the generator does, the last one when it has done its work.
  const times = (window.times = []);
  const layouts = (window.layouts = []);
  let begun = 0;
  addEventListener('input', () => { begun = performance.now() }, true);
  addEventListener('input', () => {
    const written = performance.now();
    document.querySelector('[data-letter]').getBoundingClientRect();
    const laid = performance.now();
    times.push(written - begun);
    layouts.push(laid - begun);
  });
  window.long = [];
  new PerformanceObserver((list) => window.long.push(...list.getEntries().map(({ duration }) => duration)))
    .observe({ type: 'longtask' });
}
"""
SHIFTS = """
(() => {
  window.shifts = [];
  new PerformanceObserver((list) => window.shifts.push(...list.getEntries().map((each) => [
    each.value, each.hadRecentInput, each.sources.some(({ node }) => node?.parentElement?.closest('case-generator')),
  ]))).observe({ type: 'layout-shift', buffered: true });
  window.longOnLoad = [];
  new PerformanceObserver((list) => window.longOnLoad.push(...list.getEntries().map(({ duration }) => duration)))
    .observe({ type: 'longtask', buffered: true });
  // The theme's own work is in the same tasks; what the generator takes is the time of its element's beginning.
  const { define } = CustomElementRegistry.prototype;
  CustomElementRegistry.prototype.define = function (name, element, ...rest) {
    if (name !== 'case-generator') return define.call(this, name, element, ...rest);
    const { connectedCallback } = element.prototype;
    element.prototype.connectedCallback = function () {
      const begun = performance.now();
      connectedCallback.call(this);
      window.beginning = performance.now() - begun;
    };
    define.call(this, name, element, ...rest);
  };
})()
"""

MAIL = "We will merge hanako@example.co.jp (AWS00000000) into hanako@example.com. Please confirm.\n\n"
THREAD = (
    "On Mon, 2 Nov 2026 at 10:00, Hanako <hanako@example.com> wrote:\n"
    f"> {'Thank you for your patience while we look into your request about AWS Certification. ' * 10}\n"
)
LONG_MAIL = (MAIL + THREAD * 300)[:200_000]
"""A list of accounts with a long exchange quoted below it."""
PASTE = """
(field, text) => {
  field.value = text;
  const begun = performance.now();
  field.dispatchEvent(new Event('input', { bubbles: true }));
  return performance.now() - begun;
}
"""


class Row(NamedTuple):
    """A line of the table."""

    what: str
    measured: float
    unit: str
    target: float | None = None

    @property
    def met(self) -> bool:
        """Whether the target is met; what has none always is."""
        return self.target is None or self.measured <= self.target


def sizes(site: Path) -> list[Row]:
    """How much comes over the line for the generator alone."""
    script = page_script(ROOT).encode()
    replies = page_script(ROOT, OF_REPLIES).encode()
    page = (site / "case-text/index.html").read_bytes()
    (sheet,) = re.findall(rb'href="\.\./(assets/stylesheets/page\.[^"]*)"', page)
    style = (site / sheet.decode()).read_bytes()
    return [
        Row("script, gzip", len(gzip.compress(script, 9)) / 1000, "kB", 15),
        Row("script that reads replies, gzip", len(gzip.compress(replies, 9)) / 1000, "kB"),
        Row("style without the theme's, gzip", len(gzip.compress(style, 9)) / 1000, "kB", 10),
        Row("whole page, gzip", len(gzip.compress(page, 9)) / 1000, "kB"),
    ]


def speed(browser: Browser, guide: Guide, site: str, code: str) -> list[Row]:
    """How long a key press takes, how long the longest task is, and how much the page moves."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    context.add_init_script(SHIFTS)
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWED})
    case = CaseText(page, guide, code, site).open()
    # Not "networkidle": a browser that is slowed down does not always tell of it.
    page.wait_for_load_state("load")
    page.evaluate("new Promise((done) => requestIdleCallback(done))")
    loaded = page.evaluate("[window.longOnLoad, window.shifts, window.beginning]")
    case.fill_in(complete(guide))
    page.evaluate(LISTEN)
    rounds = [typed(case) for _ in range(ROUNDS)]
    long, shifts = page.evaluate("[window.long, window.shifts]")
    case.answer("letter", "confirm")
    first, *others = (float(case.control("aws-reply").evaluate(PASTE, LONG_MAIL)) for _ in range(1 + ROUNDS))
    context.close()
    times, layouts = ([min(key) for key in zip(*of_rounds, strict=True)] for of_rounds in zip(*rounds, strict=True))
    assert len(times) == sum(map(len, TYPED.values())) >= 200, len(times)
    unasked = sum(value for value, asked_for, ours in shifts if ours and not asked_for)
    return [
        Row(f"{code}: key presses", len(times), ""),
        Row(f"{code}: key to letter, median", statistics.median(times), "ms", 4),
        Row(f"{code}: key to letter, 95th percentile", statistics.quantiles(times, n=20)[-1], "ms", 8),
        Row(f"{code}: key to letter, slowest", max(times), "ms"),
        Row(f"{code}: key to letter and its layout, median", statistics.median(layouts), "ms"),
        Row(f"{code}: key to letter and its layout, 95th percentile", statistics.quantiles(layouts, n=20)[-1], "ms"),
        Row(f"{code}: tasks over 50 ms while typing", len(long), "", 0),
        Row(f"{code}: a first mail of 200 kB to its verdict", first, "ms", 100),
        Row(f"{code}: another one", min(others), "ms", 100),
        Row(f"{code}: the generator's beginning", loaded[2], "ms", 50),
        Row(f"{code}: longest task while the page loads, the theme's work included", max(loaded[0], default=0), "ms"),
        Row(f"{code}: layout shift of the whole page while it loads", sum(value for value, *_ in loaded[1]), ""),
        Row(f"{code}: layout shift of the generator without cause", unasked, "", 0),
    ]


def typed(case: CaseText) -> tuple[list[float], list[float]]:
    """Everything typed into empty fields: for each key the time to the letter, and to its layout."""
    for name in TYPED:
        case.control(name).fill("")
    case.page.evaluate("window.times.length = window.layouts.length = 0")
    for name, text in TYPED.items():
        case.control(name).focus()
        for key in text:
            case.page.keyboard.type(key)
    times, layouts = case.page.evaluate("[window.times, window.layouts]")
    return times, layouts


def shown(rows: list[Row]) -> str:
    """The table, as text."""
    lines = [f"{'':66}{'measured':>12}{'target':>10}"]
    for row in rows:
        target = "" if row.target is None else f"{row.target:g}"
        lines.append(f"{row.what:66}{row.measured:>9.4g} {row.unit:2}{target:>10}{'' if row.met else '  missed'}")
    return "\n".join(lines)


def main(arguments: list[str]) -> int:
    """Measure, print, and say whether the targets are met."""
    guide = load(ROOT)
    assert isinstance(guide, Guide)
    with tempfile.TemporaryDirectory() as folder:
        site = Path(arguments[0]) if arguments else Path(folder)
        if not arguments:
            Project(ROOT).build("--site-dir", site)
        rows = sizes(site)
        with serving(site) as address, sync_playwright() as playwright:
            browser = start(playwright)
            for code in LANGUAGES:
                rows += speed(browser, guide, address, code)
            browser.close()
    print(f"Processor slowed down {SLOWED} times.\n{shown(rows)}")
    return 0 if all(row.met for row in rows) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
