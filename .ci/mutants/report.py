"""What both halves of ``make mutants`` can be asked, and how they tell what they found."""

from __future__ import annotations

import argparse
import random
from collections.abc import Sequence
from dataclasses import dataclass

AT_LEAST = 0.95
"""Of the mutants so many have to be killed."""


@dataclass(frozen=True, order=True)
class Survivor:
    """A mutant that no test has found.

    Attributes:
        path: from the project's root.
        line: where it begins to differ.
        how: after how many tests, or that none reaches it, and what kind it is.
        changed: the lines that go and come, with ``-`` and ``+`` before them.
    """

    path: str
    line: int
    how: str
    changed: Sequence[str]


def options(description: str | None) -> argparse.Namespace:
    """Read the command line: ``seed``, drawn where none is given, and ``number``."""
    parser = argparse.ArgumentParser(description=(description or "").splitlines()[0])
    parser.add_argument("--seed", type=int, default=random.randrange(10**6), help="which mutants are drawn")
    parser.add_argument("--number", type=int, default=400, help="how many")
    return parser.parse_args()


def told(number: int, survivors: Sequence[Survivor], hanging: int) -> int:
    """Print the survivors and the rate.

    Args:
        number: how many mutants were tried.
        hanging: how many of them were killed because a test did not end.

    Returns:
        The status with which the command ends: 1 where too many survive.
    """
    for survivor in sorted(survivors):
        print(f"\n{survivor.path}:{survivor.line}: {survivor.how}")
        print("\n".join(f"  {line}" for line in survivor.changed))
    killed = 1 - len(survivors) / number
    print(
        f"\nmutants: {number - len(survivors)} of {number} killed, {hanging} of them because a test did not end:"
        f" {killed:.1%} (at least {AT_LEAST:.0%})"
    )
    return 0 if killed >= AT_LEAST else 1
