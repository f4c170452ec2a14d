"""Remakes requirements.lock from pyproject.toml: `make lock` keeps the pins that still fit, `make upgrade` takes the newest.

pip-compile does the work. It knows nothing of dependency groups and names its input in every comment, so it is given
one plain list under a neutral name, in a folder of its own; the lock is replaced only when all went well.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LOCK = ROOT / "requirements.lock"
HEADER = """\
# Every package of the site, its checks and its tests, exactly, with the hashes of its files.
# Made from pyproject.toml; do not edit. `make lock` remakes it, `make upgrade` takes the newest that pyproject.toml allows.
# Install it by hand: python -m pip install --require-hashes -r requirements.lock
"""


def requirements() -> list[str]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    return [*project["project"]["dependencies"], *project["dependency-groups"]["test"]]


def main(arguments: list[str]) -> int:
    command = [
        *(sys.executable, "-m", "piptools", "compile", "--quiet", "--no-config", "--no-header"),
        *("--generate-hashes", "--allow-unsafe", "--strip-extras", "--resolver=backtracking"),
        *("--no-emit-index-url", "--no-emit-find-links", "--no-emit-trusted-host", "--no-emit-options"),
        *("--output-file=requirements.lock", "pyproject.in", *arguments),
    ]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "pyproject.in").write_text("\n".join(requirements()) + "\n", encoding="utf-8")
        if LOCK.exists():
            shutil.copy(LOCK, folder / LOCK.name)
        if code := subprocess.run(command, cwd=folder, env={**os.environ, "COLUMNS": "120"}, check=False).returncode:
            print("lock: pip-compile failed; its own words are above. requirements.lock is as it was.", file=sys.stderr)
            return code
        text = (folder / LOCK.name).read_text(encoding="utf-8").replace("-r pyproject.in", "pyproject.toml")
    if strange := [line for line in text.splitlines() if re.search(r"://|^-|\s@\s", line)]:
        print("lock: these lines name a host or a path; requirements.lock is as it was:", *strange, sep="\n  ", file=sys.stderr)
        return 1
    LOCK.write_text(HEADER + text, encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
