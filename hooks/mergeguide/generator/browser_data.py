"""The guide as the browser needs it: one JSON value for one reader's language.

Texts are split into segments here, once, so that the browser never parses a template: an even position is
wording, an odd one the id of the field whose answer stands there.
"""

from __future__ import annotations

from collections.abc import Sequence

from mergeguide.data import Guide
from mergeguide.generator import browser_model as browser
from mergeguide.generator.calendar_entry import calendar_entry
from mergeguide.generator.script_bundle import words_said
from mergeguide.i18n import SLOT, control_label
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
from mergeguide.schema import Check, Condition, Field, Language, Suggestion, Unwanted


def compiled(rendering: RenderingContext) -> browser.Guide:
    """Everything that the generator's script reads."""
    guide, language = rendering.guide, rendering.language
    look_alikes = guide.formats_file.look_alikes
    return {
        # In an order that compresses well, for what does it looks back 32 kB: the letters' words are on the page just
        # before, for readers without JavaScript, and what is alike stands together.
        "paragraphs": {
            name: {
                "when": _when(paragraph.when),
                "lines": [{"when": _when(line.when), "text": _texts(guide, name, line.id)} for line in paragraph.lines]
                or [{"when": [], "text": _texts(guide, name, None)}],
            }
            for name, paragraph in guide.composed_paragraphs.items()
        },
        "letterWords": {code: _letter_words(guide, code) for code in guide.languages},
        "letters": {
            letter.id: {"sentBy": letter.sent_by, "paragraphs": list(letter.paragraphs)}
            for letter in guide.letters.values()
        },
        "derived": [
            {
                "id": derived.id,
                "rule": "equal" if derived.equal else "own-domain",
                "followsFrom": list(derived.follows_from),
            }
            for derived in guide.form.derived
        ],
        "groups": [group.id for group in guide.form.groups],
        "editions": list(guide.editions),
        "fields": [_field(guide, rendering.code, field) for field in guide.questions.values()],
        "longest": {
            edition.id: item.longest for edition in guide.editions.values() for item in edition.items if item.longest
        },
        "reminder": calendar_entry(language, rendering.code),
        "pairs": _pairs(guide),
        "errors": dict(language.errors),
        "remindAfterDays": guide.letters_file.remind_after_days,
        "warnings": _warnings(guide, language),
        "formats": {
            form.id: {
                "repairs": list(form.repairs),
                "pasted": [pasted.matches for pasted in form.pasted],
                "written": [
                    {"matches": way.matches, "holds": list(way.holds), "adds": way.adds} for way in form.written
                ],
                "longest": form.longest,
                "checks": [_check(check) for check in form.checks],
            }
            for form in guide.formats.values()
        },
        "characters": {
            "hyphens": look_alikes.hyphens,
            "dots": look_alikes.dots,
            "apostrophes": look_alikes.apostrophes,
            "whiteSpace": WHITE_SPACE,
            "invisible": INVISIBLE,
            "wide": WIDE,
            "kana": KANA,
            "voicing": VOICING,
            "composed": COMPOSED,
        },
        "words": {name: str(language.generator[name]) for name in words_said(rendering.root, language.generator)},
        "reader": rendering.code,
        "letterLanguages": list(guide.letter_languages),
    }


def _check(check: Check) -> browser.Check:
    values: browser.Check = {"error": check.error}
    if check.matches is not None:
        values["matches"] = check.matches
    if check.rejects is not None:
        values["rejects"] = check.rejects
    if check.when:
        values["when"] = _when(check.when)
    return values


def _warnings(guide: Guide, language: Language) -> browser.Warnings:
    """What is pointed out, what can stand for characters that are not ASCII, and what they are called."""
    known = replacements(guide.warnings)
    return {
        "words": dict(language.warnings),
        "domains": dict(guide.warnings.domains),
        "patterns": [_unwanted(pattern) for pattern in guide.warnings.patterns],
        "comparisons": [
            {
                "id": rule.id,
                "fields": list(rule.fields),
                "like": list(rule.like),
                "compares": rule.compares,
                "when": _when(rule.when),
            }
            for rule in guide.warnings.comparisons
        ],
        "everybodys": list(guide.warnings.everybodys),
        "examples": list(guide.warnings.examples),
        "own": dict(known.own),
        "table": runs(known.table),
        "forms": list(FORMS),
        "names": {entry.character: language.characters[entry.number] for entry in guide.warnings.characters},
        "notAfter": {entry.character: list(entry.not_after) for entry in guide.warnings.characters if entry.not_after},
        "kinds": [
            {
                "id": kind.id,
                "name": language.character_kinds[kind.id],
                "ranges": "".join(kind.ranges),
                "becomes": kind.becomes,
                "joins": kind.joins,
                "language": kind.language or "",
            }
            for kind in guide.warnings.kinds
        ],
        "languages": dict(language.character_languages),
        "suggestions": [_suggestion(language, suggestion) for suggestion in guide.warnings.suggestions],
    }


def _suggestion(language: Language, suggestion: Suggestion) -> browser.Suggestion:
    values: browser.Suggestion = {
        "fields": list(suggestion.fields),
        "text": language.suggestions[suggestion.id],
        "rewrites": [{"matches": rewrite.matches, "becomes": list(rewrite.becomes)} for rewrite in suggestion.rewrites],
    }
    if suggestion.opens is not None:
        values["opens"] = suggestion.opens
    return values


def _unwanted(pattern: Unwanted) -> browser.Unwanted:
    return {
        "id": pattern.id,
        "formats": list(pattern.formats),
        "matches": pattern.matches,
        "instead": pattern.instead,
        "swaps": dict(pattern.swaps),
        "hint": pattern.hint,
    }


def _pairs(guide: Guide) -> list[tuple[str, str]]:
    """Controls that change places when source and destination do: those whose ids differ in the role alone."""
    pairs: list[tuple[str, str]] = []
    for field in guide.fields.values():
        twin = field.id.replace("source-", "destination-", 1)
        # Choices change places only where both offer the same.
        if field.id.startswith("source-") and twin in guide.fields and field.choices == guide.fields[twin].choices:
            pairs.append((field.id, twin))
            if field.states:
                pairs.append((field.state_control, guide.fields[twin].state_control))
    return pairs


def _when(when: Sequence[Condition]) -> browser.When:
    return [dict(one) for one in when]


def _texts(guide: Guide, paragraph: str, line: str | None) -> dict[str, list[str]]:
    return {code: SLOT.split(language.text(paragraph, line)) for code, language in guide.languages.items()}


def _field(guide: Guide, code: str, field: Field) -> browser.Field:
    values: browser.Field = {
        "id": field.id,
        "group": field.group,
        "kind": field.kind,
        "label": control_label(guide, guide.languages[code], field.id),
        "example": field.example,
    }
    # What does not hold of a field is not said.
    if field.letters:
        values["letters"] = list(field.letters)
    if field.asked_when:
        values["asked"] = _when(field.asked_when)
    if field.format is not None:
        values["format"] = field.format
    if field.states:
        values["states"] = list(field.states)
    if guide.choices(field):
        values["choices"] = list(guide.choices(field))
    if field.refused:
        values["refused"] = dict(field.refused)
    if field.chosen is not None:
        values["chosen"] = field.chosen
    if field.default_from is not None:
        values["defaultFrom"] = field.default_from
    # What is required whatever was answered, and what is required only in some cases.
    if required(field, {}):
        values["required"] = True
    if field.required_on_page:
        values["requiredOnPage"] = True
    if field.required_when:
        values["requiredWhen"] = _when(field.required_when)
    if field.differs_from:
        values["differsFrom"] = [
            {"fields": list(rule.fields), "when": _when(rule.when), "unless": _when(rule.unless), "error": rule.error}
            for rule in field.differs_from
        ]
    if field.not_to_come is not None:
        values["notToCome"] = {"error": field.not_to_come.error, "when": _when(field.not_to_come.when)}
    return values


def _letter_words(guide: Guide, code: str) -> browser.LetterWords:
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
        "month": language.dates.letter_month,
    }
