"""Small faults, one at a time, in the letters' rules and the checks: each has to be found by a test.

    .venv/bin/python .ci/mutants/python_mutants.py [--seed 1] [--number 400]

mutmut makes the faults (mutants). So many are drawn, by a seed that is printed, and tried by ``python_trials.py``
rather than by mutmut, which tries each on all tests that reach its function: for a check these are hundreds, and 400
mutants take hours. The work is done on a copy of the project in which the package lies in ``src/``, too: that one is
mutated, and what tests run as a process of its own is the package as it is in ``hooks/``. So a mutant counts as killed
only by a test that calls the code itself, and what only processes run (``checks/site.py``, the command) is not mutated.
"""

from __future__ import annotations

import ast
import json
import os
import random
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict, dataclass
from itertools import chain
from pathlib import Path

from mutmut.mutation.data import LineSpan
from mutmut.mutation.file_mutation import mutate_file_contents
from mutmut.mutation.trampoline_templates import mangle_function_name
from report import Survivor, options, told

ROOT = Path(__file__).resolve().parent.parent.parent
COPY = ROOT / ".cache" / "python-mutants"
MUTATED = ("letters/*.py", "consistency/*.py", "checks/pages/*.py")
"""Modules of the package."""
TESTS = ("tests/package", "tests/rules")
NOT_TRIED = ("test_rooms", "test_imports", "test_no_engine")
"""Tests of how the package lies, which says nothing of what it does."""
NOT_KILLED = ("survived", "no test")

_RULE = re.compile(r'"([a-z]+(?:-[a-z]+)+)"')
_DEFINED = re.compile(r"^(\s*(?:async )?def )\w*")


@dataclass(frozen=True)
class Mutant:
    """One fault.

    Attributes:
        name: what mutmut calls it, after its module.
        file: the mutated module, absolute.
        lines: lines of that file by which tests are chosen: the one that is another in the mutant, then those that
            stand nearest to it in its function.
        names: words that names of its own tests may have: the function's, and the rules that it tells; then the
            module's, which their file may import, and the rules that are told there.
        path: from the project's root.
        line: where it begins to differ there.
        before: the lines that go.
        after: the lines that come.
    """

    name: str
    file: str
    lines: Sequence[int]
    names: Sequence[Sequence[str]]
    path: str
    line: int
    before: Sequence[str]
    after: Sequence[str]


def main() -> int:
    """Draw, try, print; 1 where too many survive."""
    asked = options(__doc__)
    _make_copy()
    os.chdir(COPY)  # mutmut reads its settings there
    with ProcessPoolExecutor() as processes:
        every = list(chain(*processes.map(_mutated, _modules())))
    drawn = random.Random(asked.seed).sample(every, min(asked.number, len(every)))
    print(f"mutants: seed {asked.seed}; {len(drawn)} of {len(every)} are tried", flush=True)
    found = _try(drawn)
    left = [_survivor(mutant, found[mutant.name]) for mutant in drawn if found[mutant.name] in NOT_KILLED]
    return told(len(drawn), left, sum(end.startswith("SIG") for end in found.values()))


def _make_copy() -> None:
    shutil.rmtree(COPY, ignore_errors=True)
    COPY.mkdir(parents=True)
    tracked = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, check=True, capture_output=True, text=True).stdout
    for name in filter(None, tracked.split("\0")):
        if (ROOT / name).is_file():
            (COPY / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, COPY / name)
    shutil.copytree(COPY / "hooks", COPY / "src")
    settings = (COPY / "pyproject.toml").read_text(encoding="utf-8")
    before = 'pythonpath = ["hooks"]'
    if settings.count(before) != 1:
        raise SystemExit(f"mutants: pyproject.toml has to say {before} once.")
    settings = settings.replace(before, 'pythonpath = ["src"]') + '\n[tool.mutmut]\nsource_paths = ["src"]\n'
    (COPY / "pyproject.toml").write_text(settings, encoding="utf-8")


def _modules() -> list[Path]:
    return [file for pattern in MUTATED for file in sorted((COPY / "src" / "mergeguide").glob(pattern))]


def _mutated(file: Path) -> list[Mutant]:
    return list(_mutate(file))


def _mutate(file: Path) -> Iterator[Mutant]:
    """Write all mutants of a module into it; which one is at work is said by a variable."""
    source = file.read_text(encoding="utf-8")
    made = mutate_file_contents(str(file), source)
    file.write_text(made.code, encoding="utf-8")
    module = file.relative_to(COPY / "src")
    dotted = ".".join(module.with_suffix("").parts).removesuffix(".__init__")
    begin = _beginnings(source)
    for name in made.mutant_names:
        mangled = name.rpartition("__mutmut_")[0]
        span = made.line_span_by_function_name[f"{mangled}__mutmut_orig"]
        original = _named_alike(made.code, span)
        at, before, after = _difference(original, _named_alike(made.code, made.line_span_by_function_name[name]))
        beginning = next(index for index, line in enumerate(original) if _DEFINED.match(line))
        changed = span.start + at
        yield Mutant(
            name=f"{dotted}.{name}",
            file=str(file),
            names=[[mangled.strip("x_"), *_RULE.findall("\n".join(original))], [dotted, *_RULE.findall(source)]],
            lines=[*range(changed, span.start - 1, -1), *range(changed + 1, span.end + 1)],
            path=f"hooks/{module}",
            line=begin[mangled] + at - beginning,
            before=before,
            after=after,
        )


def _named_alike(code: str, span: LineSpan) -> list[str]:
    """The lines of a function, its name left out."""
    return [_DEFINED.sub(r"\1", line) for line in code.split("\n")[span.start - 1 : span.end]]


def _difference(original: Sequence[str], mutant: Sequence[str]) -> tuple[int, list[str], list[str]]:
    """Where they begin to differ, counted from 0, and what each has there."""
    before, after = list(original), list(mutant)
    while before and after and before[-1] == after[-1]:
        del before[-1], after[-1]
    at = 0
    while before[at:] and after[at:] and before[at] == after[at]:
        at += 1
    return at, before[at:], after[at:]


def _beginnings(source: str) -> dict[str, int]:
    """The line of each function's ``def``, by mutmut's name for the function."""
    found: dict[str, int] = {}
    for node in ast.parse(source).body:
        if isinstance(node, ast.FunctionDef):
            found[mangle_function_name(name=node.name, class_name=None)] = node.lineno
        elif isinstance(node, ast.ClassDef):
            methods = [each for each in node.body if isinstance(each, ast.FunctionDef)]
            found |= {mangle_function_name(name=each.name, class_name=node.name): each.lineno for each in methods}
    return found


def _try(drawn: Sequence[Mutant]) -> dict[str, str]:
    """For each mutant's name, what killed it, or that nothing did."""
    folder = COPY / "trials"
    folder.mkdir()
    (folder / "drawn.json").write_text(json.dumps([asdict(mutant) for mutant in drawn]), encoding="utf-8")
    left_out = [part for name in NOT_TRIED for part in ("--deselect", f"tests/package/{name}.py")]
    command = [sys.executable, "-m", "pytest", "-p", "python_trials", "-q", "-s", "-m", "not exhaustive", *left_out]
    environment = {
        **os.environ,
        "PYTHONPATH": str(COPY / ".ci" / "mutants"),
        "MUTANT_TRIALS": str(folder),
        "MUTANT_UNDER_TEST": "",
    }
    done = subprocess.run([*command, *TESTS], cwd=COPY, env=environment, stdout=subprocess.PIPE, text=True)
    if not (folder / "found.json").exists():
        raise SystemExit(f"mutants: the trials ended early; the last words:\n{done.stdout[-3000:]}")
    found: dict[str, str] = json.loads((folder / "found.json").read_text(encoding="utf-8"))
    return found


def _survivor(mutant: Mutant, how: str) -> Survivor:
    changed = [*(f"-{line}" for line in mutant.before), *(f"+{line}" for line in mutant.after)]
    return Survivor(mutant.path, mutant.line, f"{how} ({mutant.name})", changed)


if __name__ == "__main__":
    sys.exit(main())
