"""Pages from a disk, pages whose connection is gone, and pages at 400 %: nothing of a page is lost."""

from __future__ import annotations

from pathlib import Path

import pytest
from case_text import address_of
from playwright.sync_api import Browser, Page, ViewportSize
from test_every_page import EVERY_PAGE
from waiting import at_rest

MAGNIFIED: ViewportSize = {"width": 320, "height": 256}
"""A usual screen, 1280 by 1024, at 400 %."""
WIDTH = "document.documentElement.scrollWidth"
OPENED = "(facts) => facts.filter((each) => each.querySelector('dl').checkVisibility()).length"


def try_out(page: Page) -> None:
    """Go to a heading, unfold what is folded, change the palette."""
    page.locator(".md-sidebar--secondary a[href$='#field-notes']").click()
    assert page.evaluate("location.hash") == "#field-notes"
    facts = page.locator(".mg-facts")
    facts.first.locator("summary").click()
    assert facts.evaluate_all(OPENED) == 1
    before = page.locator("body").get_attribute("data-md-color-scheme")
    for _ in range(2):
        page.locator(".md-header__option label:visible").click()
    assert page.locator("body").get_attribute("data-md-color-scheme") != before


@pytest.fixture
def wide(browser: Browser) -> Page:
    """A page wide enough for the table of contents."""
    return browser.new_context(viewport={"width": 1440, "height": 900}, color_scheme="light").new_page()


def test_a_page_from_a_disk_works_and_says_nothing(wide: Page, built_site: Path, code: str) -> None:
    said: list[str] = []
    wide.on("console", lambda message: said.append(message.text))
    wide.on("pageerror", lambda error: said.append(str(error)))
    wide.goto((built_site / address_of(code, "form-fields/") / "index.html").as_uri())
    try_out(wide)
    wide.context.close()
    assert said == []


def test_an_open_page_goes_on_working_offline(wide: Page, site_address: str, code: str) -> None:
    wide.goto(site_address + address_of(code, "form-fields/"))
    at_rest(wide)
    wide.context.set_offline(True)
    try_out(wide)
    wide.context.close()


@pytest.mark.some(6)
@EVERY_PAGE
def test_at_400_percent_nothing_is_scrolled_sideways(browser: Browser, site_address: str, code: str, slug: str) -> None:
    with browser.new_context(viewport=MAGNIFIED) as context:
        page = context.new_page()
        page.goto(site_address + address_of(code, slug))
        assert page.evaluate(WIDTH) <= MAGNIFIED["width"]
