"""How strong and how old the evidence for a claim is, who has looked at it last, and what to look at next."""

from __future__ import annotations

from mergeguide.evidence.freshness import freshness_notes, freshness_of, freshness_problems
from mergeguide.evidence.last_checked import last_checked
from mergeguide.evidence.marks import Mark, kinds_of, last_day, mark, strength_of
from mergeguide.evidence.review_queue import review_queue
from mergeguide.evidence.signatures import sign, signing_problems

__all__ = [
    "Mark",
    "freshness_notes",
    "freshness_of",
    "freshness_problems",
    "kinds_of",
    "last_checked",
    "last_day",
    "mark",
    "review_queue",
    "sign",
    "signing_problems",
    "strength_of",
]
