"""What only the data names is cited, used and reached: no check takes it for left over."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import pytest

from mergeguide.checks.pages.citations import citing_problems
from mergeguide.consistency.references import condition_problems
from mergeguide.consistency.use import unused_fields
from mergeguide.data.guide import Guide
from mergeguide.schema.base import Record
from mergeguide.schema.fields import Field

NAMING_CLAIMS = [
    ("fields", "form_items"),
    ("fields", "fields"),
    ("situations", "situations"),
    ("form-editions", "form_editions"),
    ("statements", "statements"),
]
CLAIM = "form-2026"


def entries_of(record: Record, name: str) -> Sequence[Record]:
    """A list of a file."""
    entries: Sequence[Record] = getattr(record, name)
    return entries


def citing(guide: Guide, file: str, name: str) -> Guide:
    """The data with a claim that only the first entry of one list names."""
    records: dict[str, Record] = dict(guide.records)
    for each, part in NAMING_CLAIMS:
        entries = [entry.model_copy(update={"claims": ()}) for entry in entries_of(records[each], part)]
        if (each, part) == (file, name):
            entries[0] = entries[0].model_copy(update={"claims": (CLAIM,)})
        records[each] = records[each].model_copy(update={part: tuple(entries)})
    return replace(guide, records=records)


@pytest.mark.parametrize(("file", "name"), NAMING_CLAIMS)
def test_a_claim_that_only_the_data_names_is_cited(guide: Guide, file: str, name: str) -> None:
    told = {one.line for one in citing_problems(citing(guide, file, name), []) if one.rule == "uncited-claim"}
    lines = {claim: guide.documents["claims"].line(("claims", at)) for at, claim in enumerate(guide.claims)}
    assert told == {line for claim, line in lines.items() if claim != CLAIM}


def with_fields(guide: Guide, *more: Field) -> Guide:
    """The data with more fields at the end of its form."""
    form = guide.form.model_copy(update={"fields": (*guide.form.fields, *more)})
    return replace(guide, records={**guide.records, "fields": form})


@pytest.mark.parametrize(
    "naming",
    [
        {"asked_when": ({"nickname": "given"},)},
        {"required_when": ({"nickname": "given"},)},
        {"default_from": "nickname"},
    ],
    ids=["it is asked", "it is required", "its default"],
)
def test_a_field_that_only_another_field_names_is_used(guide: Guide, naming: Mapping[str, object]) -> None:
    nickname = guide.fields["notes"].model_copy(update={"id": "nickname"})
    assert unused_fields(with_fields(guide, nickname)) == ["nickname"]
    name, *_ = guide.form.fields
    form = guide.form.model_copy(update={"fields": (name.model_copy(update=naming), *guide.form.fields[1:], nickname)})
    assert unused_fields(replace(guide, records={**guide.records, "fields": form})) == []


def test_conditions_are_judged_in_lists_that_are_longer_than_the_form(guide: Guide) -> None:
    many = tuple(guide.paragraphs.values()) * (len(guide.fields) + 1)
    wrong = many[0].model_copy(update={"when": ({"no-such-control": "given"},)})
    letters = guide.letters_file.model_copy(update={"paragraphs": (*many, wrong)})
    (problem,) = condition_problems(replace(guide, records={**guide.records, "letters": letters}))
    assert (problem.path, problem.rule) == (guide.documents["letters"].path, "unknown-control")
    assert '"no-such-control"' in problem.message
