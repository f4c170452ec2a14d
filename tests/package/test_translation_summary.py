"""The summary of a pull request: the same change gives the same text, held against one that somebody has read."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from mergeguide.data.guide import Guide
from mergeguide.translating.offered import Offered
from mergeguide.translating.summary import Change, as_markdown, changes_between
from mergeguide.translations import Section

GOLDEN = Path(__file__).with_name("translation_summary.md")
PLACE = "https://example.com/hanako/guide/{}/patch-1"
STAMPS = "docs/_data/translations/en/pages/"


def section(key: str, state: str, text: str = "Words.", source: str = "言葉。") -> Section:
    """A section of a page in English."""
    there = ("docs/ja/page.md", 3)
    return Section("en", "page.md", key, state, "docs/en/page.md", 3, there, None, source, text)  # type: ignore[arg-type]


BEFORE = [section("kept", "stale"), section("edited", "stale"), section("source", "fresh"), section("same", "fresh")]
NOW = [
    section("kept", "stale"),
    section("edited", "fresh", "Other words."),
    section("source", "stale", source="/// warning | 言葉\n```別の言葉。```\n///"),
    section("same", "fresh"),
    section("begun", "untracked"),
]
FILES = [
    Offered(f"{STAMPS}new page.yml", None, "sections: {}\n"),
    Offered(f"{STAMPS}page.yml", "sections:\n  old: 1\n", "sections:\n  new: 1\n"),
    Offered(f"{STAMPS}gone.yml", "sections: {}\n", None),
]


def owned(guide: Guide) -> Guide:
    """The guide, with somebody who keeps its English."""
    english = guide.languages["en"].model_copy(update={"owners": ("@hanako-example", "@example/english")})
    return replace(guide, languages={**guide.languages, "en": english})


def test_only_what_a_change_has_to_do_with_is_told() -> None:
    assert [each.now.key for each in changes_between(BEFORE, NOW)] == ["edited", "source", "begun"]
    assert [each.edited for each in changes_between(BEFORE, NOW)] == [True, False, True]
    assert changes_between(NOW, NOW) == []


def test_a_summary_is_the_text_that_was_read(guide: Guide) -> None:
    changes = [
        Change(each.was, each.now, "a ```fenced``` difference" if each.now.state == "stale" else "")
        for each in changes_between(BEFORE, NOW)
    ]
    assert "\n".join(as_markdown(owned(guide), changes, FILES, PLACE)) + "\n" == GOLDEN.read_text(encoding="utf-8")


def test_where_no_address_is_known_nothing_is_a_link(guide: Guide) -> None:
    text = "\n".join(as_markdown(guide, changes_between(BEFORE, NOW), FILES, ""))
    assert "](" not in text
    assert f"`{STAMPS}page.yml`" in text


def test_a_name_with_the_sign_between_cells_stays_in_its_cell(guide: Guide) -> None:
    english = guide.languages["en"].model_copy(update={"name": "A|B"})
    named = replace(guide, languages={**guide.languages, "en": english})
    assert r"| A\|B (en) |" in "\n".join(as_markdown(named, changes_between(BEFORE, NOW), FILES, ""))
