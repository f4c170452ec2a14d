"""The case-text generator's HTML: the form, the letters with blanks for readers without JavaScript, the data."""

from __future__ import annotations

import xml.etree.ElementTree as etree
from collections.abc import Iterator
from typing import Any

from mergeguide.data import Guide
from mergeguide.generator.browser_data import compiled
from mergeguide.generator.field_help import field_help
from mergeguide.generator.reply_data import reply_data
from mergeguide.generator.script_bundle import ENTRY, OF_REPLIES, page_script
from mergeguide.i18n import SLOT, choice_label, conditions_in_words, control_label, fill, shown_date
from mergeguide.letters import possible, remaining_conditions, required
from mergeguide.rendering import RenderingContext, companion_items, json_element
from mergeguide.schema import STATEMENTS, Field, Statement


def generator_elements(rendering: RenderingContext) -> list[etree.Element]:
    """The elements that follow the author's introduction inside the block."""
    element = rendering.fragments.element("case-generator", context(rendering))
    place = element.find(".//reply-reader")
    assert place is not None
    place.extend(rendering.fragments.element("reply-reader", reader_context(rendering)))
    element.append(json_element(compiled(rendering), "guide"))
    element.append(json_element(reply_data(rendering), "replies"))
    return [element, _script(rendering, ENTRY), _script(rendering, OF_REPLIES)]


def _script(rendering: RenderingContext, entry: str) -> etree.Element:
    script = etree.Element("script", {"type": "module"})
    script.text = page_script(rendering.root, entry)
    return script


def reader_context(rendering: RenderingContext) -> dict[str, Any]:
    """What the fragment ``reply-reader`` shows."""
    return {"words": rendering.language.replies.page, "question_language": rendering.guide.letter_languages[0]}


def context(rendering: RenderingContext) -> dict[str, Any]:
    """What the fragment ``case-generator`` shows."""
    guide, language = rendering.guide, rendering.language
    return {
        "words": language.generator,
        "help_of": field_help(rendering),
        "compared": {name for rule in guide.warnings.comparisons for name in rule.fields},
        "reader": rendering.code,
        "letters": [(name, language.letters[name]) for name in guide.letters],
        "letter_languages": [(code, guide.languages[code].name) for code in guide.letter_languages],
        "roles": {group.role: language.groups[group.id].title for group in guide.form.groups if group.role is not None},
        "groups": [
            {
                "id": group.id,
                "role": group.role,
                "first": group.first,
                "words": language.groups[group.id],
                "fields": [_field(rendering, field) for field in guide.fields.values() if field.group == group.id],
                "sentences": list(_sentences(rendering)) if group.id == STATEMENTS else [],
            }
            for group in guide.form.groups
        ],
        "situations": [
            {
                "id": situation.id,
                "section": situation.section,
                "told": fill(str(language.generator["situation-link"]), {"label": language.situations[name].label}),
            }
            for name, situation in guide.situations.items()
        ],
        "editions": [
            {
                "id": edition.id,
                "words": language.form_editions[edition.id],
                "items": companion_items(rendering, edition),
                "steps": [
                    {"control": step.control, "words": language.form_editions[edition.id].steps[step.id]}
                    for step in edition.steps
                ],
            }
            for edition in guide.editions.values()
        ],
        "form_address": guide.editions_file.address,
        "stamp": _stamp(rendering),
        "statics": [_static_letter(rendering, name) for name in guide.letters],
    }


def _stamp(rendering: RenderingContext) -> str:
    """When the wording was last held against which form: for the page, never for the letter.

    No date is known where what the newest edition rests on is not known itself, and has no source.
    """
    guide, language = rendering.guide, rendering.language
    newest = next(iter(guide.editions.values()))
    names = {name for claim in newest.claims for name in guide.claims[claim].sources}
    looked_at = max((guide.sources[name].looked_at for name in names), default=None)
    slots = {"date": shown_date(language.dates, looked_at), "edition": language.form_editions[newest.id].name}
    return fill(str(language.generator["stamp"]), slots)


def _field(rendering: RenderingContext, field: Field) -> dict[str, Any]:
    guide, language = rendering.guide, rendering.language
    need = "required" if required(field, {}) else field.need_on_page
    words = language.fields.get(field.id) or {"label": control_label(guide, language, field.id), "hint": None}
    return {
        "id": field.id,
        "kind": field.kind,
        "format": field.format,
        "autocomplete": field.autocomplete,
        "keyboard": guide.formats[field.format].keyboard if field.format else None,
        "words": words,
        "need": need,
        "need_text": language.generator.get(need, ""),
        "chosen": field.chosen,
        "same_as": _same_as(rendering, field.same_as) if field.same_as else None,
        "choices": [(value, choice_label(guide, language, field.id, value)) for value in guide.choices(field)],
        "states": [(state, language.states[state].label) for state in field.states],
        "state_control": field.state_control,
        "further": _is_further(guide, field),
    }


def _is_further(guide: Guide, field: Field) -> bool:
    """Whether it can be left out where others need an answer; it is folded where one part is taken at a time."""
    others = [other for other in guide.fields.values() if other.group == field.group and not other.default_from]
    return field.need_on_page == "optional" and any(other.need_on_page == "required" for other in others)


def _sentences(rendering: RenderingContext) -> Iterator[dict[str, Any]]:
    """The ready sentences that can be ticked, by occasion: each with the blanks that it asks for."""
    for occasion, title in rendering.language.statement_list.occasions.items():
        offered = [each for each in rendering.guide.statements.values() if each.letters and each.occasion == occasion]
        if offered:
            yield {"occasion": occasion, "title": title, "rows": [_sentence(rendering, each) for each in offered]}


def _sentence(rendering: RenderingContext, statement: Statement) -> dict[str, Any]:
    tick, *blanks = statement.questions()
    return {
        "id": statement.id,
        "tick": tick.id,
        "label": rendering.language.statements[statement.id].label,
        "blanks": [_field(rendering, field) for field in blanks],
    }


def _same_as(rendering: RenderingContext, other: str) -> dict[str, str]:
    language = rendering.language
    return {"id": other, "text": fill(str(language.generator["same-as"]), {"label": language.fields[other].label})}


def _static_letter(rendering: RenderingContext, name: str) -> dict[str, Any]:
    """A letter with every paragraph it can have, each with its condition in words, and with blanks."""
    guide, language = rendering.guide, rendering.language
    target = guide.letter_languages[0]
    gloss = rendering.code if rendering.code != target else None
    paragraphs = []
    # Ready sentences have a list of their own on the page of replies.
    for paragraph_id in filter(guide.paragraphs.__contains__, guide.letters[name].paragraphs):
        paragraph = guide.paragraphs[paragraph_id]
        lines = [
            {
                "when": conditions_in_words(guide, language, remaining_conditions(line.when, "letter", name)),
                "parts": _parts(rendering, target, paragraph_id, line.id),
                "gloss": _parts(rendering, gloss, paragraph_id, line.id) if gloss else None,
            }
            for line in paragraph.lines
            if possible(line.when, "letter", name)
        ] or [
            {
                "when": "",
                "parts": _parts(rendering, target, paragraph_id, None),
                "gloss": _parts(rendering, gloss, paragraph_id, None) if gloss else None,
            }
        ]
        when = conditions_in_words(guide, language, remaining_conditions(paragraph.when, "letter", name))
        paragraphs.append({"id": paragraph_id, "when": when, "lines": lines})
    return {
        "id": name,
        "words": language.letters[name],
        "language": target,
        "gloss_language": gloss,
        "paragraphs": paragraphs,
        "reasons": [
            (words.label, guide.languages[target].situations[situation].reason)
            for situation, words in language.situations.items()
        ]
        if any(
            "reason" in SLOT.findall(_first_text(rendering, target, item))
            for item in guide.letters[name].paragraphs
            if item in guide.paragraphs
        )
        else [],
    }


def _first_text(rendering: RenderingContext, code: str, paragraph: str) -> str:
    words = rendering.guide.languages[code].paragraphs[paragraph]
    return words if isinstance(words, str) else " ".join(words.values())


def _parts(rendering: RenderingContext, code: str, paragraph: str, line: str | None) -> list[tuple[str, bool]]:
    """Wording and blanks of a line: (text, False), or (the field's label, True)."""
    parts = SLOT.split(rendering.guide.languages[code].text(paragraph, line))
    labels = rendering.guide.languages[code].fields
    return [
        (labels[part].label, True) if position % 2 else (part, False) for position, part in enumerate(parts) if part
    ]
