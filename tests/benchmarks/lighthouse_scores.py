"""What Lighthouse says of every page on an emulated telephone: medians of several runs, from a server that compresses.

    PYTHONPATH=hooks python tests/benchmarks/lighthouse_scores.py [RUNS [PAGE ...]]

``make bench`` installs Lighthouse from the lock beside this file. Prints a table with the targets, and the first view's
bytes as they go over the line; the exit status says whether the targets are met. A run takes ten seconds and more:
five of each page take half an hour. Pages are named by their addresses below the site: ``en/replies/``.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent), str(HERE.parent / "browser"), str(HERE.parents[1] / "hooks")]

from compressed import serving_compressed  # noqa: E402
from opening import ARGUMENTS, program  # noqa: E402

from projects import ROOT, Project  # noqa: E402

TOOL = HERE / "node_modules/.bin/lighthouse"
RUNS = 5
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
TARGETS = {"performance": 99, "accessibility": 100, "best-practices": 100, "seo": 100}
KIB = 1024


def report(address: str) -> dict[str, Any]:
    """One run of Lighthouse on a page."""
    command = [
        *(str(TOOL), address, "--quiet", "--output=json", "--output-path=stdout"),
        *(f"--only-categories={','.join(CATEGORIES)}", f"--chrome-flags=--headless=new {' '.join(ARGUMENTS)}"),
    ]
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    environment = os.environ | {"PATH": path, "CHROME_PATH": program() or ""}
    outcome = subprocess.run(command, env=environment, capture_output=True, text=True, check=True, timeout=180)
    found: dict[str, Any] = json.loads(outcome.stdout)
    return found


def line(address: str, page: str, runs: int) -> tuple[str, bool]:
    """The line of a page, and whether it meets the targets."""
    reports = [report(address + page) for _ in range(runs)]
    scores = {
        name: statistics.median(100 * (each["categories"][name]["score"] or 0) for each in reports)
        for name in CATEGORIES
    }
    paint = statistics.median(each["audits"]["largest-contentful-paint"]["numericValue"] for each in reports)
    asked = reports[-1]["audits"]["network-requests"]["details"]["items"]
    asked = [each for each in asked if each["url"].startswith(address)]
    size = sum(each.get("transferSize", 0) for each in asked) / KIB
    met = all(scores[name] >= TARGETS[name] for name in CATEGORIES)
    shown = "".join(f"{scores[name]:>8.0f}" for name in CATEGORIES)
    return f"{page or './':28}{shown}{paint:>8.0f}{size:>8.1f}{len(asked):>5}{'' if met else '  missed'}", met


def main(arguments: list[str]) -> int:
    """Measure, print, and say whether the targets are met."""
    runs = int(arguments[0]) if arguments else RUNS
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder, "site")
        outcome = Project(ROOT).build("--site-dir", site)
        assert outcome.status == 0, outcome.output
        built = sorted(page.parent.relative_to(site).as_posix() for page in site.rglob("index.html"))
        every = ["" if page == "." else f"{page}/" for page in built if not page.endswith("print")]
        print(f"Lighthouse, telephone, medians of {runs}: scores, largest paint in ms, KiB and files of a first view.")
        print(f"{'':28}{'perf':>8}{'access':>8}{'best':>8}{'seo':>8}{'LCP':>8}{'KiB':>8}{'':>5}")
        met = []
        with serving_compressed(site) as address:
            for page in arguments[1:] or every:
                text, good = line(address, page, runs)
                print(text, flush=True)
                met.append(good)
    return 0 if all(met) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
