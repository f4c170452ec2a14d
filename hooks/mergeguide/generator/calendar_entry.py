"""The calendar entry for the day on which to ask again, with places for that day: iCalendar, RFC 5545."""

from __future__ import annotations

from collections.abc import Iterator

from mergeguide.schema import Language

_LONGEST = 75
"""Octets of a line, the space before a continued one among them (section 3.1)."""


def calendar_entry(language: Language, code: str) -> str:
    """The lines of a calendar with one entry for a whole day.

    The browser fills in ``{unique}``, a name that no other entry has, ``{stamp}``, the moment, ``{day}`` and
    ``{next}``, the day after it. They are shorter than a line can be.

    Args:
        language: whose words the entry says.
        code: that of the language.
    """
    title, text = (_escaped(str(language.generator[name])) for name in ("reminder-title", "reminder-text"))
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:-//AWS Certification account merge guide//{code.upper()}",
        "BEGIN:VEVENT",
        "UID:{unique}",
        "DTSTAMP:{stamp}",
        "DTSTART;VALUE=DATE:{day}",
        "DTEND;VALUE=DATE:{next}",
        # The day stays free for whoever looks for a time in it.
        "TRANSP:TRANSPARENT",
        f"SUMMARY:{title}",
        f"DESCRIPTION:{text}",
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        # Nine in the morning of the day: an entry for a whole day begins at midnight, when nobody is to be woken.
        "TRIGGER:PT9H",
        f"DESCRIPTION:{title}",
        "END:VALARM",
        "END:VEVENT",
        "END:VCALENDAR",
    ]
    return "\n".join(part for line in lines for part in _folded(line))


def _escaped(text: str) -> str:
    for sign in "\\;,":
        text = text.replace(sign, f"\\{sign}")
    return text.replace("\n", "\\n")


def _folded(line: str) -> Iterator[str]:
    """No character is cut."""
    part, room = "", _LONGEST
    for character in line:
        size = len(character.encode())
        if size > room:
            yield part
            part, room = " ", _LONGEST - 1
        part += character
        room -= size
    yield part
