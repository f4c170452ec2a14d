"""Every rule has a case and every case a rule: a small mistake is found at its place, in words, and nothing else is."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

import pytest
from rule_cases import CASES, Case, reading, says

from laboratory import DAY, Changes, Laboratory
from mergeguide.checks import check_site, translation_notes
from mergeguide.data import Guide, schema_problems
from mergeguide.evidence import freshness_notes, sign
from mergeguide.letters import read_answers
from mergeguide.loading import load
from mergeguide.problems import Problem, in_order, listing
from mergeguide.rules import RULES
from projects import commit


def first_of_each_kind(cases: Sequence[Case]) -> set[str]:
    """What ``make test`` tries of a rule's cases: the first that gives problems, and the first that gives none."""
    firsts = {bool(case.problems): case.describe for case in reversed(cases)}
    return set(firsts.values())


EVERY_CASE = [
    pytest.param(
        rule,
        case,
        id=f"{rule}: {case.describe}",
        marks=[] if case.describe in first_of_each_kind(cases) else pytest.mark.whole,
    )
    for rule, cases in CASES.items()
    for case in cases
]


def loaded(root: Path) -> Guide:
    """The data, which has to hold together."""
    guide = load(root)
    assert isinstance(guide, Guide), listing(guide)
    return guide


def answers_problems(guide: Guide, path: Path) -> Iterable[Problem]:
    """What is wrong with a file of answers."""
    found = read_answers(guide, path, "en")
    return [found] if isinstance(found, Problem) else found.problems


def judged(case: Case, changes: Changes, laboratory: Laboratory) -> Iterable[Problem]:
    """What the judge of a case says of the changed project."""
    if case.judge == "sources":
        return laboratory.verdict(changes)
    root = laboratory.root
    with laboratory.changed(changes), laboratory.quick_reading(), pytest.MonkeyPatch.context() as patch:
        patch.chdir(root)
        match case.judge:
            case "site":
                return check_site(root, root / "site")
            case "schema":
                return list(schema_problems(root))
            case "letter":
                return answers_problems(laboratory.guide, Path(case.edit[0].file))
            case "notes":
                # Some evidence may be old as it is.
                known = set(freshness_notes(laboratory.guide, DAY))
                return [note for note in freshness_notes(loaded(root), DAY) if note not in known]
            case "translations":
                return translation_notes(root)
            case "signing":
                guide = loaded(root)
                return sign(root, guide, guide.claims, DAY)


@pytest.mark.parametrize(("rule", "case"), EVERY_CASE)
def test_a_case_gives_its_problems(
    rule: str, case: Case, laboratory: Laboratory, request: pytest.FixtureRequest
) -> None:
    if case.judge == "site" and not (laboratory.root / "site").exists():
        shutil.copytree(request.getfixturevalue("built_site"), laboratory.root / "site")
    changes = case.changes(laboratory.root)
    if case.committed and not (laboratory.root / ".git").exists():
        commit(laboratory.root)

    found = in_order(judged(case, changes, laboratory))

    told, read = listing(found), reading(laboratory.root, changes)
    assert [(problem.path, problem.line, problem.rule) for problem in found] == [
        (*expected.place(read), expected.rule or rule) for expected in case.problems
    ], told
    for problem, expected in zip(found, case.problems, strict=True):
        assert says(problem.message, expected.message), told
        assert says(problem.remedy, expected.remedy), told
        assert problem.remedy, told


def test_every_rule_has_a_case_and_every_case_a_rule() -> None:
    assert set(CASES) == set(RULES)
    for rule, cases in CASES.items():
        assert any(problem.rule in ("", rule) for case in cases for problem in case.problems), rule
        for case in cases:
            rules = {problem.rule or rule for problem in case.problems}
            assert not rules or rule in rules, f"{rule}: {case.describe}"


def test_every_case_has_its_own_description() -> None:
    described = Counter(case.describe for cases in CASES.values() for case in cases)
    assert [words for words, times in described.items() if times > 1] == []
