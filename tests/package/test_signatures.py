"""A person's check of a claim: signed by a command, out of date as soon as words or evidence change."""

from __future__ import annotations

import datetime
import re

import pytest

from mergeguide.data.guide import Guide
from mergeguide.evidence.signatures import sign, signing_problems
from mergeguide.loading import load
from mergeguide.problems import Problem, listing
from projects import CopyProject, Project

CLAIMS = "docs/_data/claims.yml"
JA, EN = "docs/_data/languages/ja.yml", "docs/_data/languages/en.yml"
DAY = datetime.date(2026, 12, 1)


def loaded(project: Project) -> Guide:
    """The copy's data, which has to hold together."""
    guide = load(project.root)
    assert isinstance(guide, Guide), listing(guide)
    return guide


def unchecked(project: Project) -> list[Problem]:
    """What is told of the copy's claims."""
    return list(signing_problems(loaded(project)))


def test_every_claim_of_the_ledger_was_checked(guide: Guide) -> None:
    assert list(signing_problems(guide)) == []


def test_the_check_is_signed_and_nothing_else_in_the_file_changes(project_copy: CopyProject) -> None:
    project = project_copy({"docs/_data/languages/en.yml": ("valid for three years from", "valid for 3 years from")})
    before = project.text(CLAIMS).splitlines()

    assert sign(project.root, loaded(project), ["validity"], DAY) == []

    assert unchecked(project) == []
    after = project.text(CLAIMS).splitlines()
    (line,) = [number for number, (old, new) in enumerate(zip(before, after, strict=True)) if old != new]
    assert after[line - 1] == "  - id: validity"
    assert after[line].startswith("    checked: {on: 2026-12-01, entries: ")


def test_a_new_claim_gets_its_line(project_copy: CopyProject) -> None:
    project = project_copy()
    signature = next(line for line in project.text(CLAIMS).split("  - id: validity\n")[1].splitlines(keepends=True))
    project.edit(CLAIMS, f"  - id: validity\n{signature}", "  - id: validity\n")
    (problem,) = unchecked(project)
    assert problem.message == 'The claim "validity" was not checked against its sources by anybody.'
    assert problem.line == project.line(CLAIMS, "- id: validity")

    assert sign(project.root, loaded(project), ["validity"], DAY) == []

    assert unchecked(project) == []


def test_a_claim_that_is_named_twice_is_signed_once(project_copy: CopyProject) -> None:
    project = project_copy()
    signature = next(line for line in project.text(CLAIMS).split("  - id: validity\n")[1].splitlines(keepends=True))
    project.edit(CLAIMS, f"  - id: validity\n{signature}", "  - id: validity\n")
    lines = len(project.text(CLAIMS).splitlines())

    assert sign(project.root, loaded(project), ["validity", "validity"], DAY) == []

    assert unchecked(project) == []
    assert len(project.text(CLAIMS).splitlines()) == lines + 1


DIGEST = '"0123456789"'


@pytest.mark.parametrize(
    ("above", "signature"),
    [
        (
            "    basis: stated\n    # A remark.\n\n",
            f"    checked: {{on: 2026-11-25, entries: {DIGEST}, words: {{ja: {DIGEST}}}}}\n",
        ),
        ("", f"    checked: {{on: 2026-11-25, entries: {DIGEST},\n      words: {{ja: {DIGEST}}}}}\n"),
        (
            "the entries",
            f"    checked:\n      on: 2026-11-25\n      entries: {DIGEST}\n      words:\n        ja: {DIGEST}\n",
        ),
        ("    basis: stated\n", "    checked:\n"),
    ],
    ids=["in one line", "in two lines", "in block style", "empty"],
)
def test_a_signature_is_written_anew_wherever_it_stands_in_its_claim(
    project_copy: CopyProject, above: str, signature: str
) -> None:
    project = project_copy()
    begin, own, end = re.split(r"(?<=  - id: validity\n)|(?=  - id: validity-after-merge\n)", project.text(CLAIMS))
    current, entries = re.split(r"(?=    evidence:\n)", own)
    if above == "the entries":
        above, entries = entries, ""
    project.write(CLAIMS, begin + above + signature + entries + end)

    assert sign(project.root, loaded(project), ["validity"], DAY) == []

    assert unchecked(project) == []
    anew = re.sub(r"(?<=on: )[0-9-]+", DAY.isoformat(), current)
    assert project.text(CLAIMS) == begin + above + anew + entries + end


def test_a_claim_in_one_line_is_told_and_nothing_is_written(project_copy: CopyProject) -> None:
    project = project_copy(
        {CLAIMS: ("  - id: form-2026\n", "  - {id: form-2026, basis: unknown}\n  - id: form-2026-too\n")}
    )
    for code in ("ja", "en"):
        project.edit(
            f"docs/_data/languages/{code}.yml", "  form-2026: ", '  form-2026-too: "Not known."\n  form-2026: '
        )
    before = project.text(CLAIMS)

    (problem,) = sign(project.root, loaded(project), ["validity", "form-2026"], DAY)

    assert problem.rule == "claim-form"
    assert problem.line == project.line(CLAIMS, "- {id: form-2026, basis: unknown}")
    assert project.text(CLAIMS) == before


def test_a_language_that_came_later_need_not_be_signed(project_copy: CopyProject) -> None:
    project = project_copy()
    text = project.text(CLAIMS)
    project.write(
        CLAIMS,
        "".join(
            line.partition(", en: ")[0] + "}}\n" if "checked:" in line else line
            for line in text.splitlines(keepends=True)
        ),
    )
    assert unchecked(project) == []
