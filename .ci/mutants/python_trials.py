"""A plugin of pytest that tries mutants: each on the tests that run its line, until one fails.

The tests are collected once. Two rounds follow, both in forks of this process, so that nothing that one of them
leaves in memory meets another. In the first all tests run without any mutant, and for each line it is written down
which tests run it. In the second each mutant has a fork of its own, and its tests come in their order
(``python_order.py``).

What is asked and what came of it are files in the folder that ``MUTANT_TRIALS`` names: ``drawn.json`` has the name,
the file and the lines of each mutant, and what its own tests may be named after; ``found.json`` says of each which
test killed it, which signal ended its tests, or that it survived.
"""

from __future__ import annotations

import json
import os
import resource
import shutil
import signal
import sys
import tempfile
import traceback
from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from pathlib import Path
from time import monotonic

import coverage
import pytest
from python_order import Reached

FOLDER = Path(os.environ["MUTANT_TRIALS"])
PROCESSES = os.cpu_count() or 1
FORKS = Path(tempfile.mkdtemp(prefix="mutants-"))
"""What forks write, not within a project, since tests look at what a command does outside one."""
HANGING = 10
"""A test that takes so many seconds of processor time more than five times what it took hangs."""

SURVIVED, NO_TEST = "survived", "no test"
ACTIVE = "MUTANT_UNDER_TEST"
"""The variable by which mutmut's code knows which of its mutants is at work."""


@pytest.hookimpl(tryfirst=True)
def pytest_runtestloop(session: pytest.Session) -> bool:
    """Both rounds, in the place of a run of the tests."""
    items = {item.nodeid: item for item in session.items}
    drawn = json.loads((FOLDER / "drawn.json").read_text(encoding="utf-8"))
    begun = monotonic()
    reached = _reached(items, sorted({mutant["file"] for mutant in drawn}))
    print(f"mutants: {len(items)} tests run without any, {monotonic() - begun:.0f} s", file=sys.stderr, flush=True)
    begun = monotonic()
    works = []
    for mutant in drawn:
        tests = reached.tests_of(mutant)
        works.append(lambda mutant=mutant, tests=tests: _try(mutant["name"], [items[test] for test in tests], reached))
    ends = list(_in_forks(works))
    found = {mutant["name"]: end for mutant, end in zip(drawn, ends, strict=True)}
    _passing_alone(items, sorted(items.keys() & found.values()), reached)
    shutil.rmtree(FORKS, ignore_errors=True)
    (FOLDER / "found.json").write_text(json.dumps(found, indent=1), encoding="utf-8")
    print(f"mutants: {len(drawn)} tried, {monotonic() - begun:.0f} s", file=sys.stderr, flush=True)
    return True


class Outcomes:
    """Notes which tests fail, and how long each takes."""

    def __init__(self) -> None:
        self.failed: list[str] = []
        self.times: defaultdict[str, float] = defaultdict(float)

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Note one part of a test."""
        self.times[report.nodeid] += report.duration
        if report.failed:
            self.failed.append(report.nodeid)


def _reached(items: Mapping[str, pytest.Item], files: Sequence[str]) -> Reached:
    by_file: defaultdict[str, list[pytest.Item]] = defaultdict(list)
    for item in items.values():
        by_file[item.nodeid.partition("::")[0]].append(item)
    # The longest first: the last ones fill up what is left.
    shares = sorted(by_file.values(), key=len, reverse=True)
    works = [lambda share=share: _run_and_note(share, files) for share in _halved(shares)]
    lines: defaultdict[tuple[str, int], list[str]] = defaultdict(list)
    times: dict[str, float] = {}
    failed: list[str] = []
    for told in _in_forks(works):
        if not isinstance(told, dict):
            raise pytest.UsageError(f"tests without any mutant were ended by {told}")
        times |= told["times"]
        failed += told["failed"]
        for file, line, tests in told["lines"]:
            lines[file, line] += tests
    if failed:
        raise pytest.UsageError("these tests fail without any mutant:\n" + "\n".join(failed))
    return Reached(lines, times)


def _halved(shares: Sequence[list[pytest.Item]]) -> Iterator[list[pytest.Item]]:
    """Long files of tests in parts, so that the processes end at about the same time."""
    for share in shares:
        for start in range(0, len(share), 150):
            yield share[start : start + 150]


def _run_and_note(items: Sequence[pytest.Item], files: Sequence[str]) -> object:
    os.environ[ACTIVE] = ""
    noting = coverage.Coverage(data_file=None, config_file=False, include=list(files))
    noting.set_option("run:disable_warnings", ["no-data-collected"])
    outcomes = Outcomes()
    items[0].config.pluginmanager.register(outcomes)
    noting.start()
    for item, following in zip(items, [*items[1:], None], strict=True):
        noting.switch_context(item.nodeid)
        item.config.hook.pytest_runtest_protocol(item=item, nextitem=following)
    noting.stop()
    data = noting.get_data()
    lines = [
        (file, line, [test for test in tests if test])
        for file in data.measured_files()
        for line, tests in data.contexts_by_lineno(file).items()
    ]
    return {"times": outcomes.times, "failed": outcomes.failed, "lines": lines}


def _try(mutant: str, items: Sequence[pytest.Item], reached: Reached) -> str:
    """The test that kills a mutant; else that none does."""
    os.environ[ACTIVE] = mutant
    outcomes = Outcomes()
    for number, item in enumerate(items):
        if not number:
            item.config.pluginmanager.register(outcomes)
        used = resource.getrusage(resource.RUSAGE_SELF)
        limit = int(used.ru_utime + used.ru_stime + 5 * reached.times[item.nodeid]) + HANGING
        resource.setrlimit(resource.RLIMIT_CPU, (limit, resource.RLIM_INFINITY))
        following = items[number + 1] if number + 1 < len(items) else None
        item.config.hook.pytest_runtest_protocol(item=item, nextitem=following)
        if outcomes.failed:
            return outcomes.failed[0]
    return SURVIVED if items else NO_TEST


def _passing_alone(items: Mapping[str, pytest.Item], killers: Collection[str], reached: Reached) -> None:
    """A test that has killed a mutant has to pass by itself without any: it might lean on another one.

    Raises:
        pytest.UsageError: some do not.
    """
    works = [lambda test=test: _try("", [items[test]], reached) for test in killers]
    failed = [str(end) for end in _in_forks(works) if end != SURVIVED]
    if failed:
        raise pytest.UsageError("these tests fail without any mutant when they run alone:\n" + "\n".join(failed))


def _in_forks(works: Sequence[Callable[[], object]]) -> Iterator[object]:
    """What each work returns, in their order; for one whose process is ended by a signal, the signal's name."""
    ends: dict[int, object] = {}
    running: dict[int, int] = {}
    waiting = list(range(len(works)))
    while waiting or running:
        while waiting and len(running) < PROCESSES:
            number = waiting.pop(0)
            running[_fork(number, works[number])] = number
        process, status = os.wait()
        if process not in running:
            continue
        number = running.pop(process)
        _end_group(process)
        ends[number] = _told(number, status)
        shutil.rmtree(_own(number), ignore_errors=True)
        if len(works) > 100 and len(ends) % 50 == 0:
            print(f"mutants: {len(ends)} of {len(works)}", file=sys.stderr, flush=True)
    yield from (ends[number] for number in range(len(works)))


def _own(number: int) -> Path:
    return FORKS / str(number)


def _fork(number: int, work: Callable[[], object]) -> int:
    _own(number).mkdir(parents=True)
    process = os.fork()
    if process:
        return process
    # The fork. It must not come back into the loop, whatever happens.
    status = 1
    try:
        os.setsid()
        silent = os.open(_own(number) / "output", os.O_WRONLY | os.O_CREAT)
        os.dup2(silent, 1)
        os.dup2(silent, 2)
        tempfile.tempdir = os.environ["TMPDIR"] = str(_own(number))
        (_own(number) / "told.json").write_text(json.dumps(work()), encoding="utf-8")
        status = 0
    except BaseException:  # noqa: BLE001  # as told: it must not come back
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(status)


def _told(number: int, status: int) -> object:
    if os.WIFSIGNALED(status):
        return signal.Signals(os.WTERMSIG(status)).name
    if status:
        raise pytest.UsageError(f"no test, but a trial failed:\n{(_own(number) / 'output').read_text()[-2000:]}")
    return json.loads((_own(number) / "told.json").read_text(encoding="utf-8"))


def _end_group(process: int) -> None:
    """End what tests have started and not ended."""
    try:
        os.killpg(process, signal.SIGKILL)
    except ProcessLookupError:
        return
