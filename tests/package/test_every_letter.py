"""Every letter that can come about: for each combination of situation, letter, language and optional answers.

Promise: nothing is blank, nothing is left over from the making, every answer that was asked for is in the text,
the English letter is ASCII where the answers are, and the same answers make the same letter.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

import pytest
from answer_space import ONLY_ON_THE_FORM, TYPED, every_choice, given_or_not, walk

from mergeguide.answering import settle
from mergeguide.composing import compose, letter_text
from mergeguide.guide import Guide
from mergeguide.judging import judge_answers

LETTERS = ("request", "confirm", "correct", "remind")
SITUATIONS = (
    "left-company",
    "leaving-soon",
    "two-accounts",
    "login-with-amazon",
    "same-email",
    "name-differs",
    "email-only",
)
EDITIONS = ("2025-11", "2024-04", "2022-02")
LEFT_OVER = re.compile(r"[{}]|undefined|None|null|NaN|\[object|\n\n\n|[ \t　](\n|$)|\r|^\s|\s$")
"""What no finished letter has: slots, values that are none, empty paragraphs, blanks at the ends of lines."""
DATES = {
    "en": {"2026-03-31": "31 March 2026", "2026-11-02": "2 November 2026"},
    "ja": {"2026-03-31": "2026年3月31日", "2026-11-02": "2026年11月2日"},
}

Answers = dict[str, str]


def optional_answers(guide: Guide, letter: str) -> Iterator[Answers]:
    """Each situation with each optional answer given and left out."""
    for situation in guide.situations:
        begun = {"letter": letter, "letter-language": "en", "edition": "2025-11", "situation": situation}
        yield from walk(guide, begun, given_or_not())


def choices(guide: Guide, letter: str) -> Iterator[Answers]:
    """Each situation, edition, choice and state, once with every optional answer and once with none."""
    for situation in guide.situations:
        for edition in guide.editions:
            begun = {"letter": letter, "letter-language": "en", "edition": edition, "situation": situation}
            yield from walk(guide, begun, every_choice(guide, all_given=True))
            yield from walk(guide, begun, every_choice(guide, all_given=False))


def test_the_names_here_are_those_of_the_data(guide: Guide) -> None:
    assert tuple(guide.letters) == LETTERS
    assert tuple(guide.situations) == SITUATIONS
    assert tuple(guide.editions) == EDITIONS
    assert guide.letter_languages == ("en", "ja")
    typed = {field.id for field in guide.fields.values() if field.kind != "choice"}
    assert typed == set(TYPED), "answer_space.py has to say what is typed into every field"


def test_how_many_letters_are_tried(guide: Guide, capsys: pytest.CaptureFixture[str]) -> None:
    languages = len(guide.letter_languages)
    counts = {
        letter: languages * sum(1 for maker in (optional_answers, choices) for _ in maker(guide, letter))
        for letter in guide.letters
    }
    with capsys.disabled():
        print(f"\nletters tried: {sum(counts.values())} ({counts})")
    assert sum(counts.values()) > 1000
    assert min(counts.values()) > 1000


@pytest.mark.parametrize("letter", LETTERS)
def test_every_combination_of_optional_answers(guide: Guide, letter: str) -> None:
    for answers in optional_answers(guide, letter):
        check_letter(guide, answers)


@pytest.mark.parametrize("letter", LETTERS)
def test_every_combination_of_choices(guide: Guide, letter: str) -> None:
    for answers in choices(guide, letter):
        check_letter(guide, answers)


def test_the_same_answers_make_the_same_letter(guide: Guide) -> None:
    for letter in LETTERS:
        for answers in choices(guide, letter):
            given = dict(answers)
            first = settle(guide, answers)
            before = dict(first)
            for language in guide.letter_languages:
                assert compose(guide, first, language) == compose(guide, settle(guide, answers), language)
            assert (answers, first) == (given, before), "composing must not change what it is given"


def check_letter(guide: Guide, answers: Answers) -> None:
    """Hold one set of answers against everything that is promised of its letter, in each language."""
    settled = settle(guide, answers)
    assert judge_answers(guide, settled) == (), answers
    for language in guide.letter_languages:
        paragraphs = compose(guide, settled, language)
        text = letter_text(paragraphs)
        left_over = LEFT_OVER.search(text)
        assert not left_over, (left_over, answers, text)
        if language == "en":
            assert text.isascii(), (answers, text)
        segments = [segment for paragraph in paragraphs for line in paragraph.lines for segment in line]
        assert not any(segment.blank for segment in segments), (answers, text)
        said = {segment.field: segment.text for segment in segments if segment.field is not None}
        for field, wanted in expected(guide, language, answers).items():
            assert said.get(field) == wanted, (field, language, answers, text)
        stands = {paragraph.id for paragraph in paragraphs}
        assert stands >= {"greeting", "source-account", "destination-account", "closing"}, (answers, text)
        for paragraph in told_by_paragraph(answers):
            assert paragraph in stands, (paragraph, answers, text)


def told_by_paragraph(answers: Answers) -> Iterator[str]:
    """Answers that are told by a sentence of their own."""
    if "work-mailbox" in answers:
        yield f"mailbox-{answers['work-mailbox']}"
    if answers["situation"] == "same-email":
        yield "same-email"
    if answers["situation"] == "name-differs" and answers["letter"] != "confirm":
        yield "name-differs"


def expected(guide: Guide, language: str, answers: Answers) -> Mapping[str, str]:
    """What the letter has to say of each field that was answered, from the data's words and not from composing."""
    wanted: dict[str, str] = {}
    for field in guide.fields.values():
        if field.id in ONLY_ON_THE_FORM or field.id in ("situation", "work-mailbox"):
            continue
        state = answers.get(field.state_control)
        if state and state != "another":
            wanted[field.id] = state_phrase(guide, language, state)
        elif field.id in answers:
            wanted[field.id] = phrase(guide, language, field.id, answers[field.id])
    if answers["letter"] in ("request", "remind") and "reason" not in answers:
        wanted["reason"] = guide.languages[language].situations[answers["situation"]].reason
    return wanted


def state_phrase(guide: Guide, language: str, state: str) -> str:
    """A state of a notification address in the letter's words."""
    words = guide.languages[language].states[state].letter
    assert words
    return words


def phrase(guide: Guide, language: str, field: str, answer: str) -> str:
    """An answer in the letter's words."""
    if field in ("left-on", "first-sent-on"):
        return DATES[language][answer]
    if guide.fields[field].kind == "choice":
        words = guide.languages[language].fields[field].choices[answer].letter
        assert words
        return words
    return answer
