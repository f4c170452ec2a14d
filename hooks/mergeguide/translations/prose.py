"""A line of Markdown as its words alone: what a translator would have to follow, and nothing of how it is written.

Out go emphasis, targets of links and pictures, marks of evidence, attributes, tags, comments and spaces that no reader
sees. Words stay, those in code too, and so does what a picture shows in words.
"""

from __future__ import annotations

import html
import re
from functools import lru_cache

from mergeguide.pages import CITATION

_CODE = re.compile(r"(?<![`\\])(`+)(?!`)(.+?)(?<!`)\1(?!`)", re.DOTALL)

_KEPT = re.compile("\ue000([0-9]+)\ue001")

_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)

_CITATION = re.compile(rf"\s*{CITATION}")

_TARGET = r"\(\s*(?:<[^>]*>|(?:[^()\s]|\([^()\s]*\))*)(?:\s+(\"[^\"]*\"|'[^']*'))?\s*\)"

_LINK = re.compile(rf"!?\[((?:[^\[\]\\]|\\.|\[[^\[\]]*\])*)\](?:{_TARGET}|\[[^\]]*\])")

_ATTRIBUTES = re.compile(r"\{:?(?=[^{}]*[#.=])(?:\s*(?:[#.][\w-]+|[\w-]+=(?:\"[^\"]*\"|'[^']*'|[^\s{}\"']+)))+\s*\}")

_AUTOMATIC_LINK = re.compile(r"<((?:https?|mailto):[^<>\s]+)>")

_TAG = re.compile(r"</?[A-Za-z][^<>]*>")

_SHOWN_BY_TAG = re.compile(r"\b(?:alt|title|aria-label)=(\"[^\"]*\"|'[^']*')")

_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")

_STARS = re.compile(r"(?<!\s)\*+|\*+(?!\s)")

_LOW_LINES = re.compile(r"(?<!\w)_+(?=\S)|(?<=\S)_+(?!\w)")

_MARKED = re.compile(r"[`\\<\[{*_&]")
"""What any of these patterns begins with, or a reference of HTML; most strings of language files have none."""

_BLANKS = re.compile(r"\s+")

_WIDE = r"[\u2e80-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef]"
"""Characters beside which a space or a line's end means nothing; Korean has spaces between its words."""

_MEANINGLESS = re.compile(rf"(?<={_WIDE}) | (?={_WIDE})")


@lru_cache(maxsize=8192)  # every section is asked for by several checks
def words_of(text: str) -> str:
    """The words of a paragraph, an item, a cell or a heading."""
    return _MEANINGLESS.sub("", _BLANKS.sub(" ", _unmarked(text) if _MARKED.search(text) else text)).strip()


def _unmarked(text: str) -> str:
    kept: list[str] = []

    def keep(content: str) -> str:
        kept.append(content)
        return f"\ue000{len(kept) - 1}\ue001"

    text = _CODE.sub(lambda match: keep(match[2].strip()), text)
    text = _ESCAPED.sub(lambda match: keep(match[1]), text)
    text = _COMMENT.sub("", text)
    text = _AUTOMATIC_LINK.sub(lambda match: keep(match[1]), text)
    text = _CITATION.sub("", text)
    for _ in range(2):  # a picture may stand inside of a link
        text = _LINK.sub(lambda match: " ".join(part for part in (match[1], (match[2] or "")[1:-1]) if part), text)
    text = _ATTRIBUTES.sub("", text)
    text = _TAG.sub(lambda match: " ".join(shown[1:-1] for shown in _SHOWN_BY_TAG.findall(match[0])), text)
    text = _LOW_LINES.sub("", _STARS.sub("", text))
    text = html.unescape(text)
    while _KEPT.search(text):
        text = _KEPT.sub(lambda match: kept[int(match[1])], text)
    return text
