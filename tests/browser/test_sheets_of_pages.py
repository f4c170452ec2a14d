"""A page loads the parts of the style sheets that say something about it, and no others."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from case_text import address_of
from playwright.sync_api import Page
from test_every_page import SLUGS

from mergeguide.stylesheets.layers import compact
from projects import ROOT

PARTS = sorted([*(ROOT / "overrides/stylesheets/parts").glob("*.css"), *(ROOT / "overrides/fragments").rglob("*.css")])
PRELUDE = re.compile(r"([^{};]+)\{")
MOMENTARY = re.compile(r"::[\w-]+|:(?:hover|focus(?:-visible)?|target)\b")
"""Where on an element a rule draws, and what a reader or the script makes of it."""
MATCHES = """
(parts) => Object.keys(parts).filter((name) => parts[name].some((selector) => document.querySelector(selector)))
"""
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
