"""What is wrong in ``docs/_data/`` stops a build before anything is built, with the file, the line and the remedy.

A few faults of each way to read a file, through the real hook; the rules on the data themselves have their own tests.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

from projects import CopyProject, Project

Spoil = Callable[[Project], list[str]]
"""Makes the mistake; gives the beginning of each line that the build has to print about it."""
FIELDS = "docs/_data/fields.yml"


def no_yaml(project: Project) -> list[str]:
    file = "docs/_data/situations.yml"
    project.edit(file, "\nsituations:\n", "\nsituations: [\n")
    return [f"{file}:{project.line(file, 'situations: [') + 1}: This is not valid YAML: "]


def doubled_key(project: Project) -> list[str]:
    file = "docs/_data/languages/en.yml"
    project.edit(file, "\nname: English\n", "\nname: English\nname: English again\n")
    return [f'{file}:{project.line(file, "English again")}: The key "name" stands twice in one mapping.']


def another_encoding(project: Project) -> list[str]:
    file = "docs/_data/languages/ja.yml"
    text = project.text(file)
    (project.root / file).write_bytes(text.encode("cp932", "replace"))
    line = next(number for number, line in enumerate(text.splitlines(), 1) if not line.isascii())
    return [f"{file}:{line}: The file is not in UTF-8."]


def missing_file(project: Project) -> list[str]:
    (project.root / "docs/_data/timings.yml").unlink()
    return ["docs/_data/timings.yml:1: The file is missing."]


def unknown_key(project: Project) -> list[str]:
    project.edit(FIELDS, "  - id: case-id\n", "  - id: case-id\n    colour: blue\n")
    return [f'{FIELDS}:{project.line(FIELDS, "colour")}: The key "colour" is not known here.']


def label_missing_in_one_language(project: Project) -> list[str]:
    file = "docs/_data/languages/en.yml"
    before = project.text(file)
    start = before.index("\n  case-id:", before.index("\nfields:\n"))
    end = start + 1
    while before[end:].startswith("  case-id:") or before[end:].startswith("    "):
        end = before.index("\n", end) + 1
    project.write(file, before[: start + 1] + before[end:])
    line = project.line(file, "fields:")
    return [f'{file}:{line}: fields: "case-id" has no words in this language (en).']


def faults_in_two_files(project: Project) -> list[str]:
    return sorted([*no_yaml(project), *doubled_key(project)])


@pytest.mark.parametrize(
    "spoil",
    [
        no_yaml,
        doubled_key,
        another_encoding,
        missing_file,
        unknown_key,
        label_missing_in_one_language,
        faults_in_two_files,
    ],
    ids=lambda spoil: spoil.__name__,
)
def test_faulty_data_stop_the_build(project_copy: CopyProject, spoil: Spoil) -> None:
    project = project_copy()
    expected = spoil(project)

    outcome = project.build()

    assert outcome.status == 1
    assert len(outcome.places) == len(expected), outcome.output
    assert (
        sorted(place[: len(start)] for place, start in zip(sorted(outcome.places), expected, strict=True)) == expected
    )
    lines = outcome.output.splitlines()
    for place in outcome.places:
        assert lines[lines.index(place) + 1].startswith("    "), f"no remedy under: {place}"
    assert "Traceback" not in outcome.output
    assert not (project.root / "site/index.html").exists(), "something was built from faulty data"
