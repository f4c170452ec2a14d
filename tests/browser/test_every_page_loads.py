"""A view of any page asks for nothing that is not there, and writes nothing to the console."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from case_text import address_of
from playwright.sync_api import Browser, BrowserContext
from test_every_page import SLUGS
from waiting import all_at_rest, at_rest


@pytest.fixture
def window(browser: Browser) -> Iterator[BrowserContext]:
    """A window for many tabs: what a page asks for after it has been shown is awaited for all of them at once."""
    with browser.new_context() as context:
        yield context


@pytest.fixture
def wrong(window: BrowserContext) -> list[str]:
    """What goes wrong while pages are viewed: answers with an error, requests without one, words in the console."""
    told: list[str] = []
    window.on("response", lambda answer: told.append(f"{answer.status} {answer.url}") if answer.status >= 400 else None)
    window.on("requestfailed", lambda request: told.append(f"{request.failure} {request.url}"))
    window.on("console", lambda message: told.append(message.text))
    window.on("weberror", lambda error: told.append(str(error.error)))
    return told


def view(window: BrowserContext, addresses: list[str]) -> None:
    """Open each address in a tab of its own, and wait until none asks for anything more."""
    tabs = [window.new_page() for _ in addresses]
    for tab, address in zip(tabs, addresses, strict=True):
        tab.goto(address)
    all_at_rest(tabs)


def test_nothing_goes_wrong_on_any_page(window: BrowserContext, wrong: list[str], code: str, site_address: str) -> None:
    """The theme's script asks for more when a page is there: a sitemap beside each link to another language."""
    assert len(SLUGS) > 12
    view(window, [site_address + address_of(code, slug) for slug in SLUGS])
    assert wrong == []


def test_what_goes_wrong_is_heard_of(window: BrowserContext, wrong: list[str], site_address: str) -> None:
    view(window, [site_address])
    window.pages[0].evaluate("fetch('sitemap-of-nothing.xml').then(() => console.warn('told'))")
    at_rest(window.pages[0])
    assert any(each.startswith("404") for each in wrong)
    assert "told" in wrong


def test_what_a_page_asks_for_late_is_waited_for(window: BrowserContext, wrong: list[str], site_address: str) -> None:
    view(window, [site_address])
    window.pages[0].evaluate("() => { setTimeout(() => fetch('sitemap-of-nothing.xml'), 200) }")
    at_rest(window.pages[0])
    assert any(each.startswith("404") for each in wrong)
