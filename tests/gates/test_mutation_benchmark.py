"""The mutation benchmark: damage of every kind, at every place of the real data and pages where it fits.

Each damage has to be told by the rule that is meant for it, at the place where the author has to mend it. The tables
of what was tried stand at the end of the test run. ``make test`` tries each kind at one place in up to three of the
files where it fits, ``make test-all`` everywhere; of the most frequent kinds at every n-th place, always the same
ones, and with ``EVERY_MUTANT=1`` in the environment at all of them.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest
from harmless import Harmless, Quiet, listen
from kinds import HARMLESS, KINDS
from mutations import Kind, Score, files_of, score, score_in_some_files, survey

from laboratory import Laboratory

EDITS = 1
"""Of each kind of harmless edit ``make test`` makes so many, each kind in another file."""
SHOWN = 12
"""So many failures of a kind are printed; the rest would be more of the same."""


def first(failures: list[str]) -> str:
    """The first failures, and how many there are."""
    return "\n".join([f"{len(failures)} failures", *failures[:SHOWN]])


@pytest.mark.parametrize("tried", KINDS, ids=lambda kind: kind.name)
def test_damage_is_told_by_its_rule_at_its_place(
    laboratory: Laboratory, show_score: Callable[[Score], None], tried: Kind
) -> None:
    result = score_in_some_files(laboratory, tried)
    show_score(result)
    assert result.places, "this kind of damage fits nowhere any more"
    assert not result.failures, first(result.failures)


@pytest.mark.whole("test_damage_is_told_by_its_rule_at_its_place")
@pytest.mark.parametrize("tried", KINDS, ids=lambda kind: kind.name)
def test_damage_is_told_wherever_it_fits(
    laboratory: Laboratory, show_score: Callable[[Score], None], tried: Kind
) -> None:
    result = score(laboratory, tried)
    show_score(result)
    assert not result.failures, first(result.failures)


@pytest.mark.parametrize(("number", "tried"), list(enumerate(HARMLESS)), ids=[kind.name for kind in HARMLESS])
def test_a_harmless_edit_raises_no_alarm(
    laboratory: Laboratory, show_silence: Callable[[Quiet], None], number: int, tried: Harmless
) -> None:
    result = listen(laboratory, tried, most=EDITS, first=number)
    show_silence(result)
    assert result.places, "this kind of edit fits nowhere any more"
    assert not result.failures, first(result.failures)


@pytest.mark.whole("test_a_harmless_edit_raises_no_alarm")
@pytest.mark.parametrize("tried", HARMLESS, ids=lambda kind: kind.name)
def test_a_harmless_edit_raises_no_alarm_anywhere(
    laboratory: Laboratory, show_silence: Callable[[Quiet], None], tried: Harmless
) -> None:
    result = listen(laboratory, tried)
    show_silence(result)
    assert result.places, "this kind of edit fits nowhere any more"
    assert not result.failures, first(result.failures)


def test_the_benchmark_is_as_large_as_promised(laboratory: Laboratory) -> None:
    """At least 40 kinds of damage and 15 of harmless edits, thousands of mutants, in every language."""
    assert len(KINDS) >= 40
    assert len(HARMLESS) >= 15
    judged = sum(len(numbers) for kind in KINDS for numbers in files_of(kind, laboratory).values())
    assert judged > 5_000
    assert sum(len(survey(kind, laboratory).chosen) for kind in KINDS) > 250


def test_no_file_is_spared(laboratory: Laboratory) -> None:
    mutants = [mutant for kind in KINDS for mutant in survey(kind, laboratory).chosen.values()]
    assert {path for mutant in mutants for path in mutant.changes} >= laboratory.texts.keys()
