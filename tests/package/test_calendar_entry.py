"""The calendar entry as the build writes it: a line for each thing, none longer than calendars read."""

from __future__ import annotations

from icalendar import Calendar

from mergeguide.data import Guide
from mergeguide.generator.calendar_entry import calendar_entry

PLACES = {"unique": "1-2-3-4", "stamp": "20261126T090000Z", "day": "20261210", "next": "20261211"}
SAID = "返信は届きましたか；届いていなければ、" * 8 + "ask; then wait, or \\ not\nagain"


def test_a_calendar_reads_what_is_said(guide: Guide) -> None:
    language = guide.languages["ja"]
    language = language.model_copy(update={"generator": {**language.generator, "reminder-text": SAID}})

    lines = calendar_entry(language, "ja").format(**PLACES).split("\n")

    assert max(len(line.encode()) for line in lines) == 75
    (event,) = Calendar.from_ical("\r\n".join([*lines, ""])).walk("VEVENT")
    assert str(event["DESCRIPTION"]) == SAID
    assert str(event["SUMMARY"]) == language.generator["reminder-title"]
    assert (event["UID"], event["DTSTART"].to_ical()) == ("1-2-3-4", b"20261210")
