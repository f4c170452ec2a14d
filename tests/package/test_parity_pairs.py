"""A translation beside its original: each defect is told at its place, and mended where no words are needed."""

from __future__ import annotations

from pathlib import Path
from typing import NotRequired, TypedDict

import pytest
from ruamel.yaml import YAML

from mergeguide.data.guide import Guide
from mergeguide.pages.page_index import collected
from mergeguide.pages.source import PageText
from mergeguide.parity import (
    in_order_of,
    parity_problems,
    section_alarms,
    section_problems,
    with_elements,
    with_ids,
    with_levels,
)
from mergeguide.translations.states import Section
from mergeguide.translations.units import page_units

ORIGINAL, OWN = "docs/ja/page.md", "docs/en/page.md"


class Told(TypedDict):
    """One problem; it is in the translation where no path is named."""

    path: NotRequired[str]
    line: int
    rule: str
    message: str


class Pair(TypedDict):
    """Two pages, what is told of them, and what they become."""

    defect: str
    ja: str
    en: str
    told: NotRequired[list[Told]]
    fixed: NotRequired[str]
    original: NotRequired[str]


PAIRS: list[Pair] = YAML(typ="safe", pure=True).load(Path(__file__).with_name("parity_pairs.yml"))


def sections(original: str, own: str) -> list[Section]:
    """The sections that both pages have, as if they had just been synced."""
    units = {unit.key: unit for unit in page_units(own)}
    return [
        Section(
            code="en",
            name="page.md",
            key=unit.key,
            state="fresh",
            path=OWN,
            line=units[unit.key].line,
            original=(ORIGINAL, unit.line),
            source_text=unit.text,
            text=units[unit.key].text,
        )
        for unit in page_units(original)
        if unit.key in units
    ]


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair["defect"])
def test_a_defect_is_told_at_its_place(guide: Guide, pair: Pair) -> None:
    texts = [PageText("ja", "page.md", ORIGINAL, pair["ja"]), PageText("en", "page.md", OWN, pair["en"])]
    found = [
        *parity_problems(guide, [collected(text) for text in texts]),
        *section_problems(guide, sections(pair["ja"], pair["en"]), {}),
    ]
    told = [(each.get("path", OWN), each["line"], each["rule"], each["message"]) for each in pair.get("told", [])]
    assert sorted((each.path, each.line, each.rule, each.message) for each in found) == sorted(told)
    assert all(each.remedy for each in found)


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair["defect"])
def test_what_needs_no_words_is_mended_and_nothing_else(guide: Guide, pair: Pair) -> None:
    original, own = with_ids(pair["ja"], pair["en"])
    own = in_order_of(original, with_levels(original, own))
    own = with_elements(guide, own, section_alarms(guide, sections(original, own)))
    assert own == pair.get("fixed", pair["en"])
    assert original == pair.get("original", pair["ja"])
    if "fixed" in pair:
        assert [*section_alarms(guide, sections(original, own))] == []
