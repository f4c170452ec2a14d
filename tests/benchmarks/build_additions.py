"""What the reader's side adds to a build: search, style sheets, policy, copies for programs, the theme's script.

Its hooks are left out of a copy of the project, which has the theme's own search instead; the page for print is left
out of both. Each round builds both cold and warm, and the same pages as the theme alone builds them (stock). What is
added is told in parts of a stock build: a difference of medians, since a difference of single builds is as large as
what is looked for.

    python tests/benchmarks/build_additions.py [--rounds 9]
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

from built_projects import BUILD, CACHE, stock, without_print_page, without_readers_side
from processes import Run, median, run

ADDED_AT_MOST = 0.15


def main() -> int:
    """Measure and print; 1 where the target is missed."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--rounds", type=int, default=9, help="builds of each kind, in turn")
    rounds = parser.parse_args().rounds
    runs = _runs(rounds)
    medians = {kind: median(each, "processor") for kind, each in runs.items()}
    print(f"What the reader's side adds to a build (medians of {rounds} rounds; seconds of the processor)\n")
    print(f"stock          {medians['stock']:.2f}\n\n        with   without   added x stock")
    met = True
    for kind in ("cold", "warm"):
        with_it, without_it = medians[f"with {kind}"], medians[f"without {kind}"]
        added = (with_it - without_it) / medians["stock"]
        met &= added <= ADDED_AT_MOST
        missed = "  missed" if added > ADDED_AT_MOST else ""
        print(f"{kind:6}  {with_it:.2f}   {without_it:7.2f}   {added:13.2f}{missed}")
    print(f"\ntarget: at most {ADDED_AT_MOST} cold and warm\n")
    return 0 if met else 1


def _runs(rounds: int) -> Mapping[str, list[Run]]:
    runs: dict[str, list[Run]] = {}
    with tempfile.TemporaryDirectory() as folder:
        alone = stock(Path(folder) / "stock")
        both = {
            "with": without_print_page(Path(folder) / "with"),
            "without": without_readers_side(Path(folder) / "without"),
        }
        for number in range(rounds + 1):
            built = {"stock": run(BUILD, alone.root, {})}
            # What stands first changes.
            for name in sorted(both, reverse=bool(number % 2)):
                shutil.rmtree(both[name].root / CACHE, ignore_errors=True)
                built |= {f"{name} {kind}": run(BUILD, both[name].root, {}) for kind in ("cold", "warm")}
            # The first round only fills the caches of the machine.
            if number:
                for kind, one in built.items():
                    runs.setdefault(kind, []).append(one)
    return runs


if __name__ == "__main__":
    sys.exit(main())
