"""What no model can check of a record: what a field of a kind needs, what an item of AWS's form says."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mergeguide.consistency.told import Place, doubled, problem_at, unknown
from mergeguide.data import Guide
from mergeguide.problems import Problem
from mergeguide.schema import ClaimsFile

_GITHUB_NAME = r"[A-Za-z0-9]+(-[A-Za-z0-9]+)*"
_OWNER = re.compile(rf"@?{_GITHUB_NAME}(/{_GITHUB_NAME})?|[^\s@#,]+@[^\s@#,]+\.[^\s@#,]+")
"""What CODEOWNERS takes: a user, a team of an organisation, a mail address."""


def shape_faults(guide: Guide) -> Iterator[Problem]:
    """Records that lack something, or have what does not go together."""
    yield from _fields(guide)
    yield from _derived(guide)
    yield from _formats(guide)


def entry_problems(guide: Guide) -> Iterator[Problem]:
    """Entries that say nothing, or something twice."""
    yield from _examples(guide)
    yield from _items(guide)
    yield from _edition_languages(guide)
    yield from _paragraphs(guide)
    yield from _claims(guide)
    yield from _watched(guide)
    yield from _characters(guide)
    yield from _owners(guide)


def _examples(guide: Guide) -> Iterator[Problem]:
    for index, field in enumerate(guide.form.fields):
        choices = guide.choices(field) if field.kind == "choice" else ()
        values = [
            ("example", field.example),
            ("chosen", field.chosen),
            *(("refused", value) for value in field.refused),
        ]
        for key, value in values:
            if choices and value is not None and value not in choices:
                yield unknown(guide, "fields", ("fields", index, key), "choice", value, choices)


def _owners(guide: Guide) -> Iterator[Problem]:
    """Names by which GitHub finds nobody."""
    for code, language in guide.languages.items():
        for index, name in enumerate(language.owners):
            if not _OWNER.fullmatch(name):
                yield problem_at(
                    guide,
                    f"languages/{code}",
                    ("owners", index),
                    f'The owner "{name}" is no name of GitHub\'s and no mail address.',
                    "Write the name as GitHub has it (hanako-example), a team with its organisation (example/english), "
                    "or a mail address.",
                    "owner-name",
                )


def _items(guide: Guide) -> Iterator[Problem]:
    for index, edition in enumerate(guide.editions_file.form_editions):
        for number, item in enumerate(edition.items):
            if not item.fill and not item.choose:
                yield problem_at(
                    guide,
                    "form-editions",
                    ("form-editions", index, "items", number),
                    f'The item "{item.item}" does not say what goes in.',
                    "Give it fill: or choose:.",
                    "empty-item",
                )


def _paragraphs(guide: Guide) -> Iterator[Problem]:
    for index, letter in enumerate(guide.letters_file.letters):
        for word in sorted({word for _, word in doubled(letter.paragraphs)}):
            yield problem_at(
                guide,
                "letters",
                ("letters", index, "paragraphs"),
                f'The letter "{letter.id}" has the paragraph "{word}" twice.',
                "Delete one of the two.",
                "doubled-paragraph",
            )


def _claims(guide: Guide) -> Iterator[Problem]:
    for index, claim in enumerate(guide.record("claims", ClaimsFile).claims):
        if not claim.sources and claim.basis != "unknown":
            yield problem_at(
                guide,
                "claims",
                ("claims", index),
                f'The claim "{claim.id}" rests on no source.',
                "Say under evidence: what each source says for it, or write basis: unknown.",
                "no-source",
            )


def _watched(guide: Guide) -> Iterator[Problem]:
    for index, watched in enumerate(guide.watched):
        if (watched.watches == "claims") != bool(watched.claims):
            yield problem_at(
                guide,
                "freshness",
                ("watched", index),
                f'"{watched.id}" watches {watched.watches}, and {"lists" if watched.claims else "lists no"} claims.',
                "List claims exactly where it watches claims.",
                "watched-shape",
            )


def _characters(guide: Guide) -> Iterator[Problem]:
    """A character that two entries have, where only one of them could count."""
    entries: list[tuple[Place, str]] = [
        *((("characters", at, "character"), entry.character) for at, entry in enumerate(guide.warnings.characters)),
        *((("signs", at, "characters"), entry.characters) for at, entry in enumerate(guide.warnings.signs)),
    ]
    places = [place for place, characters in entries for _ in characters]
    for index, character in doubled("".join(characters for _, characters in entries)):
        yield problem_at(
            guide,
            "warnings",
            places[index],
            f'The character "{character}" (U+{ord(character):04X}) has a replacement twice.',
            "Delete one of the two.",
            "duplicate-character",
        )


def _edition_languages(guide: Guide) -> Iterator[Problem]:
    """Each edition has its labels in the language that it was seen in, and all else in one of the guide's."""
    for index, edition in enumerate(guide.editions_file.form_editions):
        place = ("form-editions", index)
        seen = dict.fromkeys(code for item in edition.items for code in item.labels)
        if edition.language not in seen:
            yield unknown(guide, "form-editions", (*place, "language"), "language", edition.language, seen)
            continue
        for number, item in enumerate(edition.items):
            if edition.language not in item.labels:
                yield problem_at(
                    guide,
                    "form-editions",
                    (*place, "items", number, "labels"),
                    f'The item "{item.item}" has no label in "{edition.language}", in which the form was seen.',
                    "Add it as it was seen; a guess goes under assumed:.",
                    "missing-label",
                )
        allowed = dict.fromkeys([*guide.languages, edition.language])
        for part, entries in (("items", edition.items), ("steps", edition.steps)):
            for number, entry in enumerate(entries):
                for name in ("section", "labels", "assumed", "choose"):
                    for code in getattr(entry, name, {}):
                        if code not in allowed:
                            inner = (*place, part, number, name, code)
                            yield unknown(guide, "form-editions", inner, "language", code, allowed)


def _fields(guide: Guide) -> Iterator[Problem]:
    for index, field in enumerate(guide.form.fields):
        has_choices = bool(field.choices or field.choices_from)
        faults = {
            "needs choices: or choices-from:": field.kind == "choice" and not has_choices,
            "has choices, but is no choice": field.kind != "choice" and has_choices,
            "needs states:, another among them": field.kind == "address-or-state" and "another" not in field.states,
            "has states, but is no address-or-state": field.kind != "address-or-state" and bool(field.states),
            "needs need: required, as one of its states always holds": field.kind == "address-or-state"
            and field.need != "required",
            "has refused:, but is no choice": field.kind != "choice" and bool(field.refused),
            "has not-to-come:, but is no date": field.kind != "date" and field.not_to_come is not None,
            "needs format:": field.kind != "choice" and field.format is None,
        }
        for fault, found in faults.items():
            if found:
                yield problem_at(
                    guide,
                    "fields",
                    ("fields", index),
                    f'The field "{field.id}" of kind {field.kind} {fault}.',
                    "Complete it, or change its kind.",
                    "field-shape",
                )


def _derived(guide: Guide) -> Iterator[Problem]:
    for index, derived in enumerate(guide.form.derived):
        if bool(derived.equal) == bool(derived.own_domain):
            yield problem_at(
                guide,
                "fields",
                ("derived", index),
                f'What is derived as "{derived.id}" needs equal: or own-domain:, one of the two.',
                "Write what it follows from.",
                "derived-shape",
            )


def _formats(guide: Guide) -> Iterator[Problem]:
    """Patterns for what comes with pasting are used where that is repaired; those of dates say what they hold."""
    for index, form in enumerate(guide.formats_file.formats):
        if bool(form.pasted) != ("pasted" in form.repairs):
            fault = (
                "has pasted:, but no repair of that name" if form.pasted else "has the repair pasted, but no pasted:"
            )
            yield problem_at(
                guide,
                "formats",
                ("formats", index),
                f'The format "{form.id}" {fault}.',
                "Write both or none.",
                "format-shape",
            )
        for number, way in enumerate(form.written):
            brackets = re.compile(way.matches).groups
            if brackets != len(way.holds) or not {"year", "month"} <= set(way.holds):
                yield problem_at(
                    guide,
                    "formats",
                    ("formats", index, "written", number),
                    f'A way in which the format "{form.id}" is written has {brackets} pairs of brackets, but holds '
                    f"{', '.join(way.holds)}.",
                    "Name what each pair of brackets holds, year and month among it.",
                    "format-shape",
                )
