"""Complete answers to start from: nothing is wrong with them, and nobody's data is in them."""

from __future__ import annotations

from collections.abc import Mapping

COMPLETE: Mapping[str, str] = {
    "letter": "request",
    "letter-language": "en",
    "edition": "2025-11",
    "situation": "left-company",
    "full-name": "Hanako Example",
    "contact-email": "hanako@example.com",
    "source-account-kind": "partner-network",
    "former-company": "Example Corporation",
    "left-on": "2026-03-31",
    "work-mailbox": "lost",
    "source-login-email": "h.example@example.co.jp",
    "source-notification-email-is": "same",
    "source-candidate-id": "AWS00000000",
    "destination-login-email": "hanako@example.org",
    "destination-notification-email-is": "unknown",
    "destination-candidate-id": "AWS00000001",
}
"""The first request of somebody who has left a company, with what she usually knows."""


def answered(**changes: str) -> dict[str, str]:
    """The complete answers with some changed; ``source_login_email="…"`` changes ``source-login-email``."""
    return {**COMPLETE, **{name.replace("_", "-"): value for name, value in changes.items()}}
