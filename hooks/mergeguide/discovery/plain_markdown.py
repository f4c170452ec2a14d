"""A page's HTML as plain Markdown: its words in their order, without what only a browser makes something of.

Not the source: there the words of the data would be missing, and the marks of evidence would be names of claims.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from urllib.parse import urljoin

from lxml.html import HtmlElement

from mergeguide.page_tree import HEADINGS, page_tree

_LEFT_OUT = frozenset({"button", "noscript", "script", "select", "style", "svg", "template", "textarea"})

_LEFT_OUT_CLASSES = frozenset({"headerlink", "mg-item-number", "mg-map-number", "mg-visually-hidden", "mg-way-number"})
"""Links to headings, what only screen readers read, and numbers that lists have anyway."""

_EXCLUDED = "data-search-exclude"
"""An element with this attribute is an instrument, no text: the generator."""

_EVIDENCE = "data-told"
"""What the mark of a claim says in full."""

_INLINE = frozenset(
    {"a", "abbr", "b", "br", "code", "em", "i", "img", "input", "kbd", "label", "mark", "q", "small", "span"}
    | {"strong", "sub", "sup", "wbr"}
)

_AROUND = {"b": "**", "strong": "**", "em": "*", "i": "*"}

_SPECIAL = re.compile(r"[\\`*<]")

_BLANKS = re.compile(r"[ \t\r\f\n]{2,}|[\t\r\f\n]")
"""What is read as one space, except one space: each between two words would be found, and changed to itself."""

_joined = lru_cache(1024)(urljoin)
"""Most links lead to a few places of the evidence."""

_LINE_END = "\x00"
"""Stands for a break of a line until the white space of the source are gone."""


def plain_markdown(html: str, address: str) -> str:
    """The text of a page's content.

    Args:
        html: the content as Markdown rendered it.
        address: the page's, which its links are relative to.
    """
    if not html.strip():
        return ""
    return "\n\n".join(_Writer(address).blocks(page_tree(html))) + "\n"


class _Writer:
    """Writes the elements of one page."""

    def __init__(self, address: str) -> None:
        self._address = address
        self._own: dict[str, Callable[[HtmlElement], Iterable[str]]] = {
            "ul": self._items,
            "ol": self._items,
            "dl": self._definitions,
            "table": self._table,
            "pre": self._code,
            "blockquote": self._quote,
        }

    def blocks(self, element: HtmlElement) -> Iterator[str]:
        """What an element holds, each part that stands by itself for itself."""
        line = [_text(element.text)]
        for child in element:
            if not _is_text(child):
                pass
            elif child.tag in _INLINE:
                line.append(self._inline(child))
            else:
                yield from _written(line)
                line = []
                yield from self._block(child)
            line.append(_text(child.tail))
        yield from _written(line)

    def _block(self, element: HtmlElement) -> Iterable[str]:
        tag = str(element.tag)
        if tag in HEADINGS:
            return [f"{'#' * (HEADINGS.index(tag) + 1)} {self._line(element)}"]
        classes = _classes(element)
        if tag == "summary" or "admonition-title" in classes:
            return [f"**{self._line(element)}**"]
        if "admonition" in classes:
            return self._quote(element)
        return self._own.get(tag, self.blocks)(element)

    def _items(self, element: HtmlElement) -> Iterator[str]:
        items = [child for child in element if child.tag == "li" and _is_text(child)]
        marks = [f"{number}. " if element.tag == "ol" else "- " for number in range(1, len(items) + 1)]
        written = [_hanging(mark, _close(self.blocks(item))) for mark, item in zip(marks, items, strict=True)]
        if written:
            yield "\n".join(written)

    def _definitions(self, element: HtmlElement) -> Iterator[str]:
        written = []
        for child in element.iter("dt", "dd"):
            if child.tag == "dt":
                written.append(f"- **{self._line(child)}**")
            else:
                written.append(_hanging("  ", _close(self.blocks(child))))
        if written:
            yield "\n".join(written)

    def _table(self, element: HtmlElement) -> Iterator[str]:
        rows = [[self._cell(cell) for cell in row if cell.tag in ("td", "th")] for row in element.iter("tr")]
        if rows:
            rows.insert(1, ["---"] * len(rows[0]))
            yield "\n".join(f"| {' | '.join(row)} |" for row in rows)

    def _cell(self, element: HtmlElement) -> str:
        return " ".join(" ".join(self.blocks(element)).split()).replace("|", r"\|")

    def _code(self, element: HtmlElement) -> Iterator[str]:
        text = element.text_content().strip("\n")
        fence = "`" * max(3, 1 + max(map(len, re.findall("`+", text)), default=0))
        yield f"{fence}\n{text}\n{fence}"

    def _quote(self, element: HtmlElement) -> Iterator[str]:
        text = "\n\n".join(self.blocks(element))
        yield "\n".join(f"> {line}".rstrip() for line in text.split("\n"))

    def _line(self, element: HtmlElement) -> str:
        return " ".join(" ".join(self.blocks(element)).split())

    def _inline(self, element: HtmlElement) -> str:
        told = element.get(_EVIDENCE)
        if told:
            return f"[{_text(told)}]"
        if element.tag == "br":
            return _LINE_END
        if element.tag == "img":
            return _text(element.get("alt"))
        if element.tag == "input":
            return "[ ] " if element.get("type") == "checkbox" else ""
        if element.tag == "code":
            return f"`{element.text_content()}`"
        parts = [_text(element.text)]
        for child in element:
            parts += [self._inline(child) if _is_text(child) else "", _text(child.tail)]
        text = "".join(parts)
        if element.tag == "a" and element.get("href") and text.strip():
            return self._link(text, element.get("href", ""))
        around = _AROUND.get(str(element.tag), "") if text.strip() else ""
        return f"{around}{text}{around}"

    def _link(self, text: str, href: str) -> str:
        address = _joined(self._address, href)
        return f"<{address}>" if text == address else f"[{text}]({address})"


def _written(parts: Sequence[str]) -> Iterator[str]:
    text = "".join(parts)
    if text:
        lines = [_BLANKS.sub(" ", line).strip() for line in text.split(_LINE_END)]
        text = "  \n".join(lines).strip()
    if text:
        yield text


def _close(blocks: Iterable[str]) -> str:
    """The blocks of an item, a list right below the line that it belongs to."""
    text = ""
    for block in blocks:
        listed = re.match(r"(?:[-*]|[0-9]+\.) ", block)
        text += ("\n" if listed else "\n\n") * bool(text) + block
    return text


def _hanging(mark: str, text: str) -> str:
    """A text with a mark before its first line, and the other lines as far in."""
    return (mark + text.replace("\n", "\n" + " " * len(mark))).replace("\n" + " " * len(mark) + "\n", "\n\n").rstrip()


def _text(text: str | None) -> str:
    return _SPECIAL.sub(r"\\\g<0>", text) if text else ""


def _is_text(element: HtmlElement) -> bool:
    if not isinstance(element.tag, str) or element.tag in _LEFT_OUT:
        return False
    if element.get("hidden") is not None or element.get(_EXCLUDED) is not None:
        return False
    return _LEFT_OUT_CLASSES.isdisjoint(_classes(element))


def _classes(element: HtmlElement) -> list[str]:
    return (element.get("class") or "").split()
