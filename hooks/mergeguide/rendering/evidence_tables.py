"""What the evidence page shows of the ledger: one context a part."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from mergeguide.evidence import last_day, strength_of
from mergeguide.i18n import shown_date
from mergeguide.rendering.context import Desk
from mergeguide.schema import Source

View = Callable[[Desk], Mapping[str, Any]]


def _date(desk: Desk, source: Source) -> str:
    return shown_date(desk.language.dates, source.experience, inferred=source.inferred)


def _sources(desk: Desk) -> Mapping[str, Any]:
    kinds = []
    for kind, title in desk.language.kinds.items():
        members = [source for source in desk.guide.sources.values() if source.kind == kind]
        rows = [
            {
                "id": source.id,
                "address": source.address,
                "date": _date(desk, source),
                "language": source.language,
                "text": desk.language.sources[source.id],
                "head": source.read == "head",
            }
            for source in sorted(members, key=last_day, reverse=True)
        ]
        kinds.append({"id": kind, "title": title, "rows": rows})
    return {"kinds": kinds, "words": desk.language.status}


def _claims(desk: Desk) -> Mapping[str, Any]:
    rows = [
        {"id": claim.id, "text": desk.language.claims[claim.id], "sources": claim.sources}
        for claim in desk.guide.claims.values()
    ]
    return {"rows": rows}


def _unknown(desk: Desk) -> Mapping[str, Any]:
    rows = [
        {"id": claim.id, "text": desk.language.claims[claim.id], "sources": claim.sources}
        for claim in desk.guide.claims.values()
        if strength_of(desk.guide, claim) == "unknown"
    ]
    return {"rows": rows}


def _contradictions(desk: Desk) -> Mapping[str, Any]:
    rows = [
        {"id": item.id, "words": desk.language.contradictions[item.id], "sources": item.sources}
        for item in desk.guide.contradictions
    ]
    return {"rows": rows, "words": desk.language.status}


def _editions(desk: Desk) -> Mapping[str, Any]:
    rows = [
        {
            "id": edition.id,
            "name": desk.language.form_editions[edition.id].name,
            "words": desk.language.editions[edition.id],
            "claims": edition.claims,
        }
        for edition in desk.guide.editions.values()
    ]
    return {"rows": rows}


LEDGER_VIEWS: Mapping[str, View] = {
    "sources": _sources,
    "claims": _claims,
    "editions": _editions,
    "contradictions": _contradictions,
    "unknown": _unknown,
}
