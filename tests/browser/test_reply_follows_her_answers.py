"""What is said of AWS's mail follows her answers, however they change, and nothing useless is offered."""

from __future__ import annotations

import pytest
from answers_from_data import complete
from case_text import CaseText
from opening import OpenCaseText
from playwright.sync_api import Locator
from reply_page import LOGINS, OPEN, RIGHT, WRONG, paste, reader, verdict

ELSEWHERE = "#the-letter"
AS_PASTED = "Hanako Example <hanako@example.co.jp>"
WITHOUT_ADDRESSES = "Please confirm that we may merge the two accounts."


def _choices(case: CaseText) -> tuple[Locator, Locator]:
    source, destination = reader(case, "[data-reply-keeps]").all()
    return source, destination


def _tick_both(case: CaseText) -> None:
    for tick in reader(case, "[data-reply-checked]").all():
        tick.click()


def _write_over(case: CaseText, name: str, text: str) -> None:
    """Put text into a field and stay in it."""
    case.control(name).focus()
    case.control(name).select_text()
    case.page.keyboard.insert_text(text)


def test_no_question_is_offered_where_it_would_ask_nothing(case: CaseText) -> None:
    """Her own logins are missing, or the mail names none of her addresses: no reply of hers makes that clearer."""
    question = reader(case, "[data-reply-question]")
    case.answer("letter", "confirm")
    case.answer("source-login-email", LOGINS["source-login-email"])
    assert paste(case, OPEN) == "unclear"
    assert not question.is_visible()
    case.fill_in(LOGINS)
    assert paste(case, WITHOUT_ADDRESSES) == "unclear"
    assert not question.is_visible()
    assert paste(case, OPEN) == "unclear"
    assert question.is_visible()


def test_between_accounts_that_have_no_names_there_is_no_choice(case: CaseText) -> None:
    """One login address for both, and no IDs: buttons without a text are not shown, nor is she told to choose."""
    one = LOGINS["source-login-email"]
    case.fill_in({**LOGINS, "destination-login-email": one})
    assert paste(case, f"Please confirm that {one} is yours.") == "unclear"
    assert not reader(case, "[data-reply-choice]").is_visible()
    choose = case.guide.languages[case.code].replies.reasons["choose"]
    told = reader(case, "[data-reply-reasons] li")
    assert choose not in told.all_inner_texts()
    ids = {"source-candidate-id": "AWS00000001", "destination-candidate-id": "AWS00000002"}
    case.fill_in(ids)
    paste(case, f"Please confirm that AWS00000001 and AWS00000002 of {one} are yours.")
    assert [choice.inner_text() for choice in _choices(case)] == [*ids.values()]
    assert choose in told.all_inner_texts()


def test_a_tick_that_is_asked_for_says_why(case: CaseText) -> None:
    """The focus goes to the first one that is missing, and with it the reason."""
    case.fill_in(LOGINS)
    paste(case, RIGHT)
    reader(case, '[data-reply-next="confirm"]').click()
    error = reader(case, ".mg-error")
    assert error.inner_text() == case.guide.languages[case.code].replies.said["tick-first"]
    named = case.page.evaluate("document.activeElement.getAttribute('aria-describedby')")
    assert named == error.get_attribute("id")


def test_her_choice_holds_for_the_address_that_she_chose(case: CaseText) -> None:
    """Another address in its place is not what she said that the mail keeps."""
    case.fill_in(LOGINS)
    paste(case, OPEN)
    source, destination = _choices(case)
    source.click()
    assert verdict(case) == "differs"
    case.type_into("source-login-email", LOGINS["destination-login-email"])
    case.type_into("destination-login-email", LOGINS["source-login-email"])
    assert source.inner_text() == LOGINS["destination-login-email"]
    assert [choice.get_attribute("aria-pressed") for choice in (source, destination)] == ["false", "false"]
    assert verdict(case) == "unclear"
    destination.click()
    case.type_into("notes", "I have an exam booked.")
    assert verdict(case) == "as-asked", "what changes no address leaves the choice alone"


def test_the_verdict_is_said_again_only_where_it_is_another(open_case_text: OpenCaseText, code: str) -> None:
    """What is said of the letter stands: a verdict that has been said does not take its place at every answer."""
    case = open_case_text(code, clock=True)
    said = case.guide.languages[code].replies.said
    case.fill_in(complete(case.guide, LOGINS))
    paste(case, RIGHT)
    case.page.clock.run_for(1100)
    assert case.status() == said[verdict(case)]
    case.copy()
    case.wait_for_status(case.words["copied"])
    case.page.clock.run_for(1100)
    case.type_into("notes", "I have an exam booked.")
    case.page.clock.run_for(1100)
    assert case.status() == case.words["not-copied-yet"]
    case.type_into("source-login-email", "taro@example.net")
    case.page.clock.run_for(1100)
    assert verdict(case) != "as-asked"
    assert case.status() == said[verdict(case)]
    paste(case, WRONG)
    case.page.clock.run_for(1100)
    case.control("notes").fill("")
    case.page.clock.run_for(1100)
    paste(case, WRONG + " ")
    case.page.clock.run_for(1100)
    assert case.status() == said[verdict(case)], "of another mail it is said in any case"


@pytest.mark.parametrize("action", ["copy", "clear"])
def test_what_a_button_says_is_not_written_over(open_case_text: OpenCaseText, action: str) -> None:
    """A button pressed within the second after pasting: what it says stays."""
    ja = open_case_text("ja", clock=True)
    ja.page.on("dialog", lambda dialog: dialog.accept())
    ja.fill_in(complete(ja.guide, LOGINS))
    paste(ja, RIGHT)
    ja.press(action)
    told = ja.words["copied" if action == "copy" else "cleared"]
    ja.wait_for_status(told)
    ja.page.clock.run_for(1100)
    assert ja.status() == told


def test_accounts_that_change_places_are_judged_anew(case: CaseText) -> None:
    """What was as she asked is the wrong way round now, and no tick of hers is left."""
    case.fill_in(LOGINS)
    assert paste(case, RIGHT) == "as-asked"
    _tick_both(case)
    case.press("swap")
    assert verdict(case) == "differs"
    assert reader(case, '[data-reply-checked][aria-pressed="true"]').count() == 0
    case.press("swap")
    assert verdict(case) == "as-asked"


def test_a_field_left_by_pressing_elsewhere_is_judged_as_it_is_repaired(case: CaseText) -> None:
    """What came along with pasting goes when the press is over; the mail is judged by what is left then."""
    case.fill_in(LOGINS)
    assert paste(case, RIGHT) == "as-asked"
    _write_over(case, "source-login-email", AS_PASTED)
    case.page.locator(ELSEWHERE).click()
    assert case.value("source-login-email") == LOGINS["source-login-email"]
    assert verdict(case) == "as-asked"


def test_a_repair_that_is_undone_is_judged_anew(case: CaseText) -> None:
    """With what she wants to stand as she typed it, the mail is another matter."""
    case.fill_in(LOGINS)
    paste(case, RIGHT)
    case.type_into("source-login-email", AS_PASTED)
    assert verdict(case) == "as-asked"
    case.aside("source-login-email").locator("button").click()
    assert case.value("source-login-email") == AS_PASTED
    assert verdict(case) != "as-asked"


@pytest.mark.parametrize("text", ["taro@example.net", AS_PASTED])
def test_what_is_pressed_goes_by_the_answers_as_they_are_then(case: CaseText, text: str) -> None:
    """She comes to the button straight from a field: nothing is approved that is as she asked no longer."""
    case.fill_in({**LOGINS, "letter": "correct"})
    paste(case, RIGHT)
    _tick_both(case)
    _write_over(case, "source-login-email", text)
    reader(case, '[data-reply-next="confirm"]').click()
    approved = text == AS_PASTED
    assert (verdict(case) == "as-asked") is approved
    assert case.answers()["letter"] == ("confirm" if approved else "correct")
