"""``python -m mergeguide translations owners``: whom GitHub asks about a language, from ``owners:`` in its file."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from mergeguide.data import Outline
from mergeguide.problems import Problem
from mergeguide.translations import CODEOWNERS, owner_lines, with_owners


def owners(root: Path, guide: Outline, options: argparse.Namespace) -> int:
    """Print the lines, or write them: 0, or 2 where the file that is there cannot be read."""
    lines = "".join(owner_lines(guide))
    if not options.write:
        print(lines or "No language file names an owner.\n", end="")
        return 0
    text = with_owners(root, lines)
    if isinstance(text, Problem):
        print(text, file=sys.stderr)
        return 2
    if text:
        (root / CODEOWNERS).parent.mkdir(parents=True, exist_ok=True)
        (root / CODEOWNERS).write_text(text, encoding="utf-8", newline="\n")
    else:
        (root / CODEOWNERS).unlink(missing_ok=True)
    return 0
