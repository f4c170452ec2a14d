"""Ready sentences: each has its blanks in every language, and some answers offer it."""

from __future__ import annotations

from collections.abc import Iterator

from mergeguide.consistency.told import key_problems, problem_at
from mergeguide.data import Guide
from mergeguide.i18n import SLOT
from mergeguide.letters import reachable
from mergeguide.problems import Problem, nearest
from mergeguide.schema import STATEMENTS, Statement


def statement_words(guide: Guide) -> Iterator[Problem]:
    """Blanks that a language does not name, or does not have in its sentence."""
    for code, language in guide.languages.items():
        for statement in guide.statements.values():
            words = language.statements.get(statement.id)
            if words is not None:
                blanks = [blank.id for blank in statement.blanks]
                yield from key_problems(guide, code, ["statements", statement.id, "blanks"], words.blanks, blanks)
                yield from _slots(guide, code, statement, words.letter)


def _slots(guide: Guide, code: str, statement: Statement, text: str) -> Iterator[Problem]:
    blanks = [blank.id for blank in statement.blanks]
    place = ("statements", statement.id, "letter")
    found = SLOT.findall(text)
    for slot in dict.fromkeys(found):
        if slot not in blanks:
            yield problem_at(
                guide,
                f"languages/{code}",
                place,
                f'{".".join(place)}: nothing fills the slot "{{{slot}}}".',
                f"{nearest(slot, blanks)}Blanks of the sentence: {', '.join(blanks) or 'none'}.",
                "unknown-slot",
            )
    for blank in blanks:
        if blank not in found and set(found) <= set(blanks):
            yield problem_at(
                guide,
                f"languages/{code}",
                place,
                f'{".".join(place)} lacks the slot "{{{blank}}}".',
                f"Write it, or delete the blank in {guide.documents['statements'].path}.",
                "missing-slot",
            )


def statement_reach(guide: Guide) -> Iterator[Problem]:
    """Sentences that no answers offer, or that a letter drops when they are ticked for it."""
    for index, statement in enumerate(guide.statements.values()):
        for number, letter in enumerate(statement.letters):
            if STATEMENTS not in guide.letters[letter].paragraphs:
                yield problem_at(
                    guide,
                    "statements",
                    ("statements", index, "letters", number),
                    f'The sentence "{statement.id}" can be ticked for "{letter}", a letter without a place for it.',
                    f"Name the paragraph {STATEMENTS} in that letter in {guide.documents['letters'].path}.",
                    "never-stands",
                )
        if statement.when and not any(reachable(guide, letter, statement.when) for letter in statement.letters):
            yield problem_at(
                guide,
                "statements",
                ("statements", index, "when"),
                f'The sentence "{statement.id}" can never be offered: no answers meet its conditions in its letters.',
                "Correct its conditions, or name letters in which they can hold.",
                "never-stands",
            )
