"""Where the time of a cold build goes: seconds of the processor and share, phase by phase.

Each build is a process of its own on a copy of the project without ``.cache/``, in which the events of MkDocs and some
functions are clocked. A phase counts without those that begin inside of it, so that all together are the whole process.

    python tests/benchmarks/build_phases.py [--rounds 5]
"""

from __future__ import annotations

import argparse
import json
import shutil
import statistics
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any

from processes import run

HERE = Path(__file__).resolve().parent
CACHE = ".cache"
SHOWN_FROM = 0.005
"""The share from which a phase has a line of its own."""


def main() -> int:
    """Measure and print; there is no target."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--rounds", type=int, default=5, help="builds; the median of each phase is printed")
    parser.add_argument("--clocked", type=Path, help="build what lies in the working folder, and write its phases here")
    options = parser.parse_args()
    if options.clocked:
        options.clocked.write_text(json.dumps(_clocked()), encoding="utf-8")
    else:
        _print([*_measured(options.rounds)])
    return 0


def _measured(rounds: int) -> list[dict[str, float]]:
    sys.path.insert(0, str(HERE.parent))
    from projects import copy_project

    measured = []
    with tempfile.TemporaryDirectory() as folder:
        project, result = copy_project(Path(folder) / "project"), Path(folder) / "phases.json"
        command = [sys.executable, str(Path(__file__)), "--clocked", str(result)]
        for number in range(rounds + 1):
            shutil.rmtree(project.root / CACHE, ignore_errors=True)
            whole = run(command, project.root, {"PYTHONPATH": str(project.root / "hooks")})
            phases = json.loads(result.read_text(encoding="utf-8"))
            phases["Python's beginning and end"] = whole.processor - sum(phases.values())
            # The first build only fills the caches of the machine.
            if number:
                measured.append(phases)
    return measured


def _print(measured: list[dict[str, float]]) -> None:
    names = {name for phases in measured for name in phases}
    medians = {name: statistics.median(phases.get(name, 0) for phases in measured) for name in names}
    whole = sum(medians.values())
    print(f"A cold build by phase (medians of {len(measured)} builds; seconds of the processor)\n")
    print("     s   share  phase")
    small = {name for name, seconds in medians.items() if seconds < SHOWN_FROM * whole}
    for name in sorted(names - small, key=lambda name: -medians[name]):
        print(f"{medians[name]:6.3f}  {medians[name] / whole:6.1%}  {name}")
    rest = sum(medians[name] for name in small)
    print(f"{rest:6.3f}  {rest / whole:6.1%}  {len(small)} smaller ones\n{whole:6.3f}  {1:6.1%}  all\n")


class Clock:
    """Seconds of the processor by phase, each without those that begin inside of it."""

    def __init__(self) -> None:
        """Begin in MkDocs."""
        self.spent: Counter[str] = Counter()
        self._phases, self._since = ["MkDocs, the rest"], time.process_time()

    def turn(self) -> None:
        """Write down what the phase that is under way has taken since the last turn."""
        now = time.process_time()
        self.spent[self._phases[-1]] += now - self._since  # type: ignore[assignment]  # a counter of seconds
        self._since = now

    def timed(self, phase: str, function: Callable[..., Any]) -> Callable[..., Any]:
        """A function that counts as a phase."""

        @wraps(function)
        def clocked(*arguments: Any, **named: Any) -> Any:
            self.turn()
            self._phases.append(phase)
            try:
                return function(*arguments, **named)
            finally:
                self.turn()
                self._phases.pop()

        return clocked


def _clocked() -> dict[str, float]:
    """Build as ``mkdocs build --quiet --clean`` does, and say how long each phase takes."""
    import jinja2
    from markdown import Markdown
    from mkdocs import config, utils
    from mkdocs.commands import build
    from mkdocs.structure.files import Files

    clock = Clock()
    functions: list[tuple[Any, str, str]] = [
        (config, "load_config", "configuration: plugins and hooks are imported"),
        (build, "get_files", "files are found"),
        (Files, "add_files_from_theme", "files are found"),
        (Files, "copy_static_files", "files are written"),
        (utils, "write_file", "files are written"),
        (utils, "clean_directory", "files are written"),
        (build, "get_navigation", "navigation"),
        (Markdown, "convert", "Markdown, with the guide's extension"),
        (jinja2.Environment, "compile", "templates are compiled"),
        (jinja2.Template, "render", "templates are rendered"),
    ]
    for owner, name, phase in functions:
        setattr(owner, name, clock.timed(phase, getattr(owner, name)))
    settings = config.load_config(quiet=True)
    for event, methods in settings.plugins.events.items():
        methods[:] = [clock.timed(f"{_owner(method)}: on_{event}", method) for method in methods]
    settings.plugins.on_startup(command="build", dirty=False)
    build.build(settings)
    settings.plugins.on_shutdown()
    clock.turn()
    return dict(clock.spent)


def _owner(method: Callable[..., Any]) -> str:
    return "hooks" if method.__module__.startswith("hooks") else method.__module__.partition(".")[0]


if __name__ == "__main__":
    sys.exit(main())
