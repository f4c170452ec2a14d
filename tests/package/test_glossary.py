"""The glossary as data: each entry has its own sentences that pass or fail, and they do."""

from __future__ import annotations

import pytest

from mergeguide.checks.pages.glossary import glossary_problems
from mergeguide.data.guide import Guide
from mergeguide.pages.source import PageText
from mergeguide.parity.terms import forbidden, forbidden_words, said
from mergeguide.schema import Rendering, Term
from mergeguide.schema.glossary import GlossaryFile


def renderings(guide: Guide) -> list[tuple[Term, str, Rendering]]:
    """Every term as it is said in every language."""
    return [(term, code, rendering) for term in guide.terms for code, rendering in term.words.items()]


def test_every_forbidden_word_has_a_sentence_that_fails_for_it_alone(guide: Guide) -> None:
    for term, code, rendering in renderings(guide):
        told = [[*forbidden(forbidden_words((term,), code), sentence)] for sentence in rendering.fails]
        assert all(told), (term.id, code)
        assert {words for each in told for words, _ in each} == {*rendering.forbidden}, (term.id, code)
        assert {instead for each in told for _, instead in each} <= {rendering.preferred}


def test_what_is_preferred_and_what_has_to_pass_passes(guide: Guide) -> None:
    passing = 0
    for term, code, rendering in renderings(guide):
        for sentence in (rendering.preferred, *rendering.allowed, *rendering.passes):
            assert [*forbidden(forbidden_words(guide.terms, code), sentence)] == [], (term.id, code, sentence)
        passing += len(rendering.passes)
    assert passing >= 10


def test_no_two_terms_are_said_alike(guide: Guide) -> None:
    for code in guide.languages:
        words = [rendering.preferred for _, own, rendering in renderings(guide) if own == code]
        assert len(set(words)) == len(words)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("統合元のアカウント", ["source-account"]),
        ("統合元を統合する", ["source-account", "account-merge"]),
        ("何もない", []),
    ],
    ids=["longer", "both", "none"],
)
def test_in_a_longer_term_no_shorter_one_is_found(guide: Guide, text: str, found: list[str]) -> None:
    assert [term.id for term in said(guide.terms, "ja", text)] == found


def test_a_language_without_an_entry_is_not_judged() -> None:
    file = GlossaryFile.model_validate({"terms": [{"id": "form", "words": {"ja": {"preferred": "フォーム"}}}]})
    assert forbidden_words(file.terms, "eo") == []
    assert [*said(file.terms, "eo", "Formularo")] == []


def test_entries_are_told_beside_a_language_whose_terms_are_not_written_yet(guide: Guide) -> None:
    entry = "\nno such term\n:   What it is.\n"
    pages = [PageText(code, "glossary.md", f"docs/{code}/glossary.md", entry) for code in ("eo", "en")]
    told = [problem for problem in glossary_problems(guide, pages) if "no such term" in problem.message]
    assert [(problem.path, problem.line) for problem in told] == [("docs/en/glossary.md", 2)]
