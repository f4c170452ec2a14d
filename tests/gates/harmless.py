"""What a harmless edit is: one that changes how the guide is written, or adds to it, and damages nothing.

An edit is made at every place of a file at once: what any one of the places would raise, the file raises.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field

from laboratory import Changes, Laboratory


@dataclass(frozen=True)
class Edit:
    """One edit.

    Attributes:
        where: what was edited, for people.
        changes: the files that it changes.
        places: at how many places.
    """

    where: str
    changes: Changes
    places: int = 1


Edits = Callable[[Laboratory], Iterator[Edit]]


@dataclass(frozen=True)
class Harmless:
    """A kind of harmless edit; ``edits`` makes it everywhere where it fits.

    Attributes:
        alike: only the writing changes, so that the data has to read the very same.
    """

    name: str
    edits: Edits
    alike: bool


@dataclass
class Quiet:
    """How the gates did on one kind; a false alarm is an edit that anything was said about."""

    kind: str
    edits: int = 0
    places: int = 0
    false_alarms: int = 0
    failures: list[str] = field(default_factory=list)


HARMLESS: list[Harmless] = []
ABOUT_LENGTH = ("way-long", "many-marks")
"""An edit that is made at every place at once can add more text than a way may have: that is then no false alarm."""


def harmless(name: str, *, alike: bool = False) -> Callable[[Edits], Edits]:
    """Declare a kind of harmless edit.

    Args:
        name: what was done, as the table shows it.
        alike: see ``Harmless``.
    """

    def declare(edits: Edits) -> Edits:
        HARMLESS.append(Harmless(name, edits, alike))
        return edits

    return declare


def some_of(count: int, most: int, first: int) -> set[int]:
    """At most so many of the numbers up to a count, equally far apart, from one of those before the second on."""
    apart = max(1, -(-count // most))
    return set(range(first % apart, count, apart))


def listen(laboratory: Laboratory, tried: Harmless, *, most: int = 0, first: int = 0) -> Quiet:
    """Make every edit in turn, or at most so many, spread over all; nothing may be said about any."""
    result = Quiet(tried.name)
    count = sum(1 for _ in tried.edits(laboratory)) if most else 0
    for edit in _chosen(tried.edits(laboratory), some_of(count, most, first) if most else None):
        problems = [one for one in laboratory.verdict(edit.changes) if one.rule not in ABOUT_LENGTH]
        result.edits += 1
        result.places += edit.places
        if problems:
            result.false_alarms += 1
            result.failures.append(
                f"{edit.where}:\n    " + "\n    ".join(f"[{problem.rule}] {problem}" for problem in problems[:4])
            )
        elif tried.alike and not laboratory.reads_the_same(edit.changes):
            result.failures.append(f"{edit.where}: the data is no longer the same")
    return result


def _chosen(edits: Iterator[Edit], numbers: Collection[int] | None) -> Iterator[Edit]:
    return (edit for number, edit in enumerate(edits) if numbers is None or number in numbers)


def quiet_table(results: Collection[Quiet]) -> str:
    """The results as lines of text, with their sums."""
    head = f"{'kind of harmless edit':58} {'edits':>7} {'places':>7} {'false alarms':>13}"
    total = Quiet(f"{len(results)} kinds")
    for one in results:
        total.edits += one.edits
        total.places += one.places
        total.false_alarms += one.false_alarms
    rows = [f"{one.kind:58} {one.edits:7} {one.places:7} {one.false_alarms:13}" for one in (*results, total)]
    return "\n".join([head, *rows])
