"""What of a page a reader sees without opening anything, counted section by section."""

from __future__ import annotations

import pytest

from mergeguide.pages.shown_text import ShownSection, shown_sections, within


def shown(html: str, name: str = "page.md") -> ShownSection:
    """The one section of a page without headings."""
    (section,) = shown_sections(html, name)
    return section


@pytest.mark.parametrize(
    ("html", "characters", "words"),
    [
        ("<p>one two\n  three</p>", 11, 3),
        ("<p>依頼文を 作る</p>", 6, 2),
        ("<p>one</p><p>two</p>", 6, 2),
        ("<ul><li>one<ul><li>two</li></ul>three</li></ul>", 11, 3),
        ("<p>o<b>n</b>e <a href='x.md'>two</a>.</p>", 7, 2),
        ("<p>依頼<wbr>文</p>", 3, 1),
        ("<table><tr><td>one</td><td>two</td></tr></table>", 6, 2),
    ],
    ids=["blanks", "japanese", "paragraphs", "lists", "inside a word", "break", "cells"],
)
def test_characters_are_counted_without_blanks_and_words_between_them(html: str, characters: int, words: int) -> None:
    found = shown(html)
    assert (found.characters, found.words) == (characters, words)


@pytest.mark.parametrize(
    "hidden",
    [
        "<div hidden>secret</div>",
        "<script>secret</script>",
        "<style>secret</style>",
        "<svg><text>secret</text></svg>",
        '<div class="mg-block mg-block--case-generator">secret <details open><p>secret</p></details></div>',
        '<span class="mg-visually-hidden">secret</span>',
        '<a class="headerlink" href="#x">secret</a>',
        "<!-- secret -->",
    ],
)
def test_what_nobody_sees_does_not_count(hidden: str) -> None:
    found = shown(f"<p>one {hidden} two</p>" if hidden.startswith(("<span", "<a", "<!")) else f"one {hidden} two")
    assert (found.characters, found.words) == (6, 2)


def test_of_what_is_folded_its_title_counts_alone() -> None:
    inner = '<p>two <a class="mg-asof" href="evidence.md">2025</a> <a href="other.md">three</a></p>'

    folded = shown(f"<details><summary>one</summary>{inner}</details>")
    opened = shown(f"<details open><summary>one</summary>{inner}</details>")

    assert (folded.words, folded.marks, folded.links) == (1, 0, frozenset())
    assert (opened.words, opened.marks) == (4, 1)
    assert opened.links == {"evidence.md", "other.md"}


@pytest.mark.parametrize(
    ("href", "target"),
    [
        ("other.md#part", "other.md#part"),
        ("../other/#part", "other.md#part"),
        ("other.html#part", "other.md#part"),
        ("#part", "page.md#part"),
        ("../other/?situation=x", "other.md"),
        ("../", "index.md"),
        ("./#part", "index.md#part"),
        ("index.html", "index.md"),
    ],
)
def test_a_link_leads_to_the_same_page_before_and_after_a_build(href: str, target: str) -> None:
    assert shown(f'<p><a href="{href}">x</a></p>').links == {target}


def test_a_link_to_another_site_is_none_of_the_guide() -> None:
    assert shown('<p><a href="https://example.com/page.md#part">x</a></p>').links == frozenset()


PAGE = """
<p>before</p><h1 id="top">Title</h1><p>lead</p>
<h2 id="a">A</h2><p>one</p><h3 id="b">B</h3><p>two</p><div><h3 id="c">C</h3><p>three</p></div>
<h2 id="d">D</h2><p>four</p>
"""


def test_sections_go_from_heading_to_heading_wherever_they_stand() -> None:
    found = shown_sections(PAGE, "page.md")
    assert [(section.id, section.level, section.words) for section in found] == [
        ("", 0, 1), ("top", 1, 2), ("a", 2, 2), ("b", 3, 2), ("c", 3, 2), ("d", 2, 2),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("named", "ids"), [("top", ["top"]), ("a", ["a", "b", "c"]), ("c", ["c"]), ("d", ["d"]), ("nowhere", [])]
)
def test_a_section_has_those_below_it_and_a_title_none(named: str, ids: list[str]) -> None:
    assert [section.id for section in within(shown_sections(PAGE, "page.md"), named)] == ids
