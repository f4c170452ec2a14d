"""The records of ``formats.yml``: how an answer is repaired, and what it must look like."""

from typing import Literal

from mergeguide.schema.base import CharacterClass, Count, Flag, Id, KeepingPattern, Pattern, Record, Some
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
    """The error that is shown where it fails: a key under errors: in the language files."""
    matches: Pattern | None = None
    """A regular expression that the answer has to match."""
    rejects: Pattern | None = None
    """A regular expression that the answer must not match."""
    when: When = ()
    """The check counts only under these conditions. Leave it out for always."""


class Keyboard(Record):
    """How an answer is typed: the keys a phone shows, what it capitalises, whether spelling is corrected."""

    shows: Literal["email", "tel", "numeric", "url"] | None = None
    """The keys that a phone shows: email, tel, numeric or url. Leave it out for all keys."""
    capitals: Literal["none", "sentences", "words", "characters"]
    """What a phone writes in capitals by itself."""
    corrects: Flag
    """Whether the system may correct the spelling and underline it. Never in names, ids and addresses."""


class Pasted(Record):
    """What comes with an answer that is copied from elsewhere: the pattern of the whole, what stays in brackets."""

    matches: KeepingPattern
    """A regular expression for a whole answer, from ^ to $. What its brackets match stays; it has to leave something
    out.
    """


class Written(Record):
    """A way in which people write a day or a month."""

    matches: KeepingPattern
    """A regular expression for the whole answer after its repairs, from ^ to $."""
    holds: Some[Literal["year", "month", "day"]]
    """What its brackets match, in their order: year, month, day. A month is a number, or at least three letters with
    which the name of a month begins in one of the languages (dates: months:). 元 is a year 1.
    """
    adds: int = 0
    """What makes a year of an era one of the common calendar, as 2018 for 令和."""


class Format(Record):
    """How answers of one format are repaired, then judged."""

    id: Id
    """The format's id. Language files describe it to readers under formats:."""
    repairs: tuple[Repair, ...]
    """What is done to an answer, in order, each time its field is left and before the letter is made. width: full-width
    and half-width characters, composed accents. invisible: characters without width go. hyphens, dots, apostrophes:
    look-alikes become ASCII. spaces: all white space goes. single-spaces: runs of white space become one space. edges:
    none at both ends. lines: one kind of line end, no spaces before it, no runs of empty lines. upper: capitals.
    digits: all but 0 to 9 goes. escapes: %40 and its like, in what holds mailto:. pasted: see pasted:.
    """
    pasted: tuple[Pasted, ...] = ()
    """What comes with an answer that is copied from elsewhere. The first pattern that fits is applied, then all are
    tried anew until none fits.
    """
    written: tuple[Written, ...] = ()
    """For dates: how people write them. The first pattern that fits makes 2026-03-31 or 2026-03 of an answer, for the
    letter and its checks; in its field it stays as it was typed.
    """
    keyboard: Keyboard | None = None
    """How the answer is typed. Leave it out for an ordinary text."""
    longest: Count
    """The number of characters that an answer may have."""
    checks: tuple[Check, ...]
    """What an answer has to be, in order; the first check that fails is told."""


class LookAlikes(Record):
    """Characters that Japanese input produces where ASCII ones are meant, each list as one string."""

    hyphens: CharacterClass
    """Characters that become a hyphen, as between the brackets of a regular expression."""
    dots: CharacterClass
    """Characters that become a full stop, as between the brackets of a regular expression."""
    apostrophes: CharacterClass
    """Characters that become a straight apostrophe, as between the brackets of a regular expression."""


class FormatsFile(Record):
    """``formats.yml``."""

    look_alikes: LookAlikes
    """Characters that Japanese input produces where ASCII ones are meant."""
    formats: tuple[Format, ...]
    """How answers are repaired and judged, by format. Patterns keep to what Python and browsers understand alike: ASCII
    classes and anchors, no look-behind, no \\s, \\w, \\d.
    """
