"""The records of the evidence: sources, claims, contradictions, timings."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import AfterValidator, StringConstraints
from pydantic import Field as Declared

from mergeguide.schema.base import Id, Record, Some, Words
from mergeguide.schema.relations import (
    OwnLanguage,
    Refers,
)

SourceId = Annotated[str, StringConstraints(pattern=r"^[A-Z][0-9]+$")]

SourceKind = Literal["official", "first-hand", "secondary"]

LanguageCode = Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$")]
"""As HTML's ``lang`` has it; sources may be in languages that the guide is not."""

_DAY = r"(19|20)[0-9]{2}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?"


def _real(when: str) -> str:
    days = [point for point in when.split("/") if point.count("-") == 2]
    for day in days:
        try:
            datetime.date.fromisoformat(day)
        except ValueError as error:
            raise ValueError(f"a day that exists ({error})") from error
    return when


Dated = Annotated[
    str,
    StringConstraints(pattern=rf"^({_DAY}|{_DAY}/{_DAY}|{_DAY}/\.\.|\.\./{_DAY})$"),
    AfterValidator(_real),
]
"""A year, month or day, an interval of two, or one open at an end (the notation of ISO 8601-2)."""

Days = Annotated[float, Declared(strict=True, ge=0, le=1_000, allow_inf_nan=False)]


def _rising(days: tuple[float, float]) -> tuple[float, float]:
    if days[0] > days[1]:
        raise ValueError("the shorter time, then the longer")
    return days


class Source(Record):
    """Where something was read, and when that was experienced or in force."""

    id: SourceId
    kind: SourceKind
    language: LanguageCode
    experience: Dated | None = None
    inferred: bool = False
    looked_at: Dated
    read: Literal["whole", "head"]
    address: Words | None = None


class SourcesFile(Record):
    """``sources.yml``."""

    sources: tuple[Source, ...]


SourceRef = Annotated[SourceId, Refers("source")]


class Entry(Record):
    """What one source says for a claim.

    Attributes:
        says: in a few words of our own, to be held against the claim's words.
        held: when it was so, where the source's own date is another.
    """

    source: SourceRef
    says: Words
    held: Dated | None = None


Digest = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{10}$")]


class Checked(Record):
    """A person's check of a claim's words against its entries.

    Attributes:
        on: the day.
        entries: the digest of the basis and the entries as they were then.
        words: language → the digest of the words as they were then.
    """

    on: Dated
    entries: Digest
    words: Mapping[OwnLanguage, Digest]


class Claim(Record):
    """What the pages say about AWS's process, and what each source says for it."""

    id: Id
    checked: Checked | None = None
    basis: Literal["stated", "second-hand", "inferred", "unknown"] = "stated"
    quoted: Literal["official"] | None = None
    evidence: tuple[Entry, ...] = ()

    @property
    def sources(self) -> tuple[str, ...]:
        """The ids of the sources, in order, each once."""
        return tuple(dict.fromkeys(entry.source for entry in self.evidence))


class ClaimsFile(Record):
    """``claims.yml``."""

    claims: tuple[Claim, ...]


class Contradiction(Record):
    """Where sources disagree."""

    id: Id
    sources: tuple[SourceRef, ...]


class ContradictionsFile(Record):
    """``contradictions.yml``."""

    contradictions: tuple[Contradiction, ...]


class Timing(Record):
    """An elapsed time from a report, in days, from the shortest to the longest reading of it."""

    id: Id
    days: Annotated[tuple[Days, Days], AfterValidator(_rising)]
    open: bool = False
    source: SourceRef


class TimingsFile(Record):
    """``timings.yml``."""

    timings: Some[Timing]
