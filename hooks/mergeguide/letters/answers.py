"""From what was typed to what counts: answers repaired, and only those that are asked.

A field is asked in some letters and under some conditions; what stands in a field that is not asked is not
used and not judged, so that changing one's mind above never leaves something behind below.
"""

from __future__ import annotations

from collections.abc import Mapping

from mergeguide.data import Guide
from mergeguide.i18n import iso_date
from mergeguide.letters.conditions import holds
from mergeguide.letters.domains import has_own_domain
from mergeguide.letters.normalization import repaired
from mergeguide.schema import Derived, Field

SWITCHES = ("letter", "letter-language", "edition")
"""Controls of the generator that are no fields."""

STATEMENT = "statement"
"""The control whose ticked values are the ids of ready sentences."""


def condition_controls(guide: Guide) -> tuple[str, ...]:
    """The controls that a condition can speak of: the switches and those of the fields, not of ready sentences."""
    names = list(SWITCHES)
    for field in guide.fields.values():
        names.append(field.id)
        if field.states:
            names.append(field.state_control)
    return tuple(names)


def control_names(guide: Guide) -> tuple[str, ...]:
    """Every control's name, as ``ANSWERS.json`` and the form have it."""
    ticks = {statement.tick for statement in guide.statements.values()}
    blanks = (name for name in guide.questions if name not in guide.fields and name not in ticks)
    return (*condition_controls(guide), STATEMENT, *blanks)


def asked(field: Field, effective: Mapping[str, str]) -> bool:
    """Whether a field is asked, given the switches and the answers to the fields before it."""
    return (not field.letters or effective["letter"] in field.letters) and holds(field.asked_when, effective)


def effective_answers(guide: Guide, answers: Mapping[str, str]) -> dict[str, str]:
    """The answers that count.

    Args:
        answers: control name → what was typed or chosen. Switches that are missing get their defaults.

    Returns:
        Control name → repaired answer, for the switches, for every field that is asked, and for what is derived;
        ``""`` where nothing was answered. A field with states is there twice, as in the form; its address counts only
        where ``another`` was chosen.
    """
    effective = {
        "letter": answers.get("letter") or next(iter(guide.letters)),
        "letter-language": answers.get("letter-language") or guide.letter_languages[0],
        "edition": answers.get("edition") or next(iter(guide.editions)),
    }
    effective |= dict.fromkeys(guide.derived, "")
    for field in guide.questions.values():
        if not asked(field, effective):
            continue
        if field.states:
            effective[field.state_control] = answers.get(field.state_control, "")
            if effective[field.state_control] != "another":
                continue
        effective[field.id] = repair_answer(guide, field, answers.get(field.id) or field.chosen or "")
        # A question further down may follow from it.
        for derived in guide.form.derived:
            if field.id in derived.follows_from:
                effective[derived.id] = "yes" if _is_so(guide, derived, effective) else ""
    return effective


def _is_so(guide: Guide, derived: Derived, effective: Mapping[str, str]) -> bool:
    first, *others = (effective.get(name, "").lower() for name in derived.follows_from)
    equal = [first] == others
    if derived.equal:
        return bool(first) and equal
    return not equal and has_own_domain([*guide.warnings.everybodys, *guide.warnings.examples], first)


def repair_answer(guide: Guide, field: Field, answer: str) -> str:
    """One answer after the repairs of its field's format, a date as 2026-03-31 or 2026-03; a choice stays as it is."""
    if field.format is None:
        return answer
    form = guide.formats[field.format]
    after = repaired(answer, form, guide.formats_file.look_alikes)
    return iso_date(after, form.written, [language.dates.months for language in guide.languages.values()])
