"""The two commands that run tests: ``make test-all`` leaves none out, ``make test`` leaves none without its like."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections import defaultdict
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from threading import Barrier, BrokenBarrierError

import pytest

from projects import ROOT
from turns import COLLECTED, TURNS, draw_some, examples, function_of, parameters_of, some_of, varied_by_itself
from workers import once, processes

LEAVING_OUT = re.compile(r" (-m|-k|--ignore\S*|--deselect\S*|--lf|-x|--maxfail\S*)\b")


@pytest.fixture
def found(request: pytest.FixtureRequest) -> tuple[pytest.Item, ...]:
    """Every test that was found, whatever the run leaves out."""
    return request.config.stash[COLLECTED]


def whole(item: pytest.Item) -> bool:
    """Whether ``make test`` leaves it out."""
    return item.get_closest_marker("whole") is not None


@pytest.mark.skipif(not shutil.which("make"), reason="there is no make")
@pytest.mark.parametrize(
    ("target", "arguments"), [("test", ['-m "not whole"', "--junitxml=test-results/test.xml"]), ("test-all", [])]
)
def test_only_what_is_marked_is_left_out(target: str, arguments: list[str]) -> None:
    """Neither the command, nor the script that it calls, nor the settings leave out anything else."""
    # A make above this one hands down what it was given.
    own = {name: value for name, value in os.environ.items() if name not in ("MAKEFLAGS", "MFLAGS", "PYTEST_ARGS")}
    command = ["make", "-n", target]
    recipe = subprocess.run(command, cwd=ROOT, env=own, capture_output=True, text=True, check=True).stdout
    (line,) = [line for line in recipe.splitlines() if ".ci/judge" in line]
    assert line.partition(".ci/judge ")[2].strip() == " ".join(arguments)
    assert not LEAVING_OUT.search((ROOT / ".ci/judge").read_text(encoding="utf-8").partition("pytest")[2])
    settings = re.search(r"^addopts = (.*)$", (ROOT / "pyproject.toml").read_text(encoding="utf-8"), re.MULTILINE)
    assert settings
    assert not LEAVING_OUT.search(settings[1])


def test_every_file_of_tests_is_collected(found: tuple[pytest.Item, ...], pytestconfig: pytest.Config) -> None:
    if pytestconfig.args != pytestconfig.getini("testpaths"):
        pytest.skip("only some tests were asked for")
    assert {item.path for item in found} == set((ROOT / "tests").rglob("test_*.py"))


def test_what_make_test_leaves_out_has_its_like_in_it(found: tuple[pytest.Item, ...]) -> None:
    """The same test with other parameters, or the one that the mark names, in the same file."""
    tried = {function_of(item) for item in found if not whole(item)}
    assert [item.nodeid for item in found if whole(item) and not set(_like(item)) & tried] == []


def _like(item: pytest.Item) -> Iterator[str]:
    yield function_of(item)
    for mark in item.iter_markers("whole"):
        yield from (f"{item.nodeid.partition('::')[0]}::{name}" for name in mark.args)


def test_what_takes_turns_is_tried_with_everything_else(found: tuple[pytest.Item, ...]) -> None:
    """Whatever a test varies by itself is tried in some language and at some width, or as much of it as is marked."""
    there, tried = defaultdict(set), defaultdict(set)
    for item in found:
        if parameters_of(item).keys() & set(TURNS) and not item.get_closest_marker("some"):
            there[function_of(item)].add(varied_by_itself(item))
            if not whole(item):
                tried[function_of(item)].add(varied_by_itself(item))
    assert tried == there


def test_as_many_values_are_tried_as_are_marked(found: tuple[pytest.Item, ...]) -> None:
    wanted, tried = {}, defaultdict(set)
    for item in found:
        if some := item.get_closest_marker("some"):
            wanted[function_of(item)] = some.args[0]
            if not whole(item):
                tried[function_of(item)].add(varied_by_itself(item))
    assert {function: len(values) for function, values in tried.items()} == wanted


def test_every_engine_meets_every_language_and_every_width(found: tuple[pytest.Item, ...]) -> None:
    journeys = [item for item in found if {"engine", *TURNS} <= parameters_of(item).keys()]
    if len({item.path for item in journeys}) < 4:
        pytest.skip("only some tests were asked for")
    for names in (("engine", "code"), ("engine", "size"), ("code", "size")):
        there, tried = (
            {tuple(parameters_of(item)[name] for name in names) for item in items}
            for items in (journeys, [item for item in journeys if not whole(item)])
        )
        assert tried == there, names


def test_what_a_test_walks_or_draws_is_whole_in_test_all_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "environ", {})
    assert (examples(12), [*some_of(range(12), 5)]) == (12, [*range(12)])
    draw_some()
    assert (examples(12), [*some_of(range(12), 5)]) == (2, [0, 5, 10])


def test_cores_are_busy_while_a_browser_is_waited_for() -> None:
    """Where nothing is waited for, or the tests of a file can share what they need, more processes take longer."""
    for asked, on_two, on_four in (
        (["tests"], 3, 6),
        (["tests/browser/requirements"], 3, 6),
        (["tests/package", "tests/browser/"], 3, 6),
        (["tests/package", "tests/rules", "tests/browser/test_journeys.py::one"], 2, 4),
        (["tests/site/test_suite.py", "tests/turns.py::some"], 0, 0),
    ):
        assert (processes(asked, 2), processes(asked, 4)) == (on_two, on_four), asked
    assert processes(["tests"], 1) == 1


def test_what_all_processes_need_is_made_once(tmp_path: Path) -> None:
    """Whoever comes while it is made waits for it."""
    made: list[int] = []
    begun, another = Barrier(3), Barrier(2)

    def make() -> int:
        made.append(len(made))
        with suppress(BrokenBarrierError):
            another.wait(0.1)  # Nobody else gets here meanwhile.
        return len(made)

    def ask(_: int) -> int:
        begun.wait()
        return once(tmp_path, make)

    with ThreadPoolExecutor(3) as askers:
        assert [*askers.map(ask, range(3))] == [1, 1, 1]
