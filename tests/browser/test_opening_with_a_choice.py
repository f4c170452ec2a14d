"""Links into the generator that choose a situation or a letter, and the tick that takes an address over."""

from __future__ import annotations

import pytest
from answers_from_data import complete
from case_text import CaseText
from opening import OpenCaseText


def told(case: CaseText) -> str:
    """What is said of a link that names a choice that there is not."""
    return case.page.locator("[data-address-unknown]").inner_text()


@pytest.mark.some(2)
@pytest.mark.parametrize("letter", ["request", "confirm", "correct", "remind"])
def test_a_link_opens_the_letter_that_it_names(open_case_text: OpenCaseText, letter: str) -> None:
    case = open_case_text("ja", query=f"?letter={letter}&situation=leaving-soon")
    assert (case.answers()["letter"], case.answers()["situation"]) == (letter, "leaving-soon")
    assert told(case) == ""


@pytest.mark.parametrize("code", ["ja", "en"])
@pytest.mark.parametrize("query", ["?letter=nonsense", "?situation=x", "?letter=confirm&situation=", "?letter="])
def test_a_choice_that_there_is_not_is_ignored_with_a_line(open_case_text: OpenCaseText, code: str, query: str) -> None:
    case = open_case_text(code, query=query)
    assert told(case) == case.words["address-unknown"]
    assert case.answers()["letter"] == ("confirm" if "confirm" in query else "request")
    assert "situation" not in case.answers()


def test_answers_carry_over_to_the_letter_that_a_link_names(open_case_text: OpenCaseText) -> None:
    case = open_case_text("en")
    given = complete(case.guide)
    case.fill_in(given)
    case.open("?letter=confirm")
    assert case.answers()["letter"] == "confirm"
    assert given["source-login-email"] in case.letter()
    # What she chooses after that outlives a reload of the same address.
    case.answer("letter", "correct")
    case.page.reload()
    assert case.answers()["letter"] == "correct"


def test_a_ready_sentence_is_ticked_filled_in_kept_and_taken_out_again(open_case_text: OpenCaseText) -> None:
    """Its blank is asked for, an empty one stops the copy; both outlive a reload, and unticking takes all away."""
    case = open_case_text("en")
    case.fill_in(complete(case.guide))
    before = case.letter()
    case.page.locator("[data-occasion=request] summary").click()
    tick = case.option("statement", "exam-booked")
    tick.check()
    case.press("copy")
    assert len(case.problems()) == 1
    case.control("statement-exam-booked-exam-on").fill("2026-12-10")
    assert case.problems() == []
    assert "10 December 2026" in case.letter()
    case.page.reload()
    assert "10 December 2026" in case.letter()
    case.page.locator("[data-occasion=request] summary").click()
    tick.uncheck()
    assert case.letter() == before


def test_only_what_the_letter_has_a_place_for_is_offered(open_case_text: OpenCaseText) -> None:
    case = open_case_text("ja", query="?letter=correct")
    offered = {
        each.get_attribute("data-occasion") for each in case.page.locator("[data-occasion]").all() if each.is_visible()
    }
    assert offered == {"request", "list", "reply"}
    case.answer("letter", "confirm")
    assert case.page.locator("[data-part=statements]").is_hidden()
