"""``python -m mergeguide check``: every gate without MkDocs; 0 they hold, 1 they do not, 2 it could not look."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from command import called, mergeguide
from pages_alone import TODAY

from projects import Project

CopyProject = Callable[..., Project]
Capture = pytest.CaptureFixture[bytes]


def test_the_repository_holds() -> None:
    outcome = mergeguide("check")
    assert outcome.status == 0, outcome.text
    # Notes may follow: who edits the source is told of it, and is not stopped.
    assert outcome.text.startswith("Every gate holds.\n")
    assert outcome.err == ""


def test_the_repository_holds_in_json(root: Path, capsysbinary: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MERGE_GUIDE_TODAY", TODAY.isoformat())
    outcome = called(capsysbinary, "check", "--json", root=root)
    assert outcome.status == 0, outcome.text
    assert json.loads(outcome.text) == {"problems": []}


def test_problems_are_listed_in_file_order_with_line_and_remedy(project_copy: CopyProject) -> None:
    project = project_copy({"docs/_data/situations.yml": ("claims: [ask-before-leaving]", "claims: [ask-later]")})
    project.edit("docs/_data/claims.yml", '{source: O9, says: "no mailbox', '{source: O99, says: "no mailbox')
    claim = project.line("docs/_data/claims.yml", "{source: O99,")
    situation = project.line("docs/_data/situations.yml", "{id: leaving-soon,")

    outcome = mergeguide("check", cwd=project.root)

    assert outcome.status == 1
    lines = outcome.text.splitlines()
    assert lines[0] == f'docs/_data/claims.yml:{claim}: There is no source "O99". [unknown-source]'
    assert lines[1].startswith('    Did you mean "O9"? Known: F1, ')
    assert lines[2] == f'docs/_data/situations.yml:{situation}: There is no claim "ask-later". [unknown-claim]'
    assert lines[3].startswith("    ")
    assert lines[-1] == "Problems: 2"


def test_problems_in_json(project_copy: CopyProject, capsysbinary: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MERGE_GUIDE_TODAY", TODAY.isoformat())
    project = project_copy()
    page = "docs/en/form-fields.md"
    project.edit(page, "{ #field-source-login-email }", "{ #field-source-login-mail }")

    outcome = called(capsysbinary, "check", "--json", root=project.root)

    assert outcome.status == 1
    problems = json.loads(outcome.text)["problems"]
    assert all(set(problem) == {"path", "line", "message", "remedy", "rule"} for problem in problems)
    assert all(isinstance(problem["line"], int) and problem["line"] > 0 for problem in problems)
    rules = {(problem["path"], problem["line"], problem["rule"]) for problem in problems}
    heading = project.line(page, "{ #field-source-login-mail }")
    declared = project.line("docs/_data/fields.yml", "- id: source-login-email")
    assert {
        (page, heading, "unknown-field-section"),
        ("docs/_data/fields.yml", declared, "undocumented-field"),
        (page, heading, "extra-heading"),
        (page, 1, "missing-heading"),
    } <= rules


def test_japanese_text_is_printed_on_a_console_that_has_none(project_copy: CopyProject) -> None:
    project = project_copy()
    heading = next(line for line in project.text("docs/ja/index.md").splitlines() if line.startswith("## "))
    words, _, _ = heading.rpartition(" { #")
    project.edit("docs/ja/index.md", heading, words)
    outcome = mergeguide("check", cwd=project.root, PYTHONIOENCODING="ascii", PYTHONUTF8="0", LC_ALL="C.UTF-8")
    assert outcome.status == 1
    assert "has no id of its own." in outcome.text
    assert "\\u" in outcome.text


@pytest.mark.parametrize(
    ("spoil", "told"),
    [
        (lambda root: (root / "docs/_data/letters.yml").write_bytes(b"\xff"), "docs/_data/letters.yml:1: The file is"),
        (lambda root: (root / "docs/en/index.md").write_bytes(b"\n\x83\x65"), "docs/en/index.md:2: The file is not in"),
        (lambda root: (root / "mkdocs.yml").write_text("a: [\n"), "mkdocs.yml:2: This is not valid YAML"),
        (lambda root: (root / "mkdocs.yml").unlink(), "mkdocs.yml:1: The file is missing."),
        (lambda root: (root / "docs/_data/schemas/fields.schema.json").unlink(), "schemas/fields.schema.json:1: The"),
        (lambda root: (root / "docs/en/glossary.md").unlink(), 'The page "glossary.md" is missing in the language'),
        (lambda root: (root / "docs/ja/form-fields.md").write_text(""), 'has no documentation in the language "ja".'),
    ],
)
def test_what_cannot_be_read_is_a_problem_and_no_traceback(
    project_copy: CopyProject, capsysbinary: Capture, spoil: Callable[[Path], object], told: str
) -> None:
    project = project_copy()
    spoil(project.root)
    outcome = called(capsysbinary, "check", root=project.root)
    assert outcome.status == 1
    assert told in outcome.text


def test_without_a_built_site_there_is_nothing_to_check_in_it(tmp_path: Path) -> None:
    outcome = mergeguide("check", tmp_path / "site")
    assert (outcome.status, outcome.out) == (2, b"")
    assert "There is no folder" in outcome.err
    assert "make build" in outcome.err


def test_a_file_is_no_built_site(tmp_path: Path) -> None:
    (tmp_path / "site").write_text("")
    assert mergeguide("check", tmp_path / "site").status == 2


def test_outside_a_project_it_could_not_look(tmp_path: Path) -> None:
    outcome = mergeguide("check", cwd=tmp_path)
    assert (outcome.status, outcome.out) == (2, b"")
    assert outcome.err == "There is no docs/_data here or above; run it in the project.\n"
    assert mergeguide("--root", tmp_path, "check").status == 2


def test_an_empty_site_lacks_every_page(tmp_path: Path, capsysbinary: Capture) -> None:
    outcome = called(capsysbinary, "check", tmp_path)
    assert outcome.status == 1
    assert "docs/ja/index.md:1: The site has no index.html for this page." in outcome.text
    assert "docs/en/form-fields.md:1: The site has no en/form-fields/index.html for this page." in outcome.text
