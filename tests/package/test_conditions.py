"""Conditions as data: when they hold, what they speak of, and which answers can ever meet them."""

from __future__ import annotations

import itertools

import pytest

from mergeguide.data.guide import Guide
from mergeguide.letters.conditions import holds, possible, remaining_conditions
from mergeguide.letters.reachability import answer_sets, reachable
from mergeguide.schema.conditions import Condition, names

MAILBOX: list[Condition] = [{"work-mailbox": "given"}]
TWO: list[Condition] = [{"situation": ("two-accounts",)}]


@pytest.mark.parametrize(
    ("when", "answers", "wanted"),
    [
        ((), {}, True),
        ([{"notes": "given"}], {"notes": "x"}, True),
        ([{"notes": "given"}], {"notes": ""}, False),
        ([{"notes": "given"}], {}, False),
        ([{"notes": "absent"}], {"notes": "x"}, False),
        ([{"notes": "absent"}], {"notes": ""}, True),
        ([{"notes": "absent"}], {}, True),
        ([{"situation": ("a", "b")}], {"situation": "b"}, True),
        ([{"situation": ("a", "b")}], {"situation": "c"}, False),
        ([{"situation": ("a", "b")}], {}, False),
        ([{"situation": ("a",), "notes": "given"}], {"situation": "a", "notes": "x"}, True),
        ([{"situation": ("a",), "notes": "given"}], {"situation": "a"}, False),
        ([{"situation": ("a",)}, {"notes": "given"}], {"notes": "x"}, True),
        ([{"situation": ("a",)}, {"notes": "given"}], {"situation": "b"}, False),
    ],
)
def test_when_conditions_hold(when: list[Condition], answers: dict[str, str], wanted: bool) -> None:
    assert holds(when, answers) is wanted


def test_what_conditions_speak_of() -> None:
    assert names([{"a": "given", "b": ("x",)}, {"c": "absent"}]) == {"a", "b", "c"}
    assert names(()) == set()


@pytest.mark.parametrize(
    ("when", "can_hold", "left"),
    [
        ((), True, ()),
        ([{"letter": ("a",)}], True, ()),
        ([{"letter": ("b", "c")}], False, ()),
        ([{"letter": ("b", "a"), "notes": "given"}], True, ({"notes": "given"},)),
        ([{"notes": "given"}], True, ({"notes": "given"},)),
        ([{"letter": ("b",)}, {"notes": "given"}], True, ({"notes": "given"},)),
        ([{"letter": ("a",)}, {"notes": "given"}], True, ()),
    ],
)
def test_what_is_left_of_conditions_in_one_letter(
    when: list[Condition], can_hold: bool, left: tuple[Condition, ...]
) -> None:
    assert possible(when, "letter", "a") is can_hold
    assert remaining_conditions(when, "letter", "a") == left


@pytest.mark.parametrize(
    ("letter", "whens", "wanted"),
    [
        ("request", [[{"situation": ("same-email",)}]], True),
        ("request", [[{"former-company": "given"}]], True),
        ("request", [[{"former-company": "given"}], [{"former-company": "absent"}]], False),
        ("request", [[{"full-name": "absent"}]], False),  # it is required
        ("request", [[{"case-id": "given"}]], False),  # a first request has none
        ("remind", [[{"case-id": "given"}]], True),
        ("request", [[{"left-on": "given", "situation": ("left-company",)}]], True),
        ("request", [[{"left-on": "given", "situation": ("email-only",)}]], True),
        ("request", [[{"left-on": "given", "employment": ("staying",)}]], False),  # not asked then
        ("request", [[{"work-mailbox": ("lost",), "source-account-kind": ("builder-id",)}]], True),
        ("request", [[{"situation": ("two-accounts",), "source-account-kind": ("unknown",)}]], True),
        ("request", [[{"situation": ("two-accounts",)}], [{"source-account-kind": ("unknown",)}], MAILBOX], True),
        ("request", [[{"former-company": "absent"}], [{"source-account-kind": ("unknown",)}], TWO, MAILBOX], False),
        ("request", [[{"source-notification-email": "given"}]], True),
        ("request", [[{"source-notification-email": "given", "source-notification-email-is": ("same",)}]], False),
        ("request", [[{"letter": ("remind",)}]], False),
        ("remind", [[{"letter": ("remind",)}]], True),
        ("request", [[{"edition": ("2022-02",)}], [{"form-phone": "given"}]], True),
        ("request", [[{"edition": ("2025-11",)}], [{"form-phone": "given"}]], False),
        ("request", [[{"letter-language": ("ja",)}]], True),
    ],
)
def test_which_conditions_some_answers_meet(
    guide: Guide, letter: str, whens: list[list[Condition]], wanted: bool
) -> None:
    assert reachable(guide, letter, *whens) is wanted


def test_combinations_are_each_one_once_and_only_what_is_asked(guide: Guide) -> None:
    found = list(answer_sets(guide, "request", {"work-mailbox"}))
    assert len({tuple(sorted(effective.items())) for effective in found}) == len(found)
    for effective in found:
        asked = effective["situation"] in ("left-company", "leaving-soon") or (
            effective["source-account-kind"] == "partner-network" or "employment" in effective
        )
        assert ("work-mailbox" in effective) == asked
    pairs = {(effective["situation"], effective["source-account-kind"]) for effective in found}
    kinds = guide.fields["source-account-kind"].choices
    assert pairs == set(itertools.product(guide.situations, kinds))


def test_an_address_is_combined_with_its_state_and_stands_beside_no_other(guide: Guide) -> None:
    found = answer_sets(guide, "request", {"source-notification-email"})
    assert {(each["source-notification-email-is"], each.get("source-notification-email")) for each in found} == {
        ("same", None),
        ("unknown", None),
        ("another", "given"),
        ("another", ""),
    }


def test_a_state_is_there_only_where_its_address_is_asked(guide: Guide) -> None:
    found = list(answer_sets(guide, "remind", {"source-notification-email-is"}))
    assert {each["approved-on"] for each in found} == {"", "given"}
    for each in found:
        assert ("source-notification-email-is" in each) == (each["approved-on"] == "")


def test_every_paragraph_and_line_of_the_real_letters_can_stand(guide: Guide) -> None:
    letters_with: dict[str, list[str]] = {}
    for letter in guide.letters.values():
        for name in filter(guide.paragraphs.__contains__, letter.paragraphs):
            letters_with.setdefault(name, []).append(letter.id)
            assert reachable(guide, letter.id, guide.paragraphs[name].when), (letter.id, name)
    lines = [(name, line) for name in letters_with for line in guide.paragraphs[name].lines]
    assert lines
    for name, line in lines:
        whens = (guide.paragraphs[name].when, line.when)
        assert any(reachable(guide, letter, *whens) for letter in letters_with[name]), (name, line.id)
