"""Answers made from the data, so that a new field is filled in by the tests that know nothing of it."""

from __future__ import annotations

from collections.abc import Mapping

from mergeguide.data.guide import Guide
from mergeguide.letters.answers import asked, effective_answers
from mergeguide.letters.validation import judge_answers, required
from mergeguide.schema.fields import Field

Answers = dict[str, str]


def complete(guide: Guide, chosen: Mapping[str, str] | None = None) -> Answers:
    """Every field that is asked, answered by its example; ``chosen`` goes before the examples.

    An answer with which other questions fall away is left out unless it is chosen.
    """
    return _walk(guide, chosen or {}, only_required=False)


def barely_enough(guide: Guide, chosen: Mapping[str, str] | None = None) -> Answers:
    """Only what is required, answered by its example; ``chosen`` goes before the examples."""
    return _walk(guide, chosen or {}, only_required=True)


def switches(guide: Guide, chosen: Mapping[str, str]) -> Answers:
    """The letter, its language and the edition."""
    return {
        "letter": chosen.get("letter", next(iter(guide.letters))),
        "letter-language": chosen.get("letter-language", guide.letter_languages[0]),
        "edition": chosen.get("edition", next(iter(guide.editions))),
    }


def _walk(guide: Guide, chosen: Mapping[str, str], *, only_required: bool) -> Answers:
    answers = switches(guide, chosen)
    ends = {
        name for field in guide.fields.values() for when in field.asked_when for name in when if when[name] == "absent"
    }
    for field in guide.fields.values():
        if not asked(field, effective_answers(guide, answers)):
            continue
        wanted = field.id not in ends if not only_required else required(field, answers)
        if field.states:
            answers[field.state_control] = chosen.get(field.state_control, "same" if only_required else "another")
            wanted = answers[field.state_control] == "another"
        if field.id in chosen or (wanted and not field.default_from):
            answers[field.id] = chosen.get(field.id, field.example)
    return answers


def asked_fields(guide: Guide, answers: Mapping[str, str]) -> list[Field]:
    """The fields that are asked, given these answers, in the order in which one leads to the next."""
    effective = effective_answers(guide, answers)
    return [field for field in guide.fields.values() if asked(field, effective)]


def entries(guide: Guide, answers: Answers, known: Answers) -> list[list[str]]:
    """Each answer with its control's name, when its turn comes: one leads to the next.

    Args:
        known: what stands in the form, and ``answers``.
    """
    order = ["letter", "letter-language"]
    if guide.letters[known["letter"]].sent_by == "form":
        order.append("edition")
    for field in asked_fields(guide, known):
        if field.states:
            order.append(field.state_control)
        if not field.states or known.get(field.state_control) == "another":
            order.append(field.id)
    return [[name, answers[name]] for name in order if name in answers]


def later_letters(guide: Guide) -> list[str]:
    """The letters that answer a mail from AWS."""
    return [letter.id for letter in guide.letters.values() if letter.sent_by != "form"]


def missing(guide: Guide, effective: Answers) -> list[str]:
    """The fields that keep a letter from being copied from the page: wrong, unanswered, or asked for by it alone."""
    judged = [finding.control.removesuffix("-is") for finding in judge_answers(guide, effective)]
    fields = [field for field in guide.questions.values() if field.required_on_page and asked(field, effective)]
    return [*judged, *(field.id for field in fields if not effective.get(field.id))]
