"""Addresses as mail software, links and people give them: taken as what they are, or refused in words that fit.

Promise: what comes with pasting goes where the address is beyond doubt, whatever is left passes only as an address,
and repairing twice changes nothing.
"""

from __future__ import annotations

import re

import pytest
from answers import COMPLETE
from hypothesis import given, settings

from addresses import EMAIL_FIELDS, VECTORS, AddressVector, awkward_addresses
from mergeguide.data.guide import Guide
from mergeguide.letters.answers import effective_answers
from mergeguide.letters.normalization import repaired
from mergeguide.letters.validation import in_words, judge_answers
from turns import examples

DOT_ATOM = re.compile(r"(?=.{4,254}\Z)[!-~]+@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]{2,63}")
"""What an address looks like whose domain is the one of RFC 5321; its name is judged by its signs alone."""
EVERY_VECTOR = pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: vector.source)


def _error(guide: Guide, typed: str) -> str:
    found = judge_answers(guide, effective_answers(guide, {**COMPLETE, "contact-email": typed}))
    assert {finding.control for finding in found} <= {"contact-email"}
    return found[0].error if found else ""


def _repaired(guide: Guide, typed: str) -> str:
    return repaired(typed, guide.formats["email"], guide.formats_file.look_alikes)


def test_the_table_is_long_enough_and_says_nothing_twice() -> None:
    assert len(VECTORS) > 140
    assert len({vector.pasted for vector in VECTORS}) == len(VECTORS)


@EVERY_VECTOR
def test_each_is_taken_or_refused(guide: Guide, vector: AddressVector) -> None:
    assert _error(guide, vector.pasted) == vector.error
    if vector.address:
        assert _repaired(guide, vector.pasted) == vector.address


def test_every_rule_for_addresses_refuses_one_of_them(guide: Guide) -> None:
    errors = {check.error for check in guide.formats["email"].checks}
    assert errors == {vector.error for vector in VECTORS if vector.error}


def test_every_pattern_for_pasting_is_needed_by_one_of_them(guide: Guide) -> None:
    form = guide.formats["email"]
    for pasted in form.pasted:
        without = form.model_copy(update={"pasted": tuple(other for other in form.pasted if other != pasted)})
        look_alikes = guide.formats_file.look_alikes
        assert any(
            repaired(vector.pasted, without, look_alikes) != repaired(vector.pasted, form, look_alikes)
            for vector in VECTORS
        ), pasted.matches


@pytest.mark.parametrize("code", ["ja", "en"])
def test_each_error_has_words_of_its_own(guide: Guide, code: str) -> None:
    errors = {vector.error for vector in VECTORS if vector.error}
    words = guide.languages[code].errors
    assert len({words[error] for error in errors}) == len(errors)
    for vector in VECTORS:
        for finding in judge_answers(guide, effective_answers(guide, {**COMPLETE, "contact-email": vector.pasted})):
            assert guide.fields["contact-email"].id == finding.control
            assert "{" not in in_words(guide, finding, code)


def test_every_field_for_an_address_has_the_format(guide: Guide) -> None:
    assert {name for name, field in guide.fields.items() if name.endswith("-email")} == set(EMAIL_FIELDS)
    assert {guide.fields[name].format for name in EMAIL_FIELDS} == {"email"}
    assert guide.form_items["form-email"].format == "email"


@given(typed=awkward_addresses())
@settings(max_examples=examples(1500), deadline=None, derandomize=True)
def test_normalization_again_changes_nothing(guide: Guide, typed: str) -> None:
    once = _repaired(guide, typed)
    assert _repaired(guide, once) == once


@given(typed=awkward_addresses())
@settings(max_examples=examples(1500), deadline=None, derandomize=True)
def test_what_is_taken_is_an_address(guide: Guide, typed: str) -> None:
    if not _error(guide, typed):
        taken = _repaired(guide, typed)
        assert DOT_ATOM.fullmatch(taken), taken
        assert not re.search(r'[ <>()\[\]\\",:;].*@', taken), taken


@given(typed=awkward_addresses())
@settings(max_examples=examples(800), deadline=None, derandomize=True)
def test_wrapping_what_is_taken_changes_nothing(guide: Guide, typed: str) -> None:
    if not _error(guide, typed):
        taken = _repaired(guide, typed)
        # What an address can begin with, Markdown or a subject can end with.
        if re.search("[*`'?{}]", taken):
            return
        for before, after in (
            ("mailto:", ""),
            ("<", ">"),
            ("Hanako Example <", ">,"),
            ("「", "」。"),
            ('"', '"'),
            ("（", "）"),
        ):
            assert _repaired(guide, before + taken + after) == taken, before + taken + after


def test_long_answers_are_repaired_in_no_time(guide: Guide) -> None:
    for piece in (
        "<",
        "a@",
        "mail",
        "mail:",
        '"',
        " ",
        "「",
        "a@b ",
        "@",
        "a@b?",
        "%40",
        "mailto:%2525",
        "山 ",
        "*",
        "a,",
    ):
        typed = piece * (3000 // len(piece))
        once = _repaired(guide, typed)
        assert _repaired(guide, once) == once, piece
