"""What the data already knows about a field, written into its section of ``form-fields.md``.

So it cannot differ from the data; the author writes only what a person has to write.
"""

from __future__ import annotations

import xml.etree.ElementTree as etree
from typing import Any

from mergeguide.citations import citation
from mergeguide.companion import reader_labels
from mergeguide.desk import Desk
from mergeguide.fields import Field, FormItem
from mergeguide.wording import conditions_in_words, fill, shown_date

PREFIX = "field-"
"""A documented field's heading has the id ``field-<field id>``."""


def facts(desk: Desk, field_id: str) -> etree.Element:
    """The block of facts that ends a field's section."""
    guide, words = desk.guide, desk.language.facts
    field = guide.fields.get(field_id)
    item = guide.form_items.get(field_id)
    known = field or item
    assert known is not None
    form = known.format or "choice"
    need, when = _need(desk, field)
    context = {
        "words": words,
        "need": need,
        "need_id": field.need if field else "only-on-form",
        "when": when,
        "editions": _editions(desk, field_id),
        "format": desk.language.formats[form],
        "choices": _choices(desk, field),
        "example": _example(desk, field, item),
        "since": shown_date(desk.language.dates, known.since),
        "letters": _letters(desk, field),
    }
    element = desk.fragments.element("field-facts", context)
    for place in element.iter("dd"):
        if place.attrib.pop("data-cite", None) is not None:
            for claim in known.claims:
                place.append(citation(desk, claim))
                place[-1].tail = " "
    return element


def _need(desk: Desk, field: Field | None) -> tuple[str, list[str]]:
    language, words = desk.language, desk.language.facts
    if field is None:
        return words["only-on-form"], []
    when = []
    if field.asked_when:
        when.append(fill(words["asked-when"], {"when": conditions_in_words(desk.guide, language, field.asked_when)}))
    if field.required_when:
        told = conditions_in_words(desk.guide, language, field.required_when)
        when.append(fill(words["required-when"], {"when": told}))
    return language.needs[field.need], when


def _choices(desk: Desk, field: Field | None) -> list[str]:
    if field is None or field.kind != "choice":
        return []
    if field.choices_from:
        return [words.label for words in desk.language.situations.values()]
    return [desk.language.fields[field.id].choices[value].label for value in field.choices]


def _example(desk: Desk, field: Field | None, item: FormItem | None) -> str:
    if field is not None and field.kind == "choice":
        if field.choices_from:
            return desk.language.situations[field.example].label
        return desk.language.fields[field.id].choices[field.example].label
    known = field or item
    return known.example if known else ""


def _letters(desk: Desk, field: Field | None) -> list[str]:
    if field is None:
        return []
    return [desk.language.letters[name].label for name in field.letters or desk.guide.letters]


def _editions(desk: Desk, field_id: str) -> list[dict[str, Any]]:
    """Where the field, or the item that it fills, stands on AWS's form, edition by edition."""
    rows = []
    for edition in desk.guide.editions.values():
        for item in edition.items:
            if field_id not in (item.item, item.fill):
                continue
            guess = () if desk.code in item.labels else reader_labels(item, desk.code)
            rows.append(
                {
                    "id": edition.id,
                    "edition": desk.language.form_editions[edition.id].name,
                    "labels": [(code, label) for code, labels in item.labels.items() for label in labels],
                    "guess": fill(desk.language.facts["assumed"], {"label": " / ".join(guess)}) if guess else "",
                    "choose": [
                        (code, fill(desk.language.facts["choose"], {"value": value}))
                        for code, value in item.choose.items()
                    ],
                }
            )
    return rows
