"""The required-field gate where people meet it: in a build, on the command line, on a site that is already built.

Promise: a gap ends every build with status 1 and one readable list; once it is mended the same build passes. The
command line says the same without MkDocs, also about a site that some other engine has built without the hooks.
"""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest
from built_pages import drop_section
from lxml import html
from sections import without_section

from mergeguide.checks.site import check_site
from mergeguide.data.guide import Guide
from projects import CopyProject, Outcome, Project

GAP = re.compile(r'The field "([\w-]+)" has no documentation in the language "(\w+)"\.')
EVERY_LANGUAGE = pytest.mark.parametrize("language", ["ja", "en"])


def remove(project: Project, language: str, field: str) -> str:
    """Delete a field's section; return the page as it was."""
    page = f"docs/{language}/form-fields.md"
    before = project.text(page)
    project.write(page, without_section(before, f"field-{field}"))
    return before


def gaps(outcome: Outcome) -> list[tuple[str, str]]:
    """The fields and languages that a command named."""
    return GAP.findall(outcome.output)


def gaps_as_json(outcome: Outcome) -> list[tuple[str, str]]:
    """The same of ``check --json``."""
    problems = json.loads(outcome.output)["problems"]
    assert all(problem["path"] and problem["line"] and problem["remedy"] for problem in problems)
    return [pair for problem in problems for pair in GAP.findall(problem["message"])]


@pytest.mark.some(1)
@pytest.mark.parametrize(
    ("language", "field", "options"),
    [
        # Other pages link to this one, which MkDocs answers with warnings; a strict build stops over them, but first
        # says what the reason is. In a further language it stops inside of static-i18n.
        ("en", "form-body", ["--strict"]),
        ("ja", "form-body", ["--strict"]),
        ("ja", "source-login-email", []),
        ("en", "source-login-email", []),
    ],
)
def test_a_build_names_the_gap(project_copy: CopyProject, language: str, field: str, options: list[str]) -> None:
    project = project_copy()
    remove(project, language, field)

    outcome = project.build(*options)

    assert outcome.status == 1
    assert gaps(outcome) == [(field, language)]
    line = project.line("docs/_data/fields.yml", f"id: {field}")
    message = f'docs/_data/fields.yml:{line}: The field "{field}" has no documentation in the language "{language}".'
    assert f"\n{message} [undocumented-field]\n    Add to docs/{language}/form-fields.md:\n    ### " in outcome.output
    assert f"{{ #field-{field} }}\n" in outcome.output
    assert "Traceback" not in outcome.output


def test_all_gaps_of_all_languages_are_named_at_once_by_a_build_as_by_the_command_and_once_mended_it_passes(
    project_copy: CopyProject, guide: Guide
) -> None:
    project = project_copy()
    before = {language: [remove(project, language, field) for field in guide.documented] for language in ("ja", "en")}

    outcome = project.build()

    assert outcome.status == 1
    assert sorted(gaps(outcome)) == sorted((field, language) for field in guide.documented for language in ("ja", "en"))
    assert outcome.output.count("The guide has ") == 1
    by_command = project.check()
    assert by_command.status == 1
    # That a translation is behind is told by the command in any case, by a build where nothing else is wrong.
    elsewhere = ("/schemas/", "[stale-translation]")
    assert [place for place in by_command.places if not any(each in place for each in elsewhere)] == outcome.places

    for language, pages in before.items():
        project.write(f"docs/{language}/form-fields.md", pages[0])
    mended = project.build("--strict")
    assert mended.status == 0, mended.output
    assert mended.warnings == []
    assert (project.root / "site/en/form-fields/index.html").is_file()


def test_a_site_built_without_the_gate_is_caught_afterwards(project_copy: CopyProject) -> None:
    project = project_copy({"mkdocs.yml": ("  - hooks/field_gate.py\n", "")})
    japanese, english = remove(project, "ja", "form-company"), remove(project, "en", "notes")
    assert project.build().status == 0, "without its hook the gate should not have spoken"

    # The sources are whole again, so that only the built HTML can tell.
    project.write("docs/ja/form-fields.md", japanese)
    project.write("docs/en/form-fields.md", english)
    assert gaps(project.check()) == []
    outcome = project.check("site", "--json")

    assert outcome.status == 1
    assert sorted(gaps_as_json(outcome)) == [("form-company", "ja"), ("notes", "en")]


@pytest.mark.some(1)
@EVERY_LANGUAGE
def test_every_section_missing_from_built_html_is_named(
    built_site: Path, tmp_path: Path, root: Path, guide: Guide, language: str
) -> None:
    site = tmp_path / "site"
    shutil.copytree(built_site, site)
    file = site / ("" if language == "ja" else language) / "form-fields/index.html"
    tree = html.document_fromstring(file.read_bytes())
    for field in guide.documented:
        drop_section(tree, f"field-{field}")
    file.write_bytes(html.tostring(tree, doctype="<!doctype html>", encoding="utf-8"))

    named = [pair for problem in check_site(root, site) for pair in GAP.findall(problem.message)]

    assert sorted(named) == sorted((field, language) for field in guide.documented)
