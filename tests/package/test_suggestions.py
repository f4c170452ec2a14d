"""What is suggested for text that nothing can stand for in an English letter, as far as the data says it.

Promise: a company's name is rewritten only where it is in Latin letters already, whatever the data comes to hold.
"""

from __future__ import annotations

import pytest

from company_names import REWRITTEN, rewritten
from mergeguide.data.guide import Guide
from mergeguide.letters.transliteration import replacements
from mergeguide.schema.warnings import Suggestion


@pytest.fixture(scope="session")
def company(guide: Guide) -> Suggestion:
    """The suggestion for the company of the source account."""
    return next(each for each in guide.warnings.suggestions if "former-company" in each.fields)


@pytest.mark.parametrize(("name", "wanted"), REWRITTEN.items())
def test_company_is_rewritten_only_where_its_name_is_in_latin_letters(
    company: Suggestion, name: str, wanted: list[str]
) -> None:
    assert rewritten(company, name) == wanted


def test_every_rewriting_keeps_the_name_and_is_ascii(guide: Guide) -> None:
    for suggestion in guide.warnings.suggestions:
        for rewrite in suggestion.rewrites:
            assert [other for other in rewrite.becomes if "$1" not in other or not other.isascii()] == []


def test_notes_lead_to_ready_sentences(guide: Guide) -> None:
    assert [each.opens for each in guide.warnings.suggestions if "notes" in each.fields] == ["statements"]


def test_no_field_has_two_suggestions(guide: Guide) -> None:
    """Only the first would be seen."""
    fields = [field for suggestion in guide.warnings.suggestions for field in suggestion.fields]
    assert len(fields) == len(set(fields))


def test_letters_can_be_in_every_language_that_characters_are_written_in(guide: Guide) -> None:
    """Else there would be nothing to switch to."""
    assert {kind.language for kind in guide.warnings.kinds if kind.language} <= set(guide.letter_languages)


def test_what_japanese_is_written_with_is_japanese(guide: Guide) -> None:
    known = replacements(guide.warnings)
    kinds = {character: known.kind(character) for character in "漢々かカｶー、。「」（！Ａ㈱"}
    assert [character for character, kind in kinds.items() if kind is None or kind.language != "ja"] == []
    others = {character: known.kind(character) for character in "ŁéЖΩ한😀“→½"}
    assert [character for character, kind in others.items() if kind is None or kind.language] == []
