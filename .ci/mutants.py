"""Small faults, one at a time, in the letters' rules and the checks: each has to be found by a test.

    .venv/bin/python .ci/mutants.py [--seed 1] [--number 400]

mutmut makes the faults (mutants) and tries each on the tests that reach it. So many are drawn, by a seed that is
printed. It works on a copy of the project in which the package lies in ``src/``, too: that one is mutated, and what
tests run as a process of its own is the package as it is in ``hooks/``. So a mutant counts as killed only by a test
that calls the code itself, and what only processes run (``checks/site.py``, the command) is not mutated.
"""

from __future__ import annotations

import argparse
import json
import random
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
COPY = ROOT / ".cache" / "mutants"
AT_LEAST = 0.95
"""Of the mutants so many have to be killed."""
MUTATED = ("letters", "consistency", "checks/pages")
"""Rooms of the package."""
TESTS = ("tests/package", "tests/rules")
NOT_TRIED = ("test_rooms", "test_imports", "test_no_engine")
"""Tests of how the package lies, which says nothing of what it does."""

KILLED = frozenset({1, 3})
"""mutmut's exit statuses: a test failed, or pytest itself did."""
NAMES = {
    None: "not tried",
    0: "survived",
    5: "no test",
    33: "no test",
    24: "took too long",
    36: "took too long",
    152: "took too long",
}

PLUGIN = '''
"""Of the tests that are named those alone; pytest does not find every one by its name.

First come those that reach the fewest functions: they say most of the one that was mutated.
"""

import json
from collections import Counter
from itertools import chain
from pathlib import Path

import pytest

NAMED = pytest.StashKey[set[str]]()


def pytest_configure(config):
    config.stash[NAMED] = {argument for argument in config.args if "::" in argument}
    if config.stash[NAMED]:
        config.args = sorted({argument.partition("::")[0] for argument in config.stash[NAMED]})


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config, items):
    named = config.stash[NAMED]
    if named:
        stats = json.loads(Path("mutmut-stats.json").read_text(encoding="utf-8"))
        reached, times = Counter(chain(*stats["tests_by_mangled_function_name"].values())), stats["duration_by_test"]
        own = [item for item in items if item.nodeid in named]
        items[:] = sorted(own, key=lambda item: (reached[item.nodeid], times.get(item.nodeid, 0)))
'''


def main() -> int:
    """Draw, try, print; 1 where too many survive."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--seed", type=int, default=random.randrange(10**6), help="which mutants are drawn")
    parser.add_argument("--number", type=int, default=400, help="how many")
    options = parser.parse_args()
    print(f"mutants: seed {options.seed}; the tests are run once without any, which takes some minutes", flush=True)
    _make_copy()
    # mutmut knows which mutants there are once it has tried one.
    _mutmut("run", "mergeguide.letters.domains.x_domain_of__mutmut_1")
    every = sorted(_statuses())
    drawn = random.Random(options.seed).sample(every, min(options.number, len(every)))
    print(f"mutants: {len(drawn)} of {len(every)} are tried", flush=True)
    _mutmut("run", *drawn)
    return _told(drawn, _statuses())


def _make_copy() -> None:
    shutil.rmtree(COPY, ignore_errors=True)
    COPY.mkdir(parents=True)
    tracked = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, check=True, capture_output=True, text=True).stdout
    for name in filter(None, tracked.split("\0")):
        if (ROOT / name).is_file():
            (COPY / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, COPY / name)
    shutil.copytree(COPY / "hooks", COPY / "src")
    (COPY / "named_tests.py").write_text(PLUGIN.lstrip(), encoding="utf-8")
    settings = (COPY / "pyproject.toml").read_text(encoding="utf-8")
    before = 'pythonpath = ["hooks"]'
    if settings.count(before) != 1:
        raise SystemExit(f"mutants: pyproject.toml has to say {before} once.")
    settings = settings.replace(before, 'pythonpath = ["src", "."]')
    (COPY / "pyproject.toml").write_text(f"{settings}\n{_settings_of_mutmut()}", encoding="utf-8")


def _settings_of_mutmut() -> str:
    others = sorted(path.name for path in COPY.iterdir() if path.name not in ("src", "tests", "pyproject.toml"))
    left_out = [part for name in NOT_TRIED for part in ("--deselect", f"tests/package/{name}.py")]
    values: Mapping[str, object] = {
        "source_paths": ["src"],
        "only_mutate": [f"src/mergeguide/{room}/*.py" for room in MUTATED],
        "also_copy": others,
        "pytest_add_cli_args": ["-p", "named_tests", "-m", "not exhaustive", *left_out],
        "pytest_add_cli_args_test_selection": list(TESTS),
    }
    lines = [f"{name} = {json.dumps(value)}" for name, value in values.items()]
    return "\n".join(["[tool.mutmut]", *lines, "track_dependencies = false", ""])


def _mutmut(*arguments: str) -> str:
    command = [sys.executable, "-m", "mutmut", *arguments]
    done = subprocess.run(command, cwd=COPY, capture_output=True, text=True, encoding="utf-8", errors="replace")
    if done.returncode:
        raise SystemExit(f"mutants: mutmut failed; its last words:\n{done.stdout[-3000:]}{done.stderr[-1000:]}")
    return done.stdout


def _statuses() -> Mapping[str, int | None]:
    """Each mutant's exit status; None where it was not tried."""
    found: dict[str, int | None] = {}
    for file in (COPY / "mutants" / "src").rglob("*.meta"):
        found |= json.loads(file.read_text(encoding="utf-8"))["exit_code_by_key"]
    return found


def _told(drawn: Sequence[str], statuses: Mapping[str, int | None]) -> int:
    left = [name for name in sorted(drawn) if statuses[name] not in KILLED]
    for name in left:
        print(f"\n{NAMES.get(statuses[name], f'status {statuses[name]}')}: {name}")
        print("\n".join(_changed_lines(name)))
    killed = 1 - len(left) / len(drawn)
    print(f"\nmutants: {len(drawn) - len(left)} of {len(drawn)} killed, {killed:.1%} (at least {AT_LEAST:.0%})")
    print("by room, those left:", dict(Counter(name.split(".")[1] for name in left)))
    return 0 if killed >= AT_LEAST else 1


def _changed_lines(name: str) -> Iterator[str]:
    for line in _mutmut("show", name).splitlines():
        if line.startswith(("-", "+")) and not line.startswith(("---", "+++")):
            yield f"  {line}"


if __name__ == "__main__":
    sys.exit(main())
