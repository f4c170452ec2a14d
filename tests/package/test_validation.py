"""What keeps a letter from being sent: each error, on the right control, in the order of the form, in words."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import dataclass

import pytest
from answers import COMPLETE, answered

from mergeguide.data.guide import Guide
from mergeguide.letters.answers import effective_answers
from mergeguide.letters.validation import Finding, in_words, judge_answers

SAME = "h.example@example.co.jp"
NOTIFIED = "h.example.notify@example.co.jp"
AT_WORK = {"source-notification-email-is": "another", "source-notification-email": NOTIFIED}


@dataclass(frozen=True)
class Case:
    """Complete answers with some changed, and the one finding that follows."""

    control: str
    error: str
    changes: dict[str, str]
    other: str = ""


CASES = [
    Case("full-name", "enter", {"full-name": ""}),
    Case("full-name", "enter", {"full-name": " \u3000\u200b"}),
    Case("contact-email", "enter", {"contact-email": ""}),
    Case("source-account-kind", "choose", {"source-account-kind": "", "situation": "left-company"}),
    Case("work-mailbox", "choose", {"work-mailbox": ""}),
    Case("source-notification-email-is", "choose", {"source-notification-email-is": ""}),
    Case("destination-notification-email-is", "choose", {"destination-notification-email-is": ""}),
    Case("source-notification-email", "enter", {"source-notification-email-is": "another"}),
    Case("contact-email", "address-without-at", {"contact-email": "hanako.example.com"}),
    Case("contact-email", "address-form", {"contact-email": "@example.com"}),
    Case("contact-email", "address-at-twice", {"contact-email": "hanako@@example.com"}),
    Case("alternate-email", "address-several", {"alternate-email": "a@b.example, c@d.example"}),
    Case("contact-email", "address-space", {"contact-email": "Hanako Example hanako@example.com"}),
    Case("contact-email", "address-escaped", {"contact-email": "hanako%20example@example.com"}),
    Case("contact-email", "address-name-signs", {"contact-email": "example,hanako@example.com"}),
    Case("contact-email", "address-domain-signs", {"contact-email": "hanako@example.co,jp"}),
    Case("contact-email", "address-domain-dots", {"contact-email": "hanako@example..com"}),
    Case("contact-email", "address-domain-without-dot", {"contact-email": "hanako@example"}),
    Case("contact-email", "address-domain-without-dot", {"contact-email": "hanako@example."}),
    Case("contact-email", "address-domain-hyphen", {"contact-email": "hanako@-example.com"}),
    Case("contact-email", "address-domain-length", {"contact-email": f"hanako@{'e' * 64}.com"}),
    Case("contact-email", "address-domain-end", {"contact-email": "hanako@example.c"}),
    Case("contact-email", "not-ascii", {"contact-email": "花子@example.com"}),
    Case("contact-email", "not-ascii", {"contact-email": "hanako@例え.jp"}),
    Case("contact-email", "too-long", {"contact-email": "h" * 243 + "@example.com"}),
    Case("source-candidate-id", "account-id", {"source-candidate-id": "123456789012"}),
    Case("source-candidate-id", "candidate-id-form", {"source-candidate-id": "AWS123"}),
    Case("source-candidate-id", "candidate-id-form", {"source-candidate-id": "00000000"}),
    Case("source-candidate-id", "candidate-id-form", {"source-candidate-id": "AWS000000001"}),
    Case("full-name", "name-in-japanese", {"full-name": "例 花子"}),
    Case("full-name", "name-in-japanese", {"full-name": "ハナコ Example"}),
    Case("full-name", "control-characters", {"full-name": "Hanako\x07Example"}),
    Case("former-company", "control-characters", {"former-company": "Example\x1b[31m"}),
    Case("notes", "control-characters", {"notes": "one\x00two"}),
    Case("notes", "control-characters", {"notes": "one\ud800two"}),
    Case("notes", "too-long", {"notes": "あ" * 10_001}),
    Case("full-name", "too-long", {"full-name": "H" * 201}),
    Case("left-on", "date-form", {"left-on": "3月31日"}),
    Case("left-on", "date-two-ways", {"left-on": "03/04/2026"}),
    Case("left-on", "date-no-day", {"left-on": "2026-02-30"}),
    Case("left-on", "date-no-day", {"left-on": "29 February 2027"}),
    Case("left-on", "date-no-month", {"left-on": "2026年13月"}),
    *(
        Case(
            "destination-login-email",
            "same-without-ids",
            {"letter": letter, "destination-login-email": address, unknown: ""},
            "source-login-email",
        )
        for letter, address, unknown in (
            ("request", SAME, "source-candidate-id"),
            ("confirm", SAME.upper(), "destination-candidate-id"),
            ("correct", SAME.title(), "source-candidate-id"),
        )
    ),
    Case("destination-candidate-id", "same-id", {"destination-candidate-id": "aws00000000"}, "source-candidate-id"),
    Case("source-full-name", "same-spelling", {"source-full-name": "ＨＡＮＡＫＯ Example "}, "full-name"),
    Case("contact-email", "dead-mailbox", {"contact-email": SAME}, "source-login-email"),
    Case("contact-email", "dead-mailbox", {"contact-email": "h.Example@EXAMPLE.co.jp"}, "source-login-email"),
    Case("contact-email", "dead-mailbox", {"contact-email": "ｈ.example＠example.co.jp"}, "source-login-email"),
    Case("alternate-email", "dead-mailbox", {"alternate-email": SAME}, "source-login-email"),
    Case("contact-email", "dead-mailbox", {"contact-email": NOTIFIED} | AT_WORK, "source-notification-email"),
    Case(
        "alternate-email", "dead-mailbox", {"alternate-email": NOTIFIED.upper()} | AT_WORK, "source-notification-email"
    ),
    Case(
        "destination-kept",
        "company-destination",
        {"destination-login-email": "hanako@example.co.jp", "destination-kept": "company"},
    ),
    Case("situation", "unknown-choice", {"situation": "left"}),
    Case("source-account-kind", "unknown-choice", {"source-account-kind": "builder id"}),
    Case("source-notification-email-is", "unknown-choice", {"source-notification-email-is": "other"}),
]
EVERY_CASE = pytest.mark.parametrize(
    "case", CASES, ids=[f"{case.control}-{case.error}-{number}" for number, case in enumerate(CASES, 1)]
)


def findings(guide: Guide, answers: dict[str, str]) -> list[tuple[str, str]]:
    """Control and error of each finding, in order."""
    return [(finding.control, finding.error) for finding in judge_answers(guide, effective_answers(guide, answers))]


def test_complete_answers_have_no_errors(guide: Guide) -> None:
    assert findings(guide, dict(COMPLETE)) == []


@EVERY_CASE
def test_each_error_on_its_control(guide: Guide, case: Case) -> None:
    found = judge_answers(guide, effective_answers(guide, {**COMPLETE, **case.changes}))
    assert found == (Finding(case.control, case.error, case.other),)


@pytest.mark.parametrize("language", ["en", "ja"])
@EVERY_CASE
def test_each_error_in_words(guide: Guide, case: Case, language: str) -> None:
    words = guide.languages[language]
    field = guide.fields[case.control.removesuffix("-is")]
    sentence = in_words(guide, Finding(case.control, case.error, case.other), language)
    pattern = words.errors[case.error]
    assert words.fields[field.id].label in sentence
    assert "{" not in sentence
    assert "None" not in sentence
    if "{example}" in pattern:
        assert field.example in sentence
    if case.other:
        assert words.fields[case.other].label in sentence
    if case.error == "too-long":
        assert str(guide.formats[field.format or ""].longest) in sentence
    if case.error == "unknown-choice":
        values = field.states if case.control.endswith("-is") else guide.choices(field)
        assert all(value in sentence for value in values)


def test_an_error_in_both_languages_word_for_word(guide: Guide) -> None:
    missing = Finding("source-notification-email-is", "choose")
    label = {code: guide.languages[code].fields["source-notification-email"].label for code in ("en", "ja")}
    assert in_words(guide, missing, "en") == f"Choose an answer for “{label['en']}”."
    assert in_words(guide, missing, "ja") == f"「{label['ja']}」の答えを1つ選んでください。"


def test_an_unknown_choice_is_told_with_every_choice_and_its_words(guide: Guide) -> None:
    words = guide.languages["en"].fields["work-mailbox"]
    known = ", ".join(f"{choice} ({words.choices[choice].label})" for choice in ("readable", "lost"))
    assert known in in_words(guide, Finding("work-mailbox", "unknown-choice"), "en")


def test_every_error_that_judging_can_find_is_tried(guide: Guide) -> None:
    of_a_file = {"unknown-field", "not-a-text", "not-a-list"}
    of_days_to_come = {"date-to-come", "last-day-to-come"}
    assert {case.error for case in CASES} == set(guide.languages["en"].errors) - of_a_file - of_days_to_come


def test_errors_come_in_the_order_of_the_form(guide: Guide) -> None:
    assert findings(guide, {}) == [
        ("situation", "choose"),
        ("full-name", "enter"),
        ("contact-email", "enter"),
        ("source-account-kind", "choose"),
        ("source-login-email", "enter"),
        ("source-notification-email-is", "choose"),
        ("destination-login-email", "enter"),
        ("destination-notification-email-is", "choose"),
    ]


def test_a_situation_adds_what_it_asks_at_its_place_in_the_form(guide: Guide) -> None:
    controls = [control for control, _ in findings(guide, {"situation": "left-company"})]
    assert controls == [
        "full-name",
        "contact-email",
        "source-account-kind",
        "source-login-email",
        "source-notification-email-is",
        "destination-login-email",
        "destination-notification-email-is",
        "work-mailbox",
    ]
    groups = [group.id for group in guide.form.groups]
    places = [groups.index(guide.fields[control.removesuffix("-is")].group) for control in controls]
    assert places == sorted(places)


def test_all_errors_are_told_at_once_and_one_for_each_field(guide: Guide) -> None:
    wrong = answered(full_name="例 花子", contact_email="x", left_on="soon", destination_candidate_id="1")
    assert findings(guide, wrong) == [
        ("full-name", "name-in-japanese"),
        ("contact-email", "address-without-at"),
        ("destination-candidate-id", "candidate-id-form"),
        ("left-on", "date-form"),
    ]


def test_the_longest_answers_are_taken(guide: Guide) -> None:
    assert findings(guide, answered(contact_email="h" * 242 + "@example.com")) == []
    assert findings(guide, answered(full_name="H" * 200)) == []
    assert findings(guide, answered(notes="😀" * 10_000)) == []


@pytest.mark.parametrize("letter", ["request", "correct", "remind"])
def test_one_address_on_both_accounts_is_taken_with_the_candidate_ids(guide: Guide, letter: str) -> None:
    both = answered(letter=letter, situation="same-email", employment="left", destination_login_email=SAME)
    assert findings(guide, both) == []
    without = both | {"source-candidate-id": "", "destination-candidate-id": ""}
    assert findings(guide, without) == [("source-candidate-id", "enter"), ("destination-candidate-id", "enter")]
    assert findings(guide, both | {"destination-candidate-id": "AWS00000000"}) == [
        ("destination-candidate-id", "same-id")
    ]


DEAD = [
    pytest.param(letter, asked, other, write, id=f"{letter}-{asked}-{other}-{name}")
    for letter in ("request", "correct", "remind")
    for asked in ("contact-email", "alternate-email")
    for other in ("source-login-email", "source-notification-email")
    for name, write in {
        "as it is": str,
        "in capitals": str.upper,
        "with a capital": str.title,
        "in full width": lambda text: "".join(chr(ord(sign) + 0xFEE0) for sign in text),
        "with blanks": lambda text: f" {text}\u3000",
    }.items()
]


@pytest.mark.parametrize(("letter", "asked", "other", "write"), DEAD)
def test_no_reply_is_asked_for_at_a_mailbox_that_is_lost(
    guide: Guide, letter: str, asked: str, other: str, write: Callable[[str], str]
) -> None:
    """However it is spelled, an address of the source account takes no replies where its mailbox is lost."""
    given = answered(letter=letter) | AT_WORK
    given[asked] = write(given[other])
    found = judge_answers(guide, effective_answers(guide, given))
    assert found == (Finding(asked, "dead-mailbox", other),)
    # Each way out that the words name is one: another address, or the mailbox read after all.
    assert findings(guide, given | {asked: "hanako.own@example.org"}) == []
    assert findings(guide, given | {"work-mailbox": "readable"}) == []


NAMED = {
    "letter": "confirm",
    "full-name": "Hanako Example",
    "source-login-email": SAME,
    "destination-login-email": "hanako@example.org",
}


def test_a_confirmation_asks_for_the_name_and_the_two_accounts_only(guide: Guide) -> None:
    assert findings(guide, NAMED) == []
    assert findings(guide, {"letter": "confirm"}) == [
        ("full-name", "enter"),
        ("source-login-email", "enter"),
        ("destination-login-email", "enter"),
    ]


def test_one_address_on_both_accounts_is_confirmed_with_both_candidate_ids(guide: Guide) -> None:
    both = NAMED | {"destination-login-email": SAME.upper()}
    ids = {"source-candidate-id": "AWS00000000", "destination-candidate-id": "AWS00000001"}
    assert findings(guide, both | ids) == []
    for left_out in ({}, *({name: ids[name]} for name in ids)):
        assert findings(guide, both | left_out) == [("destination-login-email", "same-without-ids")]
    assert findings(guide, both | ids | {"destination-candidate-id": "AWS00000000"}) == [
        ("destination-candidate-id", "same-id")
    ]


IN_JAPANESE = [
    "例 花子",
    "佐々木 大輝",
    "々",
    "〆木 Taro",
    "〇 Taro",
    "Taro 〻",
    "はなこ",
    "ゝ",
    "ハナコ",
    "ハナコ Example",
    "ｻｻｷ ﾀﾞｲｷ",
    "ー",
    "Hanakoー",
    "ヶ",
    "ヷ",
    "㋐",
    "㈱",
    "㍿ Example",
    "\u31f0",  # small ku, as Ainu is written
    "\U00020bb7田 太郎",
    "\U0002000b",
    "\U0002a6d6",
    "\U0002b740",
    "\U00030000",
    "\U000323af",
    "\uf9d1",
    "\ufa10",
    "\ufa11",
    "神\ufe00",
    "\u2f00",
    "\u2e80",
    "\U0001b001",  # archaic kana
    "\U0001b150",
    "\U0001aff0",
    "\U00016fe3",
]


@pytest.mark.parametrize("name", IN_JAPANESE, ids=ascii)
@pytest.mark.parametrize("field", ["full-name", "source-full-name"])
def test_a_name_in_kanji_or_kana_goes_into_a_letter_in_japanese_only(guide: Guide, field: str, name: str) -> None:
    given = answered(source_full_name="Hanako Sample") | {field: name}
    assert findings(guide, given) == [(field, "name-in-japanese")]
    assert findings(guide, given | {"letter-language": "ja"}) == []


@pytest.mark.parametrize(
    "name", ["Hanako O'Brien", "Łukasz Żak", "Zoë-Ann 2nd", "Ｈａｎａｋｏ　Ｅ", "Αλέξης", "Иван", "김하나"], ids=ascii
)
def test_a_name_without_kanji_or_kana_is_taken(guide: Guide, name: str) -> None:
    """Which of these letters AWS may not read is asked where the letter is taken away."""
    assert findings(guide, answered(full_name=name)) == []


def test_candidate_ids_may_be_left_out_in_other_situations(guide: Guide) -> None:
    assert findings(guide, answered(source_candidate_id="", destination_candidate_id="")) == []


HIDDEN = {
    "an address that is said to be the same": {"source-notification-email": "no address"},
    "the mailbox where the source is no work account": {
        "situation": "email-only",
        "source-account-kind": "builder-id",
        "work-mailbox": "nonsense",
        "former-company": "a\x07",
        "left-on": "never",
    },
    "a training address in the letter that confirms": {"letter": "confirm", "source-training-email": "x"},
    "the other spelling after an approval": {
        "letter": "remind",
        "approved-on": "2026-11-09",
        "source-full-name": "山田",
    },
    "the case of a letter that opens one": {"case-id": "1\x072"},
    "the day of a first request that is being written": {"first-sent-on": "tomorrow"},
    "the telephone of another form edition": {"form-country": "J\x07", "form-phone": "1" * 50},
    "a learning address in the letter that confirms": {"letter": "confirm", "source-skill-builder-email": "x"},
    "the address for replies in the letter that confirms": {"letter": "confirm", "contact-email": "x"},
    "the situation in the letter that confirms": {"letter": "confirm", "situation": ""},
    "the notification addresses in the letter that confirms": {"letter": "confirm", "source-notification-email-is": ""},
}


@pytest.mark.parametrize("what", HIDDEN)
def test_what_is_not_asked_is_not_judged(guide: Guide, what: str) -> None:
    assert findings(guide, {**COMPLETE, **HIDDEN[what]}) == []


def test_what_was_hidden_is_judged_when_it_is_asked(guide: Guide) -> None:
    assert findings(guide, answered(source_notification_email_is="another", source_notification_email="x")) == [
        ("source-notification-email", "address-without-at")
    ]
    assert findings(guide, answered(letter="remind", first_sent_on="tomorrow")) == [("first-sent-on", "date-form")]


def test_a_date_is_a_day_that_exists(guide: Guide) -> None:
    day = datetime.date(1999, 12, 25)
    while day < datetime.date(2005, 1, 10):
        assert findings(guide, answered(left_on=day.isoformat())) == []
        day += datetime.timedelta(days=1)
    for impossible, error in (
        ("2026-04-31", "date-no-day"),
        ("2100-01-01", "date-form"),
        ("1899-12-31", "date-form"),
        ("1900-02-29", "date-no-day"),
        ("2026-00-10", "date-no-month"),
        ("2026-01-00", "date-no-day"),
        ("0000-00-00", "date-form"),
    ):
        assert findings(guide, answered(left_on=impossible)) == [("left-on", error)], impossible


@pytest.mark.parametrize(
    ("answers", "wanted"),
    [
        (answered(left_on="2026-11-26"), []),
        (answered(left_on="2026年11月"), []),
        (answered(left_on="2026-11-27"), [("left-on", "last-day-to-come")]),
        (answered(left_on="December 2026"), [("left-on", "last-day-to-come")]),
        (answered(left_on="2026-12-31", situation="leaving-soon"), []),
        (answered(left_on="2026-12-31", situation="two-accounts", employment="leaving"), []),
        (
            answered(left_on="2026-12-31", situation="two-accounts", employment="left"),
            [("left-on", "last-day-to-come")],
        ),
        (answered(letter="remind", first_sent_on="2027-11-02"), [("first-sent-on", "date-to-come")]),
        (answered(letter="remind", approved_on="2027/11"), [("approved-on", "date-to-come")]),
        (
            {**COMPLETE, "statement-asked-before": "yes", "statement-asked-before-sent-on": "2027-10-05"},
            [("statement-asked-before-sent-on", "date-to-come")],
        ),
        ({**COMPLETE, "statement-exam-booked": "yes", "statement-exam-booked-exam-on": "2027-10-05"}, []),
    ],
)
def test_what_is_past_has_no_day_to_come(guide: Guide, answers: dict[str, str], wanted: list[tuple[str, str]]) -> None:
    found = judge_answers(guide, effective_answers(guide, answers), "2026-11-26")
    assert [(each.control, each.error) for each in found] == wanted
    assert judge_answers(guide, effective_answers(guide, answers)) == ()
