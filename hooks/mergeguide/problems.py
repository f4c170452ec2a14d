"""What is wrong, where, and how to mend it: the one shape in which every check reports."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import asdict, dataclass


@dataclass(frozen=True, order=True)
class Problem:
    """One finding.

    Attributes:
        path: the file, relative to the project's root, with forward slashes.
        line: the line, counted from 1.
        message: what is wrong, in one sentence.
        remedy: what to do about it.
        rule: the name of the rule that does not hold, one of ``rules.RULES``; none where an answer is judged.
    """

    path: str
    line: int
    message: str
    remedy: str = ""
    rule: str = ""

    def __str__(self) -> str:
        remedy = "".join(f"\n    {line}" for line in self.remedy.splitlines())
        rule = f" [{self.rule}]" if self.rule else ""
        return f"{self.path}:{self.line}: {self.message}{rule}{remedy}"

    def as_json(self) -> dict[str, str | int]:
        """The finding as plain values for ``--json``."""
        return asdict(self)


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The problems in file order, each one once."""
    return tuple(sorted(set(problems)))


def listing(problems: Iterable[Problem]) -> str:
    """All problems as the text that an author reads."""
    return "\n".join(str(problem) for problem in problems)


def nearest(word: str, known: Iterable[str]) -> str:
    """``Did you mean "x"? `` for a word close to a known one, else an empty string."""
    # No id is that long, and comparing takes time that grows with its square.
    close = difflib.get_close_matches(word, list(known), n=1, cutoff=0.6) if len(word) < 200 else []
    return f'Did you mean "{close[0]}"? ' if close else ""
