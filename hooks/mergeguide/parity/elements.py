"""What a section has beside its words, and has to have in every language: links, pictures, code, blocks, numbers.

Found by lines and marks, as the headings of a page are, so that each has its place in the file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from mergeguide.pages import BLOCKS, CITATION, REFERENCE, SEPARATOR, cells
from mergeguide.translations import Chunk, chunks

Kind = Literal["link", "image", "code", "block", "table", "footnote", "markup", "name", "number"]

_NAME = re.compile(r"(?<![`\\])(`+)(?!`)(.+?)(?<!`)\1(?!`)", re.DOTALL)

_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)

_ESCAPED = re.compile(r"\\[!-/:-@\[-`{-~]")

_CITATION = re.compile(CITATION)

_TARGET = re.compile(
    r"\]\(\s*(<[^>]*>|(?:[^()\s]|\([^()\s]*\))+)(?:\s+(?:\"[^\"]*\"|'[^']*'))?\s*\)(\{[^{}]*\bhreflang=)?"
)

_AUTOMATIC_LINK = re.compile(r"<((?:https?|mailto):[^<>\s]+)>")

_FOOTNOTE = re.compile(r"\[\^([\w-]+)\]:?")

_BLOCK = re.compile(
    r"^[ \t]*(?:/{3,}|!{3}|\?{3}\+?)[ \t]*([A-Za-z][\w-]*)[ \t]*(?:\|.*)?\n?((?:[ \t]{4,}[a-z-]+:.*\n)*)", re.MULTILINE
)

_BLOCK_TYPE = re.compile(r"^[ \t]+type:[ \t]*(\S+)", re.MULTILINE)

_ATTRIBUTES = re.compile(r"\{:?(?=[^{}]*[#.=])((?:\s*(?:[#.][\w-]+|[\w-]+=(?:\"[^\"]*\"|'[^']*'|[^\s{}\"']+)))+)\s*\}")

_ATTRIBUTE = re.compile(r"(?<!\S)(\.[\w-]+|[\w-]+=)")

_SIGN = re.compile(
    r"^[ \t]*(={3})[!+]* [\"']"  # a tab
    r"|^[ \t]*(-+8<-+[ \t]+\S.*?)[ \t]*$"  # a snippet
    r"|^[ \t]*(\$\$)"  # mathematics
    r"|^[ \t]*(?:[-*+]|[0-9]+[.)]) (\[[ xX]\]) "  # a task
    r"|(\+\+[a-z0-9-]+(?:\+[a-z0-9-]+)*\+\+)",  # keys
    re.MULTILINE,
)

_TAG = re.compile(r"<([A-Za-z][\w-]*)\b[^<>]*>|</[A-Za-z][^<>]*>")

_BARE_NAME = re.compile(
    r"(?<![A-Za-z0-9_@./-])"
    r"(?:[A-Za-z0-9][A-Za-z0-9._+-]*@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+"  # an address
    r"|[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+"  # a variable of an environment
    r"|[a-z]+(?:-[a-z]+)+-[0-9]+"  # a region
    r"|[A-Za-z]+[0-9]+(?:\.[0-9]+)*)"  # a version, an ID
    r"(?![A-Za-z0-9_])"
)

_SHOWN = re.compile(r"[`<\[{|$@_\d]|~{3}|/{3}|!{3}|\?{3}|={3}|\+{2}|\]\(")
"""What a text has at least that has any of these; most strings of language files have nothing."""

_NUMBER = re.compile(r"(?<![A-Za-z0-9.,:])([0-9]+(?:[.,:][0-9]+)*)(万?)(?: ?(%|[KMGT]i?B|px|ms)(?![A-Za-z]))?")

_NARROW = str.maketrans("０１２３４５６７８９．，：％", "0123456789.,:%")

_THOUSANDS = re.compile(r",(?=[0-9]{3}(?![0-9]))")

_SMALL = 12
"""Up to here languages write numbers as words, and months by name."""


@dataclass(frozen=True, slots=True)
class Element:
    """One of them, in a section's text.

    Attributes:
        value: what has to be the same in every language; of code its language and its lines.
        line, column: where in the section's text that begins which would be mended, from 0.
        written: what is written there.
        words: what a picture says to those who do not see it.
    """

    kind: Kind
    value: str
    line: int
    column: int
    written: str
    words: str = ""


def elements(text: str) -> Iterator[Element]:
    """Everything of the kind in a section's text, kind by kind in the order of the text."""
    if not _SHOWN.search(text):
        return
    for chunk in chunks(text.split("\n")):
        if chunk.fence:
            yield _code(chunk)
        else:
            yield from _Prose("\n".join(chunk.lines) + "\n", chunk.begin).elements()


def _code(chunk: Chunk) -> Element:
    indent = min((len(line) - len(line.lstrip()) for line in chunk.lines if line.strip()), default=0)
    language = " ".join(chunk.fence.strip().lstrip("-*+>0123456789.) `~").split())
    lines = (line[indent:].rstrip() for line in chunk.lines)
    return Element("code", "\n".join([language, *lines]), chunk.begin, indent, "\n".join(chunk.lines))


class _Prose:
    """Text outside of code. What was found is blanked, so that nothing in it is found again."""

    def __init__(self, text: str, begin: int) -> None:
        self._text, self._begin = text, begin

    def elements(self) -> Iterator[Element]:
        spans = list(_NAME.finditer(self._text))
        names = [self._element("name", match[2].strip(), match.start(2), match[2]) for match in spans]
        self._blank(spans)
        for unseen in (_COMMENT, _ESCAPED, _CITATION):
            self._blank(unseen.finditer(self._text))
        yield from names
        yield from self._links()
        yield from self._found("footnote", _FOOTNOTE)
        yield from self._blocks()
        yield from self._tables()
        yield from self._markup()
        bare = list(_BARE_NAME.finditer(self._text))
        yield from (self._element("name", match[0], match.start(), match[0]) for match in bare)
        self._blank(bare)
        for match in _NUMBER.finditer(self._text.translate(_NARROW)):
            value = _THOUSANDS.sub("", match[1]).removesuffix(":00")
            if match[2] and value.isdigit():
                value += "0000"  # 100万 is 1,000,000.
            if match[3]:
                value += f" {match[3]}"
            if not value.isdigit() or int(value) > _SMALL:
                yield Element("number", value, self._begin + _line(self._text, match.start()), 0, match[0])

    def _element(self, kind: Kind, value: str, at: int, written: str) -> Element:
        line_begin = self._text.rfind("\n", 0, at) + 1
        return Element(kind, value, self._begin + _line(self._text, at), at - line_begin, written)

    def _blank(self, matches: Iterator[re.Match[str]] | Sequence[re.Match[str]]) -> None:
        for match in matches:
            blank = re.sub(r"[^\n]", " ", match[0])
            self._text = self._text[: match.start()] + blank + self._text[match.end() :]

    def _found(self, kind: Kind, pattern: re.Pattern[str]) -> Iterator[Element]:
        matches = list(pattern.finditer(self._text))
        yield from (self._element(kind, match[1], match.start(1), match[1]) for match in matches)
        self._blank(matches)

    def _links(self) -> Iterator[Element]:
        matches = list(_TARGET.finditer(self._text))
        for match in matches:
            # A link that says itself that it leads to another language is meant to differ.
            if not match[2]:
                begin = self._opening(match.start())
                is_image = self._text[begin - 1 : begin] == "!"
                found = self._element("image" if is_image else "link", match[1].strip("<>"), match.start(1), match[1])
                yield replace(found, words=self._text[begin + 1 : match.start()]) if is_image else found
        self._blank(matches)
        # Where a definition stands, no section says: it belongs to the link that names it, maybe in another.
        self._blank(REFERENCE.finditer(self._text))
        yield from self._found("link", _AUTOMATIC_LINK)

    def _opening(self, end: int) -> int:
        """Where the brackets that close here were opened."""
        depth = 0
        for at in range(end, -1, -1):
            depth += (self._text[at] == "]") - (self._text[at] == "[")
            if depth == 0:
                return at
        return end

    def _blocks(self) -> Iterator[Element]:
        for match in _BLOCK.finditer(self._text):
            # Those that are filled from data have a gate of their own.
            if match[1] not in BLOCKS:
                yield self._element("block", match[1], match.start(1), match[1])
            chosen = _BLOCK_TYPE.search(self._text, match.start(2), match.end(2))
            if chosen:
                yield self._element("block", chosen[1], chosen.start(1), chosen[1])

    def _tables(self) -> Iterator[Element]:
        lines = self._text.split("\n")
        at = 0
        while at < len(lines):
            if at and "|" in lines[at] and SEPARATOR.match(lines[at]) and "|" in lines[at - 1]:
                end = at + 1
                while end < len(lines) and lines[end].strip():
                    end += 1
                columns = len(cells(lines[at]))
                yield Element("table", f"{end - at} × {columns}", self._begin + at - 1, 0, "")
                at = end
            at += 1

    def _markup(self) -> Iterator[Element]:
        for match in _ATTRIBUTES.finditer(self._text):
            if names := sorted(_ATTRIBUTE.findall(match[1])):
                yield self._element("markup", f"{{ {' '.join(names)} }}", match.start(), match[0])
        signs = list(_SIGN.finditer(self._text))
        for sign in signs:
            yield self._element("markup", str(sign[sign.lastindex or 0]).lower(), sign.start(), sign[0])
        self._blank(signs)
        tags = list(_TAG.finditer(self._text))
        yield from (self._element("markup", f"<{tag[1]}>", tag.start(), tag[0]) for tag in tags if tag[1])
        self._blank(tags)
        self._blank(_ATTRIBUTES.finditer(self._text))


def _line(text: str, at: int) -> int:
    return text.count("\n", 0, at)
