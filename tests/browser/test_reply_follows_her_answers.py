"""What is said of AWS's mail follows her answers, however they come to change, and nothing is offered that has no use."""

from __future__ import annotations

from case_text import CaseText
from playwright.sync_api import Locator
from reply_page import LOGINS, OPEN, paste, reader

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
