"""Answers in every combination that a letter can meet: which optional ones are there, and which choices were made."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass

from answers_from_data import Answers

from mergeguide.data.guide import Guide
from mergeguide.letters.answers import asked
from mergeguide.letters.validation import required
from mergeguide.schema.fields import Field

OWN_REASON = "I changed jobs; $& {reason} <b> 100%."


@dataclass(frozen=True)
class Block:
    """All combinations of some controls' values, over answers that are the same in all of them.

    Attributes:
        fixed: the answers that all have.
        varied: control name → its values, ``None`` for no answer; the last one varies fastest.
    """

    fixed: Answers
    varied: dict[str, tuple[str | None, ...]]

    @property
    def count(self) -> int:
        """How many combinations there are."""
        number = 1
        for values in self.varied.values():
            number *= len(values)
        return number

    def answers(self) -> Iterator[Answers]:
        """Each combination, in order."""
        names = tuple(self.varied)
        for values in itertools.product(*self.varied.values()):
            chosen = {name: value for name, value in zip(names, values, strict=True) if value is not None}
            yield self.fixed | chosen


def every_combination(guide: Guide) -> Iterator[Block]:
    """For each letter, language and situation, the presence of every answer that may be absent.

    The source account is a partner's, since then most is asked; ``every_choice`` has the other kinds.
    """
    for letter, language, situation in itertools.product(guide.letters, guide.letter_languages, guide.situations):
        fixed = {"letter": letter, "letter-language": language, "situation": situation}
        varied: dict[str, tuple[str | None, ...]] = {}
        for field in _asked(guide, fixed):
            if field.states:
                varied[field.state_control] = field.states
                fixed[field.id] = field.example
            elif field.default_from:
                varied[field.id] = (None, OWN_REASON)
            elif required(field, fixed):
                fixed[field.id] = field.example
            else:
                varied[field.id] = (None, field.example)
        yield Block(fixed, varied)


def every_choice(guide: Guide) -> Iterator[Block]:
    """For each letter, language and situation, every value of every choice and none, with all the rest there or not."""
    for letter, language, situation in itertools.product(guide.letters, guide.letter_languages, guide.situations):
        base = {"letter": letter, "letter-language": language, "situation": situation}
        fields = [field for field in guide.fields.values() if field.kind != "choice" and not field.states]
        for rest in ({}, {field.id: field.example for field in fields}):
            varied: dict[str, tuple[str | None, ...]] = {}
            for field in guide.fields.values():
                if field.kind == "choice" and field.id != "situation":
                    varied[field.id] = (None, *guide.choices(field))
                if field.states:
                    varied[field.state_control] = (None, *field.states)
            yield Block(base | rest, varied)


def _asked(guide: Guide, fixed: Answers) -> Iterator[Field]:
    """The fields that are asked, with the examples of the choices before them."""
    so_far = dict(fixed)
    for field in guide.fields.values():
        if asked(field, so_far):
            so_far[field.id] = so_far.get(field.id, field.example)
            if field.id not in fixed:
                yield field
