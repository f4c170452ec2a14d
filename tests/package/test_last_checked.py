"""The day on which a page was last checked: the earliest of the claims that it cites, and never one that is missing."""

from __future__ import annotations

import dataclasses

import pytest

from mergeguide.data.guide import Guide
from mergeguide.evidence import last_checked
from mergeguide.schema.evidence import ClaimsFile

DAYS = {
    "older": "2025-03-09",
    "newer": "2026-11-25",
    "oldest": "2024-12-31",
    "unsigned": None,
    **{f"in-march-{number}": "2025-03" for number in range(12)},
    **{f"at-its-end-{number}": "2025-03-31" for number in range(12)},
}
SENTENCES = {
    "ja": ("最終確認：{}（このページの記述を出典と照合）", "最終確認：{}（ガイド全体の記述を出典と照合）"),
    "en": (
        "Last checked against the sources: {} (all statements on this page)",
        "Last checked against the sources: {} (all statements in this guide)",
    ),
}


def with_claims(guide: Guide, *names: str) -> Guide:
    """The real data with other claims, each checked on its day."""
    claims: list[dict[str, object]] = [
        {"id": name, "basis": "unknown"}
        | ({"checked": {"on": DAYS[name], "entries": "0" * 10, "words": {}}} if DAYS[name] else {})
        for name in names
    ]
    return dataclasses.replace(
        guide, records={**guide.records, "claims": ClaimsFile.model_validate({"claims": claims})}
    )


def said(guide: Guide, code: str, *cited: str) -> str:
    """What a page that cites these claims says."""
    html = "".join(f'<a class="mg-asof" href="../evidence/#claim-{name}">2025</a>' for name in cited)
    return last_checked(guide, guide.languages[code], html)


@pytest.mark.parametrize(("code", "day"), [("ja", "2025年3月9日"), ("en", "9 March 2025")])
def test_a_page_says_when_the_claim_that_waits_longest_was_checked(guide: Guide, code: str, day: str) -> None:
    ledger = with_claims(guide, "older", "newer", "oldest")
    assert said(ledger, code, "newer", "older") == SENTENCES[code][0].format(day)


@pytest.mark.parametrize(("code", "day"), [("ja", "2024年12月31日"), ("en", "31 December 2024")])
def test_a_page_without_claims_speaks_of_the_whole_guide(guide: Guide, code: str, day: str) -> None:
    ledger = with_claims(guide, "older", "newer", "oldest")
    assert said(ledger, code) == SENTENCES[code][1].format(day)


def test_where_a_claim_was_never_checked_no_day_is_said(guide: Guide) -> None:
    ledger = with_claims(guide, "newer", "unsigned")
    assert said(ledger, "ja", "newer", "unsigned") == said(ledger, "ja") == ""
    assert said(ledger, "ja", "newer")


def test_of_a_month_and_its_last_day_the_month_is_said_each_time(guide: Guide) -> None:
    for number in range(12):
        ledger = with_claims(guide, f"at-its-end-{number}", f"in-march-{number}")
        assert said(ledger, "en", *ledger.claims) == SENTENCES["en"][0].format("March 2025")
