"""The whole guide on one page: every page of a language is in it, nothing lists it, every page leads to it."""

from __future__ import annotations

from pathlib import Path

import pytest
from built_pages import LANGUAGES, SLUGS, WHOLE_GUIDE, file_of, parsed
from lxml.html import HtmlElement

NAMES = {slug.strip("/") or "index" for slug in SLUGS}


@pytest.fixture(params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> str:
    """Each language of the guide."""
    return str(request.param)


def test_it_holds_every_page_and_its_links_hold(built_site: Path, language: str) -> None:
    page = parsed(built_site / file_of(language, f"{WHOLE_GUIDE}/"))
    assert {section.get("id") for section in page.find_class("mg-whole-chapter")} == NAMES
    ids = set(page.xpath("//@id"))
    assert len(ids) == len(page.xpath("//@id"))
    assert [link for link in page.xpath("//a/@href") if link.startswith("#") and link[1:] not in ids] == []
    assert page.xpath("//script") == []
    assert page.xpath("//meta[@http-equiv='Content-Security-Policy']")


def test_nothing_lists_it(built_site: Path, language: str) -> None:
    page = parsed(built_site / file_of(language, f"{WHOLE_GUIDE}/"))
    assert page.xpath("//meta[@name='robots']/@content") == ["noindex"]
    lists = [*built_site.rglob("llms.txt"), built_site / "sitemap.xml", *built_site.glob("search/*.json")]
    assert len(lists) == 2 * len(LANGUAGES) + 1
    assert [file.name for file in lists if f"{WHOLE_GUIDE}/" in file.read_text(encoding="utf-8")] == []
    assert not list(built_site.rglob(f"{WHOLE_GUIDE}/*.md"))


def test_every_page_leads_to_it_in_its_own_language(site_pages: dict[str, HtmlElement], language: str) -> None:
    for slug in SLUGS:
        links = site_pages[file_of(language, slug)].xpath("//footer//a[contains(@href, 'print/')]/@href")
        assert links == [f"{'../' if slug else ''}{WHOLE_GUIDE}/"], slug
