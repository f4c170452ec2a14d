"""The records of ``freshness.yml``: which parts of the guide are watched, and how old they may grow."""

from typing import Literal

from mergeguide.schema.base import Id, Months, Record
from mergeguide.schema.relations import (
    ClaimId,
)


class Watched(Record):
    """A part of the guide with its two limits, in months."""

    id: Id
    """The id of the notice: pages show it with /// freshness | id. Language files name it under freshness: parts:."""
    watches: Literal["form", "timings", "claims"]
    """form: the newest edition of AWS's form. timings: all of them. claims: those listed."""
    claims: tuple[ClaimId, ...] = ()
    """For claims: the claims that are watched, ids of claims.yml."""
    warn_after_months: Months
    """When the newest evidence is older, the notice appears on the pages and the build tells the maintainer."""
    fail_after_months: Months
    """When the newest evidence is older, the strict build fails."""


class FreshnessFile(Record):
    """``freshness.yml``."""

    watched: tuple[Watched, ...]
    """The parts of the guide whose evidence must not grow old unseen."""
