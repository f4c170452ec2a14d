"""The real site, built once: every page at its promised address, in both languages, side by side."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
from built_pages import HEADINGS, LANGUAGES, SLUGS, article, file_of
from lxml.html import HtmlElement

from mergeguide.checks.site import check_site
from mergeguide.data.guide import Guide

EVERY_LANGUAGE = pytest.mark.parametrize("language", LANGUAGES)
EVERY_PAGE = pytest.mark.parametrize("slug", SLUGS, ids=lambda slug: slug.strip("/") or "index")
Pages = dict[str, HtmlElement]


def headings(tree: HtmlElement) -> list[tuple[str, str]]:
    """The headings of a page's content, in order: level and id."""
    return [(str(element.tag), element.get("id", "")) for element in article(tree).iter(*HEADINGS)]


def test_the_site_holds_every_promise_that_the_command_checks(root: Path, built_site: Path) -> None:
    assert check_site(root, built_site) == []


@EVERY_PAGE
@EVERY_LANGUAGE
def test_each_page_is_at_its_address(site_pages: Pages, language: str, slug: str) -> None:
    tree = site_pages[file_of(language, slug)]

    assert tree.get("lang") == language
    assert [level for level, _ in headings(tree)].count("h1") == 1
    assert len(article(tree).text_content()) > 400, "a page of the guide says something"


@EVERY_PAGE
def test_both_languages_have_the_same_headings(site_pages: Pages, slug: str) -> None:
    japanese, english = (headings(site_pages[file_of(language, slug)]) for language in LANGUAGES)

    assert japanese == english
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", name) for _, name in japanese), japanese


def test_no_page_has_an_id_twice(site_pages: Pages) -> None:
    doubled: dict[str, list[str]] = {
        file: [name for name, count in Counter(map(str, tree.xpath("//@id"))).items() if count > 1]
        for file, tree in site_pages.items()
    }
    assert {file: names for file, names in doubled.items() if names} == {}


def test_the_generator_stands_once_on_its_page_and_nowhere_else(site_pages: Pages) -> None:
    found = {file: len(tree.xpath("//case-generator")) for file, tree in site_pages.items()}

    assert {file: count for file, count in found.items() if count} == {
        "case-text/index.html": 1,
        "en/case-text/index.html": 1,
    }


@EVERY_LANGUAGE
def test_the_generator_has_a_control_for_every_field(site_pages: Pages, guide: Guide, language: str) -> None:
    names = set(site_pages[file_of(language, "case-text/")].xpath("//case-generator//@name"))
    states = [field.state_control for field in guide.fields.values() if field.states]

    assert {*guide.fields, *states, "letter", "letter-language", "edition"} <= names


def test_the_data_are_not_published(built_site: Path) -> None:
    files = [file.relative_to(built_site).as_posix() for file in built_site.rglob("*")]

    assert [file for file in files if "_data" in file or file.endswith((".yml", ".yaml", ".py"))] == []
    assert [file for file in files if file.endswith(".md") and not file.endswith("/index.html.md")] == ["index.html.md"]
    assert {file for file in files if file.endswith(".json")} == {
        *(f"search/{code}.json" for code in LANGUAGES),
        "translation-status/status.json",
    }


def test_the_generator_has_the_whole_width_and_no_other_page_goes_without_its_contents(site_pages: Pages) -> None:
    """What a page leaves out by its front matter (``hide:``) is left out by our frame, as by the theme's."""
    left_out = {
        file: [str(each.get("data-md-type")) for each in tree.find_class("md-sidebar") if "hidden" in each.attrib]
        for file, tree in site_pages.items()
    }

    assert {file: parts for file, parts in left_out.items() if parts} == {
        "case-text/index.html": ["navigation", "toc"],
        "en/case-text/index.html": ["navigation", "toc"],
    }
