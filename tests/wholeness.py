"""What holds of the data however it was spoiled: the whole guide, which can be shown, or whole problems, and soon."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from mergeguide.checks.pages.gates import collected_problems
from mergeguide.data.guide import Guide
from mergeguide.data.paths import DATA
from mergeguide.day import today
from mergeguide.evidence.freshness import freshness_notes, freshness_problems
from mergeguide.evidence.review_queue import review_queue
from mergeguide.letters.answers import effective_answers
from mergeguide.letters.composition import compose
from mergeguide.letters.validation import in_words, judge_answers
from mergeguide.loading import load
from mergeguide.markup.block_views import FILLERS, arguments, filled
from mergeguide.problems import Problem, listing
from mergeguide.rendering.citations import citation
from mergeguide.rendering.context import RenderingContext
from mergeguide.rendering.field_facts import facts
from mergeguide.rendering.templates import Fragments
from mergeguide.rules import RULES

PATIENCE = 20
"""Seconds after which something hangs; a busy machine is no hang."""


def is_whole(problem: Problem, text: str) -> None:
    """A problem says where, what and how to mend it; the place is in the file."""
    assert problem.path
    assert 1 <= problem.line <= text.count("\n") + text.count("\r") + 2, problem
    assert problem.message.strip(), problem
    assert problem.remedy.strip(), problem
    assert problem.rule in RULES, problem


def judge_data(root: Path, name: str, content: bytes) -> None:
    """Load the data with one file changed: a guide that can be shown, or problems that are whole."""
    file = root / DATA / f"{name}.yml"
    before = file.read_bytes()
    file.write_bytes(content)
    begun = time.monotonic()
    try:
        loaded = load(root)
        if isinstance(loaded, Guide):
            show(root, loaded)
        else:
            assert isinstance(loaded, tuple)
            assert loaded, "neither a guide nor a problem"
            assert len(set(loaded)) == len(loaded)
            for problem in loaded:
                told = root / problem.path
                assert told.exists(), listing(loaded)
                text = told.read_bytes().decode("utf-8", "replace") if told.is_file() else ""
                is_whole(problem, text)
    finally:
        file.write_bytes(before)
    assert time.monotonic() - begun < PATIENCE


def show(root: Path, guide: Guide) -> None:
    """Make everything that pages and commands make from a guide."""
    fragments = Fragments(root)
    for code in guide.languages:
        rendering = RenderingContext(root, guide, code, fragments, lambda *report: pytest.fail(str(report)))
        for name in FILLERS:
            for argument in arguments(guide, name) or ("",):
                filled(rendering, name, argument)
        for field in guide.documented:
            facts(rendering, field)
        for claim in guide.claims:
            citation(rendering, claim)
        for letter in guide.letters:
            effective = effective_answers(guide, {"letter": letter})
            compose(guide, effective, code)
            for finding in judge_answers(guide, effective):
                assert in_words(guide, finding, code)
    for problem in (*freshness_problems(guide, today()), *freshness_notes(guide, today())):
        is_whole(problem, (root / problem.path).read_text(encoding="utf-8"))
    list(review_queue(guide))
    list(collected_problems(guide, []))
