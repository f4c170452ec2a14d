"""``make mutants``: on which tests a mutant is tried, and how it ends. That faults are found is seen when it runs."""

from __future__ import annotations

import sys
from collections.abc import Callable
from importlib import import_module
from types import ModuleType

import pytest

from projects import ROOT

Module = Callable[[str], ModuleType]


@pytest.fixture
def module(monkeypatch: pytest.MonkeyPatch) -> Module:
    """A module of ``.ci/mutants``, by its name."""
    monkeypatch.syspath_prepend(ROOT / ".ci/mutants")
    return import_module


@pytest.mark.parametrize(("left", "status"), [(5, 0), (6, 1)])
def test_it_fails_where_more_than_a_twentieth_survives(
    module: Module, capsys: pytest.CaptureFixture[str], left: int, status: int
) -> None:
    report = module("report")
    survivors = [
        report.Survivor("hooks/mergeguide/letters/a.py", line, "survived", ["-    if a:", "+    if not a:"])
        for line in range(100 + left, 100, -1)
    ]

    assert report.told(100, survivors, 2) == status

    told = capsys.readouterr().out
    assert told.startswith("\nhooks/mergeguide/letters/a.py:101: survived\n  -    if a:\n  +    if not a:\n\nhooks/")
    assert told.endswith(
        f"\nmutants: {100 - left} of 100 killed, 2 of them because a test did not end: {100 - left}.0% (at least 95%)\n"
    )


def test_seed_and_number_are_those_that_are_given(module: Module, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", ["mutants", "--seed", "7", "--number", "60"])
    asked = module("report").options("Faults.\n\nMore of them.")
    assert (asked.seed, asked.number) == (7, 60)


def test_in_python_tests_come_by_name_then_by_what_only_they_run_then_by_how_little_they_run(module: Module) -> None:
    here, elsewhere = "tests/site/test_mutants.py::test", "tests/site/test_lint.py::test"
    named, speaking = f"{here}_wording", f"{here}_all"
    telling, narrow, wide = (f"{elsewhere}_{name}" for name in ("telling", "narrow", "wide"))
    every = [wide, narrow, telling, speaking, named]
    lines = {
        ("a.py", 1): every,
        ("a.py", 2): [telling],
        ("a.py", 3): [wide, telling, speaking, named],
        ("b.py", 2): [narrow],
        ("b.py", 7): [wide, telling],
    }
    reached = module("python_order").Reached(lines, dict.fromkeys(every, 1.0))
    # The word of the second group stands in this file and not in the other.
    mutant = {"file": "a.py", "lines": [9, 1, 2], "names": [["wording"], ["a word that this file has"]]}

    assert reached.tests_of(mutant) == [named, speaking, telling, narrow, wide]
    assert reached.tests_of({**mutant, "lines": [1]}) == [named, speaking, narrow, wide, telling]
    assert reached.tests_of({**mutant, "lines": [9]}) == []


def test_in_python_the_tests_of_a_mutant_end_after_a_minute(module: Module) -> None:
    tests = [f"tests/site/test_mutants.py::test_{number}" for number in range(3)]
    reached = module("python_order").Reached({("a.py", 1): tests}, dict(zip(tests, (70.0, 40.0, 30.0), strict=True)))
    mutant = {"file": "a.py", "lines": [1], "names": [[], []]}

    assert reached.tests_of(mutant) == [tests[2]]
    assert reached.tests_of({**mutant, "names": [["test_0"], []]}) == [tests[0]]


def test_in_the_browser_what_has_found_faults_is_tried_first(module: Module) -> None:
    order = module("script_order")
    reached = frozenset({1, 2})
    tests = order.Order(
        {
            "journey": order.Measured(4.0, reached, by_itself=False),
            "table": order.Measured(1.0, reached, by_itself=True),
            "other": order.Measured(1.0, frozenset({3}), by_itself=True),
            "idle": order.Measured(1.0, frozenset(), by_itself=True),
        }
    )
    assert tests.reaching(1, "dates.js") == ["table", "journey"]
    assert tests.reaching(4, "dates.js") == []
    assert "idle" not in tests.tests()

    for _ in range(40):
        tests.learn("dates.js", ["table"], "journey")

    assert tests.reaching(2, "dates.js") == ["journey", "table"]
    assert tests.reaching(2, "patterns.js") == ["table", "journey"]
