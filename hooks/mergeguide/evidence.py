"""The small mark behind a claim: how old its newest evidence is, and how strong.

Everything follows from the sources, so that a mark can never say more than they do.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from mergeguide.guide import Guide
from mergeguide.languages import Language
from mergeguide.ledger import Claim, Source
from mergeguide.wording import fill, shown_date

Strength = Literal["official", "several", "one", "secondary", "inferred", "unknown"]
OLD_AFTER = datetime.timedelta(days=365)
"""Evidence older than this changes its face (shared design brief, "Dates are part of the design")."""


@dataclass(frozen=True)
class Mark:
    """What a citation shows.

    Attributes:
        text: in the reader's language, for instance "Nov 2025 · 2 reports".
        strength: how well the claim is supported.
        old: whether the newest dated source is older than ``OLD_AFTER``.
    """

    text: str
    strength: Strength
    old: bool


def strength_of(guide: Guide, claim: Claim) -> Strength:
    """How well a claim is supported by its sources."""
    if claim.basis in ("inferred", "unknown"):
        return "inferred" if claim.basis == "inferred" else "unknown"
    kinds = [guide.sources[name].kind for name in claim.sources]
    if "official" in kinds or claim.quoted:
        return "official"
    reports = kinds.count("first-hand")
    return "several" if reports > 1 else "one" if reports else "secondary"


def only_second_hand(guide: Guide, claim: Claim) -> bool:
    """Whether a claim has sources and none of them is official or a report."""
    return bool(claim.sources) and all(guide.sources[name].kind == "secondary" for name in claim.sources)


def newest(sources: Sequence[Source]) -> Source | None:
    """The source whose experience is the newest; None where none has a date."""
    dated = [source for source in sources if source.experience]
    return max(dated, key=last_day) if dated else None


def last_day(source: Source) -> datetime.date:
    """The last day that a source's date surely reaches to; the earliest date there is for an undated one."""
    start, _, end = (source.experience or "0001").partition("/")
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
        return Mark(words.unknown, strength, False)
    sources = [guide.sources[name] for name in claim.sources]
    best = newest(sources)
    parts = [_date(language, best)] if best else []
    parts.append(words.inferred if strength == "inferred" else _kinds(language, claim, sources))
    old = best is not None and today - last_day(best) > OLD_AFTER
    return Mark(words.joint.join(parts), strength, old)


def _date(language: Language, source: Source) -> str:
    """The source's date to the month, which is enough for a mark and keeps it short."""
    months = re.sub(r"([0-9]{4}-[0-9]{2})-[0-9]{2}", r"\1", source.experience or "")
    dates = language.dates
    short = dates.model_copy(update={"months": dates.short_months or dates.months})
    return shown_date(short, months, inferred=source.inferred)


def _kinds(language: Language, claim: Claim, sources: Sequence[Source]) -> str:
    words = language.as_of
    if claim.quoted:
        return words.quoted
    reports = sum(source.kind == "first-hand" for source in sources)
    kinds = [words.official] if any(source.kind == "official" for source in sources) else []
    if reports:
        kinds.append(words.report if reports == 1 else fill(words.reports, {"count": reports}))
    return words.plus.join(kinds) or words.secondary
