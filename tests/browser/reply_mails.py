"""The invented mails of ``tests/replies/``, what she asked for in each, and small changes that nobody must overlook."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

FOLDER = Path(__file__).parent.parent / "replies"

LOGINS = {"source": "hanako@example.co.jp", "destination": "hanako@example.com"}
NOTIFICATIONS = {"source": "hanako.notify@example.com", "destination": "hanako.notify@example.org"}
IDS = {"source": "aws00000000", "destination": "aws00000001"}
OF_KINDS = {"login": LOGINS, "notification": NOTIFICATIONS, "candidate-id": IDS}
FIELDS = {"login": "login-email", "notification": "notification-email", "candidate-id": "candidate-id"}


def asked_for(*kinds: str) -> list[dict[str, str]]:
    """What she asked for, in the terms of the module ``replies/finding``."""
    return [
        {"id": f"{role}-{FIELDS[kind]}", "value": value, "role": role, "kind": kind}
        for kind in kinds
        for role, value in OF_KINDS[kind].items()
    ]


REQUESTS: Mapping[str, Mapping[str, Any]] = {
    "everything": {"asked": asked_for(*OF_KINDS), "complete": True, "idsComplete": True},
    "logins": {"asked": asked_for("login"), "complete": False, "idsComplete": False},
    "nothing": {"asked": [], "complete": False, "idsComplete": False},
    "same": {
        "asked": [
            *({**each, "value": LOGINS["destination"]} for each in asked_for("login")),
            *asked_for("candidate-id"),
        ],
        "complete": False,
        "idsComplete": True,
    },
}


@dataclass(frozen=True)
class Mail:
    """An invented mail with what has to be found in it.

    Attributes:
        says: what is special about it.
        asked: what she had asked for, one of ``REQUESTS``.
        keeps: which account she has said that the mail keeps; empty where she has said nothing.
        kind: what kind of mail it is; None where that is not told.
        equal, near: fields that are found so.
        foreign: what is found and none of hers.
        reasons: some of the verdict's reasons.
        no_reasons: what must not be among them.
    """

    says: str
    mail: str
    verdict: str
    asked: str = "everything"
    keeps: str = ""
    kind: str | None = None
    equal: list[str] = field(default_factory=list)
    near: list[str] = field(default_factory=list)
    foreign: list[str] = field(default_factory=list)
    reasons: list[str] = field(default_factory=list)
    no_reasons: list[str] = field(default_factory=list)
    cases: list[str] | None = None
    dates: list[str] | None = None

    @property
    def request(self) -> dict[str, Any]:
        """What she asked for, as the module takes it."""
        return {**REQUESTS[self.asked], "kept": self.keeps}


MAILS = [
    Mail(**entry) for file in sorted(FOLDER.glob("*.yml")) for entry in yaml.safe_load(file.read_text(encoding="utf-8"))
]

PLAIN = [mail for mail in MAILS if mail.verdict == "as-asked" and mail.asked == "everything" and not mail.keeps]
"""Mails that are as she asked, by their own words."""

SIGNS = "abcdefghijklmnopqrstuvwxyz0123456789.-_@+ ,;:<>()\"'/=\n"


def with_one_sign_changed(text: str) -> Iterator[str]:
    """The mail with one sign of one address or ID replaced by another; the case of a letter is left alone."""
    small = text.lower()
    for value in (*LOGINS.values(), *NOTIFICATIONS.values(), *IDS.values()):
        for found in re.finditer(re.escape(value), small):
            for at in range(found.start(), found.end()):
                for sign in SIGNS:
                    if sign != small[at]:
                        yield text[:at] + sign + text[at + 1 :]


def with_accounts_swapped(text: str) -> Iterator[str]:
    """The mail with the two logins, the two IDs, or both in each other's place."""
    for kinds in ((LOGINS,), (IDS,), (LOGINS, IDS)):
        swapped = text
        for values in kinds:
            swapped = _swapped(swapped, values["source"], values["destination"])
        if swapped != text:
            yield swapped


def _swapped(text: str, one: str, other: str) -> str:
    parts = re.split(f"({re.escape(one)}|{re.escape(other)})", text, flags=re.IGNORECASE)
    instead = {one: other, other: one}
    return "".join(instead.get(part.lower(), part) for part in parts)
