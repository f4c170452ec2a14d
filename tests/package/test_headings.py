"""Headings as an author writes them: outside of code, comments and front matter, with line, level and id."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from markdown import Markdown

from mergeguide.pages.configuration import read_configuration
from mergeguide.pages.headings import WrittenHeading, outside_code, written_headings
from mergeguide.problems import Problem


@pytest.mark.parametrize(
    ("source", "wanted"),
    [
        ("# One { #one }\n", [WrittenHeading(1, 1, "One", "one")]),
        ("Text.\n\n### Three { #a-3 }\n", [WrittenHeading(3, 3, "Three", "a-3")]),
        ("## 見出し { #heading }\n", [WrittenHeading(1, 2, "見出し", "heading")]),
        ("## Two {#two}\n", [WrittenHeading(1, 2, "Two", "two")]),
        ("## Two { .small #two data-x }  \n", [WrittenHeading(1, 2, "Two", "two")]),
        ("## Two { #Two_2 }\n", [WrittenHeading(1, 2, "Two", "Two_2")]),
        ("## No id\n", [WrittenHeading(1, 2, "No id", "")]),
        ("## Braces {in} it\n", [WrittenHeading(1, 2, "Braces {in} it", "")]),
        ("## A #hash in it\n", [WrittenHeading(1, 2, "A #hash in it", "")]),
        ("##No blank { #no-blank }\n", [WrittenHeading(1, 2, "No blank", "no-blank")]),
        ("###### Six { #six }\n", [WrittenHeading(1, 6, "Six", "six")]),
        ("    # In code\n", []),
        ("Text # not a heading\n", []),
        ("```\n# In a fence { #x }\n```\n# After { #after }\n", [WrittenHeading(4, 1, "After", "after")]),
        ("~~~~ yaml\n# In\n```\n~~~\n# Still in\n~~~~\n# After { #a }\n", [WrittenHeading(7, 1, "After", "a")]),
        ("- list\n\n    ```\n    # In\n    ```\n\n## After { #a }\n", [WrittenHeading(7, 2, "After", "a")]),
        ("---\ntitle: x\n# a comment\n---\n\n# Title { #t }\n", [WrittenHeading(6, 1, "Title", "t")]),
        ("/// note\n## In a block { #b }\n///\n", [WrittenHeading(2, 2, "In a block", "b")]),
    ],
)
def test_headings_as_they_are_written(source: str, wanted: list[WrittenHeading]) -> None:
    assert list(written_headings(source)) == wanted


@pytest.mark.parametrize("source", ["# One", "#One", "## Two { #two }", "###### Six", "Text # no", "#"])
def test_a_line_is_a_heading_where_markdown_takes_it_for_one(source: str) -> None:
    html = Markdown(extensions=["attr_list"]).convert(source)
    assert bool(list(written_headings(source))) == html.startswith("<h")


def test_lines_keep_their_numbers() -> None:
    source = "---\ntitle: x\n---\none\n```\ntwo\n```\nthree"
    assert list(outside_code(source)) == [(4, "one"), (8, "three")]


UNSEEN = [
    "    {}",
    "\t{}",
    "Words.\n\n    {}",
    "# A { #a }\n\n    {}\n\n    {}\n\nWords.",
    "- item\n\nWords.\n\n    {}",
    "Term\n:   Words.\n\nWords.\n\n    {}",
    "1) no list\n\n    {}",
    "```\nx\n```\n\n    {}",
    "<!-- {} -->",
    "<!--\n\n{}\n\n-->",
    "Words\n<!--\n\n{}\n\n-->",
    "- item\n\n    <!-- {} -->",
]
SEEN = [
    "{}",
    "Words\n    {}",
    "- item\n\n    {}",
    "+ item\n\n    {}",
    "- item\nits second line\n\n    {}",
    "1. item\n\n    {}",
    "Term\n:   Words.\n\n    {}",
    "/// note\n    {}\n///",
    "Words.\n\n    code\n{}",
    "<!-- never closed\n\n{}",
    "<!-- a remark --> {}",
    "<!-- a\nremark --> {}",
    "<!-- a -->\n{}\n<!-- b -->",
    "`<!--` is how it begins\n\n{}\n\n-->",
    "    <!--\n{}\n-->",
    "```words``` in code\n\n{}",
]


@pytest.mark.parametrize("source", [*UNSEEN, *SEEN])
def test_code_and_comments_are_what_markdown_takes_for_them(root: Path, source: str) -> None:
    configuration = read_configuration(root)
    assert not isinstance(configuration, Problem)
    written = source.replace("{}", "WORD")
    settings = configuration.markdown
    html = Markdown(extensions=settings[0], extension_configs=settings[1]).convert(written)
    shown = "WORD" in re.sub(r"<!--.*?-->|<pre.*?</pre>", "", html, flags=re.DOTALL)
    assert shown == (source in SEEN)
    assert any("WORD" in line for _, line in outside_code(written)) == shown
