"""All tables, one after the other, whatever the one before has missed; then what was missed, in all of them.

    PYTHONPATH=hooks python tests/benchmarks/every_table.py [RUNS_OF_LIGHTHOUSE]

The exit status says whether every target of every table is met.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).resolve().parent
TABLES = (
    "first_view_size",
    "generator_speed",
    "search_quality",
    "build_speed",
    "build_additions",
    "build_phases",
    "gates_speed",
    "translations_speed",
    "suite_time",
    "lighthouse_scores",
)
"""In the order in which they are printed: the longest is the last."""
MARK = "missed"
"""How a table ends the line of a target that is not met."""


class Outcome(NamedTuple):
    """What came of a table: its exit status, and its lines that miss their target."""

    table: str
    status: int
    missed: list[str]


def run(table: str, command: Sequence[str | Path]) -> Outcome:
    """Print a table line by line while it is measured."""
    missed = []
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, encoding="utf-8") as process:
        assert process.stdout is not None
        for line in process.stdout:
            print(line, end="", flush=True)
            if line.rstrip().endswith(MARK):
                missed.append(" ".join(line.split()))
    print(flush=True)
    return Outcome(table, process.returncode, missed)


def told(outcomes: Sequence[Outcome]) -> list[str]:
    """What to say at the end, by table; nothing where all is met."""
    lines = []
    for table, status, missed in outcomes:
        if status == 0:
            continue
        ended = "" if status == 1 else f" ended with exit status {status}"
        lines += [f"{table}{ended}:" if missed else f"{table}{ended}: see above"]
        lines += [f"  {line}" for line in missed]
    return lines


def main(arguments: list[str]) -> int:
    """Measure and print all; 1 where a target is missed."""
    outcomes = []
    for table in TABLES:
        further = arguments if table == "lighthouse_scores" else []
        outcomes.append(run(table, [sys.executable, "-u", HERE / f"{table}.py", *further]))
    missed = told(outcomes)
    print("\n".join(["Missed:", *missed] if missed else ["Every target is met."]))
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
