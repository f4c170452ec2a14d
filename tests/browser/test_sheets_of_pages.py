"""A page loads the parts of the style sheets that say something about it, and no others; nothing used is lost."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import material
import pytest
from case_text import address_of
from playwright.sync_api import Page
from test_every_page import SLUGS

from mergeguide.stylesheets.layers import compact
from mergeguide.stylesheets.reduction import without_restyling_rules
from mergeguide.stylesheets.selectors import split
from projects import ROOT

PARTS = sorted([*(ROOT / "overrides/stylesheets/parts").glob("*.css"), *(ROOT / "overrides/fragments").rglob("*.css")])
PRELUDE = re.compile(r"([^{};]+)\{")
MOMENTARY = re.compile(r"::[\w-]+|:(?:hover|focus(?:-visible)?|target)\b")
"""Where on an element a rule draws, and what a reader or the script makes of it."""
MATCHES = """
(parts) => Object.keys(parts).filter((name) => parts[name].some((selector) => document.querySelector(selector)))
"""
USED = """
(selectors) => selectors.filter((selector) => document.querySelector(selector))
"""
OTHERWISE = """
() => document.querySelectorAll('table:is([class]:not([role]), [role]:not([class]))').length
"""
"""Tables that the theme's rules for those without a class tell apart and ours for those without a role do not."""
RESULT = ".md-search-result__item"
LINKED = "[...document.styleSheets].map((sheet) => sheet.href).filter((href) => href?.includes('/page.'))"


def selectors(file: Path) -> list[str]:
    """The selectors of a part as a document can be asked for them."""
    preludes = PRELUDE.findall(compact(file.read_text(encoding="utf-8")))
    return [MOMENTARY.sub("", prelude).strip() for prelude in preludes if not prelude.strip().startswith("@")]


@pytest.fixture(scope="module")
def parts() -> dict[str, list[str]]:
    """The selectors of each part."""
    return {file.relative_to(ROOT).as_posix(): selectors(file) for file in PARTS}


def test_each_page_loads_the_parts_that_it_uses(
    page: Page, code: str, site_address: str, built_site: Path, parts: dict[str, list[str]]
) -> None:
    """In one file that holds no part of another page."""
    texts = {name: compact((ROOT / name).read_text(encoding="utf-8")).strip() for name in parts}
    assert len(parts) > 10
    for slug in SLUGS:
        page.goto(site_address + address_of(code, slug))
        (linked,) = page.evaluate(LINKED)
        sheet = (built_site / "assets/stylesheets" / linked.rsplit("/", 1)[1]).read_text(encoding="utf-8")
        loaded = {name for name, text in texts.items() if text in sheet}
        assert loaded == set(page.evaluate(MATCHES, parts)), slug


THEME = sorted((Path(material.__file__).parent / "templates/assets/stylesheets").glob("*.css"))
STATES = re.compile(
    r"::[\w-]+|:(?:-[\w-]+|hover|focus(?:-visible|-within)?|target|active|checked|disabled|invalid|before|after)\b"
)


def in_all_groups(css: str) -> Iterator[str]:
    """Every selector of a style sheet, as a document can be asked for it, whatever groups its rule stands in."""
    for prelude in PRELUDE.findall(css):
        if not prelude.strip().startswith("@"):
            for selector in split(prelude):
                asked = STATES.sub("", selector).strip()
                asked = re.sub(r":not\(\s*\)", "", asked)
                # Steps of @keyframes are no selectors.
                if not re.fullmatch(r"from|to|[\d.]+%", asked):
                    begun = f"*{asked}" if asked.startswith((">", "~", "+")) else asked
                    yield f"{begun}*" if not begun or begun.endswith((">", "~", "+")) else begun


def test_what_the_theme_s_sheet_has_lost_is_nowhere(page: Page, code: str, site_address: str, built_site: Path) -> None:
    """Not on a page, its drawer and its search open, nor on the page that says that there is none."""
    (ours,) = (built_site / "assets/stylesheets").glob("theme.*.css")
    there = set(in_all_groups(compact(ours.read_text(encoding="utf-8"))))
    theirs = (without_restyling_rules(compact(file.read_text(encoding="utf-8"))) for file in THEME)
    lost = set().union(*map(in_all_groups, theirs)) - there
    assert len(lost) > 500
    for slug in [*SLUGS, "no-such-page/"]:
        page.goto(site_address + address_of(code, slug))
        page.locator(".md-search__input").focus()
        page.keyboard.type("AWS")
        page.locator(RESULT).first.wait_for(state="attached")
        assert page.evaluate(USED, sorted(lost)) == [], slug
        assert page.evaluate(OTHERWISE) == 0, slug


def test_what_is_used_would_be_missed(page: Page, code: str, site_address: str, built_site: Path) -> None:
    """The test above finds selectors of the theme where they do match."""
    (ours,) = (built_site / "assets/stylesheets").glob("theme.*.css")
    there = set(in_all_groups(compact(ours.read_text(encoding="utf-8"))))
    page.goto(site_address + address_of(code, ""))
    assert len(page.evaluate(USED, sorted(there))) > 100
