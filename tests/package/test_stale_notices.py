"""A reader is told in the section itself that it is behind, and where the source is."""

from __future__ import annotations

from dataclasses import replace

import pytest
from lxml import html

from mergeguide.data.guide import Guide
from mergeguide.rendering import with_notices
from mergeguide.translations import Section
from mergeguide.translations.differences import Change

PAGE = """<h1 id="page">Page <a href="#page">¶</a></h1>
<p>Text.</p>
<h2 class="x" id="one">One</h2>
<p>Text.</p>
<h3 id="two">Two</h3>
<p>Text.</p>"""


def noted(guide: Guide, *behind: str) -> list[tuple[str, str]]:
    """The links of the notices, each with the id of the heading that it stands under."""
    sections = [Section("en", "page.md", key, "fresh", "", 1) for key in ("page", "one", "two")]
    sections = [replace(each, state="stale") if each.key in behind else each for each in sections]
    page = with_notices(PAGE, sections, guide.languages["en"], guide.languages["ja"], "../../page/")
    tree = html.fragment_fromstring(page, create_parent=True)
    under = tree.xpath("//p[@class='mg-behind']/preceding-sibling::*[1]/@id")
    return list(zip(under, tree.xpath("//p[@class='mg-behind']/a/@href"), strict=True))


@pytest.mark.parametrize("key", ["page", "one", "two"])
def test_the_notice_stands_under_the_heading_and_leads_to_the_same_section(guide: Guide, key: str) -> None:
    assert noted(guide, key) == [(key, f"../../page/#{key}")]


def test_a_page_that_is_mostly_behind_says_so_once(guide: Guide) -> None:
    assert noted(guide, "one", "two") == [("page", "../../page/")]


def test_what_is_not_behind_has_no_notice(guide: Guide) -> None:
    assert noted(guide) == []


def test_what_its_page_tolerates_has_no_notice(guide: Guide) -> None:
    section = Section("en", "page.md", "one", "stale", "", 1, tolerated=True)
    assert with_notices(PAGE, [section], guide.languages["en"], guide.languages["ja"], "x") == PAGE


def test_the_notice_is_in_the_language_of_the_page_and_names_the_other(guide: Guide) -> None:
    sections = [Section("en", "page.md", "one", "stale", "", 1), Section("en", "page.md", "two", "fresh", "", 1)]
    page = with_notices(PAGE, sections, guide.languages["en"], guide.languages["ja"], "x")
    assert 'hreflang="ja">Read it in <span lang="ja">日本語</span></a>' in page
    assert guide.languages["en"].status["behind"] in page


@pytest.mark.parametrize(
    ("code", "told"), [("en", "changed on 20 November 2026"), ("ja", "2026年11月20日に変わりました")]
)
def test_a_notice_says_when_the_source_has_changed_where_that_is_known(guide: Guide, code: str, told: str) -> None:
    known = Section("en", "page.md", "one", "stale", "", 1, change=Change(3, 0.9, "2026-11-20"))
    unknown = Section("en", "page.md", "two", "stale", "", 1)
    others = [Section("en", "page.md", key, "fresh", "", 1) for key in ("page", "a", "b")]
    page = with_notices(PAGE, [known, unknown, *others], guide.languages[code], guide.languages["ja"], "x")
    notices = html.fragment_fromstring(page, create_parent=True).find_class("mg-behind")
    assert [told in notice.text_content() for notice in notices] == [True, False]


def test_a_page_that_is_mostly_behind_says_when_the_source_changed_last(guide: Guide) -> None:
    sections = [
        Section("en", "page.md", key, "stale", "", 1, change=Change(3, 0.9, day))
        for key, day in (("one", "2026-11-20"), ("two", "2026-11-23"))
    ]
    page = with_notices(PAGE, sections, guide.languages["en"], guide.languages["ja"], "x")
    assert "changed on 23 November 2026" in page
