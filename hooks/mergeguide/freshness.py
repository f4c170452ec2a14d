"""How old the evidence has grown: for the reader on the page, for the maintainer in the build.

The day that counts as today comes from ``desk.today`` and from nowhere else.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from mergeguide.evidence import last_day, newest
from mergeguide.guide import Guide
from mergeguide.ledger import Source
from mergeguide.problems import Problem
from mergeguide.watching import Watched

if TYPE_CHECKING:
    from mergeguide.collecting import Collected

BLOCK = re.compile(r"^\s*/{3,}\s*freshness\s*\|\s*([a-z0-9-]+)\s*$")
Age = Literal["fresh", "old", "too-old"]


@dataclass(frozen=True)
class Freshness:
    """How old a watched part of the guide is on a day.

    Attributes:
        newest: the newest source; None where none has a date.
    """

    watched: Watched
    newest: Source | None
    age: Age


def freshness_of(guide: Guide, watched: Watched, today: datetime.date) -> Freshness:
    """Judge one watched part; evidence without any date is too old."""
    source = newest(_sources(guide, watched))
    if source is None:
        return Freshness(watched, None, "too-old")
    age: Age = "fresh"
    if _months_later(last_day(source), watched.fail_after_months) < today:
        age = "too-old"
    elif _months_later(last_day(source), watched.warn_after_months) < today:
        age = "old"
    return Freshness(watched, source, age)


def _sources(guide: Guide, watched: Watched) -> Sequence[Source]:
    if watched.watches == "timings":
        return [guide.sources[timing.source] for timing in guide.timings]
    edition = next(iter(guide.editions.values()))
    claims = edition.claims if watched.watches == "form" else watched.claims
    return [guide.sources[name] for claim in claims for name in guide.claims[claim].sources]


def _months_later(day: datetime.date, months: int) -> datetime.date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    last = (datetime.date(year + (month == 11), (month + 1) % 12 + 1, 1) - datetime.timedelta(days=1)).day
    return datetime.date(year, month + 1, min(day.day, last))


def freshness_notes(guide: Guide, today: datetime.date) -> Iterator[Problem]:
    """What the maintainer should know: evidence past its first limit, and not yet past its second."""
    yield from (_problem(guide, found) for found in _judged(guide, today) if found.age == "old")


def freshness_problems(guide: Guide, today: datetime.date) -> Iterator[Problem]:
    """Evidence past its second limit."""
    yield from (_problem(guide, found) for found in _judged(guide, today) if found.age == "too-old")


def _judged(guide: Guide, today: datetime.date) -> list[Freshness]:
    return [freshness_of(guide, watched, today) for watched in guide.watched]


def _problem(guide: Guide, found: Freshness) -> Problem:
    document = guide.documents["freshness"]
    index = guide.watched.index(found.watched)
    limits = found.watched.fail_after_months if found.age == "too-old" else found.watched.warn_after_months
    when = f"is of {found.newest.experience} ({found.newest.id})" if found.newest else "has no date"
    return Problem(
        document.path,
        document.line(["watched", index]),
        f'The newest evidence for "{found.watched.id}" {when}, more than {limits} months ago.',
        "Look for a newer report (make evidence names the sources, oldest first), or raise the limit with a reason.",
        "stale-evidence" if found.age == "too-old" else "old-evidence",
    )


def notices(lines: Iterable[tuple[int, str]]) -> frozenset[str]:
    """The watched parts whose notice a page's lines outside of code show."""
    return frozenset(match[1] for _, line in lines if (match := BLOCK.match(line)))


def notice_problems(guide: Guide, pages: Sequence[Collected]) -> Iterator[Problem]:
    """Watched parts that no page of a language shows the notice of."""
    document = guide.documents["freshness"]
    for code in guide.languages:
        shown = {name for page in pages if page.code == code for name in page.notices}
        for index, watched in enumerate(guide.watched):
            if watched.id not in shown:
                yield Problem(
                    document.path,
                    document.line(["watched", index]),
                    f'No page in the language "{code}" shows the notice of "{watched.id}".',
                    f"Write where it belongs, in docs/{code}/:\n/// freshness | {watched.id}\n///",
                    "notice-missing",
                )
