"""How long the last whole ``make test`` took, and where the time went: by folder, and the slowest files."""

from __future__ import annotations

import sys
import xml.etree.ElementTree as etree
from collections import Counter
from pathlib import Path

REPORT = Path(__file__).resolve().parents[2] / "test-results" / "test.xml"
"""What ``make test`` leaves behind where it was asked for all its tests."""
SLOWEST = 12


def main() -> int:
    """Print the tables."""
    if not REPORT.is_file():
        print("suite time: make test has not run here yet")
        return 0
    suites = list(etree.parse(REPORT).getroot().iter("testsuite"))
    files, folders, tests = Counter[str](), Counter[str](), Counter[str]()
    for case in (case for suite in suites for case in suite.iter("testcase")):
        name = str(case.get("classname"))
        folder = ".".join(name.split(".")[:2])
        files[name] += round(float(case.get("time", 0)) * 1000)
        folders[folder] += round(float(case.get("time", 0)) * 1000)
        tests.update((name, folder))
    took = sum(float(suite.get("time", 0)) for suite in suites)
    print(
        f"suite time: {took:.0f} s for {sum(tests[folder] for folder in folders)} tests, {suites[0].get('timestamp')}"
    )
    for title, table in (("folder", folders.most_common()), ("slowest files", files.most_common(SLOWEST))):
        print(f"\n{title:60} {'tests':>6} {'seconds of a process':>21}")
        for name, time in table:
            print(f"{name:60} {tests[name]:6} {time / 1000:21.1f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
