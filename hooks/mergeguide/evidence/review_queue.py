"""What to look at next: every source, the one looked at longest ago first."""

from __future__ import annotations

from collections.abc import Iterator

from mergeguide.data import Guide
from mergeguide.evidence.marks import last_day


def review_queue(guide: Guide) -> Iterator[str]:
    """One line a source: when it was last looked at, of when it tells, its address, and the claims that rest on it."""
    resting: dict[str, list[str]] = {name: [] for name in guide.sources}
    for claim in guide.claims.values():
        for name in claim.sources:
            resting[name].append(claim.id)
    for source in sorted(guide.sources.values(), key=lambda source: (source.looked_at, last_day(source), source.id)):
        told = source.experience or "no date"
        yield f"{source.looked_at}  {told:<24}  {source.id:<4} {source.address or '(no address)'}"
        yield f"    {', '.join(resting[source.id]) or 'timings or contradictions only'}"
