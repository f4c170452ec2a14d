"""Whoever changes the language goes on reading where they were: the same page, the same section."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser


@pytest.mark.parametrize(
    ("here", "other", "there"),
    [
        ("/privacy/#shared-device", "en", "/en/privacy/#shared-device"),
        ("/en/privacy/#shared-device", "ja", "/privacy/#shared-device"),
        ("/en/what-moves/", "ja", "/what-moves/"),
    ],
)
def test_the_page_and_the_section_stay(browser: Browser, site_address: str, here: str, other: str, there: str) -> None:
    page = browser.new_page(base_url=site_address)
    page.goto(here)
    page.locator(f".md-select__link[hreflang={other}]").evaluate("(link) => link.click()")
    page.wait_for_url(site_address.rstrip("/") + there)
    page.close()
