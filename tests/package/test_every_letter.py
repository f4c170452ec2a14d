"""Every letter that can come about: each life that the questions can tell, in each letter and language.

Promise: nothing is blank, nothing is left over from the making, every answer that was asked for is in the text, each
circumstance that is true is told once and no other is, no reply is asked for where nobody reads it, the English letter
is ASCII where the answers are, and the same answers make the same letter.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice

import pytest

from answer_space import LEFT_OVER, TYPED, Answers, is_asked, lives, one_address, only_on_the_form, tried_lives
from mergeguide.data.guide import Guide
from mergeguide.letters.answers import effective_answers
from mergeguide.letters.composition import Composed, compose, letter_text
from mergeguide.letters.conditions import holds
from mergeguide.letters.validation import judge_answers
from mergeguide.loading import load
from projects import ROOT

OF_THE_CONTRACT = ("request", "confirm", "correct", "remind")
"""Letters that others rely on, and of which more is promised than of any letter."""
_loaded = load(ROOT)
LETTERS = tuple(_loaded.letters) if isinstance(_loaded, Guide) else OF_THE_CONTRACT
SAID_BY_A_LINE = ("situation", "work-mailbox", "employment", "destination-kept")
"""Choices that a paragraph or line says by standing there."""

pytestmark = pytest.mark.exhaustive


@dataclass(frozen=True)
class Circumstance:
    """What may be true of a reader, and where her letter tells it.

    Attributes:
        true: whether it is so, given the answers.
        told: the paragraphs, or ``paragraph/line``, of which one tells it.
    """

    true: Callable[[Mapping[str, str]], bool]
    told: tuple[str, ...]


def _works(answers: Mapping[str, str], situation: str, employment: str) -> bool:
    return answers.get("situation") == situation or answers.get("employment") == employment


CIRCUMSTANCES: Mapping[str, Circumstance] = {
    "has left, on a day": Circumstance(
        lambda answers: _works(answers, "left-company", "left") and "left-on" in answers, ("who-i-am/last-day",)
    ),
    "is leaving, on a day": Circumstance(
        lambda answers: _works(answers, "leaving-soon", "leaving") and "left-on" in answers,
        ("who-i-am/coming-last-day",),
    ),
    "has left, which is not the reason": Circumstance(
        lambda answers: answers.get("employment") == "left", ("who-i-am/left", "who-i-am/last-day")
    ),
    "is leaving, which is not the reason": Circumstance(
        lambda answers: answers.get("employment") == "leaving", ("who-i-am/leaving", "who-i-am/coming-last-day")
    ),
    "stays": Circumstance(lambda answers: answers.get("employment") == "staying", ("who-i-am/staying",)),
    "reads the work mailbox": Circumstance(
        lambda answers: answers.get("work-mailbox") == "readable", ("mailbox-readable",)
    ),
    "has lost the work mailbox": Circumstance(lambda answers: answers.get("work-mailbox") == "lost", ("mailbox-lost",)),
    "has one address for both accounts": Circumstance(
        lambda answers: answers["letter"] != "confirm" and one_address(answers), ("same-email",)
    ),
    "owns the domain of the address that is kept": Circumstance(
        lambda answers: "destination-kept" in answers, ("destination-account/own",)
    ),
    "has two spellings": Circumstance(
        lambda answers: answers.get("situation") == "name-differs" or "source-full-name" in answers, ("name-differs",)
    ),
    "has confirmed and waits": Circumstance(lambda answers: "approved-on" in answers, ("approved-waiting",)),
}


def test_the_letters_that_others_rely_on_are_there(guide: Guide) -> None:
    assert set(OF_THE_CONTRACT) <= set(guide.letters)
    assert set(TYPED) <= set(guide.fields), "answer_space.py types into fields that are gone"


def test_how_many_letters_are_tried(guide: Guide, capsys: pytest.CaptureFixture[str]) -> None:
    languages = len(guide.letter_languages)
    counts = {letter: languages * sum(1 for _ in lives(guide, letter)) for letter in guide.letters}
    with capsys.disabled():
        print(f"\nletters tried: {sum(counts.values())} ({counts})")
    # A confirmation asks for little, whatever the situation: what is listed is known or left out.
    assert counts["confirm"] >= 2 * 10
    assert counts["correct"] > 400
    assert min(counts["request"], counts["remind"]) > 2000


@pytest.mark.parametrize("letter", LETTERS)
def test_every_circumstance_meets_every_other_and_two_optional_answers_meet(guide: Guide, letter: str) -> None:
    """The space is what it promises: of any two that can both be asked, each comes with and without the other."""
    sets = list(lives(guide, letter))
    asked = guide.questions.values()
    optional = [
        field.id
        for field in asked
        if (field.states or field.need_on_page != "required") and not only_on_the_form(field)
    ]
    # With these, other questions fall away.
    conditions = [when for field in asked for when in field.asked_when]
    ends = {name for when in conditions for name, test in when.items() if test == "absent"}
    is_asked_in = {
        name: {at for at, life in enumerate(sets) if is_asked(guide.questions[name], life)} for name in optional
    }
    for one in optional:
        for other in optional:
            if one != other and {one, other} & ends:
                continue
            both = is_asked_in[one] & is_asked_in[other]
            met = {(one in sets[at], other in sets[at]) for at in both}
            wanted = {(False, False), (True, True)} if one == other else {(a, b) for a in (0, 1) for b in (0, 1)}
            assert not both or met == wanted, (one, other, met)
    kinds = {(life.get("situation"), life.get("source-account-kind")) for life in sets if "situation" in life}
    assert letter == "confirm" or len(kinds) == len(guide.situations) * 4


def test_each_paragraph_and_line_is_tried_and_left_out(guide: Guide) -> None:
    """Also among the lives of which ``make test`` tries everything."""
    met: dict[str, set[bool]] = {}
    for letter in LETTERS:
        for answers in tried_lives(guide, letter):
            effective = effective_answers(guide, answers)
            for name in guide.letters[letter].paragraphs:
                paragraph = guide.composed_paragraphs[name]
                parts = {name: paragraph.when, **{f"{name}/{line.id}": line.when for line in paragraph.lines}}
                for place, when in parts.items():
                    if when:
                        met.setdefault(place, set()).add(holds(when, effective))
    assert {place: stands for place, stands in met.items() if stands != {True, False}} == {}
    assert len(met) > 20


@pytest.mark.parametrize("letter", LETTERS)
def test_every_life(guide: Guide, letter: str) -> None:
    for answers in tried_lives(guide, letter):
        check_letter(guide, answers)


@pytest.mark.some(1)
@pytest.mark.parametrize("every", [29, 1])
def test_the_same_answers_make_the_same_letter(guide: Guide, every: int) -> None:
    for letter in LETTERS:
        for answers in islice(lives(guide, letter), None, None, every):
            given = dict(answers)
            first = effective_answers(guide, answers)
            before = dict(first)
            for language in guide.letter_languages:
                assert compose(guide, first, language) == compose(guide, effective_answers(guide, answers), language)
            assert (answers, first) == (given, before), "composing must not change what it is given"


def test_no_letter_asks_for_a_reply_where_nobody_reads_it(guide: Guide) -> None:
    """With the work mailbox lost, its addresses are refused as addresses for replies, in every life."""
    tried = 0
    for letter in LETTERS:
        for answers in tried_lives(guide, letter):
            if answers.get("work-mailbox") != "lost":
                continue
            for name in ("contact-email", "alternate-email"):
                for dead in ("source-login-email", "source-notification-email"):
                    if name in answers and dead in answers:
                        tried += 1
                        wrong = effective_answers(guide, answers | {name: answers[dead].upper()})
                        assert name in [found.control for found in judge_answers(guide, wrong)], (name, dead, answers)
    assert tried > 500


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
        assert not any(segment.text == "" for segment in segments), (answers, text)
        said = {segment.field: segment.text for segment in segments if segment.field is not None}
        for field, wanted in expected(guide, language, answers).items():
            assert said.get(field) == wanted, (field, language, answers, text)
        if answers["letter"] not in OF_THE_CONTRACT:
            continue
        stands = {paragraph.id for paragraph in paragraphs}
        assert stands >= {"greeting", "source-account", "destination-account", "closing"}, (answers, text)
        for statement in guide.statements.values():
            words = guide.languages[language].statements[statement.id]
            wanted = words.letter
            for blank in statement.blanks:
                typed = answers.get(statement.blank_control(blank.id), "")
                day = phrase(guide, language, "first-sent-on", typed) if blank.kind == "date" and typed else typed
                wanted = wanted.replace(f"{{{blank.id}}}", day)
            assert text.count(wanted) == int(statement.tick in answers), (statement.id, answers, text)
        lines = list(lines_of(guide, language, answers, paragraphs))
        for name, circumstance in CIRCUMSTANCES.items():
            told = sum(lines.count(place) for place in circumstance.told)
            if circumstance.true(answers):
                assert told == 1, (name, told, answers, text)
            else:
                others = {place for other in CIRCUMSTANCES.values() if other.true(answers) for place in other.told}
                assert not set(lines) & set(circumstance.told) - others, (name, answers, text)


def lines_of(guide: Guide, language: str, answers: Answers, paragraphs: tuple[Composed, ...]) -> Iterator[str]:
    """The paragraphs of a letter, and ``paragraph/line`` for each line, found by their wording."""
    for paragraph in paragraphs:
        yield paragraph.id
        words = guide.languages[language].paragraphs.get(paragraph.id, "")
        for name, wording in () if isinstance(words, str) else words.items():
            begin = re.escape(wording.split("{")[0])
            yield from (f"{paragraph.id}/{name}" for line in paragraph.text.split("\n") if re.match(begin, line))


NOT_KNOWN = {"en": "not sure", "ja": "わか"}


@pytest.mark.parametrize("language", ["en", "ja"])
def test_a_confirmation_confirms_and_lists_what_is_known(guide: Guide, language: str) -> None:
    """Each account with its login address and its ID, if there is one; no line that could be asked back."""
    words = guide.languages[language].paragraphs
    confirms = {"en": "I confirm that the accounts you listed are correct.", "ja": "間違いがないことを確認しました。"}
    for answers in lives(guide, "confirm"):
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


def expected(guide: Guide, language: str, answers: Answers) -> Mapping[str, str]:
    """What the letter has to say of each field that was answered, from the data's words and not from composing."""
    wanted: dict[str, str] = {}
    for field in guide.fields.values():
        if only_on_the_form(field) or field.id in SAID_BY_A_LINE:
            continue
        state = answers.get(field.state_control)
        if state and state != "another":
            wanted[field.id] = state_phrase(guide, language, state)
        elif field.id in answers:
            wanted[field.id] = phrase(guide, language, field.id, answers[field.id])
    if is_asked(guide.fields["reason"], answers) and "reason" not in answers:
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
