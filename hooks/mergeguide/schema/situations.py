"""The records of ``situations.yml``: why somebody asks for a merge."""

from __future__ import annotations

from mergeguide.schema.base import Id, Record, Some, Words
from mergeguide.schema.relations import (
    ClaimId,
)


class Situation(Record):
    """One reason to ask; ``section`` is where the guide explains it."""

    id: Id
    section: Words
    claims: tuple[ClaimId, ...]


class SituationsFile(Record):
    """``situations.yml``."""

    situations: Some[Situation]
