"""Every rule has a name and a place; that it has a case is ``tests/rules``."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from command import mergeguide

from mergeguide.problems import Problem
from mergeguide.reports import FORMATS
from mergeguide.rules import NOTES, RULES

TOLD_BY = {"Problem", "problem", "problem_at", "_NotOursError"}
RULE = re.compile(r"[a-z]+(?:-[a-z]+)*")
TESTS = Path(__file__).resolve().parents[1]


def words_in(folder: Path) -> Iterator[str]:
    """Every text constant of the Python below a folder."""
    for file in folder.rglob("*.py"):
        if file.name != "rules.py":
            for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Constant) and isinstance(node.value, str):
                    yield node.value


def named_rules(folder: Path) -> Iterator[str]:
    """What the package gives as a problem's rule, where it stands there as a text: the last one of the call."""
    for file in folder.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if (
                isinstance(node, ast.Call)
                and (getattr(node.func, "id", "") or getattr(node.func, "attr", "")) in TOLD_BY
                and node.args
            ):
                last = node.args[-1]
                if len(node.args) >= 4 and isinstance(last, ast.Constant) and isinstance(last.value, str):
                    yield last.value


def test_whatever_a_check_finds_is_a_rule_of_the_list(root: Path) -> None:
    named = set(named_rules(root / "hooks"))
    assert len(named) > 60
    assert named <= set(RULES)


def test_every_rule_of_the_list_is_found_by_a_check(root: Path) -> None:
    words = set(words_in(root / "hooks" / "mergeguide"))
    made = {f"unknown-{'-'.join(what.split())}" for what in words if re.fullmatch(r"[a-z]+( [a-z]+)?", what)}
    assert set(RULES) <= words | made
    assert set(RULES) >= NOTES


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_is_named_and_says_what_holds(rule: str) -> None:
    assert RULE.fullmatch(rule)
    assert RULES[rule].endswith(".")
    assert len(RULES[rule]) < 100


def test_the_command_prints_every_rule() -> None:
    outcome = mergeguide("rules")
    assert outcome.status == 0
    lines = outcome.out.decode().splitlines()
    assert [line.split()[0] for line in lines] == list(RULES)
    assert [line.split()[0] for line in lines if line.split()[1] == "note"] == sorted(NOTES)


def test_github_shows_a_problem_at_its_line() -> None:
    problem = Problem("docs/ja/a,b.md", 3, "100% of it: wrong.", "Mend it\nhere.", "dead-link")
    note = Problem("docs/_data/freshness.yml", 7, "Old.", "Look again.", "old-evidence")
    assert FORMATS["github"]([problem], [note]).splitlines() == [
        "::error file=docs/ja/a%2Cb.md,line=3,title=dead-link::100%25 of it: wrong. Mend it%0Ahere.",
        "::notice file=docs/_data/freshness.yml,line=7,title=old-evidence::Old. Look again.",
    ]
    assert FORMATS["github"]([], []) == ""
