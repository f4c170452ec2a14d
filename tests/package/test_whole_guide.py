"""Pages as chapters of one page: ids, links, and what is left out."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import cast

import pytest
from lxml import html
from lxml.html import HtmlElement

from mergeguide.printing import WholeGuide
from mergeguide.printing.chapters import Chapter, joined

HOME = Chapter("index", "Home", "en/", '<h1 id="top">Home</h1><p id="a"><a href="letter/#a">A letter</a></p>')
LETTER = """
<h1 id="letter">A letter<a class="headerlink" href="#letter">¶</a></h1>
<h2 id="a">First</h2>
<p><a href="#a">first</a> <a href="../">home</a> <a href="../?x=1#a">a</a> <a href="../../ja/">other</a>
<a href="https://example.org/#a">far</a></p>
<details><summary>More</summary><label for="b">B</label><input id="b" aria-describedby="a b"></details>
<case-generator><form><input></form><div class="mg-static"><p>Text<wbr>with a mark</p></div></case-generator>
<script>run()</script>
"""


CHAPTERS = (HOME, Chapter("letter", "Letter", "en/letter/", LETTER))


def anew(name: str, made_from: tuple[str, ...], make: Callable[[], str]) -> str:
    """Keeps nothing."""
    return make()


@pytest.fixture(scope="module")
def page() -> HtmlElement:
    """Two chapters as one page."""
    return html.fragment_fromstring(joined(CHAPTERS, "en/print/", anew), "div")


def test_a_chapter_is_made_from_itself_and_from_where_the_others_are() -> None:
    """Each has a name of its own in each language, under which it is kept; the text of another does not count."""

    def asked(chapters: Iterable[Chapter], address: str = "en/print/") -> dict[str, tuple[str, ...]]:
        found: dict[str, tuple[str, ...]] = {}

        def noted(name: str, made_from: tuple[str, ...], make: Callable[[], str]) -> str:
            found[name] = made_from
            return make()

        joined([*chapters], address, noted)
        assert len(found) == 2
        return found

    home, letter = CHAPTERS
    name, other = asked(CHAPTERS)
    first = asked(CHAPTERS)[name]
    assert asked([home, replace(letter, content="<p>Other</p>")])[name] == first
    for changed in ([replace(home, content="<p>Other</p>"), letter], [home, replace(letter, address="en/other/")]):
        assert asked(changed)[name] != first
    assert not {name, other} & asked(CHAPTERS, "print/").keys()


def test_ids_of_two_pages_stay_apart_and_what_refers_to_them_follows(page: HtmlElement) -> None:
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert {"index", "index--a", "letter", "letter--a", "letter--b"} <= set(ids)
    assert page.xpath("//label/@for") == ["letter--b"]
    assert page.xpath("//@aria-describedby") == ["letter--a letter--b"]


def test_links_lead_to_chapters_to_other_pages_and_out(page: HtmlElement) -> None:
    assert page.xpath("//a/@href") == [
        "#letter--a",
        "#letter--a",
        "#index",
        "#index--a",
        "../../ja/",
        "https://example.org/#a",
    ]


def test_headings_stand_one_level_lower(page: HtmlElement) -> None:
    assert [element.tag for element in page.iter("h1", "h2", "h3")] == ["h2", "h2", "h3"]


def test_what_is_folded_is_open_and_what_needs_a_script_is_gone(page: HtmlElement) -> None:
    assert [element.get("open") for element in page.iter("details")] == [""]
    assert list(page.iter("script", "form", "case-generator")) == []
    assert page.find_class("headerlink") == []
    assert "with a mark" in page.text_content()


def test_what_is_always_empty_has_no_end(page: HtmlElement) -> None:
    assert "</wbr>" not in joined(CHAPTERS, "en/print/", anew)


@pytest.mark.parametrize(
    ("folder", "directory_urls", "address", "file", "top"),
    [
        ("", True, "print/", "print/index.html", ".."),
        ("en/", True, "en/print/", "en/print/index.html", "../.."),
        ("", False, "print.html", "print.html", "."),
        ("en/", False, "en/print.html", "en/print.html", ".."),
    ],
)
def test_where_the_page_is_and_in_which_order_its_chapters_are(
    folder: str, directory_urls: bool, address: str, file: str, top: str
) -> None:
    whole = WholeGuide(folder, directory_urls)
    assert whole.context(anew) == {}
    whole.take(1, "more/letter.md", title="Letter", address="letter/", content="<p>Second</p>")
    whole.take(0, "index.md", title="Home", address="./", content="<p>First</p>")
    context = whole.context(anew)
    assert (whole.address, whole.file, context["base_url"]) == (address, file, top)
    assert [chapter.name for chapter in cast("list[Chapter]", context["chapters"])] == ["index", "more-letter"]
    assert context["home"] == ""
    content = str(context["content"])
    assert content.index("First") < content.index("Second")
