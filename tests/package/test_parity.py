"""The languages side by side: what is missing, doubled, misplaced or without an id is told with path and line."""

from __future__ import annotations

import pytest
from tiny_pages import page

from mergeguide.checks.pages.parity import parity_problems
from mergeguide.data.guide import Guide
from mergeguide.pages.page_index import Collected

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


def test_a_page_that_a_language_lacks(guide: Guide) -> None:
    assert found(guide, ORIGINAL) == [
        ("docs/ja/page.md", 1, "missing-page", 'The page "page.md" is missing in the language "en".')
    ]
    assert found(guide, page(JAPANESE, "en")) == [
        ("docs/en/page.md", 1, "missing-page", 'The page "page.md" is missing in the language "ja".')
    ]


def test_pages_in_folders_are_told_apart(guide: Guide) -> None:
    pages = [page("# A { #a }\n", "ja", "index.md"), page("# A { #a }\n", "en", "more/index.md")]
    assert [problem[0] for problem in found(guide, *pages)] == ["docs/ja/index.md", "docs/en/more/index.md"]


@pytest.mark.parametrize(
    ("change", "line", "rule", "message"),
    [
        (("## 一 { #one }", "## One"), 7, "heading-id", 'The heading "One" has no id of its own.'),
        (("{ #one }", "{ #One }"), 7, "heading-id", 'The id "One" is not in kebab-case.'),
        (("{ #one }", "{ #one_1 }"), 7, "heading-id", 'The id "one_1" is not in kebab-case.'),
        (("{ #three }", "{ #one }"), 11, "doubled-id", 'The id "one" already stands at line 7 of this page.'),
        (("## 三 { #three }", "Text."), 1, "missing-heading", '"#three" of docs/ja/page.md:11 is missing here.'),
        (("### 二", "## 二"), 9, "heading-level", '"#two" has level 2 here and 3 in docs/ja/page.md.'),
        (("## 三", "## More { #more }\n\n## 三"), 11, "extra-heading", '"#more" does not exist in docs/ja/page.md.'),
    ],
)
def test_headings_that_differ(guide: Guide, change: tuple[str, str], line: int, rule: str, message: str) -> None:
    problems = found(guide, ORIGINAL, in_english(change))
    assert ("docs/en/page.md", line, rule) in [problem[:3] for problem in problems]
    assert any(message in told for _, _, known, told in problems if known == rule)
    # Where an id is wrong, the right one is missing too; nothing else may be said.
    assert {problem[2] for problem in problems} - {rule} <= {"missing-heading", "extra-heading"}


def test_sections_in_another_order(guide: Guide) -> None:
    english = page("# T { #title }\n\n## 3 { #three }\n\n## 1 { #one }\n\n### 2 { #two }\n", "en")
    assert found(guide, ORIGINAL, english) == [
        (
            "docs/en/page.md",
            3,
            "heading-order",
            'From the heading "#three" on, the order differs from docs/ja/page.md.',
        )
    ]


def test_the_source_language_is_held_to_ids_too(guide: Guide) -> None:
    japanese = page("# 題\n", "ja")
    english = page("# Title\n", "en")
    assert [problem[:3] for problem in found(guide, japanese, english)] == [
        ("docs/ja/page.md", 1, "heading-id"),
        ("docs/en/page.md", 1, "heading-id"),
    ]


def test_every_problem_has_a_remedy(guide: Guide) -> None:
    spoiled = page("# A\n\n## B { #B }\n\n## C { #one }\n\n## D { #one }\n\n## E { #e }\n", "en")
    pages = [ORIGINAL, spoiled, page("# X { #x }\n", "ja", "alone.md")]
    problems = list(parity_problems(guide, pages))
    assert {problem.rule for problem in problems} >= {
        "heading-id",
        "doubled-id",
        "missing-page",
        "missing-heading",
        "extra-heading",
    }
    assert all(problem.remedy for problem in problems)
