"""What is wrong in ``docs/_data/`` stops a build before anything is built, with the file, the line and the remedy.

Faults of each way to read a file, through the real hook; each rule on the data has its cases in ``tests/rules``.
"""

from __future__ import annotations

from projects import CopyProject, Project

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


MISTAKES = (no_yaml, doubled_key, another_encoding, missing_file, unknown_key)


def test_faulty_data_stop_the_build(project_copy: CopyProject) -> None:
    project = project_copy()
    expected = sorted(line for spoil in MISTAKES for line in spoil(project))

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
