"""AWS's mail on the generator's page: what she asked for, some mails, and where is said what they come to."""

from __future__ import annotations

from case_text import CaseText
from playwright.sync_api import Locator

LOGINS = {
    "letter": "confirm",
    "full-name": "Hanako Example",
    "source-login-email": "hanako@example.co.jp",
    "destination-login-email": "hanako@example.com",
}
RIGHT = """Subject: RE:[CASE 123456789012345] Account Merge
Date: 2026-11-03

We will merge hanako@example.co.jp into hanako@example.com. This cannot be undone. Please confirm."""
WRONG = RIGHT.replace("hanako@example.co.jp", "hanaok@example.co.jp")
STRANGE = WRONG.replace(" into hanako", " and taro@example.net into hanak")
OPEN = "Please confirm that hanako@example.co.jp and hanako@example.com are yours."


def paste(case: CaseText, mail: str) -> str:
    """Put a mail into its field; the verdict."""
    case.control("aws-reply").fill(mail)
    return verdict(case)


def verdict(case: CaseText) -> str:
    """What the mail comes to as it is judged now."""
    return str(case.page.locator("[data-reply-verdict]").get_attribute("data-reply-verdict"))


def reader(case: CaseText, selector: str) -> Locator:
    """A part of the reader."""
    return case.page.locator(f"reply-reader {selector}")
