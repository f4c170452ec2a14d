"""What a page's front matter says of search. What is wrong there has its cases in ``tests/rules``."""

from __future__ import annotations

import pytest

from mergeguide.pages.search_settings import SearchSettings, search_settings


@pytest.mark.parametrize(
    ("written", "settings"),
    [
        ("", SearchSettings()),
        ("title: How search counts\n", SearchSettings()),
        ("search: {exclude: true}\n", SearchSettings(excluded=True)),
        ("search:\n  boost: 0.5\n", SearchSettings(boost=0.5)),
        ("search: {boost: 2, exclude: false}\n", SearchSettings(boost=2)),
        ("search: {boost: 5e-1}\n", SearchSettings(boost=0.5)),
    ],
)
def test_a_page_says_how_it_counts(written: str, settings: SearchSettings) -> None:
    assert search_settings(f"---\n{written}---\n\n# Page\n") == settings


@pytest.mark.parametrize(
    "written",
    [
        *("exclude", "[exclude]", "~", "0.5", "{exclude: yes}", "{exclude: 1}", "{exclude: ~}", "{unknown: 2}"),
        *(f"{{boost: {value}}}" for value in ("high", "true", "0", "-1", ".inf", ".nan", "1000", "~", "[2]")),
        "{boost: [",
    ],
)
def test_a_page_that_says_it_wrongly_counts_like_others(written: str) -> None:
    assert search_settings(f"---\nsearch: {written}\n---\n\n# Page\n") == SearchSettings()


def test_a_page_without_front_matter_counts_like_others() -> None:
    assert search_settings("# Page\n\nsearch: {exclude: true}\n") == SearchSettings()
