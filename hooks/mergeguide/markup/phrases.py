"""Where a heading may break: between phrases, marked with ``<wbr>`` while the page is built.

Japanese has no spaces between words, and a browser that does not know phrases breaks 「自分」 in two. Only short
lines that stand out are marked; running text breaks anywhere, as it does in print. The marks are made after the table
of contents, so that title, contents, ids and search never see one.
"""

from __future__ import annotations

import xml.etree.ElementTree as etree
from collections.abc import Callable, Iterator
from functools import cache
from itertools import pairwise

import budoux
from markdown.treeprocessors import Treeprocessor
from markdown.util import STX

from mergeguide.page_tree import HEADINGS

CLASS = "mg-phrases"
"""Lines with this class break at their marks only; see type.css."""

_LINES = (*HEADINGS, "legend", "label", "summary", "th", "figcaption")

_BUTTON = "md-button"

_CLASSES = {"mg-lead", _BUTTON, "admonition-title", "mg-group-title", "mg-problems-title"}

_WHOLE = ("code", "kbd", "pre", "script", "style", "svg", "input", "textarea")
"""What is left as it is inside of such a line."""

_BLOCKS = ("div", "ol", "table", "ul")

_PERMALINK = "headerlink"

_PARSERS: dict[str, Callable[[], budoux.Parser]] = {
    "ja": budoux.load_default_japanese_parser,
    "th": budoux.load_default_thai_parser,
    "zh-Hans": budoux.load_default_simplified_chinese_parser,
    "zh-Hant": budoux.load_default_traditional_chinese_parser,
}

_CHINESE = {"zh": "zh-Hans", "zh-CN": "zh-Hans", "zh-SG": "zh-Hans", "zh-TW": "zh-Hant", "zh-HK": "zh-Hant"}

_Text = tuple[etree.Element, str, bool]
"""An element, which of its texts ("text" or "tail"), and whether marks may be put into it."""


class Phrases(Treeprocessor):
    """Marks the lines of a page in one language; does nothing where the language has spaces between words."""

    def __init__(self, code: str) -> None:
        """Mark the pages of the language ``code``."""
        super().__init__()
        self.code = code

    def run(self, root: etree.Element) -> None:
        """Mark one page's tree."""
        mark_phrases(root, self.code)


def mark_phrases(root: etree.Element, code: str) -> None:
    """Put ``<wbr>`` between the phrases of a page's headings, labels and other lines that stand out."""
    parser = parser_for(code)
    if parser is None:
        return
    for line in [*root.iter()]:
        if _stands_out(line) and line.get("lang", code) == code:
            _mark(line, code, parser)


@cache
def parser_for(code: str) -> budoux.Parser | None:
    """What finds a language's phrases; None for one that needs nothing of the kind."""
    language = code.split("-")[0]
    names = (code, _CHINESE.get(code), _CHINESE.get(language, language))
    found = next((_PARSERS[name] for name in names if name in _PARSERS), None)
    return found() if found else None


def _stands_out(element: etree.Element) -> bool:
    return element.tag in _LINES or not _CLASSES.isdisjoint(element.get("class", "").split())


def _mark(line: etree.Element, code: str, parser: budoux.Parser) -> None:
    texts = [(node, place, free, str(getattr(node, place) or "")) for node, place, free in _texts(line, code)]
    whole = "".join(text for *_, text in texts)
    # What is stashed stands there as a number until the very end: it cannot be read here.
    if STX in whole or whole.isascii() or line.find(".//wbr") is not None:
        return
    ends = _ends(parser.parse(whole))
    begin = 0
    for node, place, free, text in texts:
        if free:
            _split(line, node, place, [at - begin for at in sorted(ends) if begin <= at < begin + len(text) and at])
        begin += len(text)
    line.set("class", f"{line.get('class', '')} {CLASS}".strip())
    if _BUTTON in line.get("class", "").split():
        _wrap(line)


def _wrap(button: etree.Element) -> None:
    """Put a button's words into one element: it is a flex box, which would set each phrase by itself."""
    words = etree.Element("span")
    words.text, button.text = button.text, None
    words.extend(list(button))
    for child in list(button):
        button.remove(child)
    button.append(words)


def _ends(phrases: list[str]) -> set[int]:
    """Where a line may break. A single character, a particle at most, begins no line."""
    ends, end = set[int](), 0
    for phrase, following in pairwise(phrases):
        end += len(phrase)
        if len(following) > 1:
            ends.add(end)
    return ends


def _texts(element: etree.Element, code: str, *, free: bool = True) -> Iterator[_Text]:
    """The texts of a line in order; a line of its own inside of it is left out."""
    free = free and element.tag not in _WHOLE and element.get("lang", code) == code
    yield element, "text", free
    for child in element:
        apart = _stands_out(child) or child.tag in _BLOCKS or child.get("class") == _PERMALINK
        if not apart:
            yield from _texts(child, code, free=free)
        yield child, "tail", free


def _split(line: etree.Element, node: etree.Element, place: str, at: list[int]) -> None:
    """Break a text at some places by ``<wbr>`` elements, which take what follows as their tails."""
    if not at:
        return
    text = str(getattr(node, place))
    setattr(node, place, text[: at[0]])
    marks = []
    for begin, end in zip(at, [*at[1:], len(text)], strict=True):
        mark = etree.Element("wbr")
        mark.tail = text[begin:end]
        marks.append(mark)
    if place == "text":
        node[:0] = marks
        return
    parent = next(each for each in line.iter() if node in list(each))
    position = list(parent).index(node) + 1
    parent[position:position] = marks
