"""Data spoiled at random: never a traceback, and what the loader lets pass can be shown.

Each example is one careless edit of one real file: a line lost, doubled, cut, emptied or given a strange value.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pages_alone import TODAY

from mergeguide.answering import settle
from mergeguide.citations import citation
from mergeguide.composing import compose
from mergeguide.desk import Desk
from mergeguide.documentation import facts
from mergeguide.filling import FILLERS, arguments, filled
from mergeguide.guide import FILES, Guide
from mergeguide.judging import in_words, judge_answers
from mergeguide.loading import DATA, load
from mergeguide.problems import listing
from mergeguide.rendering import Fragments

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


@pytest.mark.usefixtures("quick_loading")
@given(
    name=st.sampled_from(NAMES), place=st.floats(0, 1, exclude_max=True), how=CARELESS, value=st.sampled_from(STRANGE)
)
@settings(
    max_examples=80,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_a_careless_edit_makes_problems_or_a_guide(copy: Path, name: str, place: float, how: str, value: str) -> None:
    file = copy / DATA / f"{name}.yml"
    before = file.read_text(encoding="utf-8")
    lines = before.splitlines()
    file.write_text("\n".join([*edited(lines, int(place * len(lines)), how, value), ""]), encoding="utf-8")
    try:
        loaded = load(copy)
        if isinstance(loaded, Guide):
            show(copy, loaded)
            return
        assert loaded
        for problem in loaded:
            told = copy / problem.path
            assert told.exists(), listing(loaded)
            if told.is_file():
                assert 1 <= problem.line <= len(told.read_text(encoding="utf-8").splitlines()) + 1, listing(loaded)
            assert problem.message, listing(loaded)
            assert problem.remedy, listing(loaded)
            assert problem.rule, listing(loaded)
    finally:
        file.write_text(before, encoding="utf-8")


def show(root: Path, guide: Guide) -> None:
    """Make everything that pages and commands make from a guide."""
    fragments = Fragments(root)
    for code in guide.languages:
        desk = Desk(root, guide, code, fragments, lambda *report: pytest.fail(str(report)), TODAY)
        for name in FILLERS:
            for argument in arguments(desk.guide, name) or ("",):
                filled(desk, name, argument)
        for field in guide.documented:
            facts(desk, field)
        for claim in guide.claims:
            citation(desk, claim)
        for letter in guide.letters:
            settled = settle(guide, {"letter": letter})
            compose(guide, settled, code)
            for finding in judge_answers(guide, settled):
                assert in_words(guide, finding, code)
