"""The records of the evidence: sources, claims, contradictions, timings."""

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import AfterValidator, StringConstraints
from pydantic import Field as Declared

from mergeguide.schema.base import Address, Flag, Id, Record, Some, Words, real_days
from mergeguide.schema.relations import (
    OwnLanguage,
    Refers,
)

SourceId = Annotated[str, StringConstraints(pattern=r"^[A-Z][0-9]+$")]

SourceKind = Literal["official", "first-hand", "secondary"]

LanguageCode = Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$")]
"""As HTML's ``lang`` has it; sources may be in languages that the guide is not."""

_DAY = r"(19|20)[0-9]{2}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?"


Dated = Annotated[
    str,
    StringConstraints(pattern=rf"^({_DAY}|{_DAY}/{_DAY}|{_DAY}/\.\.|\.\./{_DAY})$"),
    AfterValidator(real_days),
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
    """A capital and a number: O for official, F for first-hand, N for neither. Its title is in the language files,
    under sources:.
    """
    kind: SourceKind
    """official: AWS, or a vendor on its own product. first-hand: somebody who did it. secondary: neither."""
    language: LanguageCode
    """The language it is written in, as a tag of BCP 47."""
    experience: Dated | None = None
    """When the thing was done or the text was in force: 2024, 2024-04, 2024-04-15, an interval 2022/2023, or one open
    at an end, 2024/.. or ../2024-01. Leave it out where no date is known.
    """
    inferred: Flag = False
    """true where the date is our reading of the text, not stated in it."""
    looked_at: Dated
    """The day on which the text was last read."""
    read: Literal["whole", "head"]
    """whole; or head: only its beginning could be read, so that its silence proves nothing."""
    address: Address | None = None
    """Where it can be read. Leave it out where it has no public address."""


class SourcesFile(Record):
    """``sources.yml``."""

    sources: tuple[Source, ...]
    """What the guide's statements rest on."""


SourceRef = Annotated[SourceId, Refers("source")]


class Entry(Record):
    """What one source says for a claim."""

    source: SourceRef
    """The source: an id of sources.yml."""
    says: Words
    """What it says for this statement, in a few words of our own."""
    held: Dated | None = None
    """When that was so, where the source's own date is another."""


Digest = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{10}$")]


class Checked(Record):
    """A person's check of a claim's words against its entries."""

    on: Dated
    """The day of the check."""
    entries: Digest
    """The digest of basis and entries as they were then."""
    words: Mapping[OwnLanguage, Digest]
    """Language → the digest of the claim's words as they were then."""


class Claim(Record):
    """What the pages say about AWS's process, and what each source says for it."""

    id: Id
    """The claim's id. A page cites it where it makes the statement: [@id]. Its sentence is in the language files, under
    claims:.
    """
    checked: Checked | None = None
    """Who checked the words against the entries, and when. `python -m mergeguide evidence --sign <id>` writes it; it is
    out of date when either changes.
    """
    basis: Literal["stated", "second-hand", "inferred", "unknown"] = "stated"
    """stated (the default): a source says so. second-hand: only sources say so that are neither official nor did it
    themselves. inferred: our conclusion, and the page says so. unknown: nobody says; sources, if any, raise the
    question.
    """
    quoted: Literal["official"] | None = None
    """official: an official text that was read inside a report or a forum answer, not at AWS."""
    evidence: tuple[Entry, ...] = ()
    """What each source says for it. One claim is one statement, with sources of one kind; an entry belongs to one
    claim.
    """

    @property
    def sources(self) -> tuple[str, ...]:
        """The ids of the sources, in order, each once."""
        return tuple(dict.fromkeys(entry.source for entry in self.evidence))


class ClaimsFile(Record):
    """``claims.yml``."""

    claims: tuple[Claim, ...]
    """What the pages say about AWS's process. A mark's date, number of reports and strength follow from the entries
    alone.
    """


class Contradiction(Record):
    """Where sources disagree."""

    id: Id
    """The contradiction's id. Its words are in the language files, under contradictions:."""
    sources: tuple[SourceRef, ...]
    """The sources that disagree: ids of sources.yml."""


class ContradictionsFile(Record):
    """``contradictions.yml``."""

    contradictions: tuple[Contradiction, ...]
    """Where sources disagree."""


class Timing(Record):
    """An elapsed time from a report, in days, from the shortest to the longest reading of it."""

    id: Id
    """The timing's id. Its words are in the language files, under timings:."""
    days: Annotated[tuple[Days, Days], AfterValidator(_rising)]
    """How many days it took, from the shortest to the longest reading of the report: [1, 1], [3, 5]."""
    open: Flag = False
    """true where the report says that it took more than this."""
    source: SourceRef
    """The report: an id of sources.yml."""


class TimingsFile(Record):
    """``timings.yml``."""

    timings: Some[Timing]
    """Elapsed times from reports."""
