"""In which order tests are tried on a mutant: the one first that has found most of its module's in the least time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

QUICKEST = 0.2
"""Seconds that a test takes at least, once a browser is there."""
HOPES = {False: 0.1, True: 1.0}
"""How often a test of which nothing is known finds a mutant that it reaches; whether it runs modules by themselves."""


@dataclass(frozen=True)
class Measured:
    """How long a test takes, with a browser of its own, and which mutants it reaches.

    Attributes:
        by_itself: it runs modules by themselves, on many values; not a page as a reader does.
    """

    seconds: float
    reached: frozenset[int]
    by_itself: bool

    @property
    def limit(self) -> float:
        """Seconds after which it hangs; a busy machine is no hang."""
        return 20 + 5 * self.seconds


class Order:
    """What is known of the tests, and what they have found."""

    def __init__(self, measured: Mapping[str, Measured]) -> None:
        self._measured = measured
        self._start = min(each.seconds for each in measured.values())
        self._found, self._tried = Counter[tuple[str, str]](), Counter[tuple[str, str]]()

    def tests(self) -> Sequence[str]:
        """All that reach anything."""
        return [test for test, measured in self._measured.items() if measured.reached]

    def reaching(self, number: int, module: str) -> Sequence[str]:
        """Those that reach a mutant of a module."""

        def effort(test: str) -> float:
            hope = HOPES[self._measured[test].by_itself]
            likely = (self._found[test, module] + hope) / (self._tried[test, module] + 1)
            return (self._measured[test].seconds - self._start + QUICKEST) / likely

        return sorted((test for test in self.tests() if number in self._measured[test].reached), key=effort)

    def limits(self, tests: Iterable[str]) -> Sequence[float]:
        """Seconds that each may take."""
        return [self._measured[test].limit for test in tests]

    def learn(self, module: str, passed: Iterable[str], found: str | None) -> None:
        """Remember which tests passed on a mutant of a module, and which one did not."""
        for test in (*passed, *filter(None, [found])):
            self._tried[test, module] += 1
        if found:
            self._found[found, module] += 1
