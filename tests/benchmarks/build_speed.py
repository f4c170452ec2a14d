"""How long a build takes beside one of the same pages without our hooks, a check, and a save in the preview.

The same Markdown, theme and languages are built in turn: stock, with the theme's own search and templates and nothing
of ``hooks/``; cold, with the hooks and no ``.cache/``; warm, with the ``.cache/`` that the build before left behind.
Each round gives one ratio of each, and the median of the ratios counts. Processor time is compared, because a busy
machine makes the clock worth little; the clock's own ratio stands beside it. Compiled Python (``__pycache__``) is there
in all three.

    python tests/benchmarks/build_speed.py [--rounds 9] [--checks 9] [--saves 7]
"""

from __future__ import annotations

import argparse
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

from built_projects import BUILD, CACHE, stock
from processes import Run, median, run

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent), str(HERE.parent / "site")]

from preview import previewing  # noqa: E402

from projects import Project, copy_project  # noqa: E402

COLD_AT_MOST = 1.10
WARM_AT_MOST = 1.0
CHECK_AT_MOST = 0.7
SAVE_AT_MOST = {"": 1.3, "ja": 0.8, "en": 0.8}
"""Seconds, for a preview of all languages and of one alone."""


def main() -> int:
    """Measure and print; 1 where a target is missed."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--rounds", type=int, default=9, help="builds of each kind, in turn")
    parser.add_argument("--checks", type=int, default=9, help="runs of python -m mergeguide check")
    parser.add_argument("--saves", type=int, default=7, help="pages that are saved while the preview runs")
    options = parser.parse_args()
    met = True
    with tempfile.TemporaryDirectory() as folder:
        ours = copy_project(Path(folder) / "ours")
        if options.rounds:
            met &= _builds(stock(Path(folder) / "stock"), ours, options.rounds)
        if options.checks:
            met &= _checks(ours, options.checks)
        if options.saves:
            met &= _saves(ours, options.saves)
    return 0 if met else 1


def _builds(theirs: Project, ours: Project, rounds: int) -> bool:
    runs: Mapping[str, list[Run]] = {"stock": [], "cold": [], "warm": []}
    for number in range(rounds + 1):
        shutil.rmtree(ours.root / CACHE, ignore_errors=True)
        # Warm comes after cold, whose cache it takes; what stands first changes.
        kinds = ("stock", "cold", "warm") if number % 2 else ("cold", "warm", "stock")
        for kind in kinds:
            built = run(BUILD, (theirs if kind == "stock" else ours).root, {})
            # The first round only fills the caches of the machine.
            if number:
                runs[kind].append(built)
    print(f"Builds (medians of {rounds} rounds; the ratio is that of each round)\n")
    print("        processor s   ratio (from - to)     clock s   ratio    MB")
    ratios = {}
    for kind, each in runs.items():
        processor, clock = (_ratios(each, runs["stock"], what) for what in ("processor", "seconds"))
        ratios[kind] = statistics.median(processor)
        print(
            f"{kind:6}  {median(each, 'processor'):11.2f}  {ratios[kind]:6.2f}"
            f" ({min(processor):.2f} - {max(processor):.2f})  {median(each, 'seconds'):10.2f}"
            f"  {statistics.median(clock):6.2f}  {median(each, 'megabytes'):4.0f}"
        )
    print(f"\ntarget: cold at most {COLD_AT_MOST:.2f}, warm at most {WARM_AT_MOST:.2f}\n")
    return ratios["cold"] <= COLD_AT_MOST and ratios["warm"] <= WARM_AT_MOST


def _ratios(runs: Sequence[Run], others: Sequence[Run], what: str) -> list[float]:
    return [getattr(one, what) / getattr(other, what) for one, other in zip(runs, others, strict=True)]


def _checks(project: Project, runs: int) -> bool:
    command = [sys.executable, "-m", "mergeguide", "check"]
    changes = {"PYTHONPATH": str(project.root / "hooks")}
    cold: list[Run] = []
    warm: list[Run] = []
    for number in range(runs + 1):
        shutil.rmtree(project.root / CACHE, ignore_errors=True)
        for measured in (cold, warm):
            checked = run(command, project.root, changes)
            if number:
                measured.append(checked)
    print(f"python -m mergeguide check, whole process (medians of {runs} runs)\n")
    print("        processor s   clock s    MB")
    for kind, each in (("cold", cold), ("warm", warm)):
        figures = [median(each, what) for what in ("processor", "seconds", "megabytes")]
        print(f"{kind:6}  {figures[0]:11.2f}  {figures[1]:8.2f}  {figures[2]:4.0f}")
    print(f"\ntarget: warm at most {CHECK_AT_MOST} s of the processor\n")
    return median(warm, "processor") <= CHECK_AT_MOST


def _saves(project: Project, saves: int) -> bool:
    print(f"A save in make serve until the page has it (median of {saves} saves)\n")
    met = True
    for only, at_most in SAVE_AT_MOST.items():
        times = _saved(project, only, saves)
        clock = statistics.median(times)
        met &= clock <= at_most
        which = f"ONLY={only}" if only else "all"
        missed = "" if clock <= at_most else "  missed"
        print(f"{which:8} {clock:.2f} s (from {min(times):.2f} to {max(times):.2f}), target {at_most} s{missed}")
    return met


def _saved(project: Project, only: str, saves: int) -> list[float]:
    code = only or "ja"
    page, address, times = f"docs/{code}/glossary.md", "glossary/" if code == "ja" else f"{code}/glossary/", []
    text = project.text(page)
    with previewing(project, only=only) as preview:
        preview.log_until("Serving on")
        for number in range(saves + 1):
            words = f"saved-{number}-times"
            begun = time.perf_counter()
            project.write(page, f"{text}\n{words}\n")
            while words not in preview.get(address)[1]:
                time.sleep(0.01)
            times.append(time.perf_counter() - begun)
            # The preview looks at files twice a second; saves at its own pace would all meet it at the same moment.
            time.sleep(0.1 * (1 + number % 5))
    project.write(page, text)
    return times[1:]


if __name__ == "__main__":
    sys.exit(main())
