"""What makes a section of a translation stale, and what does not: every kind of edit, on every page, both ways."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from staleness import MUST_BE_SILENT, MUST_FIRE, Edit

from mergeguide.translations.units import Unit, digest, page_units

RecordProperty = Callable[[str, object], None]
Pages = dict[str, tuple[Unit, ...]]
LANGUAGES = ("ja", "en")


@pytest.fixture(scope="module")
def pages(root: Path) -> Pages:
    """The sections of every page of both languages, each of which can be the source of the other."""
    found = sorted(path for code in LANGUAGES for path in (root / "docs" / code).glob("*.md"))
    return {path.relative_to(root).as_posix(): page_units(path.read_text(encoding="utf-8")) for path in found}


def edited(pages: Pages, edit: Edit) -> dict[str, tuple[str, str]]:
    """Section → its text before and after an edit, where there was something to edit."""
    sections = {
        f"{path}#{unit.key}": unit.text for path, units in pages.items() for unit in units if unit.key[0] != "@"
    }
    return {address: (text, new) for address, text in sections.items() if (new := edit(text)) != text}


@pytest.mark.parametrize("kind", MUST_FIRE)
def test_a_change_of_what_is_said_makes_the_translation_stale(
    pages: Pages, kind: str, record_property: RecordProperty
) -> None:
    tried = edited(pages, MUST_FIRE[kind])
    assert tried
    assert [address for address, (old, new) in tried.items() if digest(old) == digest(new)] == []
    record_property("staleness", [kind, "must fire", len(tried)])


@pytest.mark.parametrize("kind", MUST_BE_SILENT)
def test_another_way_to_write_the_same_does_not(pages: Pages, kind: str, record_property: RecordProperty) -> None:
    tried = edited(pages, MUST_BE_SILENT[kind])
    assert tried
    assert [address for address, (old, new) in tried.items() if digest(old) != digest(new)] == []
    record_property("staleness", [kind, "must be silent", len(tried)])


def test_there_are_enough_kinds() -> None:
    assert len(MUST_FIRE) >= 25
    assert len(MUST_BE_SILENT) >= 20
