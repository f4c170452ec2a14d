"""A page's HTML as plain Markdown: the same words in the same order, and links that hold anywhere."""

from __future__ import annotations

from pathlib import Path

import pytest

from mergeguide.cache import FOLDER
from mergeguide.discovery import Entry, llms, markdown_copy
from mergeguide.discovery.plain_markdown import plain_markdown

PAGE = "https://example.org/en/replies/"
ENTRY = Entry("en", "replies.md", PAGE, f"{PAGE}index.html.md", "Replies", "What comes back.", "Ask", 1)


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ('<h2 id="a">Re<wbr>plies<a class="headerlink" href="#a">&para;</a></h2>', "## Replies"),
        ("<p>Some\n  <strong>bold</strong> and <em>other</em> words.</p>", "Some **bold** and *other* words."),
        ("<p>a *b* &lt;c&gt; `d` \\</p>", "a \\*b\\* \\<c> \\`d\\` \\\\"),
        ("<p>See <code>a*b &lt;c&gt;</code></p>", "See `a*b <c>`"),
        ('<p><a href="../glossary/#x">Words</a></p>', "[Words](https://example.org/en/glossary/#x)"),
        ('<p><a href="#x">Here</a></p>', f"[Here]({PAGE}#x)"),
        ('<p><a href="https://example.com/">https://example.com/</a></p>', "<https://example.com/>"),
        (
            '<p>Said. <a class="mg-asof" data-told="Evidence: 1 report" href="#c">2025</a></p>',
            "Said. [Evidence: 1 report]",
        ),
        ("<p>One<br>two</p>", "One  \ntwo"),
        ("<ul><li>a<ul><li>b</li></ul></li><li><p>c</p><p>d</p></li></ul>", "- a\n  - b\n- c\n\n  d"),
        ("<ol><li>a</li><li>b</li></ol>", "1. a\n2. b"),
        ('<ul><li><label><input type="checkbox"><span></span></label> done</li></ul>', "- [ ] done"),
        ("<dl><dt>Term</dt><dd>What it is</dd></dl>", "- **Term**\n  What it is"),
        (
            "<table><thead><tr><th>A</th><th>B</th></tr></thead><tbody><tr><td>1|2</td><td><p>x</p>y</td></tr></table>",
            "| A | B |\n| --- | --- |\n| 1\\|2 | x y |",
        ),
        ("<pre><code>a\n  b ```\n</code></pre>", "````\na\n  b ```\n````"),
        ("<details><summary>More</summary><p>Folded</p></details>", "**More**\n\nFolded"),
        ('<div class="admonition warning"><p class="admonition-title">Stop</p><p>a</p></div>', "> **Stop**\n>\n> a"),
        (
            '<p>a<span class="mg-visually-hidden"> read out</span> b</p><button>c</button><svg><text>d</text></svg>',
            "a b",
        ),
        ("<case-generator data-search-exclude><p>asked</p></case-generator><p hidden>a</p><p>b</p>", "b"),
        ("<!-- a --><p>b <!-- c -->d</p>", "b d"),
    ],
)
def test_each_element_becomes_plain_text(html: str, text: str) -> None:
    assert plain_markdown(html, PAGE) == f"{text}\n"


def test_a_page_of_nothing_has_no_text() -> None:
    assert plain_markdown(" \n", PAGE) == ""


def test_a_copy_begins_with_what_the_page_is_and_ends_with_what_has_to_be_said(tmp_path: Path) -> None:
    text = markdown_copy(tmp_path, ENTRY, "<h1>Replies</h1><p>Words.</p>", "Unofficial.")
    assert text == f"# Replies\n\n> What comes back.\n\n<{PAGE}>\n\nWords.\n\nUnofficial.\n"


def test_a_copy_is_made_anew_when_anything_about_its_page_is_new(tmp_path: Path) -> None:
    first = markdown_copy(tmp_path, ENTRY, "<h1>a</h1><p>b</p>", "c")
    (kept,) = (tmp_path / FOLDER).iterdir()
    written = kept.read_bytes()

    assert markdown_copy(tmp_path, ENTRY, "<h1>a</h1><p>b</p>", "c") == first
    assert kept.read_bytes() == written
    assert "B" in markdown_copy(tmp_path, ENTRY, "<h1>a</h1><p>B</p>", "c")
    assert "C" in markdown_copy(tmp_path, ENTRY, "<h1>a</h1><p>B</p>", "C")


def test_pages_are_listed_in_the_order_of_the_navigation_under_its_titles() -> None:
    home = Entry("en", "index.md", "", "https://example.org/en/index.html.md", "Home", "What it is.", "", 0)
    text = llms("Guide", "For you.", "Unofficial.", [ENTRY, home], {"日本語": "https://example.org/llms.txt"})

    assert text.split("\n\n") == [
        "# Guide",
        "> For you.",
        "Unofficial.",
        "- [Home](https://example.org/en/index.html.md): What it is.\n- [日本語](https://example.org/llms.txt)",
        "## Ask",
        f"- [Replies]({PAGE}index.html.md): What comes back.\n",
    ]
