"""On which tests a mutant in Python is tried, in which order.

First come the tests that are named after its function or its rules, then those after its module or that one's, then
the others; of each those first that run a line of its function that few tests run, such as the one that tells a
problem, and of these the ones that run the fewest lines at all.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any

LONGEST = 60.0
"""Seconds that the tests of a mutant may take in all: one that no test has found by then has survived."""


@dataclass(frozen=True)
class Reached:
    """What the tests do without any mutant.

    Attributes:
        lines: for each file and line, the tests that run it.
        times: how many seconds each test took.
    """

    lines: Mapping[tuple[str, int], Sequence[str]]
    times: Mapping[str, float]

    @cached_property
    def width(self) -> Mapping[str, int]:
        """How many lines each test runs."""
        return Counter(test for tests in self.lines.values() for test in tests)

    def tests_of(self, mutant: Mapping[str, Any]) -> list[str]:
        """The tests to try a mutant on, in their order.

        Args:
            mutant: an entry of ``drawn.json``. Of its lines the first that tests run counts: a line within an
                expression is not always told apart from the one on which its statement begins.
        """
        places = [(mutant["file"], line) for line in mutant["lines"]]
        found = next((self.lines[place] for place in places if place in self.lines), ())
        nearest = {test: _rank(test, mutant["names"]) for test in found}
        rarity = dict.fromkeys(found, len(self.times))
        for line in mutant["lines"]:
            tests = self.lines.get((mutant["file"], line), ())
            rarity |= {test: min(rarity[test], len(tests)) for test in tests if test in rarity}
        left: float = LONGEST
        chosen: list[str] = []
        for test in sorted(found, key=lambda test: (nearest[test], rarity[test], self.width[test], self.times[test])):
            left -= self.times[test]
            if chosen and left < 0:
                break
            chosen.append(test)
        return chosen


def _rank(test: str, names: Sequence[Sequence[str]]) -> int:
    """0 where the test is named after one of the first names, 1 where it or its file speaks of one of the second."""
    first, second = names
    if any(name in test for name in first):
        return 0
    said = test + _text(test.partition("::")[0])
    return 1 if any(name in said for name in second) else 2


@cache
def _text(file: str) -> str:
    return Path(file).read_text(encoding="utf-8")
