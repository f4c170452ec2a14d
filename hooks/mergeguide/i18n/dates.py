"""Dates as a letter writes them and as a page shows them, in a language."""

from __future__ import annotations

import re
from collections.abc import Sequence

from mergeguide.i18n.placeholders import fill
from mergeguide.schema import Dates


def letter_date(dates: Dates, iso: str) -> str:
    """``2026-03-31`` as a letter in that language writes it; anything else comes back as it is."""
    match = re.fullmatch(r"([0-9]{4})-([0-9]{2})-([0-9]{2})", iso)
    return _date(dates, dates.letter, match.groups()) if match else iso


def shown_date(dates: Dates, when: str | None, *, inferred: bool = False) -> str:
    """A source's date (year, month, day or interval) as pages show it."""
    if when is None:
        return dates.none
    start, _, end = when.partition("/")
    if not end:
        shown = _point(dates, start)
    elif end == "..":
        shown = fill(dates.since, {"from": _point(dates, start)})
    elif start == "..":
        shown = fill(dates.until, {"to": _point(dates, end)})
    else:
        shown = fill(dates.between, {"from": _point(dates, start), "to": _point(dates, end)})
    return fill(dates.inferred, {"date": shown}) if inferred else shown


def _point(dates: Dates, point: str) -> str:
    parts = point.split("-")
    return _date(dates, (dates.year, dates.month, dates.day)[len(parts) - 1], parts)


def _date(dates: Dates, pattern: str, parts: Sequence[str]) -> str:
    year, month, day = (*(int(part) for part in parts), 0, 0)[:3]
    name = dates.months[month - 1] if 0 < month <= len(dates.months) else month
    return fill(pattern, {"year": year, "month": name, "day": day})
