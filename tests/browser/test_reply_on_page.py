"""AWS's mail on the page: what is said of it, where it leads to, and that it stays where it was pasted."""

from __future__ import annotations

import json

import pytest
from axe import findings
from case_text import CaseText
from opening import OpenCaseText
from reply_page import LOGINS, OPEN, RIGHT, STRANGE, WRONG, paste, reader

from turns import some_of


def test_from_a_wrong_list_to_the_correction_and_from_a_right_one_to_the_approval(case: CaseText) -> None:
    """One sign differs: it is shown, and corrected. Then all is right: nothing is approved without her two ticks."""
    case.fill_in(LOGINS)
    assert paste(case, WRONG) == "differs"
    near = reader(case, '[data-reply-finding="source-login-email"][data-match="near"]')
    assert near.locator("mark").all_inner_texts() == ["ok", "ko"]
    assert reader(case, '[data-match="equal"]').get_attribute("data-reply-finding") == "destination-login-email"
    assert not reader(case, '[data-reply-next="confirm"]').is_visible()
    reader(case, '[data-reply-next="correct"]').click()
    assert case.answers()["letter"] == "correct"
    assert "wrong: hanaok@example.co.jp. The right one is hanako@example.co.jp." in case.letter()
    assert "Case: 123456789012345" in case.letter()
    assert paste(case, RIGHT) == "as-asked"
    approve = reader(case, '[data-reply-next="confirm"]')
    approve.click()
    assert case.answers()["letter"] == "correct", "without the ticks nothing is approved"
    assert reader(case, ".mg-error").inner_text() == case.guide.languages[case.code].replies.said["tick-first"]
    for tick in reader(case, "[data-reply-checked]").all():
        tick.click()
    approve.click()
    assert case.answers()["letter"] == "confirm"
    assert case.copy() == case.expected_letter()
    assert "Case: 123456789012345" in case.letter()


def test_what_differs_more_than_once_is_written_out(en: CaseText) -> None:
    """A ready sentence can be ticked once; another wrong address is told in the same words in the notes."""
    en.fill_in({**LOGINS, "letter": "confirm"})
    assert paste(en, STRANGE) == "differs"
    reader(en, '[data-reply-next="correct"]').click()
    assert "wrong: hanaok@example.co.jp. The right one is hanako@example.co.jp." in en.letter()
    assert "wrong: hanak@example.com. The right one is hanako@example.com." in en.letter()
    assert "not mine: taro@example.net." in en.letter()


def test_her_own_notes_stay_where_something_is_written_out(en: CaseText) -> None:
    """What she wrote stands above what is added, and pressing the button again adds nothing a second time."""
    own = "I have an exam booked for 3 December.\nPlease merge before it."
    en.fill_in({**LOGINS, "letter": "confirm"})
    paste(en, STRANGE)
    reader(en, '[data-reply-next="correct"]').click()
    added = en.value("notes")
    assert added, "one of the two wrong addresses is told in the notes"
    en.type_into("notes", own)
    for _ in range(2):
        reader(en, '[data-reply-next="correct"]').click()
        assert en.value("notes") == f"{own}\n{added}"
    assert own in en.letter()


def test_an_id_is_shown_as_aws_writes_it(case: CaseText) -> None:
    """It is compared in small letters; a wrong one is corrected in AWS's own."""
    ids = {"source-candidate-id": "aws00000001", "destination-candidate-id": "AWS00000002"}
    case.fill_in({**LOGINS, **ids})
    assert paste(case, RIGHT.replace("com.", "com (from AWS00000010).")) == "differs"
    near, absent = (reader(case, f'[data-reply-finding="{name}"]') for name in ids)
    assert near.inner_text().count("AWS000000") == 3
    assert near.locator("mark").all_inner_texts() == ["10", "01"]
    assert "AWS00000002" in absent.inner_text()
    reader(case, '[data-reply-next="correct"]').click()
    assert "AWS00000010" in case.letter()
    assert "aws" not in case.letter()


def test_she_chooses_what_the_mail_keeps_where_its_words_do_not_say(case: CaseText) -> None:
    case.fill_in(LOGINS)
    assert paste(case, OPEN) == "unclear"
    assert "hanako@example.co.jp" in reader(case, "[data-reply-sentence]").inner_text()
    choices = {role: reader(case, f'[data-reply-keeps="{role}"]') for role in ("source", "destination")}
    verdict = reader(case, "[data-reply-verdict]")
    choices["source"].click()
    assert verdict.get_attribute("data-reply-verdict") == "differs"
    choices["destination"].click()
    assert verdict.get_attribute("data-reply-verdict") == "as-asked"
    assert choices["source"].get_attribute("aria-pressed") == "false"
    assert paste(case, OPEN + " ") == "unclear", "what she said of one mail holds for no other"


def test_ticks_are_for_what_was_compared(ja: CaseText) -> None:
    ja.fill_in(LOGINS)
    paste(ja, RIGHT)
    ticks = reader(ja, '[data-reply-checked][aria-pressed="true"]')
    for tick in reader(ja, "[data-reply-checked]").all():
        tick.click()
    assert ticks.count() == 2
    ja.type_into("source-login-email", "taro@example.co.jp")
    ja.type_into("source-login-email", LOGINS["source-login-email"])
    assert reader(ja, "[data-reply-verdict]").get_attribute("data-reply-verdict") == "as-asked"
    assert ticks.count() == 0


def test_without_logins_it_asks_for_them_alone(case: CaseText) -> None:
    case.answer("letter", "confirm")
    assert paste(case, RIGHT) == "unclear"
    reasons = reader(case, "[data-reply-reasons] li").all_inner_texts()
    assert reasons == [case.guide.languages[case.code].replies.reasons["logins"]]


SENTINEL = "zqxsentinelxqz"
KEPT = """
() => JSON.stringify([
  { ...sessionStorage }, { ...localStorage }, document.cookie,
  history.state, location.href, document.title, window.name,
])
"""


def test_a_mail_stays_in_its_field(ja: CaseText) -> None:
    """Nothing of it gets anywhere but what she takes over: not kept, not sent, in no letter, no address, no answer."""
    ja.watch_network()
    ja.fill_in(LOGINS)
    paste(ja, f"{RIGHT}\n{SENTINEL} {SENTINEL}@example.net Case 99{SENTINEL}")
    paste(ja, f"{OPEN} {SENTINEL}")
    ja.type_into("notes", "x")
    kept = ja.page.evaluate(KEPT)
    assert "aws-reply" not in kept
    assert "aws-reply" not in ja.answers()
    assert SENTINEL not in json.dumps([ja.answers(), ja.letter()])
    assert SENTINEL not in kept
    assert ja.requests == []
    ja.page.once("dialog", lambda dialog: dialog.accept())
    ja.press("clear")
    assert ja.control("aws-reply").input_value() == ""
    assert not reader(ja, "[data-reply-result]").is_visible()


def test_it_is_there_where_a_letter_answers_a_mail(ja: CaseText) -> None:
    shown = {}
    for letter in ja.guide.letters:
        ja.answer("letter", letter)
        shown[letter] = ja.control("aws-reply").is_visible()
    assert shown == {"request": False, "confirm": True, "correct": True, "remind": False}
    ja.answer("letter", "confirm")
    ja.page.emulate_media(media="print")
    assert not ja.control("aws-reply").is_visible()


@pytest.mark.some(1)
@pytest.mark.parametrize("palette", ["light", "dark"])
def test_axe_finds_nothing_in_any_verdict(open_case_text: OpenCaseText, code: str, palette: str) -> None:
    case = open_case_text(code, color_scheme=palette, viewport={"width": 360, "height": 740})
    case.fill_in(LOGINS)
    for mail in some_of((STRANGE, RIGHT, OPEN, ""), 2):  # differs, as asked, unclear, empty
        paste(case, mail)
        assert findings(case.page, within="reply-reader") == []
        assert case.page.evaluate("document.documentElement.scrollWidth") == 360
