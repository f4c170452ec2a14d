"""A page's HTML is parsed once, however many read it while a site is built."""

from __future__ import annotations

import pytest
from lxml import html as lxml_html

from mergeguide.discovery.plain_markdown import plain_markdown
from mergeguide.page_tree import page_tree
from mergeguide.pages.html_sections import sections
from mergeguide.pages.shown_text import shown_sections
from mergeguide.printing.chapters import Chapter, joined
from mergeguide.search import found_sections

CONTENT = """<h1 id="letter">The letter</h1>
<p>Write to <a href="https://example.com/">AWS</a>.<br/>Twice.</p>
<h2 id="reply">The reply</h2>
<dl><dt>Case</dt><dd><ul><li>Its <code>number</code></li></ul></dd></dl>
<table><tr><th>What</th></tr><tr><td>hanako@example.com</td></tr></table>
"""


def test_whoever_reads_a_page_reads_the_same_tree(monkeypatch: pytest.MonkeyPatch) -> None:
    parsed: list[str] = []
    parse = lxml_html.document_fromstring

    def counted(html: str) -> lxml_html.HtmlElement:
        parsed.append(html)
        return parse(html)

    monkeypatch.setattr(lxml_html, "document_fromstring", counted)
    chapter = Chapter("replies", "Replies", "replies/", CONTENT)
    page_tree.cache_clear()
    before = lxml_html.tostring(page_tree(CONTENT))
    for _ in range(2):
        assert [section.title for section in found_sections(CONTENT)] == ["The letter", "The reply"]
        assert [section.id for section in sections(CONTENT)] == ["letter", "reply"]
        assert [section.id for section in shown_sections(CONTENT, "replies.md")] == ["", "letter", "reply"]
        assert "hanako@example.com" in plain_markdown(CONTENT, "https://example.org/replies/")
        assert 'id="replies--reply"' in joined([chapter], "whole/", lambda _name, _made_from, make: make())
    assert len(parsed) == 1
    assert lxml_html.tostring(page_tree(CONTENT)) == before, "nobody changes what others read"
