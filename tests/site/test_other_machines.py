"""The commands give the same on a machine that is set up in another way: its locale, its time zone, its folders."""

from __future__ import annotations

import filecmp
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from projects import copy_project

MACHINES = {
    # Where Python takes the locale's ASCII for the encoding of files and of what it prints.
    "east of the date line": {
        "TZ": "Pacific/Kiritimati",
        "LC_ALL": "C",
        "HOME": "/nonexistent",
        "PYTHONUTF8": "0",
        "PYTHONCOERCECLOCALE": "0",
    },
    "west of it": {"TZ": "America/Los_Angeles", "LC_ALL": "POSIX", "LANG": "C", "HOME": ""},
}


@pytest.fixture
def private_files() -> Iterator[None]:
    """Let new files be readable by their owner only."""
    before = os.umask(0o077)
    yield
    os.umask(before)


@pytest.mark.some(1)
@pytest.mark.parametrize("machine", MACHINES)
def test_the_site_and_the_verdict_are_the_same(
    tmp_path: Path, built_site: Path, private_files: None, machine: str
) -> None:
    project = copy_project(tmp_path / "統合 ガイド" / "a copy")
    outcome = project.build("--strict", **MACHINES[machine])
    assert outcome.status == 0, outcome.output

    site = project.root / "site"
    names = {file.relative_to(built_site).as_posix() for file in built_site.rglob("*") if file.is_file()}
    assert {file.relative_to(site).as_posix() for file in site.rglob("*") if file.is_file()} == names
    _, different, unreadable = filecmp.cmpfiles(built_site, site, sorted(names), shallow=False)
    assert (different, unreadable) == ([], [])
    outcome = project.check("site", **MACHINES[machine])
    assert outcome.status == 0, outcome.output
