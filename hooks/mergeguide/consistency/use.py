"""The data has nothing unused: fields, items and paragraphs are used, and some answers reach each."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from mergeguide.consistency.statements import statement_reach
from mergeguide.consistency.told import problem_at
from mergeguide.consistency.words import slots_of
from mergeguide.data import Guide
from mergeguide.letters import reachable
from mergeguide.problems import Problem
from mergeguide.schema import Letter, Paragraph, conditions_of, names


def unused_fields(guide: Guide) -> list[str]:
    """The ids of fields that no paragraph, condition or edition names."""
    used: set[str] = set()
    for paragraph in guide.paragraphs.values():
        used |= set().union(*slots_of(guide, paragraph.id).values())
        used |= names(paragraph.when).union(*(names(line.when) for line in paragraph.lines))
    for field in guide.fields.values():
        used |= names(conditions_of(field)) | {field.default_from or ""}
    for edition in guide.editions.values():
        used |= {item.fill for item in edition.items if item.fill}
    return [field for field in guide.fields if field not in used]


def use_problems(guide: Guide, unused: Collection[str]) -> Iterator[Problem]:
    """Fields and items of AWS's form that nothing uses."""
    for index, field in enumerate(guide.form.fields):
        if field.id in unused:
            yield problem_at(
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
            yield problem_at(
                guide,
                "fields",
                ("form-items", index),
                f'The form item "{item.id}" stands in no form edition.',
                "Add it to an edition in form-editions.yml, or delete it.",
                "unused-form-item",
            )


def reach_problems(guide: Guide) -> Iterator[Problem]:
    """Paragraphs, lines and ready sentences that no letter has, or that no answers reach."""
    yield from statement_reach(guide)
    places = {name: index for index, name in enumerate(guide.paragraphs)}
    for name, paragraph in guide.paragraphs.items():
        letters = [letter for letter in guide.letters.values() if name in letter.paragraphs]
        place = ("paragraphs", places[name])
        if not letters:
            yield problem_at(
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
            yield problem_at(
                guide,
                "letters",
                (*place, "when"),
                f'The paragraph "{name}" can never stand: no answers meet its conditions.',
                "Correct its conditions, or those of the fields they speak of.",
                "never-stands",
            )
            continue
        yield from (_never_in_letter(guide, letter, paragraph) for letter in letters if letter not in standing)
        for number, line in enumerate(paragraph.lines):
            if not any(reachable(guide, letter.id, paragraph.when, line.when) for letter in standing):
                yield problem_at(
                    guide,
                    "letters",
                    (*place, "lines", number),
                    f'The line "{line.id}" of the paragraph "{name}" can never stand.',
                    "Correct its conditions, or delete it.",
                    "never-stands",
                )


def _never_in_letter(guide: Guide, letter: Letter, paragraph: Paragraph) -> Problem:
    asked_for = {name for condition in paragraph.when for name, test in condition.items() if test != "absent"}
    spoken_of = ", ".join(sorted(asked_for))
    return problem_at(
        guide,
        "letters",
        ("letters", list(guide.letters).index(letter.id), "paragraphs"),
        f'The paragraph "{paragraph.id}" can never stand in the letter "{letter.id}".',
        f"Take it out there, or name the letter under letters: of what its conditions speak of ({spoken_of}), "
        f"in {guide.documents['fields'].path}.",
        "never-stands",
    )
