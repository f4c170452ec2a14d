"""Replies can go to the address of the account that is kept: with a tick, one field follows the other."""

from __future__ import annotations

from case_text import CaseText
from playwright.sync_api import Locator

KEPT = "hanako.kept@example.org"


def tick(case: CaseText) -> Locator:
    """What says that the address for replies is the destination's."""
    return case.page.locator('[data-same-as][data-in="contact-email"]')


def test_replies_go_to_the_kept_address_until_another_is_typed(case: CaseText) -> None:
    """Once ticked it follows each key; what is typed into it instead takes the tick away, and nothing is lost."""
    tick(case).check()
    case.type_into("destination-login-email", KEPT)
    assert case.value("contact-email") == KEPT
    case.type_into("contact-email", "hanako@example.com")
    assert not tick(case).is_checked()
    case.type_into("destination-login-email", "hanako.other@example.org")
    assert case.value("contact-email") == "hanako@example.com"
    tick(case).check()
    assert case.value("contact-email") == "hanako.other@example.org"
    assert "Please reply to this address:\nhanako.other@example.org" in case.letter()
    tick(case).uncheck()
    case.type_into("destination-login-email", KEPT)
    assert case.value("contact-email") == "hanako.other@example.org"


def test_browser_that_fills_in_the_address_for_replies_is_believed(case: CaseText) -> None:
    """A browser writes into several fields while another has the focus."""
    tick(case).check()
    case.control("full-name").focus()
    case.page.evaluate("""() => {
      const control = document.querySelector('[name="contact-email"]');
      control.value = "hanako@example.com";
      control.dispatchEvent(new Event("input", { bubbles: true }));
    }""")
    assert case.value("contact-email") == "hanako@example.com"
    assert not tick(case).is_checked()


def test_tick_outlives_a_reload_and_goes_when_all_is_erased(case: CaseText) -> None:
    tick(case).check()
    case.type_into("destination-login-email", KEPT)
    case.page.reload()
    assert tick(case).is_checked()
    assert case.value("contact-email") == KEPT
    named = case.guide.languages[case.code].fields["destination-login-email"].label
    assert named in tick(case).evaluate("(tick) => tick.labels[0].textContent")
    case.page.once("dialog", lambda dialog: dialog.accept())
    case.press("clear")
    assert not tick(case).is_checked()
    assert case.value("contact-email") == ""
