"""`make pdf`: the whole guide of each language on numbered sheets, with the addresses that links lead to."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from case_text import address_of
from opening import LANGUAGES, program
from playwright.sync_api import Page
from printed import comparable
from pypdf import PdfReader
from pypdf.generic import Destination

from mergeguide.data.guide import Guide
from projects import ROOT
from turns import draws_some, some_of

CODES = [*some_of(LANGUAGES, len(LANGUAGES))]


class Paper:
    """A language's PDF. Reading a sheet takes a tenth of a second, so only those that are asked for are read."""

    def __init__(self, file: Path) -> None:
        self._pdf = PdfReader(file)
        self._read: dict[int, str] = {}

    def __len__(self) -> int:
        return len(self._pdf.pages)

    def __getitem__(self, place: int) -> str:
        """The text of a sheet; the first is 0."""
        if place not in self._read:
            self._read[place] = self._pdf.pages[place].extract_text()
        return self._read[place]

    def chapter(self, title: str) -> str:
        """The text of the sheets from a page of the guide to the next, as the PDF's own outline has them."""
        _, pages = self._pdf.outline
        assert isinstance(pages, list)
        chapters = [each for each in pages if isinstance(each, Destination)]
        begin = [self._pdf.get_destination_page_number(each) or 0 for each in chapters]
        (number,) = [number for number, each in enumerate(chapters) if comparable(str(each.title)) == comparable(title)]
        return "".join(self[place] for place in range(begin[number], begin[number + 1]))


@pytest.fixture(scope="module")
def papers(built_site: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Paper]:
    """Each language's sheets, as the command makes them; in ``make test`` those of one language."""
    folder = tmp_path_factory.mktemp("pdf")
    site = built_site
    if draws_some():
        site = folder / "site"
        site.mkdir()
        (site / "print").symlink_to(built_site / address_of(CODES[0], "print/"), target_is_directory=True)
    browser = os.environ.get("CHROMIUM_SHELL") or program()
    environment = {**os.environ, "CHROMIUM": str(browser)}
    subprocess.run([sys.executable, ROOT / ".ci/pdf.py", site, folder], env=environment, check=True)
    made = {file.stem.removeprefix("guide-"): Paper(file) for file in folder.glob("*.pdf")}
    assert made.keys() == {*CODES}
    return made


def test_every_field_is_there_and_the_addresses_of_links(papers: dict[str, Paper], guide: Guide) -> None:
    """What is folded on a page is on paper, and a link says where it leads."""
    for code, paper in papers.items():
        source = (ROOT / f"docs/{code}/form-fields.md").read_text(encoding="utf-8")
        chapter = comparable(paper.chapter(re.findall(r"^# (.*?) \{", source, re.MULTILINE)[0]))
        assert chapter.count(comparable(guide.languages[code].facts["on-the-form"])) >= len(guide.documented)
        assert "(https://www.aws.training/)" in chapter


def test_sheets_are_numbered(papers: dict[str, Paper]) -> None:
    """Each says which it is, and of how many."""
    for paper in papers.values():
        sheets = some_of(range(len(paper)), 8)
        assert [place for place in sheets if f"{place + 1} / {len(paper)}" not in paper[place]] == []
        assert 50 < len(paper) < 130


def test_on_a_phone_it_is_as_wide_as_the_window(page: Page, code: str, site_address: str) -> None:
    """Its page can be read before it is printed; a long line of code is scrolled by itself."""
    page.set_viewport_size({"width": 360, "height": 780})
    page.goto(site_address + address_of(code, "print/"))
    assert page.evaluate("document.documentElement.scrollWidth") == 360
