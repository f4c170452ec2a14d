"""The one shape in which every check reports: ``path:line: message [rule]`` and the remedy below it."""

from __future__ import annotations

import random

import pytest

from mergeguide.problems import Problem, in_order, listing, nearest

ONE = Problem("docs/_data/fields.yml", 12, "It is wrong.", "Mend it.", "a-rule")


def test_a_problem_as_it_is_printed() -> None:
    assert str(ONE) == "docs/_data/fields.yml:12: It is wrong. [a-rule]\n    Mend it."


def test_a_remedy_of_several_lines_is_indented_as_a_whole() -> None:
    many = Problem("a.md", 1, "It is missing.", "Add:\nTerm\n:   …")
    assert str(many) == "a.md:1: It is missing.\n    Add:\n    Term\n    :   …"


def test_a_problem_without_a_remedy_has_no_empty_line() -> None:
    assert str(Problem("a.md", 1, "It is wrong.")) == "a.md:1: It is wrong."


def test_problems_come_in_the_order_of_files_and_lines_each_once() -> None:
    ordered = [
        Problem("a.md", 2, "x"),
        Problem("a.md", 10, "w"),
        Problem("a.md", 10, "x"),
        Problem("b.md", 1, "x"),
    ]
    shuffled = [*ordered, ordered[0], ordered[3]]
    random.Random(1).shuffle(shuffled)
    assert in_order(shuffled) == tuple(ordered)
    assert listing(ordered[:2]) == "a.md:2: x\na.md:10: w"


def test_a_problem_in_json() -> None:
    assert ONE.as_json() == {
        "path": "docs/_data/fields.yml",
        "line": 12,
        "message": "It is wrong.",
        "remedy": "Mend it.",
        "rule": "a-rule",
    }


@pytest.mark.parametrize(
    ("word", "suggestion"),
    [
        ("full-nmae", 'Did you mean "full-name"? '),
        ("full_name", 'Did you mean "full-name"? '),
        ("notes", 'Did you mean "notes"? '),
        ("telephone", ""),
        ("", ""),
    ],
)
def test_the_nearest_known_word_is_suggested(word: str, suggestion: str) -> None:
    assert nearest(word, ["full-name", "notes", "reason"]) == suggestion
