"""How many processes run the tests at once, and what is made once for all of them.

A test of the browser spends a good part of its time waiting: for the browser, for the second of quiet after which a
status is read out, for an animation to end. Meanwhile another test can have the core.
"""

from __future__ import annotations

import fcntl
import os
import pickle
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

import pytest

T = TypeVar("T")

BROWSER = Path("tests/browser")


def processes(asked: Sequence[str], cores: int) -> int:
    """How many processes are to run the tests that are asked for.

    Args:
        asked: files, folders and tests, as they are given to pytest from the repository's root.
        cores: how many of them there are for us.

    Returns:
        None beside the first, which is 0, where only single files are asked for. Three for two cores where a folder of
        tests of the browser is among them, else one for each core. Measured on two cores, on parts of the suite: two
        processes keep them 78 to 81 % busy, three 84 to 93 %, and take less time (87 -> 76 s, 85 -> 83, 143 -> 135) and
        0.2 to 0.7 GB more memory.
    """
    paths = [Path(argument.split("::")[0]) for argument in asked]
    if all(path.is_file() for path in paths):
        return 0
    folders = [path for path in paths if not path.is_file()]
    in_browser = any(path.is_relative_to(BROWSER) or BROWSER.is_relative_to(path) for path in folders)
    return cores * 3 // 2 if in_browser else cores


def shared_folder(factory: pytest.TempPathFactory, name: str) -> Path:
    """A folder that is the same for all processes of this run."""
    own = factory.getbasetemp()
    folder = (own.parent if "PYTEST_XDIST_WORKER" in os.environ else own) / name
    folder.mkdir(exist_ok=True)
    return folder


def once(folder: Path, make: Callable[[], T]) -> T:
    """What the first process to ask for it makes in a folder; the others wait for that and take it."""
    made = folder / "made.pickle"
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # until the file is closed
        if not made.is_file():
            made.write_bytes(pickle.dumps(make()))
        found: T = pickle.loads(made.read_bytes())
    return found
