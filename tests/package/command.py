"""Running ``python -m mergeguide`` as a user does: a process of its own, its two outputs apart, its exit status.

A process takes a second; where only the arguments and files matter, ``called`` runs the same function in this one.
"""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
from pages_alone import TODAY

from mergeguide.__main__ import main
from projects import PATIENCE, ROOT, environment


@dataclass(frozen=True)
class Outcome:
    """How the command ended; ``out`` as bytes, because a letter is held to every one of them."""

    status: int
    out: bytes
    err: str

    @property
    def text(self) -> str:
        """What was printed, as text."""
        return self.out.decode("utf-8")


def mergeguide(*arguments: str | Path, cwd: Path = ROOT, hooks: Path = ROOT / "hooks", **changes: str) -> Outcome:
    """Run the command in a folder."""
    done = subprocess.run(
        [sys.executable, "-m", "mergeguide", *map(str, arguments)],
        cwd=cwd,
        env=environment(PYTHONPATH=str(hooks), **{"MERGE_GUIDE_TODAY": TODAY.isoformat(), **changes}),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=PATIENCE,
        check=False,
    )
    outcome = Outcome(done.returncode, done.stdout, done.stderr.decode("utf-8"))
    assert "Traceback" not in outcome.text + outcome.err, outcome.err
    return outcome


def called(capture: pytest.CaptureFixture[bytes], *arguments: str | Path, root: Path | None = ROOT) -> Outcome:
    """Call the command's function on a project, in this process; without one, in the folder where it is."""
    status = main([*(["--root", str(root)] if root else []), *map(str, arguments)])
    printed = capture.readouterr()
    return Outcome(status, printed.out, printed.err.decode("utf-8"))


def write_answers(path: Path, answers: object) -> Path:
    """Write answers as an editor would."""
    path.write_text(json.dumps(answers, ensure_ascii=False, indent=2), encoding="utf-8")
    return path
