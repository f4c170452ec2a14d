"""What the data already knows about a field, written into its section of ``form-fields.md``.

So it cannot differ from the data; the author writes only what a person has to write.
"""

from __future__ import annotations

import xml.etree.ElementTree as etree
from typing import Any

from mergeguide.data import Guide
from mergeguide.i18n import conditions_in_words, fill, shown_date
from mergeguide.rendering.citations import citation
from mergeguide.rendering.context import RenderingContext
from mergeguide.rendering.form_map import reader_labels
from mergeguide.schema import Field, FormItem, Language


def expected_facts(guide: Guide, code: str, field_id: str) -> list[tuple[str, str]]:
    """What the facts under a field have to show, each with its name: for the gate over built pages."""
    language = guide.languages[code]
    field = guide.fields.get(field_id)
    item = guide.form_items.get(field_id)
    known = field or item
    assert known is not None
    shown = [
        ("need", _need(guide, language, field)[0]),
        ("format", language.formats[known.format or "choice"]),
        ("example", _example(language, field, item)),
    ]
    for row in _editions(guide, code, field_id):
        shown += [("label", label) for _, label in row["labels"]]
        shown += [("choice", told) for _, told in row["choose"]]
    return shown


def facts(rendering: RenderingContext, field_id: str) -> etree.Element:
    """The block of facts that ends a field's section."""
    guide, words = rendering.guide, rendering.language.facts
    field = guide.fields.get(field_id)
    item = guide.form_items.get(field_id)
    known = field or item
    assert known is not None
    form = known.format or "choice"
    need, when = _need(guide, rendering.language, field)
    context = {
        "words": words,
        "need": need,
        "need_id": field.need_on_page if field else "only-on-form",
        "when": when,
        "editions": _editions(guide, rendering.code, field_id),
        "format": rendering.language.formats[form],
        "choices": _choices(rendering, field),
        "example": _example(rendering.language, field, item),
        "since": shown_date(rendering.language.dates, known.since) if known.since else "",
        "letters": _letters(rendering, field),
    }
    element = rendering.fragments.element("field-facts", context)
    for place in element.iter("dd"):
        if place.attrib.pop("data-cite", None) is not None:
            for claim in known.claims:
                place.append(citation(rendering, claim))
                place[-1].tail = " "
    return element


def _need(guide: Guide, language: Language, field: Field | None) -> tuple[str, list[str]]:
    words = language.facts
    if field is None:
        return words["only-on-form"], []
    when = []
    if field.asked_when:
        when.append(fill(words["asked-when"], {"when": conditions_in_words(guide, language, field.asked_when)}))
    if field.required_when:
        told = conditions_in_words(guide, language, field.required_when)
        when.append(fill(words["required-when"], {"when": told}))
    return language.needs[field.need_on_page], when


def _choices(rendering: RenderingContext, field: Field | None) -> list[str]:
    if field is None:
        return []
    if field.states:
        return [rendering.language.states[state].label for state in field.states]
    if field.kind != "choice":
        return []
    if field.choices_from:
        return [words.label for words in rendering.language.situations.values()]
    return [rendering.language.fields[field.id].choices[value].label for value in field.choices]


def _example(language: Language, field: Field | None, item: FormItem | None) -> str:
    if field is not None and field.kind == "choice":
        if field.choices_from:
            return language.situations[field.example].label
        return language.fields[field.id].choices[field.example].label
    known = field or item
    return known.example if known else ""


def _letters(rendering: RenderingContext, field: Field | None) -> list[str]:
    if field is None:
        return []
    return [rendering.language.letters[name].label for name in field.letters or rendering.guide.letters]


def _editions(guide: Guide, code: str, field_id: str) -> list[dict[str, Any]]:
    """Where the field, or the item that it fills, stands on AWS's form, edition by edition."""
    language = guide.languages[code]
    rows = []
    for edition in guide.editions.values():
        for item in edition.items:
            if field_id not in (item.item, item.fill):
                continue
            guess = () if code in item.labels else reader_labels(item, code)
            rows.append(
                {
                    "id": edition.id,
                    "edition": language.form_editions[edition.id].name,
                    "labels": [(seen, label) for seen, labels in item.labels.items() for label in labels],
                    "guess": fill(language.facts["assumed"], {"label": " / ".join(guess)}) if guess else "",
                    "choose": [
                        (seen, fill(language.facts["choose"], {"value": value})) for seen, value in item.choose.items()
                    ],
                }
            )
    return rows
