"""The small mark behind a claim: how old its newest evidence is, and how strong.

Everything follows from the claim's own entries, so that a mark can never say more than they do, and never lends one
statement the date or the number of another.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from mergeguide.data import Guide
from mergeguide.i18n import fill, shown_date
from mergeguide.schema import Claim, Language, Source

Strength = Literal["official", "several", "one", "secondary", "inferred", "unknown"]

OLD_AFTER = datetime.timedelta(days=365)
"""Evidence older than this is shown as old."""


@dataclass(frozen=True)
class Mark:
    """What a citation shows.

    Attributes:
        short: what is seen at first, in the reader's language: the year or years, for instance "2025"; empty where
            nothing is known.
        text: all of it, for instance "Nov 2025 · 2 reports".
        strength: how well the claim is supported.
        old: whether its newest dated entry is older than ``OLD_AFTER``.
    """

    short: str
    text: str
    strength: Strength
    old: bool


@dataclass(frozen=True)
class Dated:
    """When something was so.

    Attributes:
        when: a date of the ledger.
        inferred: whether that is our reading of the source.
        source: the source's id.
    """

    when: str
    inferred: bool
    source: str


def strength_of(guide: Guide, claim: Claim) -> Strength:
    """How well a claim is supported by its entries."""
    if claim.basis in ("inferred", "unknown"):
        return "inferred" if claim.basis == "inferred" else "unknown"
    kinds = kinds_of(guide, claim)
    if "official" in kinds or claim.quoted:
        return "official"
    return "secondary" if "secondary" in kinds else "several" if len(claim.sources) > 1 else "one"


def kinds_of(guide: Guide, claim: Claim) -> frozenset[str]:
    """The kinds of the sources that a claim rests on."""
    return frozenset(guide.sources[name].kind for name in claim.sources)


def dates_of(guide: Guide, claim: Claim) -> tuple[Dated, ...]:
    """When each dated entry of a claim was so, the newest last: its own date, else its source's."""
    dates = []
    for entry in claim.evidence:
        source = guide.sources[entry.source]
        when = entry.held or source.experience
        if when:
            dates.append(Dated(when, source.inferred and not entry.held, source.id))
    return tuple(sorted(dates, key=lambda dated: last_day_of(dated.when)))


def dates_of_sources(sources: Iterable[Source]) -> tuple[Dated, ...]:
    """When what dated sources tell was so."""
    return tuple(Dated(source.experience, source.inferred, source.id) for source in sources if source.experience)


def newest(dates: Iterable[Dated]) -> Dated | None:
    """The date that reaches to the latest day, the first of several; None where there is none."""
    return max(dates, key=lambda dated: last_day_of(dated.when), default=None)


def last_day(source: Source) -> datetime.date:
    """The last day that a source's date surely reaches to; the earliest date there is for an undated one."""
    return last_day_of(source.experience or "0001")


@lru_cache(maxsize=1024)  # most claims were looked at on the same few days
def last_day_of(when: str) -> datetime.date:
    """The last day that a date of the ledger surely reaches to."""
    start, _, end = when.partition("/")
    point = start if end in ("", "..") else end
    year, month, day = (*(int(part) for part in point.split("-")), 0, 0)[:3]
    if day:
        return datetime.date(year, month, day)
    after = datetime.date(year + 1, 1, 1) if not month or month == 12 else datetime.date(year, month + 1, 1)
    return after - datetime.timedelta(days=1)


def mark(guide: Guide, language: Language, claim: Claim, today: datetime.date) -> Mark:
    """The mark of a claim in a language, seen on a day."""
    words = language.as_of
    strength = strength_of(guide, claim)
    if strength == "unknown":
        return Mark("", words.unknown, strength, False)
    dates = dates_of(guide, claim)
    kind = words.inferred if strength == "inferred" else _kind(language, claim, strength)
    if not dates:
        return Mark(words.undated, words.joint.join((words.undated, kind)), strength, False)
    years = _years(language, dates)
    several = dates[0].when[:4] != dates[-1].when[:4] and strength != "inferred"
    shown = years if several else _month(language, dates[-1])
    old = today - last_day_of(dates[-1].when) > OLD_AFTER
    short = words.inferred if strength == "inferred" else years
    return Mark(short, words.joint.join((shown, kind)), strength, old)


def _years(language: Language, dates: Sequence[Dated]) -> str:
    first, last = (last_day_of(dated.when).year for dated in (dates[0], dates[-1]))
    if first == last:
        return fill(language.dates.year, {"year": last, "month": "", "day": ""})
    return fill(language.as_of.years, {"from": first, "to": last})


def _month(language: Language, dated: Dated) -> str:
    """A date to the month, which is enough for a mark and keeps it short."""
    months = re.sub(r"([0-9]{4}-[0-9]{2})-[0-9]{2}", r"\1", dated.when)
    dates = language.dates
    short = dates.model_copy(update={"months": dates.short_months or dates.months})
    return shown_date(short, months, inferred=dated.inferred)


def _kind(language: Language, claim: Claim, strength: Strength) -> str:
    words = language.as_of
    if claim.quoted:
        return words.quoted
    if strength == "several":
        return fill(words.reports, {"count": len(claim.sources)})
    return {"official": words.official, "one": words.report}.get(strength, words.secondary)
