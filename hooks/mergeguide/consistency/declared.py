"""What there is of each kind that the models name in their relations (``schema.relations``)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import get_args

from mergeguide.data import Guide
from mergeguide.schema import Kind, Need, Occasion, SourceKind

DECLARED_IN: Mapping[str, str] = {
    "character kind": "warnings",
    "claim": "claims",
    "field": "fields",
    "form item": "fields",
    "format": "formats",
    "group": "fields",
    "letter": "letters",
    "paragraph": "letters",
    "source": "sources",
    "statement": "statements",
    "way kind": "ways",
}
"""Where a new one of a kind is declared, for the remedy of a reference that leads nowhere."""

OWN_ERRORS = ("choose", "enter", "too-long", "unknown-choice", "unknown-field", "not-a-text", "not-a-list")
"""Errors that no format and no field declares: they come from the form and from files of answers."""

OWN_WARNINGS = ("domain",)
"""Warnings that no pattern declares."""


def declared(guide: Guide) -> Mapping[str, tuple[str, ...]]:
    """The ids of each kind, in the order of the data."""
    fields, formats, warnings = guide.form.fields, guide.formats_file.formats, guide.warnings
    found: dict[str, Iterable[str]] = {
        "character": (entry.number for entry in warnings.characters),
        "character kind": (kind.id for kind in warnings.kinds),
        "claim": guide.claims,
        "contradiction": (entry.id for entry in guide.contradictions),
        "derived": guide.derived,
        "documented field": guide.documented,
        "edition": guide.editions,
        "error": (
            *OWN_ERRORS,
            *(check.error for form in formats for check in form.checks),
            *(rule.error for field in fields for rule in field.differs_from),
            *(error for field in fields for error in field.refused.values()),
            *(field.not_to_come.error for field in fields if field.not_to_come),
        ),
        "field": guide.fields,
        "form item": guide.form_items,
        "format": guide.formats,
        "format or choice": (*guide.formats, *(kind for kind in get_args(Kind) if kind == "choice")),
        "group": (group.id for group in guide.form.groups),
        "language": guide.languages,
        "language of characters": (kind.language for kind in warnings.kinds if kind.language),
        "letter": guide.letters,
        "need": get_args(Need),
        "occasion": get_args(Occasion),
        "paragraph": guide.paragraphs,
        "reply kind": (kind.id for kind in guide.replies.kinds),
        "situation": guide.situations,
        "source": guide.sources,
        "source kind": get_args(SourceKind),
        "statement": guide.statements,
        "state": (state for field in fields for state in field.states),
        "suggestion": (suggestion.id for suggestion in warnings.suggestions),
        "timing": (timing.id for timing in guide.timings),
        "warning": (
            *OWN_WARNINGS,
            *(pattern.id for pattern in warnings.patterns),
            *(comparison.id for comparison in warnings.comparisons),
        ),
        "watched part": (watched.id for watched in guide.watched),
        "way kind": guide.way_kinds,
    }
    return {kind: tuple(dict.fromkeys(ids)) for kind, ids in found.items()}
