"""Long pages: who comes to a part of one sees her answer at once, and what is folded is on paper all the same."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import quote

import pytest
from case_text import address_of
from playwright.sync_api import Browser, Page, expect
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


@pytest.mark.some(1)
def test_folded_text_is_on_paper(fields: Page, guide: Guide, code: str) -> None:
    """Where each field stands on AWS's form is printed, whether or not a script unfolds it first."""
    words = guide.languages[code].facts
    paper = comparable("".join(sheets(fields)))
    assert paper.count(comparable(words["on-the-form"])) >= len(guide.documented)


LONGEST_FOLDED = {"evidence/": 13_000, "replies/": 9_000}
"""Pixels on a telephone; with all statements unfolded the first has more than 24,000."""


@pytest.mark.parametrize("path", LONGEST_FOLDED)
def test_what_few_look_up_is_folded(browser: Browser, code: str, site_address: str, path: str) -> None:
    """The rest is within reach of a thumb, and the parts are named in the first screen or the one after it."""
    with browser.new_context(viewport=TELEPHONE) as context:
        page = context.new_page()
        page.goto(site_address + address_of(code, path))
        leads = page.locator(".md-content li > a[href^='#']:only-child").first.bounding_box()
        assert leads
        assert leads["y"] < 2 * TELEPHONE["height"]
        assert page.evaluate("document.documentElement.scrollHeight") < LONGEST_FOLDED[path]


@pytest.mark.some(2)
@pytest.mark.parametrize("scripts", [True, False], ids=["script", "no script"])
@pytest.mark.parametrize("way", ["mark", "find"])
def test_a_folded_statement_is_found(
    browser: Browser, code: str, site_address: str, guide: Guide, scripts: bool, way: str
) -> None:
    """By the address that its mark leads to, and by its text: what is folded opens for either."""
    claim = list(guide.claims)[-1]
    text = quote(guide.languages[code].claims[claim], safe="")
    place = f"#claim-{claim}" if way == "mark" else f"#:~:text={text}"
    with browser.new_context(viewport=TELEPHONE, java_script_enabled=scripts) as context:
        page = context.new_page()
        page.goto(site_address + address_of(code, f"evidence/{place}"))
        expect(page.locator(f"#claim-{claim}")).to_be_in_viewport()


def test_folded_statements_are_on_paper(browser: Browser, code: str, site_address: str, guide: Guide) -> None:
    with browser.new_context(viewport=TELEPHONE) as context:
        page = context.new_page()
        page.goto(site_address + address_of(code, "evidence/"))
        paper = comparable("".join(sheets(page)))
    claims = guide.languages[code].claims
    # One may go on on the next sheet.
    assert [claim for claim in guide.claims if comparable(claims[claim])[:12] not in paper] == []
