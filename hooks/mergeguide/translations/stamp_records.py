"""What a file of stamps says, as plain values: right at a glance, or judged by its model.

Nearly every file is as ``sync`` and ``parity`` have written it. The model (``schema.StampsFile``) is asked where one is
not, and has the words for what is wrong. Importing it takes longer than all that a command has to do with stamps.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from mergeguide.data import Document
from mergeguide.problems import Problem

_DIGEST = re.compile("[0-9a-f]{12}")

_DAY = re.compile("20[0-9]{2}-[0-9]{2}-[0-9]{2}")


@dataclass(frozen=True, slots=True)
class Stamp:
    """That a section of a translation says what its original said; see ``schema.Stamp``."""

    source: str
    translation: str
    acknowledged: str | None = None


@dataclass(frozen=True, slots=True)
class Waiver:
    """That a difference between a translation and its original is meant; see ``schema.Waiver``."""

    reason: str
    until: str


@dataclass(frozen=True, slots=True)
class Records:
    """Section → its stamp; alarm of parity → why it is none."""

    sections: Mapping[str, Stamp]
    waivers: Mapping[str, Waiver]


def records_of(document: Document) -> Records | tuple[Problem, ...]:
    """What a file of stamps says, or every problem in it."""
    found = at_a_glance(document)
    return found or _judged(document)


def at_a_glance(document: Document) -> Records | None:
    """What a file says that is right beyond doubt; None where its model is to be asked."""
    sections, waivers = document.tree.get("sections"), document.tree.get("waivers", {})
    if not document.tree.keys() <= {"sections", "waivers"}:
        return None
    if not (isinstance(sections, dict) and isinstance(waivers, dict)):
        return None
    if not (all(map(_is_stamp, sections.values())) and all(map(_is_waiver, waivers.values()))):
        return None
    return Records(
        {key: Stamp(**stamp) for key, stamp in sections.items()},
        {alarm: Waiver(**waiver) for alarm, waiver in waivers.items()},
    )


def _is_stamp(value: object) -> bool:
    return (
        isinstance(value, dict)
        and value.keys() <= {"source", "translation", "acknowledged"}
        and all(_is_like(_DIGEST, value.get(name)) for name in ("source", "translation"))
        and _says_something(value.get("acknowledged", "nothing"))
    )


def _is_waiver(value: object) -> bool:
    if not isinstance(value, dict) or value.keys() != {"reason", "until"} or not _is_like(_DAY, value["until"]):
        return False
    try:
        date.fromisoformat(value["until"])
    except ValueError:
        return False
    return _says_something(value["reason"])


def _is_like(form: re.Pattern[str], value: object) -> bool:
    return isinstance(value, str) and form.fullmatch(value) is not None


def _says_something(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _judged(document: Document) -> Records | tuple[Problem, ...]:
    # For the reason above.
    from mergeguide.data import judge
    from mergeguide.schema import StampsFile

    record = judge(document, StampsFile)
    if isinstance(record, tuple):
        return record
    return Records(
        {key: Stamp(each.source, each.translation, each.acknowledged) for key, each in record.sections.items()},
        {alarm: Waiver(each.reason, each.until) for alarm, each in record.waivers.items()},
    )
