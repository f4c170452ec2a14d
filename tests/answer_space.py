"""The space of lives: who asks, from which accounts, with what known and what to add, in which letter.

Circumstances (choices, and the optional answers on which others depend) are walked whole, in the order in which they
are asked; all other optional answers and the ready sentences come in pairs: of any two, each is given and left out
with the other given and left out. The walk follows the data, so a field that is added tomorrow is in it: the data's
example is typed into it. What is typed is made up and can be nobody's.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Mapping, Sequence

from mergeguide.data.guide import Guide
from mergeguide.letters.conditions import holds
from mergeguide.schema.fields import Field
from turns import some_of

Answers = dict[str, str]

TYPED: Mapping[str, str] = {
    "full-name": "Hanako Example",
    "source-full-name": "Hanako Sample",
    "contact-email": "hanako@example.com",
    "alternate-email": "hanako.second@example.org",
    "former-company": "Example Corporation",
    "left-on": "2026-03-31",
    "source-login-email": "h.example@example.co.jp",
    "source-notification-email": "h.example.notify@example.co.jp",
    "source-candidate-id": "AWS00000000",
    "source-skill-builder-email": "h.example.learn@example.co.jp",
    "source-training-email": "h.example.training@example.co.jp",
    "destination-login-email": "hanako.own@example.com",
    "destination-notification-email": "hanako.own.notify@example.org",
    "destination-candidate-id": "AWS0000000A",
    "destination-skill-builder-email": "hanako.own.learn@example.com",
    "destination-training-email": "hanako.own.training@example.com",
    "reason": "The company that I worked for was closed.",
    "notes": "I have an exam booked for January.\n\nPlease keep it.",
    "case-id": "000000000000001",
    "approved-on": "2026-11-09",
    "first-sent-on": "2026-11-02",
    "form-country": "Japan",
    "form-phone": "0312345678",
}
"""What is typed where it is another thing than the data's example; all different, all ASCII."""

DECIDING = ("former-company", "left-on", "source-full-name", "approved-on", "first-sent-on")
"""Optional answers that are circumstances: other questions or paragraphs depend on them."""

OWN_DOMAIN = "@example.co.jp"
"""What addresses at a domain of somebody's own end with; the others are at a stand-in for a mail service."""

LEFT_OVER = re.compile(r"[{}\[\]]|undefined|None|null|NaN|\n\n\n|[ \t　](\n|$)|\r|^\s|\s$")
"""What no finished letter has: marks of templates, values that are none, empty paragraphs, blanks at lines' ends."""

FREE = ("destination-account-kind",)
"""Choices on which nothing else depends."""


def lives(guide: Guide, letter: str, *, language: str = "en") -> Iterator[Answers]:
    """Every circumstance with every other, and the other optional answers in pairs."""
    begun = {"letter": letter, "letter-language": language}
    situations: set[str] = set()
    for number, life in enumerate(_circumstances(guide, begun)):
        rows = _rows(guide)
        # Each life has one row, in turn; the first of each situation has them all.
        turns = [number % len(rows)] if life.get("situation", "") in situations else range(len(rows))
        situations.add(life.get("situation", ""))
        for turn in turns:
            yield _filled(guide, life, rows[turn], number + turn)


def tried_lives(guide: Guide, letter: str, *, language: str = "en") -> Iterator[Answers]:
    """The lives in which every promise is tried: each of them in ``make test-all``, one in seven in ``make test``.

    With seven, each paragraph and line still comes and stays away in each letter; with three or eleven some do not.
    """
    yield from some_of(lives(guide, letter, language=language), 7)


def whole_life(guide: Guide, letter: str, situation: str, *, language: str = "en") -> Answers:
    """One life with every optional answer given, before AWS has listed anything."""
    for life in _circumstances(guide, {"letter": letter, "letter-language": language, "situation": situation}):
        wanted = [name for name in DECIDING if name != "approved-on"]
        if all(name in life for name in wanted if is_asked(guide.fields[name], life)):
            return _filled(guide, life, [True] * len(guide.questions), 0)
    raise LookupError(situation)


def drawn(guide: Guide, chance: random.Random) -> Answers:
    """Answers drawn at random: each field's value, or none, whether asked or not."""
    answers = {
        "letter": chance.choice(list(guide.letters)),
        "letter-language": chance.choice(guide.letter_languages),
        "edition": chance.choice(list(guide.editions)),
    }
    for field in guide.questions.values():
        if field.states:
            answers[field.state_control] = chance.choice(["", *field.states])
        answers[field.id] = (
            chance.choice(["", *guide.choices(field)])
            if field.kind == "choice"
            else chance.choice(["", typed_into(field), field.example, answers.get("source-login-email", "")])
        )
    return {name: answer for name, answer in answers.items() if answer}


def typed_into(field: Field) -> str:
    """What is typed into a field."""
    return TYPED.get(field.id) or field.example or ""


def only_on_the_form(field: Field) -> bool:
    """Whether a field fills AWS's form and is in no letter."""
    return field.group == "form-only"


def is_asked(field: Field, answers: Mapping[str, str]) -> bool:
    """Whether a field is asked, after the answers before it."""
    kept = answers.get("destination-login-email", "")
    own = kept.endswith(OWN_DOMAIN) and kept != answers.get("source-login-email")
    known = {**answers, "destination-own-domain": "yes" if own else ""}
    return (not field.letters or answers["letter"] in field.letters) and holds(field.asked_when, known)


def is_needed(field: Field, answers: Mapping[str, str]) -> bool:
    """Whether a letter cannot do without an answer; the reason follows from the situation, and states may stand in."""
    if field.default_from or field.states:
        return False
    return field.need == "required" or (bool(field.required_when) and holds(field.required_when, answers))


def one_address(answers: Mapping[str, str]) -> bool:
    """Whether both accounts have the same login address."""
    return answers["source-login-email"] == answers["destination-login-email"]


def _circumstances(guide: Guide, begun: Mapping[str, str]) -> Iterator[Answers]:
    fields = list(guide.fields.values())

    def further(position: int, answers: Answers) -> Iterator[Answers]:
        if position == len(fields):
            yield answers
            return
        field = fields[position]
        if field.id in begun or not is_asked(field, answers):
            yield from further(position + 1, answers)
            return
        for answer in _options(guide, field, answers):
            yield from further(position + 1, answers | ({field.id: answer} if answer else {}))

    yield from further(0, dict(begun))


def _options(guide: Guide, field: Field, answers: Mapping[str, str]) -> Sequence[str]:
    if field.kind == "choice":
        possible = [choice for choice in guide.choices(field) if choice not in field.refused]
        return [""] if field.id in FREE else possible
    typed = typed_into(field)
    if field.id == "destination-login-email":
        return [typed, answers["source-login-email"], f"hanako{OWN_DOMAIN}"]
    if field.id in DECIDING:
        return ["", typed]
    return [typed] if is_needed(field, answers) else [""]


def _rows(guide: Guide) -> list[list[bool]]:
    """Rows of given and not, a column a field, in which any two columns meet in all four ways.

    All, none, and for each binary digit of the column's number the digit and its opposite: two columns differ in one.
    """
    columns = range(len(guide.questions))
    digits = range(len(guide.questions).bit_length())
    return [
        [True for _ in columns],
        [False for _ in columns],
        *([bool(column >> digit & 1) is given for column in columns] for digit in digits for given in (True, False)),
    ]


def _filled(guide: Guide, life: Answers, row: Sequence[bool], number: int) -> Answers:
    """A life with the optional answers of one row; what is chosen freely and the edition change from life to life."""
    editions = list(guide.editions)
    filled = {**life, "edition": editions[number % len(editions)]}
    for column, (field, given) in enumerate(zip(guide.questions.values(), row, strict=True)):
        if only_on_the_form(field) or field.id in filled or field.id in DECIDING or not is_asked(field, filled):
            continue
        if field.states:
            others = [state for state in field.states if state != "another"]
            filled[field.state_control] = "another" if given else others[(number + column) % len(others)]
        if field.id in FREE:
            filled |= {field.id: guide.choices(field)[number % len(guide.choices(field))]} if given else {}
        elif given or is_needed(field, filled) or (field.id.endswith("candidate-id") and one_address(filled)):
            filled[field.id] = typed_into(field)
    return filled
