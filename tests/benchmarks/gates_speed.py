"""What the gates cost a build. Run by ``make bench``.

The same site is built with ``hooks/field_gate.py`` and without it, in turn, each build a process of its own; a pair
gives one ratio, and the median of the ratios is the gates' share. A share of a few hundredths drowns in the noise of a
busy machine; therefore processor time is compared, and the gates' events are also timed inside of the build.

Larger sites are made of copies of the real pages, outside of the navigation.

    python tests/benchmarks/gates_speed.py                          the real site and 100 pages a language, 9 pairs
    python tests/benchmarks/gates_speed.py --sizes 1000 3000 --pairs 3
"""

from __future__ import annotations

import argparse
import shutil
import statistics
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from processes import Run, median, run

ROOT = Path(__file__).resolve().parents[2]
PARTS = ("mkdocs.yml", "docs", "hooks", "overrides")
GATE = "  - hooks/field_gate.py\n"
CLOCKED_GATE = "  - hooks/clocked_gate.py\n"
CLOCKED = """\
import functools
import os
import time
from pathlib import Path

import field_gate

spent = 0.0


def clocked(event):
    @functools.wraps(event)
    def run(*arguments, **named):
        global spent
        begun = time.process_time()
        try:
            return event(*arguments, **named)
        finally:
            spent += time.process_time() - begun
    return run


for name in dir(field_gate):
    if name.startswith("on_"):
        globals()[name] = clocked(getattr(field_gate, name))


def on_shutdown():
    Path(os.environ["GATES_CLOCK"]).write_text(str(spent))
"""
UNIQUE = ("form-fields.md", "case-text.md", "index.md")
"""Pages that a site can have only once: their fields, their generator, their address."""
SHARE_AT_MOST = 0.05


def main() -> int:
    """Measure and print; 1 where a target is missed."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--sizes", type=int, nargs="*", default=[0, 100], help="pages a language; 0 is the real site")
    parser.add_argument("--pairs", type=int, default=9, help="builds with and without the gates, in turn")
    options = parser.parse_args()
    met = True
    with tempfile.TemporaryDirectory() as folder:
        if options.sizes:
            met &= _builds(Path(folder), options.sizes, options.pairs)
    return 0 if met else 1


def _builds(folder: Path, sizes: Sequence[int], pairs: int) -> bool:
    print(f"The gates in a build (medians of {pairs} pairs; seconds of the processor)\n")
    print("pages a language  without s   with s    share  in the gates s  of the build  us a page  without MB  with MB")
    met = True
    for size in sizes:
        project = folder / f"site-{size}"
        pages = _make(project, size)
        without: list[Run] = []
        within: list[Run] = []
        for number in range(pairs + (pairs > 1)):
            order = [(True, within), (False, without)][:: 1 if number % 2 else -1]
            for gates, runs in order:
                built = _build(project, gates=gates)
                # The first pair only warms the caches of the machine; a single pair does without.
                if number or pairs == 1:
                    runs.append(built)
        share = statistics.median(
            (on.processor - off.processor) / on.processor for on, off in zip(within, without, strict=True)
        )
        clock = statistics.median(on.gates for on in within)
        clocked = statistics.median(on.gates / on.processor for on in within)
        print(
            f"{pages:16}  {median(without, 'processor'):9.2f}  {median(within, 'processor'):7.2f}  {share:7.1%}"
            f"  {clock:14.3f}  {clocked:12.1%}  {clock / pages / 2 * 1e6:9.0f}"
            f"  {median(without, 'megabytes'):10.1f}  {median(within, 'megabytes'):7.1f}",
            flush=True,
        )
        met &= clocked <= SHARE_AT_MOST
        shutil.rmtree(project)
    print(f"\ntarget: a share of at most {SHARE_AT_MOST:.0%}, the same time a page at every size\n")
    return met


def _make(project: Path, size: int) -> int:
    """A project of some pages a language; how many there are."""
    project.mkdir()
    for part in PARTS:
        source = ROOT / part
        if source.is_dir():
            shutil.copytree(source, project / part, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy2(source, project / part)
    (project / "hooks/clocked_gate.py").write_text(CLOCKED, encoding="utf-8")
    names = sorted(path.name for path in (project / "docs/ja").glob("*.md"))
    originals = [name for name in names if name not in UNIQUE]
    copies = range(max(0, size - len(names)))
    for language in project.glob("docs/_data/languages/*.yml"):
        pages = project / "docs" / language.stem
        for number in copies:
            name = originals[number % len(originals)]
            shutil.copy2(pages / name, pages / f"copy-{number:04}-{name}")
    if size:
        config = project / "mkdocs.yml"
        text = config.read_text(encoding="utf-8").replace("omitted_files: warn", "omitted_files: ignore")
        config.write_text(text, encoding="utf-8")
    return len(names) + len(copies)


def _build(project: Path, *, gates: bool) -> Run:
    config = project / "mkdocs.yml"
    text = config.read_text(encoding="utf-8").replace(GATE, "").replace(CLOCKED_GATE, "")
    hooks = "  - hooks/case_generator.py\n"
    config.write_text(text.replace(hooks, hooks + (CLOCKED_GATE if gates else "")), encoding="utf-8")
    clock = project / "gates-clock"
    clock.unlink(missing_ok=True)
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--clean"]
    built = run(command, project, {"GATES_CLOCK": str(clock)})
    return replace(built, gates=float(clock.read_text())) if gates else built


if __name__ == "__main__":
    sys.exit(main())
