"""The page on the state of translations, and the files beside it, say what the command says."""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path

from built_pages import file_of
from lxml.html import HtmlElement

from projects import ROOT, run

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


def test_the_table_is_neither_printed_nor_found(built_site: Path) -> None:
    assert "mg-translations-page" not in (built_site / "en/print/index.html").read_text(encoding="utf-8")
    assert "mg-translations-page" not in (built_site / "search/en.json").read_text(encoding="utf-8")
