"""The data's errors: each is found, at its line, in words, with a remedy; and nothing else is.

One case a file in ``goldens/``.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from golden_cases import NAMES, case_of

from mergeguide.data.guide import Guide
from mergeguide.data.paths import DATA
from mergeguide.loading import load
from mergeguide.problems import listing


@pytest.mark.usefixtures("quick_loading")
@pytest.mark.parametrize("name", NAMES)
def test_the_data_s_errors(name: str, root: Path, tmp_path: Path) -> None:
    case = case_of(name)
    data = tmp_path / DATA
    shutil.copytree(root / DATA, data, ignore=shutil.ignore_patterns("schemas"))
    for edit in case.edit:
        edit.apply(data)

    loaded = load(tmp_path)

    found = () if isinstance(loaded, Guide) else loaded
    told = listing(found)
    assert [(problem.path, problem.line, problem.rule) for problem in found] == [
        (*expected.place(data), expected.rule) for expected in case.problems
    ], told
    for problem, expected in zip(found, case.problems, strict=True):
        for part in expected.message:
            assert part in problem.message, told
        for part in expected.remedy:
            assert part in problem.remedy, told
        assert problem.remedy, told


def test_every_case_has_its_own_description() -> None:
    descriptions = [case_of(name).describe for name in NAMES]
    assert len(set(descriptions)) == len(descriptions)
    assert len(NAMES) > 100
