"""Alarms: what differs between a translation and its original, each with a name by which it can be waived.

A name is made of what differs, so that a waiver stands for one difference and for no other that comes later.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256

from mergeguide.day import today
from mergeguide.parity.elements import Element
from mergeguide.problems import Problem
from mergeguide.translations import Stamps, path_of

COMMAND = "python -m mergeguide translations parity"

Waivers = Mapping[tuple[str, str], Stamps]
"""Language and page → the stamps of it, which have the waivers."""


@dataclass(frozen=True, slots=True)
class Alarm:
    """A difference.

    Attributes:
        code: the translation's language.
        name: the page's file below its language's folder.
        section: the id of the heading.
        problem: what is told of it.
        differs: what the difference is made of.
        original, own: what stands in the original and in the translation, if it is one thing in each.
    """

    code: str
    name: str
    section: str
    problem: Problem
    differs: tuple[str, ...] = ()
    original: Element | None = None
    own: Element | None = None

    @property
    def key(self) -> str:
        """Its name on its page."""
        digest = sha256("\n".join((self.problem.rule, *self.differs)).encode()).hexdigest()[:6]
        return f"{self.section}:{self.problem.rule}:{digest}"

    @property
    def address(self) -> str:
        """Its name, as commands take it."""
        return f"{path_of(self.code, self.name)}#{self.key}"


def not_waived(
    alarms: Iterable[Alarm], waivers: Waivers, is_judged: Callable[[str], bool], unknown: Collection[str] = ()
) -> Iterator[Problem]:
    """What is told: alarms that nobody has waived, and waivers that waive nothing.

    Args:
        is_judged: whether a rule was judged; a waiver of another may well be needed.
        unknown: addresses of sections that were not judged.
    """
    day = today()
    used: set[tuple[str, str, str]] = set()
    for alarm in alarms:
        stamps = waivers.get((alarm.code, alarm.name))
        waiver = stamps.waivers.get(alarm.key) if stamps else None
        if waiver:
            used.add((alarm.code, alarm.name, alarm.key))
        if not waiver or date.fromisoformat(waiver.until) < day:
            ended = f"It was waived until {waiver.until}: {waiver.reason}\n" if waiver else ""
            yield replace(alarm.problem, remedy=f"{ended}{alarm.problem.remedy}\n{how_to_waive(alarm)}")
    for (code, name), stamps in waivers.items():
        for key in stamps.waivers:
            section, _, rest = key.partition(":")
            address = f"{path_of(code, name)}#{section}"
            if is_judged(rest.partition(":")[0]) and (code, name, key) not in used and address not in unknown:
                yield _orphan(stamps, path_of(code, name), key)


def mend(path: str) -> str:
    """The command that mends what needs no translator, behind what else can be done."""
    return f"\nOr let it be mended:\n{COMMAND} --fix {path}"


def how_to_waive(alarm: Alarm) -> str:
    """The command after which an alarm is none."""
    return f"If it is meant:\n{COMMAND} --waive {alarm.address} --reason 'REASON' --until DATE"


def _orphan(stamps: Stamps, page: str, key: str) -> Problem:
    return Problem(
        stamps.path,
        stamps.waiver_lines[key],
        f'The waiver of "{key}" waives nothing: there is no such difference.',
        f"To drop it:\n{COMMAND} --fix {page}",
        "orphaned-waiver",
    )
