"""The languages side by side. What is missing, doubled or misplaced has its cases in ``tests/rules``."""

from __future__ import annotations

from tiny_pages import page

from mergeguide.data.guide import Guide
from mergeguide.pages.page_index import Collected
from mergeguide.parity.headings import parity_problems

JAPANESE = """\
---
title: 題
---

# 題 { #title }

## 一 { #one }

### 二 { #two }

## 三 { #three }
"""


def found(guide: Guide, *pages: Collected) -> list[tuple[str, int, str, str]]:
    """Path, line, rule and message of each problem."""
    return [(item.path, item.line, item.rule, item.message) for item in parity_problems(guide, pages)]


def in_english(*changes: tuple[str, str]) -> Collected:
    """The English page beside the Japanese one, with texts replaced."""
    source = JAPANESE
    for old, new in changes:
        assert source.count(old) == 1
        source = source.replace(old, new)
    return page(source, "en")


ORIGINAL = page(JAPANESE, "ja")


def test_equal_pages_have_no_problems(guide: Guide) -> None:
    assert found(guide, ORIGINAL, in_english(("題 {", "Title {"), ("一", "One"), ("二", "Two"), ("三", "Three"))) == []


def test_pages_in_folders_are_told_apart(guide: Guide) -> None:
    pages = [page("# A { #a }\n", "ja", "index.md"), page("# A { #a }\n", "en", "more/index.md")]
    assert [problem[0] for problem in found(guide, *pages)] == ["docs/ja/index.md", "docs/en/more/index.md"]
