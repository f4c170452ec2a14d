"""Ready sentences on the page about replies: copied with one press, and still there where copying is refused."""

from __future__ import annotations

import pytest
from opening import CLIPBOARD
from playwright.sync_api import Browser
from waiting import wait_for

from mergeguide.data.guide import Guide

REFUSED = "navigator.clipboard.writeText = () => Promise.reject(new Error('refused'))"


def address(site: str, code: str) -> str:
    """The page in a language."""
    return f"{site}replies/" if code == "ja" else f"{site}{code}/replies/"


def test_one_press_copies_the_sentence_as_it_stands(
    browser: Browser, guide: Guide, site_address: str, code: str
) -> None:
    context = browser.new_context(permissions=[*CLIPBOARD])
    page = context.new_page()
    page.goto(address(site_address, code) + "#statement-list-address-wrong")
    words = guide.languages[code].statement_list
    english = guide.languages["en"].statements
    first, second = english["list-address-wrong"], english["list-reversed"]
    buttons = {name: page.locator(f"#statement-{name} button") for name in ("list-address-wrong", "list-reversed")}

    assert buttons["list-address-wrong"].is_visible(), "a link to a sentence opens what it is folded in"
    buttons["list-address-wrong"].click()
    assert page.evaluate("navigator.clipboard.readText()") == first.letter.format(
        **{blank: f"[{label}]" for blank, label in first.blanks.items()}
    )
    assert buttons["list-address-wrong"].inner_text().startswith(words.copied)
    assert page.locator("[data-statement-status]").text_content() == words.copied

    buttons["list-reversed"].click()
    assert page.evaluate("navigator.clipboard.readText()") == second.letter
    assert buttons["list-address-wrong"].inner_text().startswith(words.copy_), "the other one says again what it does"
    context.close()


def test_where_copying_is_refused_the_sentence_is_selected(
    browser: Browser, guide: Guide, site_address: str, code: str
) -> None:
    context = browser.new_context()
    context.add_init_script(REFUSED)
    page = context.new_page()
    page.goto(address(site_address, code) + "#statement-list-reversed")
    page.locator("#statement-list-reversed button").click()

    wait_for(page, "String(getSelection()) !== ''")
    assert page.evaluate("String(getSelection())").strip() == guide.languages["en"].statements["list-reversed"].letter
    told = page.locator("[data-statement-status]")
    assert told.text_content() == guide.languages[code].statement_list.not_copied
    context.close()


@pytest.mark.parametrize("script", [True, False])
def test_a_button_is_shown_where_it_can_work(browser: Browser, site_address: str, script: bool) -> None:
    context = browser.new_context(java_script_enabled=script)
    page = context.new_page()
    page.goto(address(site_address, "ja") + "#statement-list-reversed")
    page.locator("#statements-list").evaluate("(element) => { element.open = true; }") if script else None
    assert page.locator("#statement-list-reversed button").is_visible() is script
    assert page.locator("#statement-list-reversed [data-sentence]").count() == 1
    context.close()
