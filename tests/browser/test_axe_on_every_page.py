"""axe finds nothing on any page: whole pages, the theme's frame too, in each language and palette, narrow and wide."""

from __future__ import annotations

from typing import Literal

import axe
import pytest
from case_text import address_of
from playwright.sync_api import Browser, ViewportSize
from test_every_page import SLUGS

SIZES: list[ViewportSize] = [{"width": 360, "height": 800}, {"width": 1440, "height": 900}]
NOT_THERE = "no-such-page/"
"""Answered with the page that says so."""


@pytest.mark.some(6)
@pytest.mark.parametrize("window", SIZES, ids=lambda window: str(window["width"]))
@pytest.mark.parametrize("palette", ["light", "dark"])
@pytest.mark.parametrize("slug", [*SLUGS, NOT_THERE], ids=lambda slug: slug.strip("/") or "index")
def test_axe_finds_nothing(
    browser: Browser, site_address: str, code: str, slug: str, palette: Literal["light", "dark"], window: ViewportSize
) -> None:
    """No finding of any rule, best practices among them, from the top of the page to its end."""
    with browser.new_context(viewport=window, color_scheme=palette) as context:
        page = context.new_page()
        page.goto(site_address + address_of(code, slug))
        assert axe.findings(page, within="html") == []


def test_axe_would_find_what_stands_outside_of_landmarks(browser: Browser, site_address: str, code: str) -> None:
    """It judges the whole page, not only the text."""
    with browser.new_context(viewport=SIZES[0]) as context:
        page = context.new_page()
        page.goto(site_address + address_of(code, ""))
        page.evaluate("document.body.append(Object.assign(document.createElement('p'), { textContent: 'Outside' }))")
        assert [finding.partition(":")[0] for finding in axe.findings(page, within="html")] == ["region"]
