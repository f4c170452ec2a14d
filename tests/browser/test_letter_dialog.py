"""Where the letter has no room beside the questions: how much is missing, and the letter over the page."""

from __future__ import annotations

from typing import Any

import pytest
from answers_from_data import complete, missing
from axe import findings
from case_text import CaseText
from opening import OpenCaseText
from playwright.sync_api import expect
from waiting import wait_for

from mergeguide.letters.answers import effective_answers

TELEPHONE: dict[str, Any] = {"viewport": {"width": 360, "height": 640}}
STATE = """
() => {
  const letters = [...document.querySelectorAll('[data-letter]')];
  return {
    letters: letters.length,
    over: Boolean(letters[0].closest('dialog[open]')),
    address: location.href,
    data: history.state,
    focused: document.activeElement.hasAttribute('data-open-letter'),
    scrolled: scrollY,
  };
}
"""
COVERED = """
() => {
  const at = document.activeElement;
  const { top, bottom } = at.getBoundingClientRect();
  const bar = document.querySelector('.mg-bar');
  const above = bar.checkVisibility() && bar.compareDocumentPosition(at) & Node.DOCUMENT_POSITION_PRECEDING;
  const header = document.querySelector('.md-header').getBoundingClientRect().bottom;
  const end = above ? Math.min(innerHeight, bar.getBoundingClientRect().top) : innerHeight;
  return top < header - 1 || bottom > end + 1;
}
"""


@pytest.fixture
def case(open_case_text: OpenCaseText, code: str) -> CaseText:
    """The generator on a telephone, in each language."""
    return open_case_text(code, **TELEPHONE)


@pytest.fixture
def opener(case: CaseText) -> Any:
    """The button that opens the letter."""
    return case.page.locator("[data-open-letter]")


def _bar(case: CaseText) -> str:
    """What it says once the frame after a key has been drawn."""
    case.draw()
    return case.page.locator("[data-missing]").inner_text()


def _expected(case: CaseText) -> str:
    count = len(missing(case.guide, effective_answers(case.guide, case.answers())))
    return str(case.words["missing"]).format(count=count) if count else str(case.words["missing-none"])


def test_bar_says_how_much_is_missing(case: CaseText) -> None:
    """From the first moment, with each answer, and that nothing is; it is at the window's lower edge."""
    bar = case.page.locator(".mg-bar")
    assert _bar(case) == _expected(case) != case.words["missing-none"]
    assert bar.evaluate("(bar) => Math.abs(bar.getBoundingClientRect().bottom - innerHeight) < 1")
    case.answer("full-name", "Hanako Example")
    assert _bar(case) == _expected(case)
    case.fill_in(complete(case.guide))
    assert _bar(case) == _expected(case) == case.words["missing-none"]


def test_bar_copies_what_is_complete_and_leads_to_what_is_next(case: CaseText) -> None:
    """There is no button for a letter with gaps; with it, the way to AWS's form is seen without looking for it."""
    copier = case.button("copy-from-bar")
    expect(copier).to_be_hidden()
    case.fill_in(complete(case.guide))
    copier.click()
    case.wait_for_status(case.words["copied-request"])
    assert case.clipboard() == case.expected_letter()
    expect(case.page.locator(".mg-status")).to_be_in_viewport()
    expect(case.page.locator("[data-next-step] a").first).to_be_in_viewport()
    case.answer("letter", "confirm")
    assert _bar(case) == case.words["missing-none"]
    expect(copier, "an approval is read before it is copied").to_be_hidden()


def test_letter_opens_over_the_page_and_escape_closes_it(case: CaseText, opener: Any) -> None:
    """There is one letter, which is moved; the address stays, the focus returns, and the page has not moved."""
    case.fill_in(complete(case.guide))
    case.control("notes").focus()
    before = case.page.evaluate(STATE)
    entries = case.page.evaluate("history.length")
    opener.click()
    opened = case.page.evaluate(STATE)
    assert case.page.evaluate("history.length") == entries + 1
    assert opened == before | {"over": True, "scrolled": opened["scrolled"]}
    assert case.letter() == case.expected_letter()
    assert case.copy() == case.expected_letter()
    case.page.keyboard.press("Escape")
    expect(opener).to_be_focused()
    assert case.page.evaluate(STATE) == opened | {"over": False, "focused": True}
    assert case.sheet.is_visible()


@pytest.mark.parametrize("way", ["back", "button"])
def test_other_ways_close_it_too(case: CaseText, opener: Any, way: str) -> None:
    """Back, or its button: after each of them the letter opens again, and no entry of the history is left over."""
    for _ in range(2):
        opener.click()
        assert case.page.evaluate(STATE)["over"]
        if way == "back":
            case.page.go_back()
        else:
            case.button("close-letter").click()
        expect(opener).to_be_focused()
        wait_for(case.page, "history.scrollRestoration === 'auto'")
        assert not case.page.evaluate(STATE)["over"]
    address = case.page.url
    case.page.go_back()
    assert case.page.url != address


def test_what_is_missing_is_found_from_the_letter(case: CaseText, opener: Any) -> None:
    """Copying an unfinished letter closes it and leads to the errors; a blank closes it and leads to its question."""
    opener.click()
    case.button("copy").click()
    expect(case.page.locator("[data-error-summary]")).to_be_focused()
    assert not case.page.evaluate(STATE)["over"]
    opener.click()
    blank = case.sheet.locator("[data-letter-paragraph] [data-asks=destination-login-email]")
    blank.click()
    expect(case.control("destination-login-email")).to_be_focused()
    wait_for(case.page, "history.scrollRestoration === 'auto'")
    expect(case.control("destination-login-email")).to_be_in_viewport()
    assert not case.page.evaluate(COVERED)


@pytest.mark.some(1)
@pytest.mark.parametrize("window", [(320, 256), (360, 640), (1100, 640), (768, 1024)])
def test_nothing_focused_is_covered(open_case_text: OpenCaseText, window: tuple[int, int]) -> None:
    """From the first link to the last button, forwards and back, what has the focus lies free."""
    ja = open_case_text("ja", viewport={"width": window[0], "height": window[1]})
    ja.fill_in(complete(ja.guide))
    for key in ("Tab", "Shift+Tab"):
        ja.page.locator("case-generator :is(a, button)").nth(0 if key == "Tab" else -1).focus()
        covered = []
        for _ in range(100):
            ja.page.keyboard.press(key)
            ja.page.evaluate("() => new Promise((drawn) => requestAnimationFrame(drawn))")
            if not ja.page.evaluate("document.activeElement.matches('case-generator :is(input, a, button)')"):
                continue
            if ja.page.evaluate(COVERED):
                covered.append(ja.focused())
        assert covered == []


def test_axe_finds_nothing_while_the_letter_lies_over_the_page(case: CaseText, opener: Any) -> None:
    """Neither in the letter nor in what it lies over."""
    case.fill_in(complete(case.guide))
    opener.click()
    assert findings(case.page) == []


def test_paper_shows_the_letter_that_is_open(case: CaseText, opener: Any) -> None:
    """Printed from the browser's menu while it is open, it is back in its place."""
    opener.click()
    case.page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert not case.page.evaluate(STATE)["over"]
    assert case.page.locator(".mg-rail > [data-letter-panel] [data-letter]").count() == 1
