"""Every letter that can come about: for each combination of situation, letter, language and optional answers.

Promise: nothing is blank, nothing is left over from the making, every answer that was asked for is in the text,
the English letter is ASCII where the answers are, and the same answers make the same letter.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Mapping

import pytest
from answer_space import TYPED, every_choice, given_or_not, only_on_the_form, walk

from mergeguide.data.guide import Guide
from mergeguide.letters.answers import effective_answers
from mergeguide.letters.composition import compose, letter_text
from mergeguide.letters.validation import judge_answers
from mergeguide.loading import load
from projects import ROOT

OF_THE_CONTRACT = ("request", "confirm", "correct", "remind")
"""Letters that others rely on, and of which more is promised than of any letter."""
_loaded = load(ROOT)
LETTERS = tuple(_loaded.letters) if isinstance(_loaded, Guide) else OF_THE_CONTRACT
LEFT_OVER = re.compile(r"[{}]|undefined|None|null|NaN|\[object|\n\n\n|[ \t　](\n|$)|\r|^\s|\s$")
"""What no finished letter has: slots, values that are none, empty paragraphs, blanks at the ends of lines."""
Answers = dict[str, str]

pytestmark = pytest.mark.exhaustive


def optional_answers(guide: Guide, letter: str) -> Iterator[Answers]:
    """Each situation with each optional answer given and left out."""
    for situation in guide.situations:
        begun = {
            "letter": letter,
            "letter-language": "en",
            "edition": next(iter(guide.editions)),
            "situation": situation,
        }
        yield from walk(guide, begun, given_or_not(guide))


def choices(guide: Guide, letter: str) -> Iterator[Answers]:
    """Each situation, edition, choice and state, once with every optional answer and once with none."""
    for situation in guide.situations:
        for edition in guide.editions:
            begun = {"letter": letter, "letter-language": "en", "edition": edition, "situation": situation}
            yield from walk(guide, begun, every_choice(guide, all_given=True))
            yield from walk(guide, begun, every_choice(guide, all_given=False))


def test_the_letters_that_others_rely_on_are_there(guide: Guide) -> None:
    assert set(OF_THE_CONTRACT) <= set(guide.letters)
    assert set(TYPED) <= set(guide.fields), "answer_space.py types into fields that are gone"


def test_how_many_letters_are_tried(guide: Guide, capsys: pytest.CaptureFixture[str]) -> None:
    languages = len(guide.letter_languages)
    counts = {
        letter: languages * sum(1 for maker in (optional_answers, choices) for _ in maker(guide, letter))
        for letter in guide.letters
    }
    with capsys.disabled():
        print(f"\nletters tried: {sum(counts.values())} ({counts})")
    # A confirmation asks for little, whatever the situation: what is listed is known or left out.
    confirm = counts["confirm"]
    assert confirm > 250
    assert min(counts[letter] for letter in OF_THE_CONTRACT if letter != "confirm") > 1000


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
            first = effective_answers(guide, answers)
            before = dict(first)
            for language in guide.letter_languages:
                assert compose(guide, first, language) == compose(guide, effective_answers(guide, answers), language)
            assert (answers, first) == (given, before), "composing must not change what it is given"


def check_letter(guide: Guide, answers: Answers) -> None:
    """Hold one set of answers against everything that is promised of its letter, in each language."""
    effective = effective_answers(guide, answers)
    assert judge_answers(guide, effective) == (), answers
    for language in guide.letter_languages:
        paragraphs = compose(guide, effective, language)
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
        if answers["letter"] not in OF_THE_CONTRACT:
            continue
        stands = {paragraph.id for paragraph in paragraphs}
        assert stands >= {"greeting", "source-account", "destination-account", "closing"}, (answers, text)
        for paragraph in told_by_paragraph(answers):
            assert paragraph in stands, (paragraph, answers, text)


NOT_KNOWN = {"en": "not sure", "ja": "わか"}


@pytest.mark.parametrize("language", ["en", "ja"])
def test_a_confirmation_confirms_and_lists_what_is_known(guide: Guide, language: str) -> None:
    """Each account with its login address and its ID, if there is one; no line that could be asked back."""
    words = guide.languages[language].paragraphs
    confirms = {"en": "I confirm that the accounts you listed are correct.", "ja": "間違いがないことを確認しました。"}
    for answers in (*optional_answers(guide, "confirm"), *choices(guide, "confirm")):
        # Left from the first request, and nothing of it is used.
        kept = {"source-notification-email-is": "unknown", "source-account-kind": "unknown", "contact-email": "a@b.cd"}
        text = letter_text(compose(guide, effective_answers(guide, kept | answers), language))
        assert confirms[language] in text
        assert NOT_KNOWN[language] not in text
        assert "a@b.cd" not in text
        for role in ("source", "destination"):
            texts = words[f"{role}-account"]
            assert not isinstance(texts, str)
            lines = [
                texts[line].replace(f"{{{role}-{name}}}", answers[f"{role}-{name}"])
                for line, name in (("login", "login-email"), ("candidate-id", "candidate-id"))
                if answers.get(f"{role}-{name}")
            ]
            assert "\n".join([texts["heading"], *lines]) in text.split("\n\n")


def told_by_paragraph(answers: Answers) -> Iterator[str]:
    """Answers that are told by a sentence of their own."""
    if "work-mailbox" in answers:
        yield f"mailbox-{answers['work-mailbox']}"
    # What was agreed on is confirmed without telling it all again.
    if answers["situation"] in ("same-email", "name-differs") and answers["letter"] != "confirm":
        yield answers["situation"]


def expected(guide: Guide, language: str, answers: Answers) -> Mapping[str, str]:
    """What the letter has to say of each field that was answered, from the data's words and not from composing."""
    wanted: dict[str, str] = {}
    for field in guide.fields.values():
        if only_on_the_form(field) or field.id in ("situation", "work-mailbox"):
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
    if guide.fields[field].kind == "date":
        day = datetime.date.fromisoformat(answer)
        return f"{day.day} {day:%B} {day.year}" if language == "en" else f"{day.year}年{day.month}月{day.day}日"
    if guide.fields[field].kind == "choice":
        words = guide.languages[language].fields[field].choices[answer].letter
        assert words
        return words
    return answer
