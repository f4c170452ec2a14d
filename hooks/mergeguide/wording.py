"""Putting things into the words of a language: slots, dates, conditions, marks of evidence."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from mergeguide.conditions import Condition
from mergeguide.languages import Dates, Language

if TYPE_CHECKING:
    from mergeguide.guide import Guide

SLOT = re.compile(r"\{([a-z0-9-]+)\}")
"""A slot in a text of the data: ``{field-id}``."""


def fill(text: str, slots: Mapping[str, object]) -> str:
    """Put values into a text's slots, each once: what a value holds is never read as a slot again.

    Raises:
        KeyError: a slot has no value.
    """
    return SLOT.sub(lambda match: str(slots[match[1]]), text)


def letter_date(dates: Dates, iso: str) -> str:
    """``2026-03-31`` as a letter in that language writes it; anything else comes back as it is."""
    match = re.fullmatch(r"([0-9]{4})-([0-9]{2})-([0-9]{2})", iso)
    return _date(dates, dates.letter, match.groups()) if match else iso


def shown_date(dates: Dates, when: str | None, *, inferred: bool = False) -> str:
    """A source's date (year, month, day or interval) as pages show it."""
    if when is None:
        return dates.none
    start, _, end = when.partition("/")
    if not end:
        shown = _point(dates, start)
    elif end == "..":
        shown = fill(dates.since, {"from": _point(dates, start)})
    elif start == "..":
        shown = fill(dates.until, {"to": _point(dates, end)})
    else:
        shown = fill(dates.between, {"from": _point(dates, start), "to": _point(dates, end)})
    return fill(dates.inferred, {"date": shown}) if inferred else shown


def _point(dates: Dates, point: str) -> str:
    parts = point.split("-")
    return _date(dates, (dates.year, dates.month, dates.day)[len(parts) - 1], parts)


def _date(dates: Dates, pattern: str, parts: Sequence[str]) -> str:
    year, month, day = (*(int(part) for part in parts), 0, 0)[:3]
    name = dates.months[month - 1] if 0 < month <= len(dates.months) else month
    return fill(pattern, {"year": year, "month": name, "day": day})


def conditions_in_words(guide: Guide, language: Language, when: Sequence[Condition]) -> str:
    """Conditions as a reader understands them; empty for no condition."""
    words = language.conditions
    return words.or_.join(
        words.and_.join(_test_in_words(guide, language, name, test) for name, test in condition.items())
        for condition in when
    )


def _test_in_words(guide: Guide, language: Language, name: str, test: str | Sequence[str]) -> str:
    words = language.conditions
    label = control_label(guide, language, name)
    if isinstance(test, str):
        return fill(words.given if test == "given" else words.absent, {"label": label})
    values = words.or_.join(choice_label(guide, language, name, value) for value in test)
    return fill(words.is_, {"label": label, "values": values})


def control_label(guide: Guide, language: Language, name: str) -> str:
    """The label of a control: a field's, or that of the letter, edition or language switch."""
    switches = {"letter": "which-letter", "edition": "edition", "letter-language": "letter-language"}
    if name in switches:
        return str(language.generator[switches[name]])
    return language.fields[name.removesuffix("-is") if name not in guide.fields else name].label


def choice_label(guide: Guide, language: Language, name: str, value: str) -> str:
    """The label of one value of a choice."""
    if name == "letter":
        return language.letters[value].label
    if name == "edition":
        return language.form_editions[value].name
    if name == "letter-language":
        return guide.languages[value].name
    if name not in guide.fields:
        return language.states[value].label
    if guide.fields[name].choices_from:
        return language.situations[value].label
    return language.fields[name].choices[value].label
