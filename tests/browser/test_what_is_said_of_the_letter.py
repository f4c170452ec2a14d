"""What is said of the letter is so: that it changed, that it is copied, that a text is there to be copied by hand."""

from __future__ import annotations

from case_text import CaseText
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
