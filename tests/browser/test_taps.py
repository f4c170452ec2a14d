"""How often a reader with a telephone has to touch it, from the front page to the letter on her clipboard."""

from __future__ import annotations

from typing import Any

from opening import OpenCaseText
from playwright.sync_api import Locator
from waiting import at_rest

TELEPHONE: dict[str, Any] = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
MOST = 12
INTO_VIEW = "(place) => place.scrollIntoView({ block: 'center', behavior: 'instant' })"


def test_whoever_has_left_and_lost_the_mailbox_needs_few_taps(open_case_text: OpenCaseText) -> None:
    """Another name since then, every address known, no ID: a tap for each link, field, choice and button."""
    ja = open_case_text("ja", **TELEPHONE)
    page, taps = ja.page, 0

    def tap(place: Locator) -> None:
        nonlocal taps
        place.evaluate(INTO_VIEW)
        box = place.bounding_box()
        assert box
        page.touchscreen.tap(box["x"] + min(box["width"] / 2, 60), box["y"] + box["height"] / 2)
        taps += 1

    def write(name: str, text: str) -> None:
        tap(ja.control(name))
        page.keyboard.insert_text(text)

    def choose(name: str, value: str) -> None:
        tap(page.locator(f'label:has([name="{name}"][value="{value}"])'))

    page.goto(ja.site)
    tap(page.locator('.mg-where a[href*="your-situation/#left-company"]'))
    page.wait_for_url("**/your-situation/#left-company")
    tap(page.locator('a[href*="situation=left-company"]').first)
    page.wait_for_url("**/case-text/?situation=left-company")
    at_rest(page)
    write("full-name", "Hanako Example")
    write("source-full-name", "Hanako Sample")
    choose("source-account-kind", "partner-network")
    write("source-login-email", "hanako@example.co.jp")
    choose("source-notification-email-is", "same")
    write("destination-login-email", "hanako@example.com")
    choose("destination-notification-email-is", "same")
    tap(page.locator('label:has([data-in="contact-email"])'))
    choose("work-mailbox", "lost")
    tap(ja.button("copy-from-bar"))
    ja.wait_for_status(ja.words["copied-request"])
    assert ja.clipboard() == ja.expected_letter()
    assert taps <= MOST
