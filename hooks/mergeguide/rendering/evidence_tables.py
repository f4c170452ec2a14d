"""What the evidence page shows of the ledger: one context a part."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from mergeguide.evidence import last_day, strength_of
from mergeguide.i18n import shown_date
from mergeguide.rendering.context import RenderingContext
from mergeguide.schema import Source

View = Callable[[RenderingContext], Mapping[str, Any]]


def _date(rendering: RenderingContext, source: Source) -> str:
    return shown_date(rendering.language.dates, source.experience, inferred=source.inferred)


def _sources(rendering: RenderingContext) -> Mapping[str, Any]:
    kinds = []
    for kind, title in rendering.language.kinds.items():
        members = [source for source in rendering.guide.sources.values() if source.kind == kind]
        rows = [
            {
                "id": source.id,
                "address": source.address,
                "date": _date(rendering, source),
                "language": source.language,
                "text": rendering.language.sources[source.id],
                "head": source.read == "head",
            }
            for source in sorted(members, key=last_day, reverse=True)
        ]
        kinds.append({"id": kind, "title": title, "rows": rows})
    return {"kinds": kinds, "words": rendering.language.status}


def _claims(rendering: RenderingContext) -> Mapping[str, Any]:
    rows = [
        {"id": claim.id, "text": rendering.language.claims[claim.id], "sources": claim.sources}
        for claim in rendering.guide.claims.values()
    ]
    return {"rows": rows}


def _unknown(rendering: RenderingContext) -> Mapping[str, Any]:
    rows = [
        {"id": claim.id, "text": rendering.language.claims[claim.id], "sources": claim.sources}
        for claim in rendering.guide.claims.values()
        if strength_of(rendering.guide, claim) == "unknown"
    ]
    return {"rows": rows}


def _contradictions(rendering: RenderingContext) -> Mapping[str, Any]:
    rows = [
        {"id": item.id, "words": rendering.language.contradictions[item.id], "sources": item.sources}
        for item in rendering.guide.contradictions
    ]
    return {"rows": rows, "words": rendering.language.status}


def _editions(rendering: RenderingContext) -> Mapping[str, Any]:
    rows = [
        {
            "id": edition.id,
            "name": rendering.language.form_editions[edition.id].name,
            "words": rendering.language.editions[edition.id],
            "claims": edition.claims,
        }
        for edition in rendering.guide.editions.values()
    ]
    return {"rows": rows}


LEDGER_VIEWS: Mapping[str, View] = {
    "sources": _sources,
    "claims": _claims,
    "editions": _editions,
    "contradictions": _contradictions,
    "unknown": _unknown,
}
