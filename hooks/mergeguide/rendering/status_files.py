"""Links to the data beside a page, and pictures of badges, where the page's fragment leaves places for them.

Markdown cannot make them: MkDocs would find fault with files that it did not read.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from html import escape
from html.parser import HTMLParser
from itertools import accumulate, pairwise

Address = Callable[[str], str]
"""Gives the address of a file, as a link on the page has it."""

_Place = tuple[int, int, str, Mapping[str, str | None]]


def with_files(html: str, address: Address) -> str:
    """A page with a link in place of each ``<span data-file>``, and a picture for each ``<span data-picture>``."""
    if "data-file=" not in html and "data-picture=" not in html:
        return html
    made = ((begin, end, _made(content, attributes, address)) for begin, end, content, attributes in _places(html))
    cuts = [(0, 0, ""), *made, (len(html), len(html), "")]
    return "".join(html[end:begin] + made for (_, end, _), (begin, _, made) in pairwise(cuts))


@lru_cache(maxsize=8)  # in a preview, a page is mostly the same as before
def _places(html: str) -> Sequence[_Place]:
    return _Places(html).found


def _made(content: str, attributes: Mapping[str, str | None], address: Address) -> str:
    if name := attributes.get("data-file"):
        return f'<a href="{escape(address(name))}">{content}</a>'
    told = escape(attributes.get("data-told") or "")
    return f'<img src="{escape(address(attributes["data-picture"] or ""))}" alt="{told}" height="20">'


class _Places(HTMLParser):
    """Where they are, from where to where, what stands in them, and their attributes."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=False)
        self.found: list[_Place] = []
        self._lines = [0, *accumulate(len(line) + 1 for line in html.split("\n"))]
        self._html = html
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
        """A span ends: it may be such a place."""
        if tag != "span" or not self._spans:
            return
        begin, content, attributes = self._spans.pop()
        at = self._at()
        end = self._html.index(">", at) + 1
        if attributes.get("data-file") or attributes.get("data-picture"):
            self.found.append((begin, end, self._html[content:at], attributes))
