"""Links to the data beside a page, and pictures of badges, where the page's fragment leaves places for them.

Markdown cannot make them: MkDocs would find fault with files that it did not read.
"""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from html.parser import HTMLParser
from itertools import accumulate, pairwise

Address = Callable[[str], str]
"""Gives the address of a file, as a link on the page has it."""


def with_files(html: str, address: Address) -> str:
    """A page with a link in place of each ``<span data-file>``, and a picture for each ``<span data-picture>``."""
    if "data-file=" not in html and "data-picture=" not in html:
        return html
    places = _Places(html, address)
    cuts = [(0, 0, ""), *places.found, (len(html), len(html), "")]
    return "".join(html[end:begin] + made for (_, end, _), (begin, _, made) in pairwise(cuts))


class _Places(HTMLParser):
    """Where they are, from where to where, and what is to be there."""

    def __init__(self, html: str, address: Address) -> None:
        super().__init__(convert_charrefs=False)
        self.found: list[tuple[int, int, str]] = []
        self._lines = [0, *accumulate(len(line) + 1 for line in html.split("\n"))]
        self._html, self._address = html, address
        self._spans: list[tuple[int, int, dict[str, str | None]]] = []
        self.feed(html)

    def _at(self) -> int:
        line, column = self.getpos()
        return self._lines[line - 1] + column

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A span begins: its end is to be known as its own."""
        if tag == "span":
            at = self._at()
            self._spans.append((at, at + len(self.get_starttag_text() or ""), dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        """A span ends: here what it stands for is made."""
        if tag != "span" or not self._spans:
            return
        begin, content, attributes = self._spans.pop()
        at = self._at()
        end = self._html.index(">", at) + 1
        if name := attributes.get("data-file"):
            link = f'<a href="{escape(self._address(name))}">{self._html[content:at]}</a>'
            self.found.append((begin, end, link))
        elif name := attributes.get("data-picture"):
            told = escape(attributes.get("data-told") or "")
            self.found.append((begin, end, f'<img src="{escape(self._address(name))}" alt="{told}" height="20">'))
