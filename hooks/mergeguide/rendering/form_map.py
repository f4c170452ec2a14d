"""AWS's form, item by item: for the schematic map, and for the list of what to choose and paste."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from mergeguide.i18n import fill
from mergeguide.pages import FIELDS_PAGE, PREFIX
from mergeguide.rendering.context import RenderingContext
from mergeguide.schema import LETTER, Edition, Item


def numbered(edition: Edition) -> list[tuple[str, Item]]:
    """The items with their numbers in AWS's order; one that spans several boxes gets a range."""
    rows: list[tuple[str, Item]] = []
    number = 1
    for item in edition.items:
        span = max(len(labels) for labels in [*item.labels.values(), *item.assumed.values()])
        rows.append((str(number) if span == 1 else f"{number}–{number + span - 1}", item))
        number += span
    return rows


def shown_labels(item: Item, edition: Edition) -> tuple[str, tuple[str, ...]]:
    """The labels as they were seen, with the language they are in."""
    language = edition.language if edition.language in item.labels else next(iter(item.labels))
    return language, item.labels[language]


def reader_labels(item: Item, reader: str) -> tuple[str, ...]:
    """What the labels mean to a reader of another language: as seen there, or our guess; empty if neither."""
    return item.labels.get(reader) or item.assumed.get(reader) or ()


def edition_map(rendering: RenderingContext, edition: Edition) -> Mapping[str, Any]:
    """One edition for the fragment ``form-map``."""
    words = rendering.language.form_editions[edition.id]
    sections: list[dict[str, Any]] = []
    for numbers, item in numbered(edition):
        language, labels = shown_labels(item, edition)
        title = item.section.get(language)
        if not sections or sections[-1]["title"] != title:
            sections.append({"title": title, "items": []})
        sections[-1]["items"].append(
            {
                "numbers": numbers,
                "labels": labels,
                "label_language": language,
                "control": item.control,
                "shown": next(iter(item.choose.values()), None),
                "shown_language": next(iter(item.choose), None),
                "href": f"{FIELDS_PAGE}#{PREFIX}{item.item}",
                "note": words.notes.get(item.item),
            }
        )
    steps = [
        {
            "numbers": "",
            "labels": tuple(step.labels.values())[:1] or (words.steps[step.id].label,),
            "label_language": next(iter(step.labels), rendering.code),
            "control": step.control,
            "shown": None,
            "shown_language": None,
            "href": None,
            "note": words.steps[step.id].hint,
        }
        for step in edition.steps
    ]
    if steps:
        sections.append({"title": None, "items": steps})
    return {"id": edition.id, "seen": words.name, "language": edition.language, "sections": sections}


def companion_items(rendering: RenderingContext, edition: Edition) -> list[Mapping[str, Any]]:
    """One edition's items as the generator lists them."""
    words = rendering.language.form_editions[edition.id]
    generator = rendering.language.generator
    rows: list[Mapping[str, Any]] = []
    for numbers, item in numbered(edition):
        language, labels = shown_labels(item, edition)
        choice = next(iter(item.choose.values()), None)
        rows.append(
            {
                "id": item.item,
                "numbers": numbers,
                "labels": labels,
                "label_language": language,
                "meaning": () if language == rendering.code else reader_labels(item, rendering.code),
                "assumed": rendering.code != edition.language,
                "choose": choice,
                "choose_text": fill(str(generator["choose-item"]), {"value": choice}) if choice else None,
                "fill": item.fill,
                "is_letter": item.fill == LETTER,
                "chosen": item.control == "select",
                "note": words.notes.get(item.item),
                "href": f"{FIELDS_PAGE}#{PREFIX}{item.item}",
            }
        )
    return rows
