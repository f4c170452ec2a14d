"""Lines of code in two languages: the same but for remarks, for words, and for the labels of a diagram."""

from __future__ import annotations

import re

_DIAGRAM = "mermaid"

_REMARK = re.compile(r"(?:^\s*|\s+)(?:#|//|<!--)(?:\s.*|)$")

_LABEL = re.compile(
    r"([\"|])[^\"|]*\1|(?<=\[)[^()\[\]{}]*(?=\])|(?<=\()[^()\[\]{}]*(?=\))|(?<=\{)[^()\[\]{}]*(?=\})|(?<=: ).*$"
)
"""What a line of a diagram says to readers; the rest is its structure."""


def same_line(language: str, one: str, other: str) -> bool:
    """Whether two lines are the same; remarks, labels, and lines in the source's own script are translated."""
    bare = _without_labels if language.startswith(_DIAGRAM) else without_remark
    return bare(one) == bare(other) or is_prose(bare(one))


def same_code(one: str, other: str) -> bool:
    """Whether two blocks, each with its language before its lines, are the same."""
    (language, *theirs), (named, *own) = one.split("\n"), other.split("\n")
    if language != named or len(theirs) != len(own):
        return False
    return all(same_line(language, line, mine) for line, mine in zip(theirs, own, strict=True))


def first_difference(one: str, other: str) -> str:
    """Where two blocks that are not the same differ, in words."""
    (language, *theirs), (named, *own) = one.split("\n"), other.split("\n")
    if language != named:
        return f'its language is "{named}" instead of "{language}"'
    if len(theirs) != len(own):
        return f"it has {len(own)} lines instead of {len(theirs)}"
    line, mine = next(pair for pair in zip(theirs, own, strict=True) if not same_line(language, *pair))
    return f'"{mine.strip()}" instead of "{line.strip()}"'


def without_remark(line: str) -> str:
    """A line of code without the remark at its end, or nothing of one that is a remark."""
    return _REMARK.sub("", line)


def _without_labels(line: str) -> str:
    return _LABEL.sub("", line)


def is_prose(text: str) -> bool:
    """Whether there are words in a script that no code is written in: those are translated."""
    return any(letter.isalpha() and letter > "\u02ff" for letter in text)
