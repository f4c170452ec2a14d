"""Data spoiled at random: never a traceback, and what the loader lets pass can be shown.

Each example is one careless edit of one real file: a line lost, doubled, cut, emptied or given a strange value.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mergeguide.data.paths import DATA
from mergeguide.schema.files import FILES
from turns import examples
from wholeness import judge_data

NAMES = [*FILES, "languages/ja", "languages/en"]
STRANGE = [
    "",
    "zzz",
    "5",
    "[]",
    "{}",
    '"{zzz}"',
    "[zzz]",
    "{zzz: zzz}",
    "null",
    "true",
    "2026-02-30",
    "!zzz",
    "&a",
    "-",
]
CARELESS = st.sampled_from(["lose", "double", "cut", "indent", "value"])


def edited(lines: list[str], at: int, how: str, value: str) -> list[str]:
    """A file's lines after one careless edit."""
    line = lines[at]
    key, colon, _ = line.partition(": ")
    new = {
        "lose": [],
        "double": [line, line],
        "cut": [line[: len(line) // 2]],
        "indent": [f"  {line}"],
        "value": [f"{key}: {value}" if colon else value],
    }[how]
    return [*lines[:at], *new, *lines[at + 1 :]]


@pytest.fixture(scope="module")
def copy(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project of what data and generator are made from; each example leaves it as it was."""
    project = tmp_path_factory.mktemp("spoiled")
    for part in (DATA, Path("overrides/fragments"), Path("docs/assets/javascripts")):
        shutil.copytree(root / part, project / part)
    return project


@pytest.mark.exhaustive
@pytest.mark.usefixtures("quick_loading")
@given(
    name=st.sampled_from(NAMES), place=st.floats(0, 1, exclude_max=True), how=CARELESS, value=st.sampled_from(STRANGE)
)
@settings(
    max_examples=examples(80),
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_a_careless_edit_makes_problems_or_a_guide(copy: Path, name: str, place: float, how: str, value: str) -> None:
    lines = (copy / DATA / f"{name}.yml").read_text(encoding="utf-8").splitlines()
    spoiled = "\n".join([*edited(lines, int(place * len(lines)), how, value), ""])
    judge_data(copy, name, spoiled.encode("utf-8"))
