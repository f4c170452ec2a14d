"""The laboratory, once a session, and the benchmark's two tables at the end of the run."""

from __future__ import annotations

import pytest
from harmless import HARMLESS, Quiet, quiet_table
from laboratory import Laboratory
from mutations import KINDS, Score, table

SCORES = pytest.StashKey[dict[str, Score]]()
SILENCE = pytest.StashKey[dict[str, Quiet]]()


@pytest.fixture(scope="session")
def laboratory(tmp_path_factory: pytest.TempPathFactory) -> Laboratory:
    """The real project, of which any number of spoiled copies is judged."""
    return Laboratory(tmp_path_factory.mktemp("laboratory") / "project")


@pytest.fixture(scope="session")
def scores(pytestconfig: pytest.Config) -> dict[str, Score]:
    """How the gates did on each kind of damage, by the kind's name; printed at the end."""
    return pytestconfig.stash.setdefault(SCORES, {})


@pytest.fixture(scope="session")
def silence(pytestconfig: pytest.Config) -> dict[str, Quiet]:
    """The same of harmless edits."""
    return pytestconfig.stash.setdefault(SILENCE, {})


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Print what the benchmark found, in the order in which the kinds are declared."""
    scores, silence = config.stash.get(SCORES, {}), config.stash.get(SILENCE, {})
    if scores:
        terminalreporter.section("damage: every one caught, by the right rule, at the right place")
        terminalreporter.write_line(table([scores[kind.name] for kind in KINDS if kind.name in scores]))
    if silence:
        terminalreporter.section("harmless edits: not a word")
        terminalreporter.write_line(quiet_table([silence[kind.name] for kind in HARMLESS if kind.name in silence]))
