"""Long pages: who comes to a part of one sees her answer at once, and what is folded is on paper all the same."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from case_text import address_of
from playwright.sync_api import Browser, Page
from printed import comparable, sheets
from test_every_page import TELEPHONE

from mergeguide.data.guide import Guide

LONGEST = 29_000
"""Pixels on a telephone; with all its facts unfolded the page about the fields has more than 47,000."""
FURTHEST_ANSWER = """
(headings) => Math.max(...headings.map((heading) => {
  const answer = heading.nextElementSibling.querySelectorAll('dd')[1];
  return answer.getBoundingClientRect().top - heading.getBoundingClientRect().top;
}))
"""
"""How far below its heading a field's "what to enter" begins, at most."""


@pytest.fixture(params=[True, False], ids=["script", "no script"])
def fields(browser: Browser, code: str, site_address: str, request: pytest.FixtureRequest) -> Iterator[Page]:
    """The page about the fields on a telephone, where scripts run and where none do."""
    with browser.new_context(viewport=TELEPHONE, java_script_enabled=request.param) as context:
        page = context.new_page()
        page.goto(site_address + address_of(code, "form-fields/#field-source-notification-email"))
        yield page


def test_a_field_s_answer_is_in_the_first_screen(browser: Browser, code: str, site_address: str, guide: Guide) -> None:
    """Below the heading that an address names, what to enter begins before the screen ends, for every field."""
    with browser.new_context(viewport=TELEPHONE) as context:
        page = context.new_page()
        page.goto(site_address + address_of(code, "form-fields/"))
        headings = page.locator(".md-content [id^='field-']")
        assert headings.count() == len(guide.documented)
        assert headings.evaluate_all(FURTHEST_ANSWER) < TELEPHONE["height"] / 2
        assert page.evaluate("document.documentElement.scrollHeight") < LONGEST


def test_an_address_leads_to_its_field(fields: Page) -> None:
    """The heading comes to rest at the top, below the header; what is folded is told by how much it is needed."""
    heading = fields.locator("#field-source-notification-email").bounding_box()
    facts = fields.locator("#field-source-notification-email ~ .mg-facts").first
    assert heading
    assert heading["y"] < TELEPHONE["height"] / 4
    assert facts.locator(".mg-need").is_visible()
    assert not facts.locator("dl").is_visible()


def test_folded_text_is_on_paper(fields: Page, guide: Guide, code: str) -> None:
    """Where each field stands on AWS's form is printed, whether or not a script unfolds it first."""
    words = guide.languages[code].facts
    paper = comparable("".join(sheets(fields)))
    assert paper.count(comparable(words["on-the-form"])) >= len(guide.documented)
