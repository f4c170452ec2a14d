"""``[@claim-id]`` in a page's source: where citations are, and what is no citation but looks like one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from mergeguide.problems import Problem

CITATION = r"\[@([A-Za-z0-9_-]+)\](?!\()"

_LINK = r"\[[^][]*\]\("

_BROKEN = re.compile(rf"(?!{CITATION}|{_LINK})\[ ?@[A-Za-z0-9_-]*|(?<!\[)@[A-Za-z0-9_-]+\](?!\()")
"""A link may have an @ in its words: ``[follow @example](https://example.com)``."""

_INLINE_CODE = re.compile(r"(`+).*?\1")

_SENTENCE_END = re.compile(r"[。！？|]|[.!?](?=\s|$)")

_EMPHASIS = re.compile(r"[*_]+")


@dataclass(frozen=True, slots=True)
class Cited:
    """A citation on a page.

    Attributes:
        said: the sentence that it ends, without emphasis; all that is before it where no sentence has ended.
    """

    claim: str
    line: int
    said: str


def cited(lines: Iterable[tuple[int, str]]) -> tuple[Cited, ...]:
    """The citations in a page's lines outside of code, in order."""
    found: list[Cited] = []
    paragraph = ""
    for number, line in lines:
        plain = _INLINE_CODE.sub("", line)
        if not plain.strip():
            paragraph = ""
        end = 0
        for match in re.finditer(CITATION, plain) if "[@" in plain else ():
            paragraph += plain[end : match.start()]
            end = match.end()
            found.append(Cited(match[1], number, _sentence(paragraph)))
        paragraph += plain[end:] + "\n"
    return tuple(found)


def _sentence(before: str) -> str:
    """The last sentence of a text."""
    sentences = [part for part in _SENTENCE_END.split(_EMPHASIS.sub("", before)) if part.strip()]
    return " ".join(sentences[-1].split()) if sentences else ""


def citation_problems(path: str, lines: Iterable[tuple[int, str]]) -> Iterator[Problem]:
    """Citations that lack a bracket or have a space inside: they would stand on the page as text."""
    for number, line in lines:
        if "@" in line:
            for match in _BROKEN.finditer(_INLINE_CODE.sub("", line)):
                yield Problem(
                    path,
                    number,
                    f'"{match[0]}" was not understood as a citation and would stand on the page as text.',
                    "Write [@claim-id], or put it in backticks if it is none.",
                    "citation-form",
                )
