"""Each language has its words for all that is declared, and what a letter says has no gap."""

from __future__ import annotations

from collections.abc import Iterator

from mergeguide.consistency.references import missing_words
from mergeguide.consistency.statements import statement_words
from mergeguide.consistency.told import key_problems, problem_at, unknown
from mergeguide.consistency.translations import shape_problems
from mergeguide.data import Guide
from mergeguide.i18n import SLOT
from mergeguide.problems import Problem
from mergeguide.schema import Choice, Edition, Group


def word_problems(guide: Guide) -> Iterator[Problem]:
    """What a language lacks or has too much, and what is nested otherwise than in the data."""
    yield from missing_words(guide)
    for code, language in guide.languages.items():
        for field in guide.fields.values():
            if field.id in language.fields:
                place = ["fields", field.id, "choices"]
                yield from key_problems(guide, code, place, language.fields[field.id].choices, field.choices)
        for name in guide.paragraphs:
            if name in language.paragraphs:
                yield from _paragraph_words(guide, code, name)
        for edition in guide.editions.values():
            if edition.id in language.form_editions:
                yield from _edition_words(guide, code, edition)
        for group in guide.form.groups:
            if group.id in language.groups:
                yield from _first_words(guide, code, group)
        yield from shape_problems(guide, code)
    yield from statement_words(guide)


def _first_words(guide: Guide, code: str, group: Group) -> Iterator[Problem]:
    """What has to be done before a group's questions is said, with its link, where the form names a page for it."""
    words = guide.languages[code].groups[group.id]
    found = {key: text for key, text in (("first", words.first), ("first-link", words.first_link)) if text}
    yield from key_problems(guide, code, ["groups", group.id], found, ["first", "first-link"] if group.first else [])


def _edition_words(guide: Guide, code: str, edition: Edition) -> Iterator[Problem]:
    words = guide.languages[code].form_editions[edition.id]
    place = ["form-editions", edition.id]
    yield from key_problems(guide, code, [*place, "steps"], words.steps, [step.id for step in edition.steps])
    items = dict.fromkeys(item.item for item in edition.items)
    for name in words.notes:
        if name not in items:
            yield unknown(guide, f"languages/{code}", [*place, "notes", name], "form item", name, items)


def _paragraph_words(guide: Guide, code: str, name: str) -> Iterator[Problem]:
    found = guide.languages[code].paragraphs[name]
    lines = [line.id for line in guide.paragraphs[name].lines]
    if isinstance(found, str) == bool(lines):
        yield problem_at(
            guide,
            f"languages/{code}",
            ["paragraphs", name],
            f'The paragraph "{name}" has {"lines" if lines else "no lines"} in letters.yml, but not here.',
            f"Write {'one text for each of: ' + ', '.join(lines) if lines else 'one text'}.",
            "paragraph-shape",
        )
    elif not isinstance(found, str):
        yield from key_problems(guide, code, ["paragraphs", name], found, lines)


def slot_problems(guide: Guide) -> Iterator[Problem]:
    """Slots of letters that no field fills."""
    for code, language in guide.languages.items():
        for name, found in language.paragraphs.items():
            texts = {"": found} if isinstance(found, str) else found
            for line, text in texts.items():
                place = ["paragraphs", name, line] if line else ["paragraphs", name]
                for slot in SLOT.findall(text):
                    if slot not in guide.fields:
                        yield unknown(guide, f"languages/{code}", place, "field", slot, list(guide.fields))


def phrase_problems(guide: Guide) -> Iterator[Problem]:
    """Choices and states that stand in a letter, and no others, say how it puts them; else it would have a gap."""
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
                yield problem_at(
                    guide,
                    f"languages/{code}",
                    place,
                    f"{'.'.join(place)} does not say how a letter puts it.",
                    "Add letter: with the words that follow in the letter.",
                    "missing-phrase",
                )
        yield from _unprinted(guide, code, in_slots)


def _unprinted(guide: Guide, code: str, in_slots: set[str]) -> Iterator[Problem]:
    """Words for a letter of a choice that stands in none: it only decides what else is said."""
    for name, field in guide.languages[code].fields.items():
        for choice, words in field.choices.items():
            if words.letter and name not in in_slots:
                place = ("fields", name, "choices", choice, "letter")
                yield problem_at(
                    guide,
                    f"languages/{code}",
                    place,
                    f"{'.'.join(place)} is printed by no letter.",
                    f"Write {{{name}}} into a paragraph, or delete these words.",
                    "left-over-words",
                )


def slots_of(guide: Guide, paragraph: str) -> dict[str, set[str]]:
    """The fields in each line of a paragraph (``""`` for one without lines), in any language."""
    found: dict[str, set[str]] = {}
    for language in guide.languages.values():
        words = language.paragraphs.get(paragraph, "")
        for line, text in ({"": words} if isinstance(words, str) else words).items():
            found.setdefault(line, set()).update(SLOT.findall(text))
    return found
