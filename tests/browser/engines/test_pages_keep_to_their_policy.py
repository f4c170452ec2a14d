"""No page wants what its policy forbids: not in any engine, whatever of the theme and of the guide is used.

The other journeys watch for it too, see ``reader`` in conftest.py.
"""

from __future__ import annotations

from pathlib import Path

from answers_from_data import barely_enough
from reader import BAD, Reader
from window import Engine, wait_until

from projects import ROOT
from turns import draws_some

SLUGS = ["" if path.stem == "index" else f"{path.stem}/" for path in sorted((ROOT / "docs/ja").glob("*.md"))]
IN_TURN = {"chromium": slice(0, None, 3), "firefox": slice(1, None, 3), "webkit": slice(2, None, 3)}
"""Which of them an engine opens in ``make test``. Chromium, which is always there, opens each in
``test_nothing_goes_wrong_on_any_page``, and would tell of it in the console.
"""
FORBIDDEN = ("style-src", "script-src", "img-src")
RESULTS = "() => document.querySelectorAll('.md-search-result__item').length"
PALETTE = "() => document.body.getAttribute('data-md-color-scheme')"


def test_every_page_keeps_to_its_policy(reader: Reader, engine: Engine) -> None:
    """Each page is opened; its search, its palette, the generator and the menu of languages are used."""
    for slug in SLUGS[IN_TURN[engine.name]] if draws_some() else SLUGS:
        reader.open(slug)
    reader.open("case-text/")
    reader.run("() => document.querySelector('.md-search__input').focus()")
    reader.type("AWS")
    wait_until(lambda: reader.run(RESULTS), "the search has found something")
    reader.open("case-text/")
    reader.click(".md-header__option label:not([hidden])")
    wait_until(lambda: reader.run(PALETTE), "the page has a palette")
    reader.let_fill_in(barely_enough(reader.guide, {"situation": "two-accounts"}))
    reader.press("copy")
    reader.change_language(next(code for code in reader.guide.languages if code != reader.code))


def test_what_is_forbidden_is_reported(engine: Engine, guide_address: str, reports: list[str]) -> None:
    """The other tests would hear of it."""

    def reported(kind: str) -> bool:
        return any(kind in report for report in reports)

    host = guide_address.removesuffix("/guide/")
    with engine.window(1440, 900, "") as window:
        window.open(host + BAD)
        wait_until(lambda: all(map(reported, FORBIDDEN)), "style, script and picture are reported")
        assert window.run("() => document.title") == "Bad"


def test_every_built_page_has_a_policy_without_exceptions(built_site: Path) -> None:
    pages = sorted(built_site.rglob("*.html"))
    assert len(pages) > 2 * len(SLUGS)
    for page in pages:
        html = page.read_text(encoding="utf-8")
        head = html.partition("</head>")[0]
        assert html.count('http-equiv="Content-Security-Policy"') == 1, page
        assert "Content-Security-Policy" in head.partition("<script")[0], page
        assert "unsafe" not in head.partition("Content-Security-Policy")[2].partition(">")[0], page
