"""The mutation benchmark: damage of every kind, at every place of the real data and pages where it fits.

Each damage has to be told by the rule that is meant for it, at the place where the author has to mend it. The tables
of what was tried stand at the end of the test run. Of the most frequent kinds every n-th place is tried, always the
same ones; with ``EVERY_MUTANT=1`` in the environment all of them are.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest
from harmless import Harmless, Quiet, listen
from kinds import HARMLESS, KINDS
from laboratory import Laboratory
from mutations import Kind, Score, score

SHOWN = 12
"""So many failures of a kind are printed; the rest would be more of the same."""


def first(failures: list[str]) -> str:
    """The first failures, and how many there are."""
    return "\n".join([f"{len(failures)} failures", *failures[:SHOWN]])


@pytest.mark.parametrize("tried", KINDS, ids=lambda kind: kind.name)
def test_damage_is_told_by_its_rule_at_its_place(
    laboratory: Laboratory, show_score: Callable[[Score], None], tried: Kind
) -> None:
    result = score(laboratory, tried)
    show_score(result)
    assert result.places, "this kind of damage fits nowhere any more"
    assert not result.failures, first(result.failures)


@pytest.mark.parametrize("tried", HARMLESS, ids=lambda kind: kind.name)
def test_a_harmless_edit_raises_no_alarm(
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
    judged = sum(1 for kind in KINDS for number, _ in enumerate(kind.mutants(laboratory)) if number % kind.every == 0)
    assert judged > 5_000


def test_no_file_is_spared(laboratory: Laboratory) -> None:
    changed = {path for kind in KINDS for mutant in kind.mutants(laboratory) for path in mutant.changes}
    assert changed >= laboratory.texts.keys()
