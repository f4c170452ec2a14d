"""The records of ``ways.yml``: what a reader goes through from the front page to the end, and how long that may be."""

from mergeguide.schema.base import Count, Id, Record, Some, Words
from mergeguide.schema.relations import (
    OwnLanguage,
    WayKindId,
)


class WayKind(Record):
    """How long a way of a kind may be: in words, or in characters where a language puts no spaces between words."""

    id: Id
    """The kind's id."""
    characters: Count
    """The limit in a language that sets no spaces between words; spaces are not counted."""
    words: Count
    """The limit in all other languages."""


class Way(Record):
    """One way."""

    id: Id
    """The way's id, as `python -m mergeguide lengths` prints it."""
    kind: WayKindId
    """Its limit: an id under kinds:."""
    reads: Some[Words]
    """What is read on it, in order: page.md for a whole page, page.md#section for a section with those below it. Of a
    page's title, what is above its first section.
    """
    acts: tuple[Words, ...] = ()
    """The sections about what has to be done. Each is read on the way, or linked to outside of what is folded."""


class MarksLimit(Record):
    """How many marks of evidence a page may show."""

    page: Words
    """The page, below a language's folder: index.md."""
    at_most: Count
    """How many marks of evidence it may show."""


class WaysFile(Record):
    """``ways.yml``; the limits hold in ``languages``."""

    kinds: Some[WayKind]
    """How long ways may be. What counts is what a reader sees without opening anything, and without the generator."""
    languages: Some[OwnLanguage]
    """The languages in which the limits hold; one that is only begun need not be listed."""
    ways: Some[Way]
    """What readers go through, from the front page to the end."""
    marks: tuple[MarksLimit, ...] = ()
    """Pages that may show only so many marks of evidence."""
