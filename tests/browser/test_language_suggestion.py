"""A page offers itself in the language that the reader's browser prefers; nobody is sent anywhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from axe import findings
from playwright.sync_api import Browser, Page, expect

OFFERED = ".mg-suggestion:visible"
MOVED = """
() => {
  window.moved = 0;
  new PerformanceObserver((list) => { for (const each of list.getEntries()) window.moved += each.value; })
    .observe({ type: "layout-shift", buffered: true });
}
"""


@contextmanager
def reading(browser: Browser, site: str, language: str) -> Iterator[Page]:
    """A page in a tab of its own, whose reader's browser prefers a language."""
    context = browser.new_context(base_url=site, locale=language)
    yield context.new_page()
    context.close()


@pytest.mark.some(2)
@pytest.mark.parametrize(
    ("language", "here", "words", "there"),
    [
        ("en-US", "/privacy/#shared-device", "Read this page in English", "/en/privacy/#shared-device"),
        ("en-GB", "/case-text/", "Read this page in English", "/en/case-text/"),
        ("ja-JP", "/en/", "このページを日本語で読む", "/"),
        ("ja", "/en/replies/", "このページを日本語で読む", "/replies/"),
    ],
)
def test_the_page_and_the_section_are_offered(
    browser: Browser, site_address: str, language: str, here: str, words: str, there: str
) -> None:
    with reading(browser, site_address, language) as page:
        page.set_viewport_size({"width": 390, "height": 844})
        page.add_init_script(f"({MOVED})()")
        page.goto(here)
        offer = page.locator(OFFERED)
        expect(offer).to_have_count(1)
        assert offer.get_attribute("lang") == language[:2]
        assert page.evaluate("window.moved") == 0
        assert page.evaluate("sessionStorage.length") == 0
        assert findings(page, within="html") == []
        link = offer.get_by_role("link", name=words)
        link.focus()
        page.keyboard.press("Enter")
        page.wait_for_url(site_address.rstrip("/") + there)
        expect(page.locator(OFFERED)).to_have_count(0)


@pytest.mark.some(2)
@pytest.mark.parametrize(("language", "here"), [("ja-JP", "/privacy/"), ("en-US", "/en/privacy/"), ("de", "/privacy/")])
def test_nothing_is_offered_to_who_prefers_the_page_as_it_is(
    browser: Browser, site_address: str, language: str, here: str
) -> None:
    with reading(browser, site_address, language) as page:
        page.goto(here)
        expect(page.locator(".mg-suggestion")).to_have_count(1)
        expect(page.locator(OFFERED)).to_have_count(0)


def test_what_she_chose_holds_for_the_tab_and_no_longer(browser: Browser, site_address: str) -> None:
    with reading(browser, site_address, "en-US") as page:
        page.goto("/privacy/")
        page.locator(OFFERED).get_by_role("button", name="Close").click()
        expect(page.locator(OFFERED)).to_have_count(0)
        for again in ("/privacy/", "/what-moves/"):
            page.goto(again)
            expect(page.locator(OFFERED)).to_have_count(0)
        assert page.evaluate(
            "[document.cookie, Object.keys(localStorage).filter((key) => key.includes('mergeGuide'))]"
        ) == [
            "",
            [],
        ]
        other = page.context.new_page()
        other.goto("/privacy/")
        expect(other.locator(OFFERED)).to_have_count(1)


def test_who_changed_the_language_is_not_asked(browser: Browser, site_address: str) -> None:
    with reading(browser, site_address, "en-US") as page:
        page.goto("/en/privacy/")
        page.locator(".md-select__link[hreflang=ja]").evaluate("(link) => link.click()")
        page.wait_for_url("**/privacy/")
        expect(page.locator(OFFERED)).to_have_count(0)


def test_it_is_neither_printed_nor_there_without_a_script(browser: Browser, site_address: str) -> None:
    with reading(browser, site_address, "en-US") as page:
        page.goto("/privacy/")
        expect(page.locator(OFFERED)).to_have_count(1)
        page.emulate_media(media="print")
        expect(page.locator(OFFERED)).to_have_count(0)
    context = browser.new_context(base_url=site_address, locale="en-US", java_script_enabled=False)
    page = context.new_page()
    page.goto("/privacy/")
    expect(page.locator(OFFERED)).to_have_count(0)
    context.close()


def test_a_page_that_is_not_found_offers_nothing(browser: Browser, site_address: str) -> None:
    with reading(browser, site_address, "en-US") as page:
        page.goto("/404.html")
        expect(page.locator(".mg-suggestion")).to_have_count(0)


def test_no_page_sends_anybody_to_another_address(built_site: Path) -> None:
    sends = re.compile(r"location\s*=[^=]|location\.(?:href|pathname)\s*=[^=]|location\.(?:assign|replace)\(")
    inline = re.compile(r"<script(?![^>]*json)[^>]*>(.*?)</script>", re.DOTALL)
    # The theme's own takes who presses "p" or "n" to the page before and the next one.
    ours = (file for file in built_site.rglob("*.js") if not file.name.startswith("bundle."))
    scripts = {file: file.read_text(encoding="utf-8") for file in ours}
    for page in built_site.rglob("*.html"):
        text = page.read_text(encoding="utf-8")
        scripts[page] = "\n".join(inline.findall(text))
        assert not re.search("http-equiv=.?refresh", text), page
    assert [file for file, script in scripts.items() if sends.search(script)] == []
