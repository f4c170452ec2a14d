"""The page on the state of translations, and the files beside it, say what the command says."""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path

from built_pages import file_of, parsed
from lxml.html import HtmlElement
from steps import unexpected

from mergeguide.data.guide import Guide
from projects import ROOT, CopyProject, run

PAGE = "translation-status/"


def asked(*arguments: str) -> str:
    """What the command prints."""
    hooks = str(ROOT / "hooks")
    return run("-m", "mergeguide", "translations", *arguments, cwd=ROOT, PYTHONPATH=hooks).output


def test_the_data_beside_the_page_is_what_the_command_prints(built_site: Path) -> None:
    beside = json.loads((built_site / PAGE / "status.json").read_text(encoding="utf-8"))
    assert beside == json.loads(asked("status", "--json"))


def test_the_table_has_every_section_of_every_page(built_site: Path, site_pages: dict[str, HtmlElement]) -> None:
    sections = json.loads((built_site / PAGE / "status.json").read_text(encoding="utf-8"))["sections"]
    wanted = Counter(one["page"] for one in sections if one["page"])
    for code in ("ja", "en"):
        (table,) = site_pages[file_of(code, PAGE)].find_class("mg-translations")
        shown = [len(page.xpath(".//tbody/tr")) for page in table.iter("details")]
        assert shown == [*(wanted[name] for name in sorted(wanted)), 0]
        assert len(table.xpath(".//tbody//th/a[contains(@href, '#')]")) == sum(
            "@" not in one["section"] for one in sections if one["page"]
        )
        assert table.xpath(".//details[@open]") == []


def test_the_badge_of_each_translation_is_on_the_page(built_site: Path, site_pages: dict[str, HtmlElement]) -> None:
    for code in ("ja", "en"):
        (picture,) = site_pages[file_of(code, PAGE)].xpath("//div[@class='mg-translations']//img")
        shown = (built_site / file_of(code, PAGE)).parent / picture.get("src")
        (percent,) = re.findall(r">([0-9]+ %)</text>", shown.read_text(encoding="utf-8"))
        assert picture.get("alt").endswith(percent)


def test_the_table_is_neither_printed_nor_found(built_site: Path, guide: Guide) -> None:
    # Of a page, the one for paper has the HTML, and the index of the search has the words.
    folded, words = "mg-translations-page", guide.languages["en"].status["as-data"]
    page = (built_site / file_of("en", PAGE)).read_text(encoding="utf-8")
    found = (built_site / "search/en.json").read_text(encoding="utf-8")
    assert folded in page
    assert words in page
    assert f"en/{PAGE}" in found
    assert folded not in (built_site / "en/print/index.html").read_text(encoding="utf-8")
    assert words not in found


def test_a_section_that_is_behind_says_so_where_it_stands(project_copy: CopyProject, guide: Guide) -> None:
    old, new = "検索した言葉は送信しません。", "検索した言葉は記録しません。"
    project = project_copy()
    project.sync_translations()
    project.edit("docs/ja/privacy.md", old, new)
    outcome = project.build("--strict")
    assert outcome.status == 0, outcome.output
    assert "[stale-translation]" in outcome.output
    assert unexpected(outcome.output) == ""
    noted = {
        file.relative_to(project.root / "site").as_posix(): tree.xpath("//p[@class='mg-behind']/a/@href")
        for file in (project.root / "site").rglob("index.html")
        if (tree := parsed(file)).find_class("mg-behind")
    }
    assert noted.pop("en/privacy/index.html") == ["../../privacy/#what-the-page-does"]
    # The page for paper has it, too.
    assert list(noted) == ["en/print/index.html"]
    told = guide.languages["en"].status["behind"]
    assert told in project.text("site/en/privacy/index.html")
    assert told not in project.text("site/search/en.json")
    assert project.check("site").status == 0
