"""What is tracked one by one: the text under one heading, what stands above the first, what the front matter shows."""

from __future__ import annotations

import pytest

from mergeguide.translations.units import page_units

PAGE = """---
title: A page
description: What it says.
search:
  boost: 0.6
---

Words above the first heading.

# A page { #page }

Words of the page.

## A part { #part }

Words of the part.

```sh
# no heading { #none }
```

### A part of it { #inner }

Words of what is within.

Another part { #other }
------------

Words of the other.
"""
KEYS = ["@meta", "@lead", "page", "part", "inner", "other"]


def digests(page: str) -> dict[str, str]:
    """Section → what stands for its words."""
    return {unit.key: unit.digest for unit in page_units(page)}


def test_each_heading_has_its_own_text_alone() -> None:
    assert [(unit.key, unit.line) for unit in page_units(PAGE)] == list(zip(KEYS, (1, 8, 10, 14, 22, 26), strict=True))


@pytest.mark.parametrize(
    ("old", "new", "changed"),
    [
        ("title: A page", "title: The page", ["@meta"]),
        ("What it says.", "What it is about.", ["@meta"]),
        ("boost: 0.6", "boost: 2", []),
        ("Words above", "What stands above", ["@lead"]),
        ("Words of the page.", "Text of the page.", ["page"]),
        ("Words of the part.", "Text of the part.", ["part"]),
        ("# no heading", "# still no heading", ["part"]),
        ("### A part of it", "### Some of it", ["inner"]),
        ("Words of what is within.", "Text of what is within.", ["inner"]),
        ("Another part", "The other part", ["other"]),
    ],
)
def test_a_change_is_one_of_its_section_and_of_none_around_it(old: str, new: str, changed: list[str]) -> None:
    before, after = digests(PAGE), digests(PAGE.replace(old, new))
    assert [key for key in before if after[key] != before[key]] == changed


def test_another_id_is_another_section_with_the_same_words() -> None:
    before, after = digests(PAGE), digests(PAGE.replace("#inner", "#within"))
    assert after.pop("within") == before.pop("inner")
    assert after == before


@pytest.mark.parametrize("separator", ["\u2028", "\u2029", "\x85", "\x0b", "\x0c", "\x1c"])
def test_only_a_line_feed_ends_a_line(separator: str) -> None:
    """Editors and Markdown count no other, though Python's own lines end at these too."""
    page = f"# T {{ #t }}\n\na{separator}b\n\n## X {{ #x }}\nfoo\nbar"
    assert [(unit.key, unit.line) for unit in page_units(page)] == [("t", 1), ("x", 5)]
    before = digests(page)
    for word in ("foo", "bar"):
        after = digests(page.replace(word, "other"))
        assert [key for key in before if after[key] != before[key]] == ["x"]
    assert list(digests(f"# T {{ #t }}\n\na{separator}b\n\n## X {{ #x }}")) == ["t", "x"]
