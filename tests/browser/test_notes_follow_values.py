"""What is said beside a field is said of what stands in it, whoever has put it there."""

from __future__ import annotations

from answers_from_data import complete
from case_text import CaseText
from playwright.sync_api import Locator

MISTYPED = "hanako@gmial.com"


def _warning(case: CaseText, name: str) -> Locator:
    return case.aside(name).locator(".mg-warning")


def test_notes_change_places_with_the_accounts(case: CaseText) -> None:
    """A warning goes with the address that it warns of, and so does a repair's note: it is of no use elsewhere."""
    case.fill_in(complete(case.guide))
    case.type_into("source-login-email", MISTYPED)
    case.type_into("destination-login-email", " ｈanako.kept@example.org")
    assert _warning(case, "source-login-email").count() == 1
    assert case.aside("destination-login-email").locator(".mg-repair").count() == 1
    case.press("swap")
    assert case.value("destination-login-email") == MISTYPED
    assert _warning(case, "source-login-email").count() == 0
    assert _warning(case, "destination-login-email").count() == 1
    assert case.widget.locator(".mg-repair").count() == 0


def test_warnings_outlive_a_reload(case: CaseText) -> None:
    case.fill_in(complete(case.guide))
    case.type_into("source-login-email", MISTYPED)
    told = _warning(case, "source-login-email").inner_text()
    case.page.reload()
    assert _warning(case, "source-login-email").inner_text() == told


def test_address_that_follows_another_has_the_notes_of_what_it_says(case: CaseText) -> None:
    """Taken over with a tick, the address for replies is warned of as if it had been typed, and only while it is it."""
    case.type_into("destination-login-email", MISTYPED)
    case.page.locator('[data-same-as][data-in="contact-email"]').check()
    assert _warning(case, "contact-email").count() == 1
    case.type_into("destination-login-email", "hanako@example.org")
    assert case.value("contact-email") == "hanako@example.org"
    assert _warning(case, "contact-email").count() == 0
