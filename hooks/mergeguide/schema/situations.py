"""The records of ``situations.yml``: why somebody asks for a merge."""

from mergeguide.schema.base import Id, Record, Some, Words
from mergeguide.schema.relations import (
    ClaimId,
)


class Situation(Record):
    """One reason to ask; ``section`` is where the guide explains it."""

    id: Id
    """The situation's id. Its words are in the language files, under situations:."""
    section: Words
    """Where the guide explains it: page.md#heading."""
    claims: tuple[ClaimId, ...]
    """The evidence: ids of claims.yml."""


class SituationsFile(Record):
    """``situations.yml``."""

    situations: Some[Situation]
    """The reasons to ask for a merge, in the order in which they are offered."""
