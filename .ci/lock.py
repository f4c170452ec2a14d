"""Remakes the locks from pyproject.toml; with --upgrade, with the newest versions allowed there.

pip-compile and npm do the work. pip-compile knows nothing of dependency groups and names its input in every comment, so
it gets one plain list under a neutral name, in a folder of its own. A lock is replaced only when all went well.
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
TESTS = "requirements.lock"
LOCKS = {
    TESTS: "Every package of the site, its checks and its tests, exactly, with the hashes of its files.",
    "requirements-mutants.lock": "What make mutants needs beside the tests, exactly, with the hashes of its files.",
    "requirements-node.lock": "Node.js for the tools in package.json, exactly, with the hashes of its files.",
}
NODE_PROJECTS = (Path(), Path("tests/benchmarks"), Path(".ci/prose"), Path(".ci/mutants"))
"""Folders with a package.json: for judging the code, for make bench, for judging words, for make mutants."""
HEADER = """\
# {what}
# Made from pyproject.toml; do not edit. `make lock` remakes it, `make upgrade` takes the newest versions allowed.
# To install it by hand: python -m pip install --require-hashes -r {lock}
"""
COMPILE = (
    *("piptools", "compile", "--quiet", "--no-config", "--no-header", "--resolver=backtracking"),
    *("--generate-hashes", "--allow-unsafe", "--strip-extras"),
    *("--no-emit-index-url", "--no-emit-find-links", "--no-emit-trusted-host", "--no-emit-options"),
)


def requirements(lock: str) -> list[str]:
    """What a lock is for: the site and its tests, what mutates the package, or Node.js."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    groups: dict[str, list[str]] = project["dependency-groups"]
    if lock == "requirements-node.lock":
        return groups["node"]
    if lock == "requirements-mutants.lock":
        # It goes into the same environment as the tests: what both need has to be the same.
        return [*groups["mutants"], f"-c {TESTS}"]
    return [*project["project"]["dependencies"], *groups["test"]]


def compiled(lock: str, options: list[str], tests: str) -> str:
    """The new lock's lines, starting from the old one, so that pins which still fit stay.

    Args:
        tests: the new lock of the site and its tests, once there is one.
    """
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "requirements.in").write_text("\n".join(requirements(lock)) + "\n", encoding="utf-8")
        (folder / TESTS).write_text(tests, encoding="utf-8")
        if (ROOT / lock).exists():
            shutil.copy(ROOT / lock, folder / lock)
        command = [sys.executable, "-m", *COMPILE, f"--output-file={lock}", "requirements.in", *options]
        subprocess.run(command, cwd=folder, check=True)
        return (folder / lock).read_text(encoding="utf-8").replace("-r requirements.in", "pyproject.toml")


def npm_compiled(project: Path, options: list[str]) -> str:
    """The new package-lock.json of a folder, with the addresses left out (.npmrc says so)."""
    binaries = Path(sys.executable).parent
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for file in (project / "package.json", project / "package-lock.json", ROOT / ".npmrc"):
            if file.exists():
                shutil.copy(file, folder / file.name)
        command = [binaries / "npm", "update" if "--upgrade" in options else "install", "--package-lock-only"]
        path = f"{binaries}{os.pathsep}{os.environ['PATH']}"
        subprocess.run(command, cwd=folder, env=os.environ | {"PATH": path}, check=True, stdout=subprocess.DEVNULL)
        return (folder / "package-lock.json").read_text(encoding="utf-8")


def main(options: list[str]) -> int:
    """Write the locks, or say why they stay as they are."""
    try:
        texts: dict[str, str] = {}
        for lock, what in LOCKS.items():
            texts[lock] = HEADER.format(lock=lock, what=what) + compiled(lock, options, texts.get(TESTS, ""))
        for project in NODE_PROJECTS:
            texts[(project / "package-lock.json").as_posix()] = npm_compiled(ROOT / project, options)
    except subprocess.CalledProcessError as error:
        print("lock: a command failed, its words are above; the locks are as they were.", file=sys.stderr)
        return error.returncode
    for lock, text in texts.items():
        if strange := re.findall(r'^-.*|^(?!\s*(?:#|"url": )).*(?:://|\s@\s).*', text, flags=re.MULTILINE):
            print(f"lock: {lock} refused, these lines name a host or a path:", *strange, sep="\n  ", file=sys.stderr)
            return 1
    for lock, text in texts.items():
        (ROOT / lock).write_text(text, encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
