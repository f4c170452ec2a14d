"""The records of ``formats.yml``: how an answer is repaired, and what it must look like."""

from __future__ import annotations

from typing import Literal

from mergeguide.schema.base import CharacterClass, Count, Id, KeepingPattern, Pattern, Record
from mergeguide.schema.conditions import When

Repair = Literal[
    "width",
    "invisible",
    "hyphens",
    "dots",
    "apostrophes",
    "spaces",
    "single-spaces",
    "edges",
    "lines",
    "upper",
    "digits",
    "escapes",
    "pasted",
]


class Check(Record):
    """One rule of a format: the pattern an answer has to match, or must not, where ``when`` holds."""

    error: Id
    matches: Pattern | None = None
    rejects: Pattern | None = None
    when: When = ()


class Keyboard(Record):
    """How an answer is typed: the keys a phone shows, what it writes large, whether spelling is corrected."""

    shows: Literal["email", "tel", "numeric", "url"] | None = None
    capitals: Literal["none", "sentences", "words", "characters"]
    corrects: bool


class Pasted(Record):
    """What comes with an answer that is copied from elsewhere: the pattern of the whole, what stays in brackets."""

    matches: KeepingPattern


class Format(Record):
    """How answers of one format are repaired, then judged."""

    id: Id
    repairs: tuple[Repair, ...]
    pasted: tuple[Pasted, ...] = ()
    keyboard: Keyboard | None = None
    longest: Count
    checks: tuple[Check, ...]


class LookAlikes(Record):
    """Characters that Japanese input produces where ASCII ones are meant, each list as one string."""

    hyphens: CharacterClass
    dots: CharacterClass
    apostrophes: CharacterClass


class FormatsFile(Record):
    """``formats.yml``."""

    look_alikes: LookAlikes
    formats: tuple[Format, ...]
