"""What is said of the letter is so: that it changed, that it is copied, that a text is there to be copied by hand."""

from __future__ import annotations

from answers_from_data import complete
from case_text import CaseText
from opening import OpenCaseText
from playwright.sync_api import Locator

ENDED_EDITION = "2022-02"
"""An edition of AWS's form with questions that no letter prints."""
REFUSED = "() => { navigator.clipboard.writeText = () => Promise.reject(new Error('refused')) }"
BACK_FROM_THE_CACHE = "() => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))"
KEPT_ELSEWHERE = """
([name, value]) => {
  const [key] = Object.keys(sessionStorage).filter((each) => each.startsWith('case-generator'));
  const entry = JSON.parse(sessionStorage[key]);
  entry.answers[name] = value;
  sessionStorage[key] = JSON.stringify(entry);
}
"""
"""What another page of this tab does when an answer is changed there."""


def _says(case: CaseText) -> str:
    """What the button that copies the letter says."""
    return case.button("copy").inner_text()


def _item(case: CaseText) -> Locator:
    """The button that copies the first item of AWS's form."""
    item = case.page.locator("[data-edition]:visible [data-form-item]:not([data-fill='letter'])")
    return item.locator('[data-action="copy"] [data-says]').first


def _copied(case: CaseText) -> None:
    case.copy()
    case.wait_for_status(case.words["copied-request"])
    assert _says(case) == case.words["copied-button"]


def test_an_answer_that_no_letter_prints_is_told_as_no_change(open_case_text: OpenCaseText, code: str) -> None:
    """The letter is as it was copied. What an item of AWS's form was copied from may be another, and is not marked."""
    case = open_case_text(code, clock=True)
    case.fill_in(complete(case.guide, {"edition": ENDED_EDITION}))
    case.page.clock.run_for(1100)
    _copied(case)
    told = case.status()
    case.type_into("form-country", "Italy")
    case.page.clock.run_for(1100)
    assert case.status() == told
    _item(case).click()
    case.wait_for_status(case.words["copied-item"].partition("{label}")[0])
    case.type_into("form-country", "Japan")
    assert _item(case).inner_text() == case.words["copy-item"]


def test_an_answer_does_not_bring_a_letter_edited_by_hand_up_to_date(open_case_text: OpenCaseText, code: str) -> None:
    """Her own wording stays as it is; a change of the letter is told as before."""
    case = open_case_text(code, clock=True)
    case.fill_in(complete(case.guide))
    case.page.clock.run_for(1100)
    assert case.status() == case.words["updated"]
    case.press("edit")
    case.add_by_hand(" By hand.")
    case.press("reminder")
    case.wait_for_status(case.words["saved"])
    case.type_into("full-name", "Another Name")
    case.page.clock.run_for(1100)
    assert case.status() == case.words["saved"]
    case.press("edit")
    case.type_into("full-name", "One More Name")
    case.page.clock.run_for(1100)
    assert case.status() == case.words["saved"]


def test_a_letter_written_anew_is_not_copied(case: CaseText) -> None:
    """Copied were her own words, which are no longer there."""
    case.page.once("dialog", lambda dialog: dialog.accept())
    case.fill_in(complete(case.guide))
    case.press("edit")
    case.add_by_hand(" By hand.")
    _copied(case)
    case.press("regenerate")
    assert _says(case) == case.words["copy"]
    assert case.status() == case.words["regenerated"]


def test_a_repair_undone_after_copying_takes_the_mark_away(case: CaseText) -> None:
    case.fill_in(complete(case.guide))
    case.type_into("full-name", "Ｈａｎａｋｏ")
    _copied(case)
    case.aside("full-name").locator("button").click()
    assert "Ｈａｎａｋｏ" in case.letter()
    assert _says(case) == case.words["copy"]


def test_answers_changed_on_another_page_are_not_copied(case: CaseText) -> None:
    """The page comes back from the browser's cache, and with it the answers as they are by now."""
    case.fill_in(complete(case.guide))
    _copied(case)
    case.page.evaluate(KEPT_ELSEWHERE, ["full-name", "Another Name"])
    case.page.evaluate(BACK_FROM_THE_CACHE)
    assert "Another Name" in case.letter()
    assert _says(case) == case.words["copy"]
    assert case.page.locator("[data-next-step]").is_hidden()
    assert case.status() == ""


def test_a_letter_that_changed_is_not_offered_to_be_copied_by_hand(case: CaseText) -> None:
    """Where copying is refused, the text in the box is the one that was to be copied: it goes with the next change."""
    box = case.page.locator("[data-copy-by-hand]")
    case.fill_in(complete(case.guide))
    case.page.evaluate(REFUSED)
    for name in ("full-name", "source-login-email"):
        case.press("copy")
        case.wait_for_status(case.words["copy-failed"])
        assert box.is_visible()
        case.type_into(name, f"{case.value(name)}x")
        assert box.is_hidden()


def test_what_is_said_beside_the_switch_is_so(case: CaseText) -> None:
    """Switched on again on another page of this tab: "while this is off" stands beside no switch that is on."""
    told = case.page.locator("[data-kept]")
    switch = case.page.locator('[data-toggle="keep"]')
    switch.uncheck()
    assert told.inner_text() == case.words["kept-off"]
    case.page.evaluate("() => sessionStorage.clear()")
    case.page.evaluate(BACK_FROM_THE_CACHE)
    assert switch.is_checked()
    assert told.is_hidden()
