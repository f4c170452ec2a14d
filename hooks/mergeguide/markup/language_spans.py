"""Japanese words on a page of another language say that they are Japanese: 「続行」 gets a ``lang`` of its own.

Screen readers then pronounce them, and browsers take Japanese glyphs for the characters that Chinese shares.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree
from collections.abc import Iterator

from markdown.postprocessors import Postprocessor

JAPANESE = "\u3000-\u30ff\u31f0-\u31ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef"
"""What only Japanese text has among the languages here, as a character class: kana, kanji, full-width forms."""

_WORDS = re.compile(
    # Not from inside of a word: a long one would be looked through again from each of its letters.
    rf"(「[^「」]*」|(?<![A-Za-z0-9])[A-Za-z0-9]*[{JAPANESE}]+(?: ?[A-Z0-9]* ?[{JAPANESE}]+)*[A-Za-z0-9]*)"
)

_CODE = re.compile(r"<pre\b.*?</pre>", re.DOTALL)

_BETWEEN_TAGS = re.compile(r"(?<=>)[^<>]+")

_MARKED = r'<span lang="ja">\1</span>'

_SHARED_SCRIPT = ("ja", "zh")

_NO_SPAN = ("script", "style", "svg", "option", "textarea", "title")


def mark_japanese(root: etree.Element, code: str) -> None:
    """Wrap the Japanese words of a page of another language in ``<span lang="ja">``."""
    if code.split("-")[0] not in _SHARED_SCRIPT:
        _mark(root, code)


class JapaneseInCode(Postprocessor):
    """The same in blocks of code, which are HTML when the tree is complete."""

    def __init__(self, code: str) -> None:
        """Mark on pages of a language."""
        super().__init__()
        self._code = code

    def run(self, text: str) -> str:
        """Mark the words between the tags of each block."""
        if self._code.split("-")[0] in _SHARED_SCRIPT or "<pre" not in text:
            return text
        return _CODE.sub(lambda block: _BETWEEN_TAGS.sub(lambda part: _WORDS.sub(_MARKED, part[0]), block[0]), text)


def _mark(parent: etree.Element, code: str) -> None:
    if parent.tag in _NO_SPAN or parent.get("lang", code) != code:
        return
    children = list(parent)
    for child in children:
        _mark(child, code)
    parent.text, spans = _spans(parent.text)
    parent[:0] = spans
    for child in children:
        child.tail, spans = _spans(child.tail)
        place = list(parent).index(child) + 1
        parent[place:place] = spans


def _spans(text: str | None) -> tuple[str | None, list[etree.Element]]:
    """A text up to its first Japanese words, and elements for the rest."""
    if not text:
        return text, []
    before, *rest = _WORDS.split(text)
    return before, [*_elements(rest)]


def _elements(rest: list[str]) -> Iterator[etree.Element]:
    for words, after in zip(rest[::2], rest[1::2], strict=True):
        # Most are words of AWS's screens, to be found there as they stand: no browser is to translate them.
        span = etree.Element("span", {"lang": "ja", "translate": "no", "class": "notranslate"})
        span.text, span.tail = words, after
        yield span
