"""The records of ``freshness.yml``: which parts of the guide are watched, and how old they may grow."""

from __future__ import annotations

from typing import Literal

from mergeguide.schema.base import Count, Id, Record
from mergeguide.schema.relations import (
    ClaimId,
)


class Watched(Record):
    """A part of the guide with its two limits, in months."""

    id: Id
    watches: Literal["form", "timings", "claims"]
    claims: tuple[ClaimId, ...] = ()
    warn_after_months: Count
    fail_after_months: Count


class FreshnessFile(Record):
    """``freshness.yml``."""

    watched: tuple[Watched, ...]
