"""Dates as people write them, as a letter writes them and as a page shows them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from mergeguide.i18n.placeholders import fill
from mergeguide.schema import Dates, Written


def iso_date(text: str, written: Sequence[Written], months: Sequence[Sequence[str]]) -> str:
    """``2026-03-31`` or ``2026-03`` for a date that somebody wrote; anything else comes back as it is.

    Args:
        months: the names of months, a list for each language that has names.
    """
    for way in written:
        match = re.search(way.matches, text)
        if match:
            parts = {name: part for name, part in zip(way.holds, match.groups(), strict=True) if part}
            month = _month_number(parts["month"], months)
            if month:
                year = way.adds + (1 if parts["year"] == "元" else int(parts["year"]))
                return "-".join([f"{year:04}", f"{month:0>2}", *(f"{part:0>2}" for part in [parts.get("day")] if part)])
    return text


def _month_number(month: str, months: Sequence[Sequence[str]]) -> str:
    """A number as it is; of a name its number, where it is one month's only and three letters of it are there."""
    if month.isdecimal():
        return month
    found = {
        str(number)
        for names in months
        for number, name in enumerate(names, 1)
        if len(month) > 2 and name.lower().startswith(month.lower())
    }
    return found.pop() if len(found) == 1 else ""


def letter_date(dates: Dates, iso: str) -> str:
    """``2026-03-31`` or ``2026-03`` as a letter in that language writes it; anything else comes back as it is."""
    match = re.fullmatch(r"([0-9]{4})-([0-9]{2})(?:-([0-9]{2}))?", iso)
    if not match:
        return iso
    return _date(dates, dates.letter if match[3] else dates.letter_month, [part for part in match.groups() if part])


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
