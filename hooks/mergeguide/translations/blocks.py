"""A section of Markdown as a list of its blocks, each with its words: the text that a stamp is the digest of.

Paragraphs, items, rows, definitions, admonitions and code stay apart; how they are indented, numbered, folded into
lines or set off by blank lines does not count. It is made by lines, as ``pages.headings``: a parser of Markdown would
make the elements that readers see, but takes a hundred times as long, and needs the site's settings.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from mergeguide.pages import REFERENCE, SEPARATOR, cells
from mergeguide.translations.prose import words_of

_COMMENT = re.compile(r"(`+)(?:(?!\1).)+\1|<!--.*?-->", re.DOTALL)

_FENCE = re.compile(r"^(\s*(?:[-*+]\s+|[0-9]+[.)]\s+|>\s*)*)(`{3,}(?!.*`)|~{3,})")

_HEADING = re.compile(r"^#{1,6}\s+(.*)$")

_BLOCK = re.compile(r"^\s*/{3,}\s*([A-Za-z][\w-]*)\s*(?:\|\s*(.*))?$")

_BLOCK_END = re.compile(r"^\s*/{3,}\s*$")

_OPTION = re.compile(r"^\s{2,}([a-z-]+):\s*(.*)$")

_RULE = re.compile(r"^\s*([-*_])(?:\s*\1){2,}\s*$")

_ITEM = re.compile(r"^(\s*)(?:([-*+])|[0-9]+[.)])\s+(.*)$")

_DEFINITION = re.compile(r"^ {0,3}:\s+(.*)$")

_QUOTE = re.compile(r"^\s*>\s?(.*)$")


def canonical(text: str) -> str:
    """The blocks of a section, one a line, without anything that a translation need not follow."""
    scanner = _Scanner()
    for chunk in chunks(text.split("\n")):
        if chunk.fence:
            scanner.code(chunk.lines)
        else:
            shown = _COMMENT.sub(lambda match: match[0] if match[1] else "", "\n".join(chunk.lines))
            for line in shown.split("\n"):
                scanner.line(line)
    return "\n".join(scanner.ended())


class Chunk(NamedTuple):
    """Lines outside of code, or a block of code.

    Attributes:
        begin: the index of its first line.
        lines: without the fences.
        fence: the line that opens the code; ``""`` outside of code.
    """

    begin: int
    lines: Sequence[str]
    fence: str


def chunks(lines: Sequence[str]) -> Iterator[Chunk]:
    """The lines in turn outside and inside of fences."""
    begin = 0
    chunk: list[str] = []
    opened = fence = ""
    for number, line in enumerate(lines):
        mark = _FENCE.match(line)
        if fence and mark and mark[2].startswith(fence) and line.strip() == mark[2]:
            yield Chunk(begin, chunk, opened)
            begin, chunk, opened, fence = number + 1, [], "", ""
        elif not fence and mark:
            if mark[1].strip():
                chunk.append(mark[1])
            yield Chunk(begin, chunk, "")
            begin, chunk, opened, fence = number + 1, [], line, mark[2]
        else:
            chunk.append(line)
    yield Chunk(begin, chunk, opened)


class _Scanner:
    """Puts lines together to blocks."""

    def __init__(self) -> None:
        self._found: list[str] = []
        self._open: list[str] = []
        self._kind = ""
        self._indents: list[int] = []
        self._in_table = self._in_options = False

    def ended(self) -> list[str]:
        """Every block, once all lines are in."""
        self._close()
        return self._found

    def code(self, lines: Sequence[str]) -> None:
        """A block of code: its lines as they are, but for the indent that they have in common."""
        self._close()
        indent = min((len(line) - len(line.lstrip()) for line in lines if line.strip()), default=0)
        self._found += ["code", *(line[indent:].rstrip() for line in lines), "end"]

    def line(self, line: str) -> None:
        """One line outside of code."""
        if self._in_options and self._option(line):
            return
        self._in_options = False
        if not line.strip():
            self._close()
            self._in_table = False
        elif heading := _HEADING.match(line):
            self._whole("heading", heading[1])
        elif block := _BLOCK.match(line):
            self._whole(f"block {block[1]}", block[2] or "")
            self._in_options = True
        elif _BLOCK_END.match(line):
            self._whole("end", "")
        elif self._separates(line):
            self._header()
        elif self._in_table or line.lstrip().startswith("|"):
            self._row(line)
        elif _RULE.match(line) or REFERENCE.match(line):
            self._close()
        else:
            self._text(line)

    def _option(self, line: str) -> bool:
        option = _OPTION.match(line)
        if option and option[1] == "type":
            self._found.append(f"type {option[2].strip()}")
        return bool(option)

    def _separates(self, line: str) -> bool:
        return "|" in line and bool(SEPARATOR.match(line)) and not self._in_table

    def _header(self) -> None:
        # The line above is the head of a table, which may be written without bars at its edges.
        above, self._open = self._open[-1:], self._open[:-1]
        self._close()
        self._in_table = True
        for line in above:
            self._row(line)

    def _row(self, line: str) -> None:
        self._close()
        # An empty cell at the end looks like a bar at the edge.
        self._found.append(f"row {' | '.join(map(words_of, cells(line))).rstrip(' |')}")

    def _text(self, line: str) -> None:
        indent = len(line) - len(line.lstrip())
        if item := _ITEM.match(line):
            self._close()
            while self._indents and self._indents[-1] >= indent:
                self._indents.pop()
            self._indents.append(indent)
            self._begin(f"{'item' if item[2] else 'step'} {len(self._indents)}", item[3])
        elif definition := _DEFINITION.match(line):
            self._close()
            self._begin("definition", definition[1])
        elif quote := _QUOTE.match(line):
            if self._kind != "quote":
                self._close()
                self._begin("quote", quote[1])
            else:
                self._open.append(quote[1])
        elif self._open:
            self._open.append(line)
        else:
            while self._indents and self._indents[-1] >= indent:
                self._indents.pop()
            self._begin(f"paragraph {len(self._indents)}", line)

    def _begin(self, kind: str, text: str) -> None:
        self._kind, self._open = kind, [text]

    def _whole(self, kind: str, text: str) -> None:
        self._close()
        self._found.append(f"{kind} {words_of(text)}".rstrip())

    def _close(self) -> None:
        words = words_of("\n".join(self._open)) if self._open else ""
        if words:
            self._found.append(f"{self._kind} {words}")
        self._kind, self._open = "", []
