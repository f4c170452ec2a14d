"""Small faults, one at a time, in the browser's rules of letters: each has to be found by a test.

    .venv/bin/python .ci/mutants/script_mutants.py [--seed 1] [--number 400]

The instrumenter of Stryker makes the faults (mutants); its runner, which knows no tests but JavaScript's, could only
start all of ours anew for each. So many are drawn, by a seed that is printed. Each is put into the built site and tried
on the tests that reach it until one fails: first on those that are quick and reach little else.
"""

from __future__ import annotations

import difflib
import json
import os
import random
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from report import Survivor, options, told
from script_order import Measured, Order
from sessions import OWN, Session, Sessions

ROOT = OWN.parent.parent
FOLDER = ROOT / ".cache/script-mutants"
LETTERS = Path("docs/assets/javascripts/letters")
TESTS = (
    "tests/browser/test_equal_bytes.py",
    "tests/browser/test_character_findings.py",
    "tests/browser/test_own_wording.py",
    "tests/browser/test_addresses_alike.py",
    "tests/browser/test_comparing.py",
    "tests/browser/test_date_fields.py",
    "tests/browser/test_replaced_characters.py",
    "tests/browser/test_text_written_anew.py",
    "tests/browser/bugs",
    "tests/browser/requirements/test_r19_r28_validation.py",
    "tests/browser/requirements/test_r29_r35_japanese_input.py",
    "tests/browser/requirements/test_r61_r65_correctness.py",
)
FIRST_LIMIT = 120
"""Seconds that a test may take before it is known how long it takes."""


@dataclass(frozen=True)
class Mutant:
    """A module with one fault."""

    number: int
    module: str
    line: int
    mutator: str
    text: str


def main() -> int:
    """Draw, try, print; 1 where too many survive."""
    asked = options(__doc__)
    begun = time.monotonic()

    def say(text: str) -> None:
        print(f"mutants: {text} ({time.monotonic() - begun:.0f} s)", flush=True)

    instrumented, every = _made()
    drawn = random.Random(asked.seed).sample(every, min(asked.number, len(every)))
    say(f"seed {asked.seed}; {len(drawn)} of {len(every)} in {LETTERS} are tried")
    sessions = Sessions(os.cpu_count() or 1, ROOT, FOLDER, TESTS)
    measured = _measured(sessions, instrumented)
    say(f"{len(measured)} tests pass on modules that count what is reached, each in a browser of its own")
    order = Order(measured)
    results = sessions.each(lambda session, mutant: _tried(session, mutant, order), [None, *drawn])
    sessions.end()
    say("tried")
    if fault := results[0].get("failed"):
        raise SystemExit(f"mutants: {fault} fails without any fault:\n{results[0]['said']}")
    ends = list(zip(drawn, results[1:], strict=True))
    left = [_survivor(*end) for end in ends if not {"failed", "hung"} & {*end[1]}]
    return told(len(drawn), left, sum("hung" in result for _, result in ends))


def _made() -> tuple[Mapping[str, str], Sequence[Mutant]]:
    """The instrumented modules, and every mutant."""
    command = [Path(sys.executable).with_name("node"), OWN / "mutants.mjs", ROOT / LETTERS]
    made = json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout)
    return made["instrumented"], [Mutant(**mutant) for mutant in made["mutants"]]


def _measured(sessions: Sessions, instrumented: Mapping[str, str]) -> Mapping[str, Measured]:
    """Each test by itself: with a page that another test has opened, it would seem not to reach what opens one."""

    def measure(session: Session, test: str) -> Measured:
        result = session.tried(instrumented, [test], [FIRST_LIMIT], counts=True)
        if test not in result["passed"]:
            raise SystemExit(f"mutants: {test} fails without any fault:\n{result.get('said')}")
        return Measured(result["passed"][test], frozenset(result["reached"]), sessions.tests[test])

    names = [*sessions.tests]
    return dict(zip(names, sessions.each(measure, names), strict=True))


def _tried(session: Session, mutant: Mutant | None, order: Order) -> dict[str, Any]:
    """What became of a mutant; without one, of all tests."""
    if not mutant:
        return session.tried({}, order.tests(), order.limits(order.tests()))
    tests = order.reaching(mutant.number, mutant.module)
    if not tests:
        return {"passed": {}}
    result = session.tried({mutant.module: mutant.text}, tests, order.limits(tests))
    order.learn(mutant.module, result["passed"], result.get("failed"))
    return result


def _survivor(mutant: Mutant, result: Mapping[str, Any]) -> Survivor:
    how = f"survived {len(result['passed'])} tests" if result["passed"] else "no test"
    return Survivor(
        str(LETTERS / mutant.module), mutant.line, f"{how} ({mutant.mutator})", list(_changed_lines(mutant))
    )


def _changed_lines(mutant: Mutant) -> Iterator[str]:
    source = (ROOT / LETTERS / mutant.module).read_text(encoding="utf-8")
    for line in difflib.unified_diff(source.splitlines(), mutant.text.splitlines(), n=0, lineterm=""):
        if line.startswith(("-", "+")) and not line.startswith(("---", "+++")):
            yield line


if __name__ == "__main__":
    sys.exit(main())
