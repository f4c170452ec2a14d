"""What the models declare to refer to something is found wherever it is, in models that are still to come as well."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from mergeguide.consistency.declared import declared
from mergeguide.data.guide import Guide
from mergeguide.schema.base import Id, Record, Words
from mergeguide.schema.conditions import EarlierWhen, When
from mergeguide.schema.evidence import SourceRef
from mergeguide.schema.relations import ClaimId, Conditional, FieldId, OwnLanguage, Refers, WordsFor, lists_of, related


class Step(Record):
    """An entry of a list."""

    id: Id
    asks: FieldId | None = None
    when: When = ()
    asked_when: EarlierWhen = ()


class Plan(Record):
    """A record with each kind of place that a relation can be in."""

    claims: tuple[ClaimId, ...] = ()
    read_in: Mapping[OwnLanguage, tuple[SourceRef, ...]] = {}
    words: Annotated[Mapping[str, Words], WordsFor("claim")] = {}
    note: Words | Mapping[str, Words] = "none"
    first: Step | None = None
    steps: tuple[Step, ...] = ()


PLAN = Plan.model_validate(
    {
        "claims": ["one", "two"],
        "read-in": {"ja": ["F1", "F2"]},
        "words": {"one": "One."},
        "note": {"ja": "x"},
        "first": {"id": "begin", "asks": "full-name"},
        "steps": [
            {"id": "a", "when": {"letter": ["request"]}},
            {"id": "b", "asked-when": {"letter": "given"}},
            {"id": "a"},
        ],
    }
)


def test_each_place_of_a_relation_is_found() -> None:
    referring = {each.place: each.relation for each in related(PLAN, Refers)}
    found = {**referring, **{each.place: each.relation for each in related(PLAN, WordsFor)}}
    assert list(found.items()) == [
        (("claims", 0), Refers("claim")),
        (("claims", 1), Refers("claim")),
        (("read-in", "ja"), Refers("language")),
        (("read-in", "ja", 0), Refers("source")),
        (("read-in", "ja", 1), Refers("source")),
        (("first", "asks"), Refers("field")),
        (("words",), WordsFor("claim")),
    ]
    conditions = [(each.place, each.relation) for each in related(PLAN, Conditional) if each.value]
    assert conditions == [
        (("steps", 0, "when"), Conditional()),
        (("steps", 1, "asked-when"), Conditional(earlier=True)),
    ]


def test_a_list_of_entries_with_ids_is_found() -> None:
    assert list(lists_of(PLAN)) == [(("steps",), ["a", "b", "a"])]


def test_every_kind_that_a_model_names_is_declared(guide: Guide) -> None:
    known = declared(guide)
    records = [*guide.records.values(), *guide.languages.values()]
    named = {each.relation.kind for record in records for each in related(record, Refers)}
    named |= {each.relation.kind for record in records for each in related(record, WordsFor)}
    assert named == set(known)
    assert all(known.values())
