"""What a first view of each page costs: bytes after gzip as hosts do it, part by part, and files that are asked for.

    PYTHONPATH=hooks python tests/benchmarks/first_view_size.py [SITE_DIR]

Builds the site if none is given. The limits are those of ``tests/site/test_first_view.py``, which fails where one is
missed; here is told how much room is left.
"""

from __future__ import annotations

import gzip
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent), str(HERE.parent / "site"), str(HERE.parents[1] / "hooks")]

from built_pages import WHOLE_GUIDE  # noqa: E402
from test_first_view import KIB, LIMIT, LIMITS, files_of  # noqa: E402

from projects import ROOT, Project  # noqa: E402

KINDS = {".html": "page", ".js": "script", ".css": "style", ".svg": "pictures"}


def line(site: Path, page: Path) -> str:
    """The line of a page."""
    files = files_of(site, page)
    sizes = dict.fromkeys(KINDS.values(), 0)
    for file in files:
        sizes[KINDS[file.suffix]] += len(gzip.compress(file.read_bytes(), 6))
    total, limit = sum(sizes.values()) / KIB, LIMITS.get(page.parent.name, LIMIT) / KIB
    parts = "".join(f"{size / KIB:>10.1f}" for size in sizes.values())
    return f"{page.parent.relative_to(site).as_posix():28}{parts}{total:>10.1f}{limit:>8.0f}{len(files):>7}"


def main(arguments: list[str]) -> int:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as folder:
        site = Path(arguments[0]) if arguments else Path(folder, "site")
        if not arguments:
            outcome = Project(ROOT).build("--site-dir", site)
            assert outcome.status == 0, outcome.output
        kinds = "".join(f"{kind:>10}" for kind in KINDS.values())
        print(f"{'First view, KiB':28}{kinds}{'all':>10}{'limit':>8}{'files':>7}")
        for page in sorted(site.rglob("index.html")):
            if page.parent.name != WHOLE_GUIDE:
                print(line(site, page))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
