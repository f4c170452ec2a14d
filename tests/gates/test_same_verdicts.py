"""One verdict, whoever asks: ``check`` on the sources, a strict build with MkDocs, ``check site/`` on its HTML.

Promise: what the build says is what the command says, word for word and in the same order, each problem once; links
alone are MkDocs' own to follow in a build. What can still be seen in built HTML is found there too, by whatever
engine it was built, and nothing else is.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from damages import DAMAGES, Damage

from mergeguide.__main__ import main
from mergeguide.checks.pages.gates import check_sources
from mergeguide.checks.site import check_site
from mergeguide.problems import Problem, in_order, listing
from projects import CopyProject, Outcome, Project, copy_project

GATE = ("  - hooks/field_gate.py\n", "")
"""The edit of ``mkdocs.yml`` that builds without the gates."""
BUILT = "built"
"""Where the site that was built without the gates is laid aside."""
EVERY_DAMAGE = pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES)


@pytest.fixture(scope="module")
def damaged(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """The project with every damage in it."""
    project = copy_project(tmp_path_factory.mktemp("damaged") / "project", with_cache=True)
    for damage in DAMAGES.values():
        damage.spoil(project)
    return project


@pytest.fixture(scope="module")
def by_command(damaged: Project) -> tuple[Problem, ...]:
    """What ``check`` says of the sources."""
    return check_sources(damaged.root, follow_links=True)


@pytest.fixture(scope="module")
def by_build(damaged: Project) -> Outcome:
    """What a strict build says."""
    return damaged.build("--strict")


@pytest.fixture(scope="module")
def on_site(damaged: Project) -> Sequence[Problem]:
    """What is found in the HTML, built without the gates."""
    damaged.edit("mkdocs.yml", *GATE)
    try:
        outcome = damaged.build()
    finally:
        damaged.edit("mkdocs.yml", "  - hooks/localized_404.py\n", GATE[0] + "  - hooks/localized_404.py\n")
    assert outcome.status == 0, outcome.output
    # A strict build, which fails half-way, would write over it.
    (damaged.root / "site").rename(damaged.root / BUILT)
    return check_site(damaged.root, damaged.root / BUILT)


def as_printed(outcome: Outcome) -> str:
    """The list of problems in what a build printed: places with their remedies below."""
    lines = outcome.output.splitlines(keepends=True)
    start = next(number for number, line in enumerate(lines, 1) if "The guide has " in line)
    length = next((n for n, line in enumerate(lines[start:]) if not re.match(r"[\w./-]+:\d+: |    ", line)), None)
    return "".join(lines[start:][:length]).rstrip("\n")


@EVERY_DAMAGE
def test_the_command_finds_it_in_the_sources(by_command: Sequence[Problem], damage: Damage) -> None:
    found = [one for one in by_command if (one.rule, one.path) == (damage.rule, damage.path)]
    assert [one for one in found if damage.words in one.message], listing(by_command)


@EVERY_DAMAGE
def test_the_site_shows_it_or_its_trace(
    by_command: Sequence[Problem], on_site: Sequence[Problem], damage: Damage
) -> None:
    same = [one for one in by_command if one.rule == damage.rule and damage.words in one.message]
    if damage.on_site is None:
        assert not set(same) & set(on_site), "a trace of it is left after all: write down which"
    elif damage.trace:
        assert [one for one in on_site if one.rule == damage.on_site and damage.trace in one.message], listing(on_site)
    else:
        assert set(same) <= set(on_site), "the same gate says something else of built HTML\n" + listing(on_site)


def test_the_build_says_word_for_word_what_the_command_says(by_command: Sequence[Problem], by_build: Outcome) -> None:
    of_the_gates = [one for one in by_command if one.rule != "dead-link"]
    assert by_build.status == 1
    assert as_printed(by_build) == listing(of_the_gates)
    assert by_build.output.count("The guide has ") == 1
    for one in of_the_gates:
        assert by_build.places.count(f"{one.path}:{one.line}: {one.message} [{one.rule}]") == 1, (
            "said once, not once a language"
        )


def test_a_link_that_the_command_finds_dead_is_one_that_mkdocs_warns_of(
    by_command: Sequence[Problem], by_build: Outcome
) -> None:
    dead = [one for one in by_command if one.rule == "dead-link"]
    links = [one.message.split('"')[1] for one in dead]
    warned = [line for line in by_build.warnings if " contains a link " in line]
    for one, link in zip(dead, links, strict=True):
        page = one.path.removeprefix("docs/")
        assert any(f"'{page}' contains a link '{link}'" in line for line in warned), warned
    assert len(warned) == len(dead), warned


def test_the_site_says_nothing_that_no_damage_explains(
    by_command: Sequence[Problem], on_site: Sequence[Problem]
) -> None:
    traces = [(damage.on_site, damage.trace) for damage in DAMAGES.values() if damage.trace]
    unexplained = [
        one
        for one in on_site
        if one not in by_command and not any(one.rule == rule and trace in one.message for rule, trace in traces)
        # The page for paper says all of it once more.
        if "/print/" not in one.path
    ]
    # The section that stands twice has its id twice, too: one page, one id, one problem.
    assert [(one.rule, one.message) for one in unexplained] == [("doubled-id", 'The id "field-reason" stands 2 times.')]


def test_check_with_a_site_says_both_lists_as_one(
    damaged: Project,
    by_command: Sequence[Problem],
    on_site: Sequence[Problem],
    capsysbinary: pytest.CaptureFixture[bytes],
) -> None:
    status = main(["--root", str(damaged.root), "check", str(damaged.root / BUILT), "--json"])
    assert status == 1
    told = json.loads(capsysbinary.readouterr().out)["problems"]
    assert [Problem(**one) for one in told] == list(in_order([*by_command, *on_site]))


def test_problems_in_json_have_a_stable_form(
    damaged: Project, by_command: Sequence[Problem], capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    def printed(*options: str) -> bytes:
        assert main(["--root", str(damaged.root), "check", *options]) == 1
        return capsysbinary.readouterr().out

    first = printed("--json")
    assert first == printed("--json"), "two runs differ"
    whole: dict[str, Any] = json.loads(first)
    assert list(whole) == ["problems"]
    form = {"path": str, "line": int, "message": str, "remedy": str, "rule": str}
    for one in whole["problems"]:
        assert {name: type(value) for name, value in one.items()} == form
        assert list(one) == list(form), "the order of the keys"
        assert one["line"] >= 1
        assert (damaged.root / one["path"]).is_file()
        assert re.fullmatch(r"[a-z]+(-[a-z]+)*", one["rule"])
        assert one["message"].strip()
        assert one["remedy"].strip()
    assert first == (json.dumps(whole, ensure_ascii=False, indent=2) + "\n").encode(), "indented, words as they are"
    told = [Problem(**one) for one in whole["problems"]]
    assert len(set(told)) == len(told), "a problem stands twice"
    assert [(one.path, one.line) for one in told] == sorted((one.path, one.line) for one in told), "file order"
    assert tuple(told) == by_command
    # What translations are behind is told after it, and is no problem.
    assert printed().decode().startswith(f"{listing(told)}\n\nProblems: {len(told)}\n")


def test_faulty_data_are_told_alike(project_copy: CopyProject) -> None:
    project = project_copy(
        {
            "docs/_data/claims.yml": ('{source: O9, says: "no mailbox', '{source: O99, says: "no mailbox'),
            "docs/_data/situations.yml": ("claims: [ask-before-leaving]", "claims: [ask-later]"),
            "docs/_data/letters.yml": ("when: {work-mailbox: [lost]}", "when: {work-mailbox: [gone]}"),
        }
    )
    project.write("docs/en/glossary.md", "## Nothing\n")  # While the data has problems, pages are not looked at.

    by_command, by_build = check_sources(project.root, follow_links=True), project.build("--strict")

    assert [one.rule for one in by_command] == ["unknown-source", "unknown-claim"]
    assert by_build.status == 1
    assert f"The data of the guide has problems.\n{listing(by_command)}" in by_build.output
    assert check_site(project.root, project.root / "site") == [], (
        "nothing was built, and the data is to be mended first"
    )


@pytest.mark.whole("test_faulty_data_are_told_alike")
def test_a_page_that_stands_in_for_another_language_s_does_not_count(project_copy: CopyProject) -> None:
    project = project_copy({"mkdocs.yml": ("fallback_to_default: false", "fallback_to_default: true")})
    page = "docs/en/form-fields.md"
    (project.root / page).unlink()

    by_command = [one for one in check_sources(project.root) if one.rule != "citation-parity"]
    by_build = project.build("--strict")

    gaps = [one for one in by_command if one.rule == "undocumented-field"]
    assert gaps
    assert all('"en"' in one.message for one in gaps)
    assert ("docs/ja/form-fields.md", "missing-page") in [(one.path, one.rule) for one in by_command]
    assert by_build.status == 1
    assert as_printed(by_build) == listing(check_sources(project.root))
    project.edit("mkdocs.yml", *GATE)
    assert project.build().status == 0
    assert "統合元" in (project.root / "site/en/form-fields/index.html").read_text(encoding="utf-8")
    assert set(gaps) <= set(check_site(project.root, project.root / "site"))


def test_labels_of_other_data_on_a_built_page_are_told(built_site: Path, project_copy: CopyProject) -> None:
    """What is written from the data cannot differ in a build; a site that was built before can."""
    project = project_copy(
        {"docs/_data/form-editions.yml": ("labels: {ja: [問題タイプ]}", "labels: {ja: [問題の種類]}")}
    )
    assert check_sources(project.root, follow_links=True) == ()

    found = check_site(project.root, built_site)

    lines = {
        path: project.line(path, "{ #field-form-issue-type }")
        for path in ("docs/en/form-fields.md", "docs/ja/form-fields.md")
    }
    assert {(one.path, one.line) for one in found} == set(lines.items())
    assert {one.rule for one in found} == {"facts-differ"}
    for code in ("en", "ja"):
        told = [one.message for one in found if f'"{code}"' in one.message]
        assert any('does not show its label "問題の種類"' in one for one in told)
        assert any('shows a label "問題タイプ" that the data does not have' in one for one in told)
