"""The records of ``ways.yml``: what a reader goes through from the front page to the end, and how long that may be."""

from __future__ import annotations

from mergeguide.schema.base import Count, Id, Record, Some, Words
from mergeguide.schema.relations import (
    OwnLanguage,
    WayKindId,
)


class WayKind(Record):
    """How long a way of a kind may be: in words, or in characters where a language sets no blanks between words."""

    id: Id
    characters: Count
    words: Count


class Way(Record):
    """One way.

    Attributes:
        reads: the pages and sections (``page.md``, ``page.md#section``) that are read on it, in order.
        acts: the sections about what has to be done: each of them is read, or linked to where nothing is folded.
    """

    id: Id
    kind: WayKindId
    reads: Some[Words]
    acts: tuple[Words, ...] = ()


class MarksLimit(Record):
    """How many marks of evidence a page may show."""

    page: Words
    at_most: Count


class WaysFile(Record):
    """``ways.yml``; the limits hold in ``languages``."""

    kinds: Some[WayKind]
    languages: Some[OwnLanguage]
    ways: Some[Way]
    marks: tuple[MarksLimit, ...] = ()
