"""Remakes requirements.lock from pyproject.toml; with --upgrade, with the newest versions allowed there.

pip-compile does the work. It knows nothing of dependency groups and names its input in every comment, so it gets
one plain list under a neutral name, in a folder of its own. The lock is replaced only when all went well.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path

LOCK = Path(__file__).resolve().parent.parent / "requirements.lock"
HEADER = """\
# Every package of the site, its checks and its tests, exactly, with the hashes of its files.
# Made from pyproject.toml; do not edit. `make lock` remakes it, `make upgrade` takes the newest versions allowed.
# To install it by hand: python -m pip install --require-hashes -r requirements.lock
"""
COMPILE = (
    *("piptools", "compile", "--quiet", "--no-config", "--no-header", "--resolver=backtracking"),
    *("--generate-hashes", "--allow-unsafe", "--strip-extras"),
    *("--no-emit-index-url", "--no-emit-find-links", "--no-emit-trusted-host", "--no-emit-options"),
    *("--output-file=requirements.lock", "requirements.in"),
)


def requirements() -> list[str]:
    """What the site needs, and what its tests need."""
    project = tomllib.loads(LOCK.with_name("pyproject.toml").read_text(encoding="utf-8"))
    return [*project["project"]["dependencies"], *project["dependency-groups"]["test"]]


def compiled(options: list[str]) -> str:
    """The new lock's lines, starting from the old one, so that pins which still fit stay."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "requirements.in").write_text("\n".join(requirements()) + "\n", encoding="utf-8")
        if LOCK.exists():
            shutil.copy(LOCK, folder / LOCK.name)
        subprocess.run([sys.executable, "-m", *COMPILE, *options], cwd=folder, check=True)
        return (folder / LOCK.name).read_text(encoding="utf-8").replace("-r requirements.in", "pyproject.toml")


def main(options: list[str]) -> int:
    """Write the lock, or say why it stays as it is."""
    try:
        text = compiled(options)
    except subprocess.CalledProcessError as error:
        print("lock: pip-compile failed, its words are above; the lock is as it was.", file=sys.stderr)
        return error.returncode
    if strange := re.findall(r"^-.*|.*(?:://|\s@\s).*", text, flags=re.MULTILINE):
        print("lock: refused, these lines name a host or a path:", *strange, sep="\n  ", file=sys.stderr)
        return 1
    LOCK.write_text(HEADER + text, encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
