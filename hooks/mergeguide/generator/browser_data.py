"""The guide as the browser needs it: one JSON value for one reader's language.

Texts are split into segments here, once, so that the browser never parses a template: an even position is
wording, an odd one the id of the field whose answer stands there.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from mergeguide.data import Guide
from mergeguide.i18n import SLOT
from mergeguide.letters import (
    COMPOSED,
    FORMS,
    INVISIBLE,
    KANA,
    VOICING,
    WHITE_SPACE,
    WIDE,
    replacements,
    required,
    runs,
)
from mergeguide.rendering import RenderingContext
from mergeguide.schema import Condition, Field, Language


def compiled(rendering: RenderingContext) -> dict[str, Any]:
    """Everything that the generator's script reads."""
    guide, language = rendering.guide, rendering.language
    return {
        "reader": rendering.code,
        "letterLanguages": list(guide.letter_languages),
        "editions": list(guide.editions),
        "groups": [group.id for group in guide.form.groups],
        "fields": [_field(guide, rendering.code, field) for field in guide.fields.values()],
        "formats": {
            form.id: {
                "repairs": list(form.repairs),
                "pasted": [pasted.matches for pasted in form.pasted],
                "longest": form.longest,
                "checks": [
                    {
                        **check.model_dump(exclude_none=True, exclude={"when"}),
                        **({"when": _when(check.when)} if check.when else {}),
                    }
                    for check in form.checks
                ],
            }
            for form in guide.formats.values()
        },
        "characters": {
            **guide.formats_file.look_alikes.model_dump(),
            "whiteSpace": WHITE_SPACE,
            "invisible": INVISIBLE,
            "wide": WIDE,
            "kana": KANA,
            "voicing": VOICING,
            "composed": COMPOSED,
        },
        "letters": {
            letter.id: {"sentBy": letter.sent_by, "paragraphs": list(letter.paragraphs)}
            for letter in guide.letters.values()
        },
        "paragraphs": {
            name: {
                "when": _when(paragraph.when),
                "lines": [{"when": _when(line.when), "text": _texts(guide, name, line.id)} for line in paragraph.lines]
                or [{"when": [], "text": _texts(guide, name, None)}],
            }
            for name, paragraph in guide.paragraphs.items()
        },
        "letterWords": {code: _letter_words(guide, code) for code in guide.languages},
        "pairs": _pairs(guide),
        "remindAfterDays": guide.letters_file.remind_after_days,
        "longest": {
            edition.id: item.longest for edition in guide.editions.values() for item in edition.items if item.longest
        },
        "warnings": {
            "domains": dict(guide.warnings.domains),
            "patterns": [pattern.model_dump() for pattern in guide.warnings.patterns],
            "comparisons": [
                {**rule.model_dump(exclude={"when"}), "when": _when(rule.when)} for rule in guide.warnings.comparisons
            ],
            "everybodys": list(guide.warnings.everybodys),
            **_characters(guide, language),
        },
        "words": {
            "errors": dict(language.errors),
            "warnings": dict(language.warnings),
            **language.generator,
        },
    }


def _characters(guide: Guide, language: Language) -> dict[str, Any]:
    """What can stand for characters that are not ASCII, and what they are called."""
    known = replacements(guide.warnings)
    return {
        "own": dict(known.own),
        "table": runs(known.table),
        "forms": list(FORMS),
        "names": {entry.character: language.characters[entry.number] for entry in guide.warnings.characters},
        "notAfter": {entry.character: list(entry.not_after) for entry in guide.warnings.characters if entry.not_after},
        "kinds": [
            {
                "id": kind.id,
                "name": language.character_kinds[kind.id],
                "ranges": kind.numbers,
                "becomes": kind.becomes,
                "joins": kind.joins,
            }
            for kind in guide.warnings.kinds
        ],
    }


def _pairs(guide: Guide) -> list[list[str]]:
    """Controls that change places when source and destination do: those whose ids differ in the role alone."""
    pairs = []
    for field in guide.fields.values():
        twin = field.id.replace("source-", "destination-", 1)
        if field.id.startswith("source-") and twin in guide.fields:
            pairs.append([field.id, twin])
            if field.states:
                pairs.append([field.state_control, guide.fields[twin].state_control])
    return pairs


def _when(when: Sequence[Condition]) -> list[dict[str, Any]]:
    return [{name: test if isinstance(test, str) else list(test) for name, test in one.items()} for one in when]


def _texts(guide: Guide, paragraph: str, line: str | None) -> dict[str, list[str]]:
    return {code: SLOT.split(language.text(paragraph, line)) for code, language in guide.languages.items()}


def _field(guide: Guide, code: str, field: Field) -> dict[str, Any]:
    values = {
        "id": field.id,
        "group": field.group,
        "kind": field.kind,
        "label": guide.languages[code].fields[field.id].label,
        "example": field.example,
        "letters": list(field.letters),
        "asked": _when(field.asked_when),
        "format": field.format,
        "states": list(field.states),
        "choices": list(guide.choices(field)),
        "defaultFrom": field.default_from,
        # What is required whatever was answered, and what is required only in some cases.
        "required": required(field, {}),
        "requiredWhen": _when(field.required_when),
        "differsFrom": [
            {"fields": list(rule.fields), "when": _when(rule.when), "unless": _when(rule.unless), "error": rule.error}
            for rule in field.differs_from
        ],
    }
    return {name: value for name, value in values.items() if value not in (None, [], False)}


def _letter_words(guide: Guide, code: str) -> dict[str, Any]:
    """How a letter in one language says choices, states, dates and reasons."""
    language = guide.languages[code]
    return {
        "choices": {
            field.id: {value: language.fields[field.id].choices[value].letter or "" for value in field.choices}
            for field in guide.fields.values()
            if field.choices
        },
        "states": {state: words.letter or "" for state, words in language.states.items()},
        "reasons": {name: words.reason for name, words in language.situations.items()},
        "months": list(language.dates.months),
        "date": language.dates.letter,
    }
