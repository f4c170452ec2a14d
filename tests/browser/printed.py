"""What stands on paper: a page's PDF, read again."""

from __future__ import annotations

import io
import re
import unicodedata

from playwright.sync_api import Page, PdfMargins
from pypdf import PdfReader

MARGIN = "0.4in"
"""What browsers leave at each edge unless the page or the reader says otherwise."""


def sheets(page: Page, paper: str = "A4") -> list[str]:
    """The text of each sheet that comes out of the printer."""
    margins: PdfMargins = {"top": MARGIN, "right": MARGIN, "bottom": MARGIN, "left": MARGIN}
    return [sheet.extract_text() for sheet in PdfReader(io.BytesIO(page.pdf(format=paper, margin=margins))).pages]


def comparable(text: str) -> str:
    """Text without its layout: PDFs break lines anywhere, join letters, and name some kanji as radicals."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text).replace("\u2027", "\u30fb"))


def missing_lines(lines: list[str], on_paper: str) -> list[str]:
    """The lines that are not on paper."""
    flat = comparable(on_paper)
    return [line for line in lines if comparable(line) not in flat]
