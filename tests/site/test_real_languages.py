"""The real site speaks one language a page, says which, and leads to the same page in the other."""

from __future__ import annotations

import re

import pytest
from built_pages import JAPANESE, LANGUAGES, SLUGS, file_of, target, texts
from lxml.html import HtmlElement

from mergeguide.data.guide import Guide

EVERY_LANGUAGE = pytest.mark.parametrize("language", LANGUAGES)
Pages = dict[str, HtmlElement]
MARKERS = re.compile(r"\*\*|==|///|\{\{|\}\}|\{%|\[@|\{ ?#|\]\(|undefined|^None$")
"""What Markdown, a template or the data leaves behind where it was not understood."""
CODE = ("script", "style", "template", "noscript", "code", "pre")


def language_of(file: str) -> str:
    """The language that a file of the site has to be in."""
    return "en" if file.startswith("en/") else "ja"


def description(tree: HtmlElement) -> str:
    """What search engines show of a page."""
    (content,) = tree.xpath("/html/head/meta[@name='description']/@content")
    return str(content)


def test_each_page_says_its_language(site_pages: Pages) -> None:
    said = {file: tree.get("lang") for file, tree in site_pages.items()}

    assert said == {file: language_of(file) for file in site_pages}


def test_titles_and_descriptions_are_in_the_language_of_their_page(site_pages: Pages) -> None:
    for file, tree in site_pages.items():
        for text in (tree.findtext("head/title", ""), description(tree)):
            assert text.strip(), file
            assert bool(JAPANESE.search(text)) == (language_of(file) == "ja"), f"{file}: {text}"


@EVERY_LANGUAGE
def test_no_two_pages_have_the_same_title_or_description(site_pages: Pages, language: str) -> None:
    trees = [site_pages[file_of(language, slug)] for slug in SLUGS]

    assert len({tree.findtext("head/title") for tree in trees}) == len(SLUGS)
    assert len({description(tree) for tree in trees}) == len(SLUGS)


def test_japanese_words_on_an_english_page_say_that_they_are_japanese(site_pages: Pages) -> None:
    unmarked = []
    for file, tree in site_pages.items():
        if language_of(file) == "en":
            found = [each for body in tree.iter("body") for each in texts(body, "en")]
            unmarked += [f"{file}: {text}" for text, said in found if said == "en" and JAPANESE.search(text)]

    assert unmarked == []


def test_nothing_of_the_markup_is_left_over(site_pages: Pages) -> None:
    stray = [
        f"{file}: {text}"
        for file, tree in site_pages.items()
        for body in tree.iter("body")
        for text, _ in texts(body, "", without=CODE)
        if MARKERS.search(text)
    ]
    assert stray == []


@EVERY_LANGUAGE
def test_the_language_switch_leads_to_the_same_page(site_pages: Pages, language: str) -> None:
    for slug in SLUGS:
        file = file_of(language, slug)
        links = site_pages[file].xpath("//a[@hreflang]")
        assert {link.get("hreflang"): target(file, link.get("href")) for link in links} == {
            other: file_of(other, slug) for other in LANGUAGES
        }


@EVERY_LANGUAGE
def test_the_notice_that_the_guide_is_unofficial_is_on_every_page(
    site_pages: Pages, guide: Guide, language: str
) -> None:
    notice = guide.languages[language].site.unofficial
    for file, tree in site_pages.items():
        if language_of(file) == language:
            (footer,) = tree.iter("footer")
            assert notice in footer.text_content(), file
