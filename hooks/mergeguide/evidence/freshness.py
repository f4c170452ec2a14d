"""How old the evidence has grown: for the reader on the page, for the maintainer in the build.

The day that counts as today comes from ``day`` and from nowhere else.
"""

from __future__ import annotations

import datetime
import itertools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from mergeguide.data import Guide
from mergeguide.evidence.marks import Dated, dates_of, dates_of_sources, last_day_of, newest
from mergeguide.problems import Problem
from mergeguide.schema import Watched

Age = Literal["fresh", "old", "too-old"]

_TIME_ZONES = datetime.timedelta(days=1)
"""Where the maintainer lives it may be tomorrow already."""


@dataclass(frozen=True)
class Freshness:
    """How old a watched part of the guide is on a day.

    Attributes:
        newest: when the newest of its evidence was so; None where none has a date.
        months: how many whole months that is ago.
    """

    watched: Watched
    newest: Dated | None
    age: Age
    months: int = 0


def freshness_of(guide: Guide, watched: Watched, today: datetime.date) -> Freshness:
    """Judge one watched part; evidence without any date is too old."""
    found = newest(_dates_of(guide, watched))
    if found is None:
        return Freshness(watched, None, "too-old")
    age: Age = "fresh"
    day = last_day_of(found.when)
    if _months_later(day, watched.fail_after_months) < today:
        age = "too-old"
    elif _months_later(day, watched.warn_after_months) < today:
        age = "old"
    return Freshness(watched, found, age, _whole_months(day, today))


def _dates_of(guide: Guide, watched: Watched) -> Iterable[Dated]:
    if watched.watches == "timings":
        return dates_of_sources(guide.sources[timing.source] for timing in guide.timings)
    edition = next(iter(guide.editions.values()))
    claims = edition.claims if watched.watches == "form" else watched.claims
    return [dated for claim in claims for dated in dates_of(guide, guide.claims[claim])]


def _months_later(day: datetime.date, months: int) -> datetime.date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    last = (datetime.date(year + (month == 11), (month + 1) % 12 + 1, 1) - datetime.timedelta(days=1)).day
    return datetime.date(year, month + 1, min(day.day, last))


def _whole_months(day: datetime.date, today: datetime.date) -> int:
    return next(months for months in itertools.count() if _months_later(day, months + 1) > today)


def freshness_notes(guide: Guide, today: datetime.date) -> Iterator[Problem]:
    """What the maintainer should know: evidence past its first limit, and not yet past its second."""
    yield from (_problem(guide, found) for found in _judged(guide, today) if found.age == "old")


def freshness_problems(guide: Guide, today: datetime.date) -> Iterator[Problem]:
    """Evidence past its second limit, and dates still to come, which would keep it fresh for ever."""
    yield from (_problem(guide, found) for found in _judged(guide, today) if found.age == "too-old")
    for file, place, told, when in _dates(guide):
        if any(_first_day(point) > today + _TIME_ZONES for point in when.split("/") if point.strip(".")):
            yield guide.documents[file].problem(
                place, f"{told}, which is still to come.", "Correct the date.", "future-date"
            )


def _dates(guide: Guide) -> Iterator[tuple[str, Sequence[str | int], str, str]]:
    """Every date of the ledger: its file, its place there, what says it, and the date."""
    for index, source in enumerate(guide.sources.values()):
        for key, when in (("experience", source.experience or ""), ("looked-at", source.looked_at)):
            yield "sources", ("sources", index, key), f'The source "{source.id}" has {key}: {when}', when
    for index, claim in enumerate(guide.claims.values()):
        place = ("claims", index)
        if claim.checked:
            day = claim.checked.on
            yield "claims", (*place, "checked", "on"), f'The claim "{claim.id}" was checked on {day}', day
        for number, entry in enumerate(claim.evidence):
            if entry.held:
                told = f'The entry of {entry.source} under "{claim.id}" has held: {entry.held}'
                yield "claims", (*place, "evidence", number, "held"), told, entry.held


def _first_day(point: str) -> datetime.date:
    return datetime.date.fromisoformat(f"{point}-01-01"[:10])


def _judged(guide: Guide, today: datetime.date) -> list[Freshness]:
    return [freshness_of(guide, watched, today) for watched in guide.watched]


def _problem(guide: Guide, found: Freshness) -> Problem:
    document = guide.documents["freshness"]
    index = guide.watched.index(found.watched)
    limit = "fail-after-months" if found.age == "too-old" else "warn-after-months"
    dated = found.newest
    when = f"is of {dated.when} ({dated.source}), {found.months} months ago" if dated else "has no date"
    of = f" (form edition {next(iter(guide.editions))})" if found.watched.watches == "form" else ""
    return document.problem(
        ["watched", index],
        f'The newest evidence for "{found.watched.id}"{of} {when}.',
        f"Look for a newer report (make evidence names the sources, oldest first), or raise {limit} with a reason.",
        "stale-evidence" if found.age == "too-old" else "old-evidence",
    )
