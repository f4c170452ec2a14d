"""The files that tell programs of the site, made of a list of pages."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence

import pytest

from mergeguide.discovery import Entry, robots, sitemap, structured_data

TOP = "https://example.org/guide/"


def entry(code: str, name: str) -> Entry:
    """A page at the address that its name gives it."""
    return Entry(code, name, f"{TOP}{code}/{name.removesuffix('.md')}/")


def links(text: str) -> Sequence[tuple[str, str]]:
    """The versions of every page, as language and page."""
    return re.findall(rf'hreflang="([^"]*)" href="{TOP}([^"]*)/"', text)


def test_each_version_of_a_page_names_all_of_them() -> None:
    text = sitemap([entry("ja", "a.md"), entry("en", "a.md")], "en")

    assert re.findall("<loc>(.*?)</loc>", text) == [f"{TOP}ja/a/", f"{TOP}en/a/"]
    assert links(text) == [("ja", "ja/a"), ("en", "en/a"), ("x-default", "en/a")] * 2


@pytest.mark.parametrize("otherwise", ["en", "fr"])
def test_a_page_that_is_missing_in_a_language_is_not_named(otherwise: str) -> None:
    assert links(sitemap([entry("ja", "a.md"), entry("en", "b.md")], otherwise))[0] == ("ja", "ja/a")
    assert "x-default" not in sitemap([entry("ja", "a.md")], otherwise)


def test_an_address_cannot_break_the_file() -> None:
    text = sitemap([Entry("ja", "a.md", f"{TOP}?a&b")], "ja")
    assert text.count("?a&amp;b") == 3
    assert "?a&b" not in text


def test_a_site_without_an_address_names_no_sitemap() -> None:
    assert robots(None) == "User-agent: *\nAllow: /\n"
    assert robots(f"{TOP}sitemap.xml").endswith(f"\n\nSitemap: {TOP}sitemap.xml\n")


def test_a_page_that_is_neither_steps_nor_questions_says_nothing() -> None:
    assert structured_data(entry("ja", "a.md"), "<p>Text</p>", [("one", "A statement", "Text")]) == ""


def test_what_a_page_says_it_is_cannot_end_its_script() -> None:
    said = structured_data(
        entry("en", "a.md"), "", [("one", "Is </script> a tag?", "Yes <!-- it is"), ("no", "What?", "")]
    )
    assert "<" not in said
    (question,) = json.loads(said)["mainEntity"]
    assert question["name"] == "Is </script> a tag?"
    assert question["acceptedAnswer"] == {"@type": "Answer", "text": "Yes <!-- it is", "url": f"{TOP}en/a/#one"}
