"""The browser draws with the fonts of the tests, whatever fonts the machine has: else measures differ by machine."""

from __future__ import annotations

import sys

import pytest
from case_text import CaseText
from playwright.sync_api import Page
from printed import comparable, sheets

from fonts import FAMILIES

JAPANESE = "統合の依頼文です。"
LATIN = "Łukasz O’Brien 12345"
fontconfig = pytest.mark.skipif(sys.platform in {"darwin", "win32"}, reason="the system's own fonts are used there")


@fontconfig
def test_every_text_is_drawn_with_the_fonts_of_the_tests(page: Page) -> None:
    for family in ("sans-serif", "serif", "monospace", "Arial", "system-ui"):
        page.set_content(f"<p style='font-family: {family}'>{JAPANESE} {LATIN}</p>")
        assert drawn_with(page, "p") == FAMILIES, family


@fontconfig
def test_the_generator_is_drawn_with_the_fonts_of_the_tests(look: CaseText) -> None:
    assert drawn_with(look.page, "h1") & FAMILIES
    assert drawn_with(look.page, "h1") <= FAMILIES


def test_what_is_printed_can_be_read_again(page: Page) -> None:
    page.set_content(f"<p>{JAPANESE} {LATIN}</p>")
    on_paper = comparable(sheets(page)[0])
    assert comparable(JAPANESE) in on_paper
    assert comparable(LATIN) in on_paper


def drawn_with(page: Page, selector: str) -> set[str]:
    """The fonts that the text of an element is drawn with."""
    session = page.context.new_cdp_session(page)
    session.send("DOM.enable")
    session.send("CSS.enable")
    root = session.send("DOM.getDocument")["root"]["nodeId"]
    element = session.send("DOM.querySelector", {"nodeId": root, "selector": selector})["nodeId"]
    fonts = session.send("CSS.getPlatformFontsForNode", {"nodeId": element})["fonts"]
    session.detach()
    return {font["familyName"] for font in fonts}
