"""What a mutation is: one damage of one kind at one place, with the verdict that it has to get.

The kinds themselves stand in ``mutations_of_data``, ``mutations_of_pages`` and ``mutations_of_files``; the harmless
ones, which have to get no verdict at all, in the modules that begin with ``harmless``.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache

from laboratory import Changes, Laboratory
from mergeguide.problems import Problem


@dataclass(frozen=True)
class Mutant:
    """One damage.

    Attributes:
        where: what was damaged, for people.
        changes: the files that it changes.
        rules: any of these has to be the rule that finds it.
        path: in this file,
        lines: at one of these lines. Several where the rule speaks of what stands around the damage: that is
            written down where the kind is.
        named: instead of its line, the problem may name this place (``line 5``, ``fields.yml:12``) in its words.
    """

    where: str
    changes: Changes
    rules: Collection[str]
    path: str
    lines: Collection[int]
    named: str = ""

    def caught_by(self, problems: Collection[Problem]) -> bool:
        """Whether anything was found."""
        return bool(problems)

    def right_rule(self, problems: Collection[Problem]) -> bool:
        """Whether the rule that is meant for this found it."""
        return any(problem.rule in self.rules for problem in problems)

    def right_place(self, problems: Collection[Problem]) -> bool:
        """Whether that rule leads to the damage."""
        return any(
            problem.path == self.path and (problem.line in self.lines or self._is_named(problem))
            for problem in problems
            if problem.rule in self.rules
        )

    def _is_named(self, problem: Problem) -> bool:
        return bool(self.named) and self.named in f"{problem.message} {problem.remedy}"


Mutants = Callable[[Laboratory], Iterator[Mutant]]

FILES = 3
"""Of the files where a kind of damage fits ``make test`` damages at most so many."""


@dataclass(frozen=True)
class Kind:
    """A kind of damage; ``mutants`` makes it at every place where it fits, and every n-th is judged."""

    name: str
    mutants: Mutants
    built: bool = False
    every: int = 1


@dataclass(frozen=True)
class Survey:
    """Where a kind of damage fits.

    Attributes:
        fits: at how many places.
        files: the files that it changes, with the numbers of every n-th mutant that changes them.
        chosen: one mutant for each of some of those, other ones for each kind.
    """

    fits: int
    files: Mapping[tuple[str, ...], list[int]]
    chosen: Mapping[int, Mutant]


@cache
def survey(tried: Kind, laboratory: Laboratory) -> Survey:
    """Make every mutant of a kind, once a run, and keep those that ``make test`` judges: each holds whole files."""
    mutants = [*tried.mutants(laboratory)]
    files: dict[tuple[str, ...], list[int]] = {}
    for number in range(0, len(mutants), tried.every):
        files.setdefault(tuple(sorted(mutants[number].changes)), []).append(number)
    every, first = -(-len(files) // FILES), KINDS.index(tried)
    chosen = {
        numbers[(0, len(numbers) // 2, -1)[place % 3]]
        for place, numbers in enumerate(files.values())
        if place % every == first % every
    }
    return Survey(len(mutants), files, {number: mutants[number] for number in sorted(chosen)})


def files_of(tried: Kind, laboratory: Laboratory) -> Mapping[tuple[str, ...], list[int]]:
    """The files that a kind of damage changes, with the numbers of every n-th mutant that changes them."""
    return survey(tried, laboratory).files


@dataclass
class Score:
    """How the gates did on one kind: where it fits, and of the places that were damaged how many were told."""

    kind: str
    fits: int = 0
    places: int = 0
    caught: int = 0
    right_rule: int = 0
    right_place: int = 0
    failures: list[str] = field(default_factory=list)

    @property
    def missed(self) -> int:
        """How many places were not met by the right rule at the right place."""
        return self.places - self.right_place


KINDS: list[Kind] = []


def kind(name: str, *, built: bool = False, every: int = 1) -> Callable[[Mutants], Mutants]:
    """Declare a kind of damage.

    Args:
        name: what was done, as the table shows it.
        built: the damage lies between the data and a site that was built before.
        every: only every n-th place is damaged, always the same ones, because there are hundreds like it and each
            takes long to judge. With ``EVERY_MUTANT=1`` in the environment it is each of them.
    """

    def declare(mutants: Mutants) -> Mutants:
        KINDS.append(Kind(name, mutants, built, every))
        return mutants

    return declare


def score_in_some_files(laboratory: Laboratory, tried: Kind) -> Score:
    """Damage one place in some of the files where a kind fits, and look at the verdicts."""
    found = survey(tried, laboratory)
    return _judge(laboratory, tried, found.chosen.values(), Score(tried.name, found.fits))


def score(laboratory: Laboratory, tried: Kind) -> Score:
    """Damage every n-th place, one after the other, and look at the verdicts."""
    result = Score(tried.name)

    def every() -> Iterator[Mutant]:
        for number, mutant in enumerate(tried.mutants(laboratory)):
            result.fits += 1
            if number % tried.every == 0 or os.environ.get("EVERY_MUTANT"):
                yield mutant

    return _judge(laboratory, tried, every(), result)


def _judge(laboratory: Laboratory, tried: Kind, mutants: Iterable[Mutant], result: Score) -> Score:
    judge = laboratory.verdict_on_built if tried.built else laboratory.verdict
    for mutant in mutants:
        problems = judge(mutant.changes)
        result.places += 1
        result.caught += mutant.caught_by(problems)
        result.right_rule += mutant.right_rule(problems)
        result.right_place += mutant.right_place(problems)
        if not mutant.right_place(problems):
            found = "\n    ".join(f"[{problem.rule}] {problem}" for problem in problems[:4]) or "nothing"
            wanted = f"{' or '.join(mutant.rules)} at {mutant.path}:{sorted(mutant.lines)[:3]}"
            result.failures.append(f"{mutant.where}: wanted {wanted}, found\n    {found}")
    return result


def table(scores: Collection[Score]) -> str:
    """The scores as lines of text, with their sums: where a kind fits, and what came of the places that were tried."""
    columns = ("fits at", "tried", "caught", "by rule", "at place", "missed")
    head = f"{'kind of damage':58}" + "".join(f"{name:>9}" for name in columns)
    rows = [(one.fits, one.places, one.caught, one.right_rule, one.right_place, one.missed) for one in scores]
    names = [*(one.kind for one in scores), f"{len(scores)} kinds"]
    rows.append(tuple(sum(column) for column in zip(*rows, strict=True)))
    return "\n".join(
        [head, *(f"{name:58}" + "".join(f"{n:9}" for n in row) for name, row in zip(names, rows, strict=True))]
    )
