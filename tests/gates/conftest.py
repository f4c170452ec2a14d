"""The benchmark's two tables at the end of the run."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict

import pytest
from harmless import Quiet, quiet_table
from kinds import HARMLESS, KINDS
from mutations import Score, table

RecordProperty = Callable[[str, object], None]
"""pytest's ``record_property``: what it is given stands in the report, which travels to the run's first process."""
DAMAGE, EDITS = "damage", "harmless edits"


@pytest.fixture
def show_score(record_property: RecordProperty) -> Callable[[Score], None]:
    """Show in the table at the end how the gates did on a kind of damage."""
    return lambda score: record_property(DAMAGE, asdict(score))


@pytest.fixture
def show_silence(record_property: RecordProperty) -> Callable[[Quiet], None]:
    """The same of harmless edits."""
    return lambda quiet: record_property(EDITS, asdict(quiet))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print what the benchmark found, in the order in which the kinds are declared."""
    scores: dict[str, Score] = {}
    silence: dict[str, Quiet] = {}
    for report in (*terminalreporter.getreports("passed"), *terminalreporter.getreports("failed")):
        for name, value in report.user_properties if report.when == "call" else ():
            # Where a kind was tried in some places and in all, all is what counts.
            if name == DAMAGE:
                score = Score(**value)
                scores[score.kind] = max(score, scores.get(score.kind, score), key=lambda one: one.places)
            elif name == EDITS:
                quiet = Quiet(**value)
                silence[quiet.kind] = max(quiet, silence.get(quiet.kind, quiet), key=lambda one: one.edits)
    if scores:
        terminalreporter.section("damage: every one caught, by the right rule, at the right place")
        terminalreporter.write_line(table([scores[kind.name] for kind in KINDS if kind.name in scores]))
    if silence:
        terminalreporter.section("harmless edits: not a word")
        terminalreporter.write_line(quiet_table([silence[kind.name] for kind in HARMLESS if kind.name in silence]))
