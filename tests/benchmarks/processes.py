"""A command as a process of its own: what it took on the clock and of the processor, and its memory."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Run:
    """What one process took: seconds on the clock and of the processor, memory at its peak; seconds in its gates."""

    seconds: float
    processor: float
    megabytes: float
    gates: float = 0.0


def run(command: Sequence[str], folder: Path, changes: Mapping[str, str]) -> Run:
    """Run a command and measure it.

    Raises:
        SystemExit: it failed; what it printed comes with it.
    """
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1", **changes}
    # Python compiles its modules once; where that is forbidden, each process would be measured compiling ours.
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    with tempfile.TemporaryFile() as output:
        begun = time.perf_counter()
        process = subprocess.Popen(command, cwd=folder, env=environment, stdout=output, stderr=subprocess.STDOUT)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - begun
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            output.seek(0)
            raise SystemExit(f"{' '.join(command)} failed:\n{output.read().decode()}")
    megabytes = usage.ru_maxrss / (1024 if sys.platform != "darwin" else 1024 * 1024)
    return Run(seconds, usage.ru_utime + usage.ru_stime, megabytes)


def median(runs: Sequence[Run], what: str) -> float:
    """The median of one of the figures."""
    return float(statistics.median(getattr(each, what) for each in runs))
