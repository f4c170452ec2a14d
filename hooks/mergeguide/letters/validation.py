"""What keeps a letter from being sent: required answers that are missing, and answers of the wrong form."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from mergeguide.data import Guide
from mergeguide.i18n import choice_label, control_label, fill
from mergeguide.letters.answers import asked
from mergeguide.letters.conditions import applies, holds
from mergeguide.schema import Field


@dataclass(frozen=True)
class Finding:
    """An error in an answer.

    Attributes:
        control: the name of the control that the reader has to change.
        error: the error's name in ``languages/<lang>.yml``.
        other: the other field, where two answers are at odds.
    """

    control: str
    error: str
    other: str = ""


def required(field: Field, effective: Mapping[str, str]) -> bool:
    """Whether an asked field has to be answered."""
    if field.default_from:
        return False
    return field.need == "required" or (bool(field.required_when) and holds(field.required_when, effective))


def judge_answers(guide: Guide, effective: Mapping[str, str], today: str = "") -> tuple[Finding, ...]:
    """Every error in the answers that count (``effective_answers``), in the order of the form.

    Args:
        today: the day (YYYY-MM-DD) after which days are still to come; without it none is.
    """
    findings: list[Finding] = []
    for group in guide.form.groups:
        for field in guide.questions.values():
            if field.group == group.id and asked(field, effective):
                found = _judge(guide, field, effective, today)
                if found:
                    findings.append(found)
    return tuple(findings)


def _judge(guide: Guide, field: Field, effective: Mapping[str, str], today: str) -> Finding | None:
    if field.states:
        state = effective[field.state_control]
        if not state:
            return Finding(field.state_control, "choose")
        if state not in field.states:
            return Finding(field.state_control, "unknown-choice")
        if state != "another":
            return None
    answer = effective[field.id]
    if not answer:
        if required(field, effective):
            return Finding(field.id, "choose" if field.kind == "choice" else "enter")
        return None
    if field.kind == "choice":
        if answer not in guide.choices(field):
            return Finding(field.id, "unknown-choice")
        return Finding(field.id, field.refused[answer]) if answer in field.refused else None
    form = guide.formats[field.format or ""]
    for check in form.checks:
        if not holds(check.when, effective):
            continue
        if check.matches is not None and not re.search(check.matches, answer):
            return Finding(field.id, check.error)
        if check.rejects is not None and re.search(check.rejects, answer):
            return Finding(field.id, check.error)
    if len(answer) > form.longest:
        return Finding(field.id, "too-long")
    past = field.not_to_come
    if past and today and answer > today[: len(answer)] and holds(past.when, effective):
        return Finding(field.id, past.error)
    return _too_alike(field, answer, effective)


def _too_alike(field: Field, answer: str, effective: Mapping[str, str]) -> Finding | None:
    """The first answer that this one must not equal; capitals make no difference, in addresses as in ids."""
    for rule in field.differs_from:
        if not applies(rule, effective):
            continue
        for other in rule.fields:
            if effective.get(other, "").lower() == answer.lower():
                return Finding(field.id, rule.error, other)
    return None


def in_words(guide: Guide, finding: Finding, language: str) -> str:
    """The finding as a sentence of that language, with the field's own label."""
    words = guide.languages[language]
    name = finding.control
    field = guide.questions.get(name) or guide.fields[name.removesuffix("-is")]
    choices = guide.choices(field) if name == field.id else field.states
    slots = {
        "label": control_label(guide, words, name),
        "example": field.example,
        "other": control_label(guide, words, finding.other) if finding.other else "",
        "longest": guide.formats[field.format].longest if field.format else "",
        "choices": ", ".join(f"{value} ({choice_label(guide, words, name, value)})" for value in choices),
    }
    return fill(words.errors[finding.error], slots)
