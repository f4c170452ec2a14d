"""What is typed comes out as it was typed, whatever it looks like: an answer is never read as a pattern or a slot."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from itertools import product

import pytest
from answers import answered

from answer_space import Answers, only_on_the_form, whole_life
from mergeguide.data.guide import Guide
from mergeguide.letters.answers import effective_answers
from mergeguide.letters.composition import compose, letter_text
from mergeguide.letters.validation import judge_answers

STRANGE = (
    "$& $1 $' ${full-name} $<name>",
    "{full-name}",
    "{source-login-email} {no-such-field} {}",
    "<b>bold</b> & <script>alert(1)</script>",
    "100% of it, %s and %(name)s",
    r"\1 \g<1> \n C:\temp",
    "undefined",
    "\"quoted\" 'twice' `thrice`",
    "**not** == marked == /// text",
    "x" * 150,
)
IN_LINES = ("full-name", "former-company", "source-full-name", "case-id")
IN_TEXTS = ("notes", "reason")
LANGUAGES = ("en", "ja")


LettersWith = Callable[[str, str, str], Sequence[str]]
"""Takes a field, its value and a language."""


@pytest.fixture(scope="module")
def letters_with(guide: Guide) -> LettersWith:
    """Every letter that asks for a field, with all answers given and this one as it is; each without findings."""

    @cache
    def whole_lives(language: str) -> Sequence[Answers]:
        pairs = product(guide.letters, guide.situations)
        return [whole_life(guide, letter, situation, language=language) for letter, situation in pairs]

    @cache
    def made(field: str, value: str, language: str) -> Sequence[str]:
        found = []
        for answers in whole_lives(language):
            if field in answers:
                effective = effective_answers(guide, answers | {field: value})
                assert judge_answers(guide, effective) == ()
                found.append(letter_text(compose(guide, effective, language)))
        return tuple(found)

    return made


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("field", [*IN_LINES, *IN_TEXTS])
@pytest.mark.parametrize("value", STRANGE)
def test_a_value_comes_out_as_it_is_and_changes_nothing_else(
    letters_with: LettersWith, field: str, value: str, language: str
) -> None:
    plain = letters_with(field, "Zzzyzx", language)
    strange = letters_with(field, value, language)
    assert plain
    assert strange == tuple(text.replace("Zzzyzx", value) for text in plain)
    assert all(value in text for text in strange)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("value", ["$&@example.com", "{full-name}@example.com", "&amp@example.com", "100%@example.com"])
def test_an_address_comes_out_as_it_is(guide: Guide, letters_with: LettersWith, value: str, language: str) -> None:
    for field in guide.fields.values():
        if field.format == "email" and not only_on_the_form(field) and not field.states:
            plain = letters_with(field.id, "zzzyzx@example.com", language)
            assert plain
            assert letters_with(field.id, value, language) == tuple(
                text.replace("zzzyzx@example.com", value) for text in plain
            )


@pytest.mark.parametrize("value", ["絵文字 😀 と漢字", "Zoë Müller", "مرحبا", "​"])
def test_notes_may_be_in_any_script(letters_with: LettersWith, value: str) -> None:
    assert all(f"\n\n{value}\n\n" in text for text in letters_with("notes", value, "en"))
    assert letters_with("notes", value, "en")


def test_notes_keep_their_lines_and_indents(letters_with: LettersWith) -> None:
    typed = "Two exams:\n  - 15 January\n  - 2 March\n\nThank you."
    assert all(typed in text for text in letters_with("notes", typed, "en"))


def test_the_gloss_says_the_same_values(guide: Guide) -> None:
    answers = whole_life(guide, "request", "left-company") | {"notes": "{full-name} $&"}
    effective = effective_answers(guide, answers)
    letter, gloss = compose(guide, effective, "en"), compose(guide, effective, "ja")
    assert [paragraph.id for paragraph in letter] == [paragraph.id for paragraph in gloss]
    assert [len(paragraph.lines) for paragraph in letter] == [len(paragraph.lines) for paragraph in gloss]
    assert "{full-name} $&" in letter_text(gloss)
    assert not letter_text(gloss).isascii()


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("state", ["same", "unknown"])
def test_a_state_is_said_in_words_where_its_address_would_stand(guide: Guide, code: str, state: str) -> None:
    words = guide.languages[code]
    line = words.paragraphs["source-account"]["notification"]  # type: ignore[index]
    effective = effective_answers(guide, answered(letter_language=code, source_notification_email_is=state))
    said = line.replace("{source-notification-email}", words.states[state].letter or "")
    assert said != line
    assert said in letter_text(compose(guide, effective, code)).splitlines()


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_choice_is_said_in_words(guide: Guide, code: str) -> None:
    for choice, words in guide.languages[code].fields["source-account-kind"].choices.items():
        effective = effective_answers(guide, answered(letter_language=code, source_account_kind=choice))
        text = letter_text(compose(guide, effective, code))
        assert words.letter
        assert words.letter in text, choice
        assert choice not in text
