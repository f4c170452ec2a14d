"""A file of stamps is taken at a glance where its model would say the same, and else left to the model."""

from __future__ import annotations

import pytest

from mergeguide.data import parse
from mergeguide.data.validation import judge
from mergeguide.data.yaml_document import Document
from mergeguide.problems import Problem
from mergeguide.schema import StampsFile
from mergeguide.translations.stamp_records import Records, at_a_glance, records_of
from projects import ROOT

RIGHT = """\
sections:
  "@meta": {source: "c9545d4c8e0c", translation: "71e377058a0a"}
  top:
    source: "4dfc6b3ed1d2"
    translation: "2cd698d6edce"
    acknowledged: "A typo."
waivers:
  "top:number-parity:123abc":
    until: "2027-01-31"
    reason: "It counts otherwise."
"""
SPOILED = {
    "a digit too many": ('"c9545d4c8e0c"', '"c9545d4c8e0c0"'),
    "a line's end in a digest": ('"c9545d4c8e0c"', '"c9545d4c8e0c\\n"'),
    "a large letter": ('"c9545d4c8e0c"', '"C9545d4c8e0c"'),
    "a digest that is a number": ('"c9545d4c8e0c"', "123456789012"),
    "no digest": ('source: "4dfc6b3ed1d2"', "source:"),
    "a key less": ('    translation: "2cd698d6edce"\n', ""),
    "a key more": ('    translation: "2cd698d6edce"\n', '    translation: "2cd698d6edce"\n    day: "2026-01-01"\n'),
    "an empty reason": ('"A typo."', '""'),
    "a blank reason": ('"A typo."', '"　"'),
    "a number for a reason": ('"A typo."', "1"),
    "a stamp that is a text": ('{source: "c9545d4c8e0c", translation: "71e377058a0a"}', "fresh"),
    "no such day": ('"2027-01-31"', '"2027-02-31"'),
    "a day of another form": ('"2027-01-31"', '"20270131"'),
    "a day of long ago": ('"2027-01-31"', '"1927-01-31"'),
    "a waiver without a reason": ('    reason: "It counts otherwise."\n', ""),
    "a waiver with a blank reason": ('"It counts otherwise."', '" "'),
    "waivers as a list": (RIGHT[RIGHT.index("waivers:") :], "waivers: [top]\n"),
    "no sections": (RIGHT[: RIGHT.index("waivers:")], ""),
    "a part more": ("sections:", "more: 1\nsections:"),
}


def read(text: str) -> Document:
    """A file of stamps."""
    found = parse(text, "stamps.yml")
    assert isinstance(found, Document)
    return found


def by_the_model(document: Document) -> tuple[object, object] | tuple[Problem, ...]:
    """The same as plain values, as the model judges them."""
    record = judge(document, StampsFile)
    if isinstance(record, tuple):
        return record
    return (
        [(key, stamp.source, stamp.translation, stamp.acknowledged) for key, stamp in record.sections.items()],
        [(alarm, waiver.reason, waiver.until) for alarm, waiver in record.waivers.items()],
    )


def plainly(records: Records) -> tuple[object, object]:
    """What was found, as plain values."""
    return (
        [(key, stamp.source, stamp.translation, stamp.acknowledged) for key, stamp in records.sections.items()],
        [(alarm, waiver.reason, waiver.until) for alarm, waiver in records.waivers.items()],
    )


def test_the_files_of_the_project_are_right_at_a_glance() -> None:
    paths = sorted((ROOT / "docs/_data/translations").rglob("*.yml"))
    assert len(paths) > 10
    for text in (RIGHT, *(path.read_text(encoding="utf-8") for path in paths)):
        document = read(text)
        found = at_a_glance(document)
        assert found, text
        assert plainly(found) == by_the_model(document)


@pytest.mark.parametrize(("old", "new"), SPOILED.values(), ids=SPOILED)
def test_what_is_wrong_is_told_by_the_model(old: str, new: str) -> None:
    assert RIGHT.count(old) == 1
    document = read(RIGHT.replace(old, new))
    assert at_a_glance(document) is None
    told = records_of(document)
    assert isinstance(told, tuple)
    assert told == judge(document, StampsFile)


def test_what_the_model_alone_takes_says_the_same() -> None:
    document = read(RIGHT.replace('acknowledged: "A typo."', "acknowledged:"))
    found = records_of(document)
    assert isinstance(found, Records)
    assert at_a_glance(document) is None
    assert plainly(found) == by_the_model(document)
