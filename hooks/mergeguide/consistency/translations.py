"""The languages' strings side by side: the same keys all the way down, and only slots that something fills.

A string that data names (a field's label) is checked against that data in ``references``; here is the rest, for
which the source language is the model.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from mergeguide.consistency.told import problem_at
from mergeguide.data import Guide
from mergeguide.i18n import SLOT
from mergeguide.problems import Problem, nearest
from mergeguide.schema import TO_WRITE

Path = tuple[str, ...]

MODELLED = ("nav", "facts", "generator", "status", "pictures", "replies")
"""Sections whose keys no data file lists."""

_DATE = ("year", "month", "day")

SLOTS: Mapping[Path, tuple[str, ...]] = {
    ("site", "checked"): ("date",),
    ("site", "checked-guide"): ("date",),
    ("dates", "letter"): _DATE,
    ("dates", "letter-month"): _DATE,
    ("dates", "day"): _DATE,
    ("dates", "month"): _DATE,
    ("dates", "year"): _DATE,
    ("dates", "between"): ("from", "to"),
    ("dates", "since"): ("from",),
    ("dates", "until"): ("to",),
    ("dates", "inferred"): ("date",),
    ("as-of", "reports"): ("count",),
    ("as-of", "years"): ("from", "to"),
    ("as-of", "describe"): ("mark",),
    ("facts", "required-when"): ("when",),
    ("facts", "asked-when"): ("when",),
    ("facts", "assumed"): ("label",),
    ("facts", "choose"): ("value",),
    ("conditions", "given"): ("label",),
    ("conditions", "absent"): ("label",),
    ("conditions", "is"): ("label", "values"),
    ("freshness", "notice"): ("date", "part"),
    ("errors",): ("label", "example", "other", "longest", "choices", "field"),
    ("warnings",): ("instead",),
    ("generator", "choose-item"): ("value",),
    ("generator", "stamp"): ("date", "edition"),
}
"""What is put into the strings at a place, or below it. Elsewhere the source language's slots are the model."""

OF_TWO_ANSWERS = ("label", "other", "domain")
"""What is put into a warning about two answers."""

OF_LETTERS = ("paragraphs", "statements")
"""Sections of what letters say, which have rules of their own on slots."""

MAY_BE_EMPTY: tuple[Path, ...] = (("generator", "required"),)
"""Texts that a language may leave empty: the mark of a required field, which most forms do without."""


def shape_problems(guide: Guide, code: str) -> Iterator[Problem]:
    """What one language lacks, has too much, or spells in a way that nothing fills."""
    own = guide.documents[f"languages/{code}"].tree
    source = guide.documents[f"languages/{guide.source_language}"]
    for section in MODELLED:
        yield from _same_keys(guide, code, (section,), own[section], source.tree[section])
    originals = dict(_texts((), source.tree))
    for place, text in _texts((), own):
        if not text.replace(TO_WRITE, "").strip() and place not in MAY_BE_EMPTY:
            message = f"{'.'.join(place)} is empty."
            yield problem_at(
                guide, f"languages/{code}", place, message, "Write something, or delete the key.", "empty-value"
            )
        elif place[0] not in OF_LETTERS:
            yield from _slot_problems(guide, code, place, text, originals.get(place, text))


def _slot_problems(guide: Guide, code: str, place: Path, text: str, original: str) -> Iterator[Problem]:
    slots, theirs = SLOT.findall(text), SLOT.findall(original)
    fixed = next((SLOTS[place[:depth]] for depth in (1, 2) if place[:depth] in SLOTS), None)
    if place[0] == "warnings" and place[1] in {rule.id for rule in guide.warnings.comparisons}:
        fixed = OF_TWO_ANSWERS
    known = tuple(theirs) if fixed is None else fixed
    name = ".".join(place)
    source = guide.documents[f"languages/{guide.source_language}"]
    unknown = [slot for slot in slots if slot not in known]
    for slot in unknown:
        yield problem_at(
            guide,
            f"languages/{code}",
            place,
            f'{name}: nothing fills the slot "{{{slot}}}".',
            f"{nearest(slot, known)}Known: {', '.join(known) or 'none'}"
            + (f", as in {source.path}:{source.line(place)}." if fixed is None else "."),
            "unknown-slot",
        )
    # What the source has misspelt is told there, and would be the same problem here.
    if not unknown and all(slot in known for slot in theirs):
        for slot in dict.fromkeys(theirs):
            if slot not in slots:
                yield _lacking(guide, code, place, slot, guide.source_language)
        for slot in dict.fromkeys(slots):
            if slot not in theirs:
                yield _lacking(guide, guide.source_language, place, slot, code)


def _lacking(guide: Guide, code: str, place: Path, slot: str, other: str) -> Problem:
    return problem_at(
        guide,
        f"languages/{code}",
        place,
        f'{".".join(place)} lacks the slot "{{{slot}}}" that it has in the language "{other}".',
        "Write it here too, or take it out there.",
        "missing-slot",
    )


def _texts(place: Path, value: Any) -> Iterator[tuple[Path, str]]:
    if isinstance(value, str):
        yield place, value
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _texts((*place, str(key)), item)


def _same_keys(guide: Guide, code: str, place: Path, own: Any, model: Any) -> Iterator[Problem]:
    section = ".".join(place)
    if not isinstance(own, dict if isinstance(model, dict) else str):
        what = "texts with keys" if isinstance(model, dict) else "one text"
        yield problem_at(
            guide,
            f"languages/{code}",
            place,
            f"{section} has to be {what}.",
            "Write it as the source does.",
            "words-shape",
        )
        return
    if not isinstance(own, dict):
        return
    source = guide.documents[f"languages/{guide.source_language}"]
    for word in model:
        if word not in own:
            yield problem_at(
                guide,
                f"languages/{code}",
                place,
                f'{section}: "{word}" has no words in this language ({code}).',
                f'Add "{word}:" under "{place[-1]}:". It stands in {source.path}:{source.line((*place, word))}.',
                "missing-words",
            )
    for word, value in own.items():
        if word in model:
            yield from _same_keys(guide, code, (*place, word), value, model[word])
        else:
            yield problem_at(
                guide,
                f"languages/{code}",
                (*place, word),
                f'{section}: the source language ({guide.source_language}) knows no "{word}".',
                f"{nearest(word, model)}Correct the key, delete it here, or add it there.",
                "left-over-words",
            )
