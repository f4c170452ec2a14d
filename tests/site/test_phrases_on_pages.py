"""Marks between phrases are in what the page shows, and in nothing that is made from it."""

from __future__ import annotations

from pathlib import Path

from built_pages import HEADINGS, LANGUAGES, article
from lxml.html import HtmlElement


def test_japanese_headings_are_marked_and_english_ones_are_not(site_pages: dict[str, HtmlElement]) -> None:
    marked = {file: len(article(tree).xpath(".//*[self::h1 or self::h2]//wbr")) for file, tree in site_pages.items()}
    headings = {file: len(list(article(tree).iter(*HEADINGS))) for file, tree in site_pages.items()}

    assert [file for file in marked if file.startswith("en/") and marked[file]] == []
    assert [file for file in marked if not file.startswith("en/") and headings[file] > 2 and not marked[file]] == []


def test_title_contents_and_search_have_no_marks(site_pages: dict[str, HtmlElement], built_site: Path) -> None:
    for tree in site_pages.values():
        assert tree.xpath("//title//wbr | //nav//wbr") == []
    for code in LANGUAGES:
        index = (built_site / f"search/{code}.json").read_text(encoding="utf-8")
        assert "wbr" not in index
        assert "\u200b" not in index
