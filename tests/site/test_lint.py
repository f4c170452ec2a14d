"""``.ci/lint``, whose judges in Node work beside those of Python: it passes where each of them does, only then."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from projects import ROOT

JUDGES = ("ruff check", "ruff format", "mypy", "mypy tests/rules", "mergeguide schema", "lint-imports", "npm", "node")
PROGRAM = """#!/bin/sh
echo "$(basename "$0") $*"
case "$(basename "$0") $*" in *"$FAILING"*) echo "fault in $FAILING"; exit 1 ;; esac
"""


def linted(folder: Path, failing: str) -> subprocess.CompletedProcess[str]:
    """What it says where every judge passes but one."""
    (folder / ".venv/bin").mkdir(parents=True)
    (folder / ".ci").mkdir()
    shutil.copy2(ROOT / ".ci/lint", folder / ".ci")
    for name in ("python", "lint-imports", "npm", "node"):
        (folder / ".venv/bin" / name).write_text(PROGRAM, encoding="utf-8")
        (folder / ".venv/bin" / name).chmod(0o755)
    settings = {"PATH": "/usr/bin:/bin", "FAILING": failing}
    return subprocess.run(
        [folder / ".ci/lint"], env=settings, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False
    )


def test_every_judge_is_asked(tmp_path: Path) -> None:
    outcome = linted(tmp_path, "nothing that is asked")
    assert outcome.returncode == 0, outcome.stdout
    for judge in JUDGES:
        assert judge in outcome.stdout


@pytest.mark.parametrize("failing", JUDGES)
def test_a_fault_that_one_judge_finds_is_shown_and_fails(tmp_path: Path, failing: str) -> None:
    outcome = linted(tmp_path, failing)
    assert outcome.returncode == 1, outcome.stdout
    assert f"fault in {failing}\n" in outcome.stdout


def test_what_the_words_say_is_shown_beside_a_fault_in_types(tmp_path: Path) -> None:
    outcome = linted(tmp_path, "mypy tests/package")
    assert "\nnode .ci/prose/judge.js\n" in outcome.stdout
