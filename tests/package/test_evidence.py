"""The mark behind a claim: never stronger than its sources, never younger, in the reader's language."""

from __future__ import annotations

import dataclasses
import datetime

import pytest
from plain_words import in_plain_words

from mergeguide.data.guide import Guide
from mergeguide.evidence.marks import Strength, dates_of_sources, last_day, mark, newest, strength_of
from mergeguide.schema.evidence import Claim, Source, SourcesFile

TODAY = datetime.date(2026, 11, 22)
SOURCES = {
    "F1": ("first-hand", "2024-04"),
    "F2": ("first-hand", "2025-11-30"),
    "F3": ("first-hand", None),
    "F4": ("first-hand", "2024-05-02"),
    "O1": ("official", "2026-09"),
    "O2": ("official", "2019"),
    "N1": ("secondary", "2025-10-27"),
}


def source(name: str, *, inferred: bool = False, experience: str | None = None) -> dict[str, object]:
    """A source as the data writes it."""
    kind, when = SOURCES.get(name, ("first-hand", experience))
    return {
        "id": name,
        "kind": kind,
        "language": "ja",
        "experience": experience or when,
        "inferred": inferred,
        "looked-at": "2026-11-22",
        "read": "whole",
    }


@pytest.fixture
def ledger(guide: Guide) -> Guide:
    """The real data with seven sources of its own."""
    return with_sources(guide, *(source(name) for name in SOURCES))


def with_sources(guide: Guide, *sources: dict[str, object]) -> Guide:
    """The real data with other sources."""
    file = SourcesFile.model_validate({"sources": sources})
    return dataclasses.replace(guide, records={**guide.records, "sources": file})


def claim(*sources: str, held: str | None = None, **rest: str) -> Claim:
    """A claim that rests on some sources."""
    evidence = [{"source": name, "says": f"what {name} says", "held": held} for name in sources]
    return Claim.model_validate({"id": "a-claim", "evidence": evidence, **rest})


@pytest.mark.parametrize(
    ("rests_on", "strength", "short", "english", "japanese"),
    [
        (claim("F1"), "one", "2024", "Apr 2024 · 1 report", "2024年4月・報告1件"),
        (claim("F1", "F2"), "several", "2024–2025", "2024–2025 · 2 reports", "2024〜2025年・報告2件"),
        (claim("F1", "F4"), "several", "2024", "May 2024 · 2 reports", "2024年5月・報告2件"),
        (claim("F3"), "one", "undated", "undated · 1 report", "日付不明・報告1件"),
        (claim("F1", held="2022-02"), "one", "2022", "Feb 2022 · 1 report", "2022年2月・報告1件"),
        (claim("O1"), "official", "2026", "Sep 2026 · official", "2026年9月・公式"),
        (claim("O1", "O2"), "official", "2019–2026", "2019–2026 · official", "2019〜2026年・公式"),
        (claim("F1", quoted="official"), "official", "2024", "Apr 2024 · AWS, as quoted", "2024年4月・AWSの文面の引用"),
        (claim("N1"), "secondary", "2025", "Oct 2025 · second-hand", "2025年10月・二次情報"),
        (claim("O1", basis="inferred"), "inferred", "our reading", "Sep 2026 · our reading", "2026年9月・推測"),
        (claim("F2", basis="unknown"), "unknown", "", "not known", "わかっていません"),
        (claim(basis="unknown"), "unknown", "", "not known", "わかっていません"),
    ],
)
def test_the_mark_of_each_strength(
    ledger: Guide, rests_on: Claim, strength: Strength, short: str, english: str, japanese: str
) -> None:
    assert strength_of(ledger, rests_on) == strength
    assert mark(ledger, in_plain_words(ledger, "en"), rests_on, TODAY).short == short
    for language, text in (("en", english), ("ja", japanese)):
        shown = mark(ledger, in_plain_words(ledger, language), rests_on, TODAY)
        assert (shown.text, shown.strength) == (text, strength)


@pytest.mark.parametrize("language", ["en", "ja"])
def test_evidence_is_old_a_year_after_its_newest_source(ledger: Guide, language: str) -> None:
    rests_on = claim("F1", "F2")  # the newer of 30 November 2025
    words = ledger.languages[language]
    assert not mark(ledger, words, rests_on, datetime.date(2025, 11, 30)).old
    assert not mark(ledger, words, rests_on, datetime.date(2026, 11, 30)).old
    assert mark(ledger, words, rests_on, datetime.date(2026, 12, 1)).old


def test_a_month_reaches_to_its_last_day(ledger: Guide) -> None:
    english = ledger.languages["en"]
    assert not mark(ledger, english, claim("F1"), datetime.date(2025, 4, 30)).old
    assert mark(ledger, english, claim("F1"), datetime.date(2025, 5, 1)).old


def test_what_is_not_known_does_not_grow_old_and_what_has_no_date_neither(ledger: Guide) -> None:
    english = ledger.languages["en"]
    assert not mark(ledger, english, claim("F1", basis="unknown"), datetime.date(2040, 1, 1)).old
    assert not mark(ledger, english, claim("F3"), datetime.date(2040, 1, 1)).old


def test_an_inferred_date_says_so_in_the_mark(guide: Guide) -> None:
    ledger = with_sources(guide, source("F9", experience="2023", inferred=True))
    assert mark(ledger, in_plain_words(guide, "en"), claim("F9"), TODAY).text == "about 2023 · 1 report"
    assert mark(ledger, in_plain_words(guide, "ja"), claim("F9"), TODAY).text == "2023年ごろ・報告1件"


@pytest.mark.parametrize(
    ("experience", "day"),
    [
        ("2024-02", "2024-02-29"),
        ("2023-02", "2023-02-28"),
        ("2024-12", "2024-12-31"),
        ("2024", "2024-12-31"),
        ("2024-04-15", "2024-04-15"),
        ("2022/2023", "2023-12-31"),
        ("2021-03-24/2025-10-29", "2025-10-29"),
        ("2024/..", "2024-12-31"),
        ("../2024-01-31", "2024-01-31"),
    ],
)
def test_the_last_day_that_a_date_surely_reaches(experience: str, day: str) -> None:
    found = last_day(Source.model_validate(source("F9", experience=experience)))
    assert found == datetime.date.fromisoformat(day)


def test_the_newest_source_is_the_one_whose_date_reaches_farthest() -> None:
    sources = [Source.model_validate(source(name)) for name in SOURCES]
    found = newest(dates_of_sources(sources))
    assert found is not None
    assert found.source == "O1"
    assert newest(dates_of_sources([Source.model_validate(source("F3"))])) is None
    assert newest([]) is None


@pytest.mark.parametrize("language", ["en", "ja"])
def test_every_claim_of_the_real_ledger_has_its_mark(guide: Guide, language: str) -> None:
    for known in guide.claims.values():
        shown = mark(guide, guide.languages[language], known, TODAY)
        assert shown.text
        assert "{" not in shown.text
        kinds = [guide.sources[name].kind for name in known.sources]
        if known.basis == "stated":
            # One kind, so that neither date nor number is lent by another.
            assert len(set(kinds)) == 1
        if shown.strength == "official":
            assert set(kinds) == {"official"} or known.quoted
        if shown.strength == "several":
            assert len(kinds) > 1
            assert set(kinds) == {"first-hand"}
