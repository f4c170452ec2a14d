"""How well search finds what readers type, how much it loads, how fast it answers; beside it the theme's own search.

    PYTHONPATH=hooks python tests/benchmarks/search_quality.py

The queries are those of ``tests/browser/search/queries.yml``, which a test asks for, too, and those of
``unseen-queries.yml``, which search was never adapted to. The theme's search is asked as its box asks it: its
worker, with the index that its plugin makes of the same pages. Prints a table with the targets; the exit status says
whether ours meets them. Times are of the page's own thread, slowed down; in use, search has a thread of its own.
"""

from __future__ import annotations

import gzip
import shutil
import statistics
import sys
import tempfile
from importlib.util import find_spec
from pathlib import Path
from typing import Any, NamedTuple

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent), str(HERE.parent / "browser"), str(HERE.parents[1] / "hooks")]

from case_text import address_of  # noqa: E402
from compressed import serving_compressed  # noqa: E402
from opening import LANGUAGES, start  # noqa: E402
from playwright.sync_api import Browser, Page, sync_playwright  # noqa: E402
from search_box import SearchBox  # noqa: E402
from search_queries import QUERIES, Asked, asked_queries, page_of, ranked  # noqa: E402

from projects import copy_project  # noqa: E402
from serving import serving  # noqa: E402

SLOWED = 4
UNSEEN = HERE / "unseen-queries.yml"
THEIRS = "theirs"
"""The folder of the site into which the theme's worker is put."""
ASK_THEIRS = """
async ([site, folder, worker, queries]) => {
  const theirs = new Worker(`${site}${folder}/workers/${worker}`);
  const answers = [];
  const answer = () => new Promise((told) => { theirs.onmessage = ({ data }) => told(data.data); });
  const { config, docs } = await (await fetch(`${site}search/search_index.json`)).json();
  theirs.postMessage({ type: 0, data: { config, docs, options: { suggest: false } } });
  await answer();
  for (const data of queries) {
    theirs.postMessage({ type: 2, data });
    answers.push((await answer()).items.map((sections) => sections[0].location));
  }
  theirs.terminate();
  return answers;
}
"""
TIME_OURS = """
async ([site, code, queries]) => {
  const { Ranking } = await import(`${site}assets/javascripts/search/ranking.js`);
  const { shownPages } = await import(`${site}assets/javascripts/search/results.js`);
  const text = await (await fetch(`${site}search/${code}.json`)).text();
  const begun = performance.now();
  const ranking = new Ranking(JSON.parse(text));
  const setUp = performance.now() - begun;
  const times = queries.map((query) => {
    const asked = performance.now();
    shownPages(ranking.pages(query));
    return performance.now() - asked;
  });
  return [setUp, times];
}
"""
TIME_SHOWN = """
() => {
  const list = document.querySelector('.md-search-result__list');
  addEventListener('keyup', () => { window.typed = performance.now(); }, true);
  new MutationObserver(() => requestAnimationFrame(() => { window.shown = performance.now(); }))
    .observe(list, { childList: true });
}
"""


PHONE = {"offline": False, "latency": 150, "downloadThroughput": 1_600_000 / 8, "uploadThroughput": 750_000 / 8}
"""A slow mobile network, as Lighthouse takes it."""
FIRST_RESULT = """
async (query) => {
  const until = async (found) => {
    for (;;) {
      const it = found();
      if (it) return it;
      await new Promise(requestAnimationFrame);
    }
  };
  const field = await until(() => document.querySelector('.md-search__input'));
  await until(() => document.documentElement.classList.contains('js'));
  field.focus();
  field.value = query;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  field.dispatchEvent(new KeyboardEvent('keyup', { bubbles: true }));
  await until(() => document.querySelector('.md-search-result__item'));
  return performance.now();
}
"""
"""Search is used as soon as the page can take it; the time is that since navigation began."""


class Found(NamedTuple):
    """How a search did in one language."""

    first: float
    among_three: float
    nothing: int
    foreign: int


class Row(NamedTuple):
    """A line of the table: a target is met from above, where it says at least, else from below."""

    what: str
    theirs: float | None
    ours: float
    unit: str
    target: float | None = None
    at_least: bool = False

    @property
    def met(self) -> bool:
        """Whether ours meets the target."""
        if self.target is None:
            return True
        return self.ours >= self.target if self.at_least else self.ours <= self.target


def found(answers: dict[Asked, list[str]], pages: int) -> Found:
    """Count what was found.

    Args:
        answers: what was found for each query; ``-`` stands for a page of another language.
        pages: how many pages of an answer are looked at for other languages.
    """
    first = sum(bool(asked.right & set(pages[:1])) for asked, pages in answers.items())
    three = sum(bool(asked.right & set(pages[:3])) for asked, pages in answers.items())
    nothing = sum(not pages for pages in answers.values())
    foreign = sum(each[:pages].count("-") for each in answers.values())
    return Found(100 * first / len(answers), 100 * three / len(answers), nothing, foreign)


def asked_of_theirs(page: Page, site: str, code: str, worker: str, file: Path = QUERIES) -> dict[Asked, list[str]]:
    """What the theme's search finds, results of other languages as ``-``."""
    queries = asked_queries(code, file)
    answers = page.evaluate(ASK_THEIRS, [site, THEIRS, worker, [asked.query for asked in queries]])
    return {
        asked: [page_of(each, code) if each.startswith("en/") == (code == "en") else "-" for each in locations]
        for asked, locations in zip(queries, answers, strict=True)
    }


def compressed(*files: Path) -> float:
    """How much comes over the line for some files, in kB."""
    return sum(len(gzip.compress(file.read_bytes(), 6)) for file in files) / 1000


def measured(browser: Browser, folder: Path, site: str, code: str, worker: str) -> list[Row]:
    """The rows of a language."""
    page = browser.new_page()
    page.goto(site + address_of(code, "privacy/"))
    theirs = found(asked_of_theirs(page, site, code, worker), 10)
    ours = found(ranked(page, site, code), 10)
    unseen_theirs = found(asked_of_theirs(page, site, code, worker, UNSEEN), 10)
    unseen = ranked(page, site, code, UNSEEN)
    unseen_ours = found(unseen, 10)
    for asked, pages in unseen.items():
        if not asked.right & set(pages[:3]):
            print(f"{code}: unseen query, right page not among the first three: {asked.query} -> {pages[:3]}")
    script = next(folder.glob("assets/javascripts/search.*.js"))
    their_files = [folder / "search/search_index.json", folder / THEIRS / "workers" / worker]
    index = folder / f"search/{code}.json"
    set_up, times = slowed(page, site, code)
    page.close()
    return [
        Row(f"{code}: queries", None, len(asked_queries(code)), "", 60, at_least=True),
        Row(f"{code}: right page first", theirs.first, ours.first, "%", 85, at_least=True),
        Row(f"{code}: right page among the first three", theirs.among_three, ours.among_three, "%", 97, at_least=True),
        Row(f"{code}: unseen queries", None, len(unseen), "", 40, at_least=True),
        Row(f"{code}: unseen, right page first", unseen_theirs.first, unseen_ours.first, "%"),
        Row(f"{code}: unseen, among the first three", unseen_theirs.among_three, unseen_ours.among_three, "%"),
        Row(f"{code}: queries that find nothing", theirs.nothing, ours.nothing, ""),
        Row(f"{code}: results in another language", theirs.foreign, ours.foreign, "", 0),
        Row(f"{code}: loaded with each page, gzip", compressed(*their_files), 0, "kB", 0),
        Row(f"{code}: loaded at first use, gzip", 0, compressed(index, script), "kB"),
        Row(f"{code}: index, gzip", compressed(their_files[0]), compressed(index), "kB", 150),
        Row(f"{code}: made ready, slowed", None, set_up, "ms"),
        Row(f"{code}: query, slowed, median", None, statistics.median(times), "ms"),
        Row(f"{code}: query, slowed, 95th percentile", None, statistics.quantiles(times, n=20)[-1], "ms"),
        Row(f"{code}: navigation to first result, phone", None, first_result(browser, folder, code), "ms", 1900),
        Row(f"{code}: last key to results, slowed, median", None, shown_after(browser, site, code), "ms", 150),
    ]


def slowed(page: Page, site: str, code: str) -> tuple[float, list[float]]:
    """How long it takes to make the search ready, and to answer each query, with the processor slowed down."""
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWED})
    ready, times = page.evaluate(TIME_OURS, [site, code, [asked.query for asked in asked_queries(code)]])
    return float(ready), list(times)


def shown_after(browser: Browser, site: str, code: str) -> float:
    """How long after the last key the results of a query are there, in the real box with the processor slowed down."""
    page = browser.new_page()
    search = SearchBox(page, site, code).open("privacy/")
    search.search_for("AWS")
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWED})
    page.evaluate(TIME_SHOWN)
    times: list[Any] = []
    for asked in asked_queries(code)[:20]:
        search.field.fill("")
        search.field.press_sequentially(asked.query, delay=30)
        # Typing is over when nothing has changed for a while.
        page.wait_for_timeout(600)
        times.append(page.evaluate("window.shown - window.typed"))
    page.close()
    return float(statistics.median(times))


def first_result(browser: Browser, folder: Path, code: str) -> float:
    """How long after a visit began somebody who searches at once sees a result, on an emulated telephone."""
    times = []
    with serving_compressed(folder) as site:
        for query in [asked.query for asked in asked_queries(code)[:5]]:
            with browser.new_context(viewport={"width": 390, "height": 844}, has_touch=True) as context:
                page = context.new_page()
                session = context.new_cdp_session(page)
                session.send("Network.enable")
                session.send("Network.emulateNetworkConditions", PHONE)
                session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWED})
                page.goto(site + address_of(code, "privacy/"), wait_until="commit")
                times.append(float(page.evaluate(FIRST_RESULT, query)))
    return statistics.median(times)


def shown(rows: list[Row]) -> str:
    """The table, as text."""
    lines = [f"{'':46}{'theme':>10}{'ours':>10}{'target':>12}"]
    for row in rows:
        theirs = "" if row.theirs is None else f"{row.theirs:.4g}"
        target = "" if row.target is None else f"{'≥' if row.at_least else '≤'} {row.target:g}"
        lines.append(
            f"{row.what:46}{theirs:>10}{row.ours:>10.4g} {row.unit:3}{target:>8}{'' if row.met else '  missed'}"
        )
    return "\n".join(lines)


def main() -> int:
    """Measure, print, and say whether the targets are met."""
    spec = find_spec("material")
    assert spec is not None
    assert spec.origin is not None
    scripts = Path(spec.origin).parent / "templates/assets/javascripts"
    worker = next((scripts / "workers").glob("search.*.min.js")).name
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder, "site")
        project = copy_project(Path(folder, "project"), {"mkdocs.yml": ("plugins:\n", "plugins:\n  - search\n")})
        outcome = project.build("--site-dir", site)
        assert outcome.status == 0, outcome.output
        for part in ("workers", "lunr"):
            shutil.copytree(scripts / part, site / THEIRS / part)
        with serving(site) as address, sync_playwright() as playwright:
            browser = start(playwright)
            rows = [row for code in LANGUAGES for row in measured(browser, site, address, code, worker)]
            browser.close()
    print(f"Processor slowed down {SLOWED} times.\n{shown(rows)}")
    return 0 if all(row.met for row in rows) else 1


if __name__ == "__main__":
    sys.exit(main())
