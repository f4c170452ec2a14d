"""A page's HTML read for the gates: its sections, what an author wrote under each, and what the software added."""

from __future__ import annotations

import pytest
from pages_alone import Render

from mergeguide.pages.html_sections import Section, sections


def test_no_content_has_no_sections() -> None:
    assert sections("") == ()
    assert sections(" \n") == ()
    assert sections("<p>Text without a heading.</p>") == ()


def test_a_section_reaches_to_the_next_heading_of_any_level() -> None:
    html = '<h1 id="a">A</h1><p>one</p><ul><li>two</li></ul><h3 id="b">B</h3><p>three</p><h2 id="c">C</h2>'
    assert sections(html) == (
        Section("a", 1, "A", "one two", {}),
        Section("b", 3, "B", "three", {}),
        Section("c", 2, "C", "", {}),
    )


def test_a_heading_s_permanent_link_is_no_text() -> None:
    html = '<h2 id="a">Title <em>here</em><a class="headerlink" href="#a">¶</a></h2>'
    assert [section.title for section in sections(html)] == ["Title here"]


def test_a_heading_without_an_id_is_a_section_all_the_same() -> None:
    assert [section.id for section in sections("<h2>Title</h2>")] == [""]


@pytest.mark.parametrize("added", ["mg-facts", "mg-block", "wide mg-block mg-block--timings"])
def test_what_the_software_adds_is_no_author_s_text(added: str) -> None:
    (section,) = sections(f'<h2 id="a">A</h2><div class="{added}"><dl><dt>Need</dt><dd>x</dd></dl><h2>In it</h2></div>')
    assert (section.text, section.terms) == ("", {})


def test_comments_are_no_text() -> None:
    assert [section.text for section in sections('<h2 id="a">A</h2><!-- later --><p><!-- later --> </p>')] == [""]


def test_terms_with_several_definitions_and_several_lists() -> None:
    html = (
        "<h2>A</h2><dl><dt>One</dt><dd>1</dd><dd>more</dd><dt>Two</dt></dl><div><dl><dt>Three</dt><dd>3</dd></dl></div>"
    )
    (section,) = sections(html)
    assert section.terms == {"One": "1 more", "Two": "", "Three": "3"}


def test_a_page_as_markdown_renders_it(render: Render) -> None:
    source = (
        "# Fields { #fields }\n\n### Notes { #field-notes }\n\nMeaning\n:   What *it* is. [@give-reason]\n\nMore.\n"
    )
    first, second = sections(render(source).html)
    assert (first.id, first.text) == ("fields", "")
    assert (second.id, second.level, second.title) == ("field-notes", 3, "Notes")
    assert second.terms["Meaning"].startswith("What it is.")
    assert second.text.endswith("More.")
    assert "Needed" not in second.terms
    assert second.facts
