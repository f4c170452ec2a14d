"""What no single data file can know: that the files fit together.

Each function looks at one relation and yields problems at the place where the author has to write.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from mergeguide.consistency.letters import letter_problems
from mergeguide.consistency.translations import shape_problems
from mergeguide.data import Guide
from mergeguide.i18n import SLOT
from mergeguide.letters import reachable
from mergeguide.problems import Problem, nearest
from mergeguide.schema import (
    LETTER,
    Choice,
    ClaimsFile,
    Condition,
    EditionsFile,
    Language,
    Letter,
    Paragraph,
    SituationsFile,
    beginning,
    conditions_of,
    names,
)

Place = Sequence[str | int]

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
}
"""Where a new one of a kind is declared."""


def consistency_problems(guide: Guide) -> Iterator[Problem]:
    """Every problem between the files of the data."""
    ids = list(_ids(guide))
    yield from ids
    references = [*_references(guide), *_edition_languages(guide)]
    yield from references
    if ids or references:
        return
    shapes = [*_fields(guide), *_formats(guide)]
    yield from shapes
    conditions = list(_conditions(guide))
    yield from conditions
    words = list(_words(guide))
    yield from words
    if not words:
        yield from _slots(guide)
        yield from _phrases(guide)
    unused = _unused_fields(guide)
    yield from _use(guide, unused)
    if conditions:
        return
    standing = list(_standing(guide))
    yield from standing
    if not words and not standing and not shapes:
        yield from letter_problems(guide, unused)


def _problem(guide: Guide, file: str, place: Place, message: str, remedy: str, rule: str) -> Problem:
    document = guide.documents[file]
    return Problem(document.path, document.line(place), message, remedy, rule)


def _unknown(guide: Guide, file: str, place: Place, what: str, word: str, known: Collection[str]) -> Problem:
    addable = what in DECLARED_IN and not file.startswith("languages/")
    return _problem(
        guide,
        file,
        place,
        f'There is no {what} "{word}".',
        f"{nearest(word, known)}Known: {', '.join(known)}."
        + (f" Or add it in {guide.documents[DECLARED_IN[what]].path}." if addable else ""),
        "unknown-value" if what.startswith("value of ") else f"unknown-{'-'.join(what.split())}",
    )


def _ids(guide: Guide) -> Iterator[Problem]:
    lists: tuple[tuple[str, str], ...] = (
        ("fields", "form-items"),
        ("fields", "groups"),
        ("fields", "fields"),
        ("formats", "formats"),
        ("situations", "situations"),
        ("letters", "letters"),
        ("letters", "paragraphs"),
        ("form-editions", "form-editions"),
        ("sources", "sources"),
        ("claims", "claims"),
        ("contradictions", "contradictions"),
        ("timings", "timings"),
        ("warnings", "patterns"),
        ("warnings", "comparisons"),
        ("warnings", "kinds"),
        ("freshness", "watched"),
    )
    for file, name in lists:
        seen: set[str] = set()
        for index, entry in enumerate(guide.documents[file].tree[name]):
            word = str(entry["id"])
            if word in seen:
                yield _problem(
                    guide,
                    file,
                    [name, index],
                    f'The id "{word}" stands twice in {name}.',
                    "Rename or delete one of the two.",
                    "duplicate-id",
                )
            seen.add(word)
    yield from _doubled_characters(guide)


def _doubled_characters(guide: Guide) -> Iterator[Problem]:
    """A character that two entries have, where only one of them could count."""
    entries: list[tuple[Place, str]] = [
        *(
            (("characters", index, "character"), entry.character)
            for index, entry in enumerate(guide.warnings.characters)
        ),
        *((("signs", index, "characters"), entry.characters) for index, entry in enumerate(guide.warnings.signs)),
    ]
    seen: set[str] = set()
    for place, characters in entries:
        for character in characters:
            if character in seen:
                yield _problem(
                    guide,
                    "warnings",
                    place,
                    f'The character "{character}" (U+{ord(character):04X}) has a replacement twice.',
                    "Delete one of the two.",
                    "duplicate-character",
                )
            seen.add(character)


def _references(guide: Guide) -> Iterator[Problem]:
    def known(file: str, place: Place, what: str, words: Iterable[str], allowed: Collection[str]) -> Iterator[Problem]:
        for word in words:
            if word not in allowed:
                yield _unknown(guide, file, place, what, word, allowed)

    groups = [group.id for group in guide.form.groups]
    for index, item in enumerate(guide.form.form_items):
        place = ("form-items", index)
        yield from known("fields", (*place, "format"), "format", [item.format], guide.formats)
        yield from known("fields", (*place, "claims"), "claim", item.claims, guide.claims)
    for index, field in enumerate(guide.form.fields):
        place = ("fields", index)
        yield from known("fields", (*place, "group"), "group", [field.group], groups)
        yield from known("fields", (*place, "format"), "format", [field.format] if field.format else [], guide.formats)
        yield from known("fields", (*place, "letters"), "letter", field.letters, guide.letters)
        yield from known("fields", (*place, "claims"), "claim", field.claims, guide.claims)
        others = [field.default_from] if field.default_from else []
        yield from known("fields", place, "field", others, guide.fields)
        for number, rule in enumerate(field.differs_from):
            apart = (*place, "differs-from", number, "fields")
            yield from known("fields", apart, "field", rule.fields, guide.fields)
        if field.kind == "choice" and guide.choices(field):
            yield from known("fields", (*place, "example"), "choice", [field.example], guide.choices(field))
    for index, situation in enumerate(guide.record("situations", SituationsFile).situations):
        yield from known("situations", ("situations", index, "claims"), "claim", situation.claims, guide.claims)
    for index, edition in enumerate(guide.record("form-editions", EditionsFile).form_editions):
        entry_place = ("form-editions", index)
        yield from known("form-editions", (*entry_place, "claims"), "claim", edition.claims, guide.claims)
        for number, entry in enumerate(edition.items):
            inner = (*entry_place, "items", number)
            yield from known("form-editions", (*inner, "item"), "form item", [entry.item], guide.form_items)
            fills = [entry.fill] if entry.fill else []
            yield from known("form-editions", (*inner, "fill"), "field", fills, [*guide.fields, LETTER])
            if not entry.fill and not entry.choose:
                yield _problem(
                    guide,
                    "form-editions",
                    inner,
                    f'The item "{entry.item}" does not say what goes in.',
                    "Give it fill: or choose:.",
                    "empty-item",
                )
    for index, letter in enumerate(guide.letters_file.letters):
        letter_place = ("letters", index, "paragraphs")
        yield from known("letters", letter_place, "paragraph", letter.paragraphs, guide.paragraphs)
        for word in sorted({word for word in letter.paragraphs if letter.paragraphs.count(word) > 1}):
            yield _problem(
                guide,
                "letters",
                letter_place,
                f'The letter "{letter.id}" has the paragraph "{word}" twice.',
                "Delete one of the two.",
                "doubled-paragraph",
            )
    yield from known("letters", ["languages"], "language", guide.letter_languages, guide.languages)
    for code in guide.letters_file.rules.banned:
        yield from known("letters", ["rules", "banned", code], "language", [code], guide.languages)
    yield from known("letters", ["rules", "ascii"], "language", guide.letters_file.rules.ascii, guide.languages)
    for index, claim in enumerate(guide.record("claims", ClaimsFile).claims):
        place = ("claims", index)
        for number, said in enumerate(claim.evidence):
            yield from known("claims", (*place, "evidence", number), "source", [said.source], guide.sources)
        if claim.checked:
            signed = (*place, "checked", "words")
            yield from known("claims", signed, "language", claim.checked.words, guide.languages)
        if not claim.sources and claim.basis != "unknown":
            yield _problem(
                guide,
                "claims",
                place,
                f'The claim "{claim.id}" rests on no source.',
                "Say under evidence: what each source says for it, or write basis: unknown.",
                "no-source",
            )
    for index, contradiction in enumerate(guide.contradictions):
        yield from known("contradictions", ("contradictions", index), "source", contradiction.sources, guide.sources)
    for index, pattern in enumerate(guide.warnings.patterns):
        yield from known("warnings", ("patterns", index, "formats"), "format", pattern.formats, guide.formats)
    for index, comparison in enumerate(guide.warnings.comparisons):
        for key in ("fields", "like"):
            compared = getattr(comparison, key)
            yield from known("warnings", ("comparisons", index, key), "field", compared, guide.fields)
    kinds = [kind.id for kind in guide.warnings.kinds]
    for index, character in enumerate(guide.warnings.characters):
        where = ("characters", index, "not-after")
        yield from known("warnings", where, "character kind", character.not_after, kinds)
    for index, watched in enumerate(guide.watched):
        yield from known("freshness", ("watched", index, "claims"), "claim", watched.claims, guide.claims)
        if (watched.watches == "claims") != bool(watched.claims):
            yield _problem(
                guide,
                "freshness",
                ("watched", index),
                f'"{watched.id}" watches {watched.watches}, and {"lists" if watched.claims else "lists no"} claims.',
                "List claims exactly where it watches claims.",
                "watched-shape",
            )
    for index, timing in enumerate(guide.timings):
        yield from known("timings", ("timings", index, "source"), "source", [timing.source], guide.sources)


def _edition_languages(guide: Guide) -> Iterator[Problem]:
    """Each edition has its labels in the language that it was seen in, and all else in one of the guide's."""
    for index, edition in enumerate(guide.record("form-editions", EditionsFile).form_editions):
        place = ("form-editions", index)
        seen = dict.fromkeys(code for item in edition.items for code in item.labels)
        if edition.language not in seen:
            yield _unknown(guide, "form-editions", (*place, "language"), "language", edition.language, seen)
            continue
        for number, item in enumerate(edition.items):
            if edition.language not in item.labels:
                yield _problem(
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
                            yield _unknown(guide, "form-editions", inner, "language", code, allowed)


def _fields(guide: Guide) -> Iterator[Problem]:
    for index, field in enumerate(guide.form.fields):
        has_choices = bool(field.choices or field.choices_from)
        faults = {
            "needs choices: or choices-from:": field.kind == "choice" and not has_choices,
            "has choices, but is no choice": field.kind != "choice" and has_choices,
            "needs states:, another among them": field.kind == "address-or-state" and "another" not in field.states,
            "has states, but is no address-or-state": field.kind != "address-or-state" and bool(field.states),
            "needs format:": field.kind != "choice" and field.format is None,
        }
        for fault, found in faults.items():
            if found:
                yield _problem(
                    guide,
                    "fields",
                    ("fields", index),
                    f'The field "{field.id}" of kind {field.kind} {fault}.',
                    "Complete it, or change its kind.",
                    "field-shape",
                )


def _formats(guide: Guide) -> Iterator[Problem]:
    """Patterns for what comes with pasting are of use only where that is repaired, and the other way round."""
    for index, form in enumerate(guide.formats_file.formats):
        if bool(form.pasted) != ("pasted" in form.repairs):
            fault = (
                "has pasted:, but no repair of that name" if form.pasted else "has the repair pasted, but no pasted:"
            )
            yield _problem(
                guide,
                "formats",
                ("formats", index),
                f'The format "{form.id}" {fault}.',
                "Write both or none.",
                "format-shape",
            )


def _conditions(guide: Guide) -> Iterator[Problem]:
    earlier = ["letter", "letter-language", "edition"]
    for index, field in enumerate(guide.form.fields):
        place = ("fields", index)
        yield from _tests(guide, "fields", place, field.asked_when, earlier, "an earlier control")
        if field.states:
            earlier.append(field.state_control)
        earlier.append(field.id)
    every = earlier
    for index, field in enumerate(guide.form.fields):
        place = ("fields", index)
        yield from _tests(guide, "fields", place, field.required_when, every, "a control")
        for number, rule in enumerate(field.differs_from):
            apart = (*place, "differs-from", number)
            yield from _tests(guide, "fields", (*apart, "when"), rule.when, every, "a control")
            yield from _tests(guide, "fields", (*apart, "unless"), rule.unless, every, "a control")
    for index, form in enumerate(guide.formats_file.formats):
        for number, check in enumerate(form.checks):
            inner = ("formats", index, "checks", number, "when")
            yield from _tests(guide, "formats", inner, check.when, every, "a control")
    for index, comparison in enumerate(guide.warnings.comparisons):
        yield from _tests(guide, "warnings", ("comparisons", index, "when"), comparison.when, every, "a control")
    for index, paragraph in enumerate(guide.letters_file.paragraphs):
        place = ("paragraphs", index)
        yield from _tests(guide, "letters", (*place, "when"), paragraph.when, every, "a control")
        for number, line in enumerate(paragraph.lines):
            yield from _tests(guide, "letters", (*place, "lines", number), line.when, every, "a control")


def _tests(
    guide: Guide, file: str, place: Place, when: Sequence[Condition], known: Sequence[str], what: str
) -> Iterator[Problem]:
    for condition in when:
        for name, test in condition.items():
            if name not in known:
                yield _problem(
                    guide,
                    file,
                    place,
                    f'A condition speaks of "{name}", which is not {what}.',
                    f"{nearest(name, known)}A condition names a field's id, its -is control, letter or edition.",
                    "unknown-control",
                )
                continue
            if isinstance(test, str):
                continue
            values = control_values(guide, name)
            for value in test:
                if values and value not in values:
                    yield _unknown(guide, file, place, f"value of {name}", value, values)


def control_values(guide: Guide, name: str) -> tuple[str, ...]:
    """The values that a control can have; empty for free text."""
    if name == "letter":
        return tuple(guide.letters)
    if name == "letter-language":
        return guide.letter_languages
    if name == "edition":
        return tuple(guide.editions)
    if name not in guide.fields:
        return guide.fields[name.removesuffix("-is")].states
    return guide.choices(guide.fields[name])


def _words(guide: Guide) -> Iterator[Problem]:
    states = dict.fromkeys(state for field in guide.fields.values() for state in field.states)
    errors = dict.fromkeys(
        ["choose", "enter", "too-long", "unknown-choice", "unknown-field", "not-a-text"]
        + [check.error for form in guide.formats.values() for check in form.checks]
        + [rule.error for field in guide.fields.values() for rule in field.differs_from]
    )
    for code, language in guide.languages.items():
        wanted: dict[str, tuple[Mapping[str, object], Iterable[str]]] = {
            "needs": (language.needs, ["required", "if-any", "optional"]),
            "kinds": (language.kinds, ["official", "first-hand", "secondary"]),
            "formats": (language.formats, [*guide.formats, "choice"]),
            "letters": (language.letters, guide.letters),
            "groups": (language.groups, (group.id for group in guide.form.groups)),
            "situations": (language.situations, guide.situations),
            "states": (language.states, states),
            "fields": (language.fields, guide.documented),
            "paragraphs": (language.paragraphs, guide.paragraphs),
            "form-editions": (language.form_editions, guide.editions),
            "editions": (language.editions, guide.editions),
            "errors": (language.errors, errors),
            "warnings": (language.warnings, _warnings(guide)),
            "characters": (language.characters, (entry.number for entry in guide.warnings.characters)),
            "character-kinds": (language.character_kinds, (kind.id for kind in guide.warnings.kinds)),
            "sources": (language.sources, guide.sources),
            "claims": (language.claims, guide.claims),
            "contradictions": (language.contradictions, (item.id for item in guide.contradictions)),
            "timings": (language.timings, (item.id for item in guide.timings)),
            "freshness.parts": (language.freshness.parts, (item.id for item in guide.watched)),
        }
        for section, (found, expected) in wanted.items():
            yield from _same_keys(guide, code, section.split("."), found, expected)
        for field in guide.fields.values():
            if field.id in language.fields:
                yield from _same_keys(
                    guide,
                    code,
                    ["fields", field.id, "choices"],
                    language.fields[field.id].choices,
                    field.choices,
                )
        for paragraph in guide.paragraphs.values():
            if paragraph.id in language.paragraphs:
                yield from _paragraph_words(guide, code, paragraph.id)
        for edition in guide.editions.values():
            if edition.id in language.form_editions:
                words = language.form_editions[edition.id]
                place = ["form-editions", edition.id]
                yield from _same_keys(guide, code, [*place, "steps"], words.steps, (step.id for step in edition.steps))
                items = {item.item for item in edition.items}
                for name in words.notes:
                    if name not in items:
                        yield _unknown(guide, f"languages/{code}", [*place, "notes", name], "form item", name, items)
        yield from shape_problems(guide, code)


def _warnings(guide: Guide) -> list[str]:
    """The ids of all that is pointed out."""
    patterns = [pattern.id for pattern in guide.warnings.patterns]
    return ["domain", *patterns, *(comparison.id for comparison in guide.warnings.comparisons)]


def _same_keys(
    guide: Guide, code: str, place: Sequence[str], found: Mapping[str, object], expected: Iterable[str]
) -> Iterator[Problem]:
    wanted = list(expected)
    file = f"languages/{code}"
    section = ".".join(place)
    for word in wanted:
        if word not in found:
            yield _problem(
                guide,
                file,
                place,
                f'{section}: "{word}" has no words in this language ({code}).',
                f'Add "{word}:" under "{place[-1]}:".\n{word}: {beginning(Language, [*place, word])}',
                "missing-words",
            )
    for word in found:
        if word not in wanted:
            yield _problem(
                guide,
                file,
                [*place, word],
                f'{section}: the data knows no "{word}".',
                f"{nearest(word, wanted)}Correct the id or delete the entry.",
                "left-over-words",
            )


def _paragraph_words(guide: Guide, code: str, name: str) -> Iterator[Problem]:
    found = guide.languages[code].paragraphs[name]
    lines = [line.id for line in guide.paragraphs[name].lines]
    if isinstance(found, str) == bool(lines):
        yield _problem(
            guide,
            f"languages/{code}",
            ["paragraphs", name],
            f'The paragraph "{name}" has {"lines" if lines else "no lines"} in letters.yml, but not here.',
            f"Write {'one text for each of: ' + ', '.join(lines) if lines else 'one text'}.",
            "paragraph-shape",
        )
    elif not isinstance(found, str):
        yield from _same_keys(guide, code, ["paragraphs", name], found, lines)


def _slots(guide: Guide) -> Iterator[Problem]:
    for code, language in guide.languages.items():
        for name, found in language.paragraphs.items():
            texts = {"": found} if isinstance(found, str) else found
            for line, text in texts.items():
                place = ["paragraphs", name, line] if line else ["paragraphs", name]
                for slot in SLOT.findall(text):
                    if slot not in guide.fields:
                        yield _unknown(guide, f"languages/{code}", place, "field", slot, list(guide.fields))


def _phrases(guide: Guide) -> Iterator[Problem]:
    """Choices and states that stand in a letter say how the letter puts them; without that it would have a gap."""
    in_slots = set().union(*(slot for name in guide.paragraphs for slot in slots_of(guide, name).values()))
    for code, language in guide.languages.items():
        wanted: dict[tuple[str, ...], Choice] = {
            ("states", state): language.states[state]
            for field in guide.fields.values()
            for state in field.states
            if field.id in in_slots and state != "another"
        }
        for field in guide.fields.values():
            if field.id in in_slots:
                wanted |= {
                    ("fields", field.id, "choices", choice): language.fields[field.id].choices[choice]
                    for choice in field.choices
                }
        for place, words in wanted.items():
            if not words.letter:
                yield _problem(
                    guide,
                    f"languages/{code}",
                    place,
                    f"{'.'.join(place)} does not say how a letter puts it.",
                    "Add letter: with the words that follow in the letter.",
                    "missing-phrase",
                )


def slots_of(guide: Guide, paragraph: str) -> dict[str, set[str]]:
    """The fields in each line of a paragraph (``""`` for one without lines), in any language."""
    found: dict[str, set[str]] = {}
    for language in guide.languages.values():
        words = language.paragraphs.get(paragraph, "")
        for line, text in ({"": words} if isinstance(words, str) else words).items():
            found.setdefault(line, set()).update(SLOT.findall(text))
    return found


def _unused_fields(guide: Guide) -> list[str]:
    used: set[str] = set()
    for paragraph in guide.paragraphs.values():
        used |= set().union(*slots_of(guide, paragraph.id).values())
        used |= names(paragraph.when).union(*(names(line.when) for line in paragraph.lines))
    for field in guide.fields.values():
        used |= names(conditions_of(field)) | {field.default_from or ""}
    for edition in guide.editions.values():
        used |= {item.fill or "" for item in edition.items}
    return [field for field in guide.fields if field not in used]


def _use(guide: Guide, unused: Collection[str]) -> Iterator[Problem]:
    for index, field in enumerate(guide.form.fields):
        if field.id in unused:
            yield _problem(
                guide,
                "fields",
                ("fields", index),
                f'The field "{field.id}" is used in no letter, in no condition and in no form edition.',
                "Write {" + field.id + "} into a paragraph, or delete the field.\n"
                f"Paragraphs are declared in {guide.documents['letters'].path}; "
                "their words stand under paragraphs: in each language's file.",
                "unused-field",
            )
    in_editions = {item.item for edition in guide.editions.values() for item in edition.items}
    for index, item in enumerate(guide.form.form_items):
        if item.id not in in_editions:
            yield _problem(
                guide,
                "fields",
                ("form-items", index),
                f'The form item "{item.id}" stands in no form edition.',
                "Add it to an edition in form-editions.yml, or delete it.",
                "unused-form-item",
            )


def _standing(guide: Guide) -> Iterator[Problem]:
    places = {name: index for index, name in enumerate(guide.paragraphs)}
    for name, paragraph in guide.paragraphs.items():
        letters = [letter for letter in guide.letters.values() if name in letter.paragraphs]
        place = ("paragraphs", places[name])
        if not letters:
            yield _problem(
                guide,
                "letters",
                place,
                f'The paragraph "{name}" stands in no letter.',
                "Name it in a letter, or delete it.",
                "unused-paragraph",
            )
            continue
        standing = [letter for letter in letters if reachable(guide, letter.id, paragraph.when)]
        if not standing:
            yield _problem(
                guide,
                "letters",
                (*place, "when"),
                f'The paragraph "{name}" can never stand: no answers meet its conditions.',
                "Correct its conditions, or those of the fields they speak of.",
                "never-stands",
            )
            continue
        yield from (_dead_weight(guide, letter, paragraph) for letter in letters if letter not in standing)
        for number, line in enumerate(paragraph.lines):
            if not any(reachable(guide, letter.id, paragraph.when, line.when) for letter in standing):
                yield _problem(
                    guide,
                    "letters",
                    (*place, "lines", number),
                    f'The line "{line.id}" of the paragraph "{name}" can never stand.',
                    "Correct its conditions, or delete it.",
                    "never-stands",
                )


def _dead_weight(guide: Guide, letter: Letter, paragraph: Paragraph) -> Problem:
    spoken_of = ", ".join(sorted(names(paragraph.when)))
    return _problem(
        guide,
        "letters",
        ("letters", list(guide.letters).index(letter.id), "paragraphs"),
        f'The paragraph "{paragraph.id}" can never stand in the letter "{letter.id}".',
        f"Take it out there, or name the letter under letters: of what its conditions speak of ({spoken_of}), "
        f"in {guide.documents['fields'].path}.",
        "never-stands",
    )
