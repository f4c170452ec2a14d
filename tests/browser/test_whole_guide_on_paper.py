"""`make pdf`: the whole guide of each language on numbered sheets, with the addresses that links lead to."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from case_text import address_of
from opening import LANGUAGES, program
from printed import comparable
from pypdf import PdfReader

from mergeguide.data.guide import Guide
from projects import ROOT
from turns import draws_some, some_of

CODES = [*some_of(LANGUAGES, len(LANGUAGES))]


@pytest.fixture(scope="module")
def sheets(built_site: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
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
    made = {file.stem.removeprefix("guide-"): PdfReader(file).pages for file in folder.glob("*.pdf")}
    assert made.keys() == {*CODES}
    return {code: [sheet.extract_text() for sheet in pages] for code, pages in made.items()}


def test_every_field_is_there_and_the_addresses_of_links(sheets: dict[str, list[str]], guide: Guide) -> None:
    """What is folded on a page is on paper, and a link says where it leads."""
    for code, texts in sheets.items():
        paper = comparable("".join(texts))
        assert paper.count(comparable(guide.languages[code].facts["on-the-form"])) >= len(guide.documented)
        assert "(https://www.aws.training/)" in paper


def test_sheets_are_numbered(sheets: dict[str, list[str]]) -> None:
    """Each says which it is, and of how many."""
    for texts in sheets.values():
        numbers = [f"{number} / {len(texts)}" for number in range(1, len(texts) + 1)]
        assert [number for number, text in zip(numbers, texts, strict=True) if number not in text] == []
        assert 50 < len(texts) < 130
