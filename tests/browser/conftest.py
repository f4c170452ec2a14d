"""The real page in a real browser: one browser for all tests, and a profile in which nobody has been for each."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator
from contextlib import ExitStack
from typing import Any

import pytest
from case_text import CaseText
from opening import CLIPBOARD, DESKTOP, LANGUAGES, OpenCaseText, start
from playwright.sync_api import Browser, Page, Playwright, sync_playwright
from shared_tab import SharedTab, wants_its_own

from mergeguide.data.guide import Guide

FAILED = pytest.StashKey[bool]()
"""At a test: it has failed."""


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Let fixtures know at their end whether the test has failed."""
    report = yield
    if report.failed:
        item.stash[FAILED] = True
    return report


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """The driver."""
    with sync_playwright() as running:
        yield running


@pytest.fixture(scope="session")
def browser(playwright: Playwright) -> Iterator[Browser]:
    """The browser of all tests."""
    running = start(playwright)
    yield running
    running.close()


@pytest.fixture(params=LANGUAGES)
def code(request: pytest.FixtureRequest) -> str:
    """The reader's language; a test that wants it runs once for each."""
    return str(request.param)


@pytest.fixture
def open_case_text(browser: Browser, guide: Guide, site_address: str) -> Iterator[OpenCaseText]:
    """Open the generator, each time in a profile of its own. Nothing may be written to the console."""
    with ExitStack() as contexts:
        opened: list[CaseText] = []

        def open_one(code: str, query: str = "", *, clock: bool = False, **options: Any) -> CaseText:
            context = browser.new_context(**{"permissions": [*CLIPBOARD], "viewport": {**DESKTOP}, **options})
            contexts.callback(context.close)
            if clock:
                context.clock.install()
            opened.append(CaseText(context.new_page(), guide, code, site_address))
            opened[-1].open(query)
            if clock:
                # An installed clock goes on by itself until it is told to stop.
                opened[-1].page.clock.pause_at(opened[-1].page.evaluate("Date.now()") / 1000 + 60)
            return opened[-1]

        yield open_one
        assert [each.said for each in opened if each.said] == [], "the page wrote to the console, or threw"


@pytest.fixture(scope="session")
def shared_tab(browser: Browser) -> Iterator[SharedTab]:
    """The tab of all tests that only use the page."""
    tab = SharedTab(browser)
    yield tab
    tab.close()


@pytest.fixture
def opened(
    request: pytest.FixtureRequest, shared_tab: SharedTab, guide: Guide, site_address: str
) -> Iterator[Callable[[str], CaseText]]:
    """Open the generator, nothing filled in, in the shared tab where the test can do with it."""
    if wants_its_own(request.function):
        yield request.getfixturevalue("open_case_text")
        return
    with ExitStack() as tabs:
        cases: list[CaseText] = []

        def open_one(code: str) -> CaseText:
            page = tabs.enter_context(shared_tab.lend(site_address))
            cases.append(CaseText(page, guide, code, site_address).open())
            return cases[-1]

        yield open_one
        for case in cases:
            if request.node.stash.get(FAILED, False):
                shared_tab.discard(case.page)
            else:
                case.leave()
    assert [case.said for case in cases if case.said] == [], "the page wrote to the console, or threw"


@pytest.fixture
def case(opened: Callable[[str], CaseText], code: str) -> CaseText:
    """The generator in each language, nothing filled in."""
    return opened(code)


@pytest.fixture
def ja(opened: Callable[[str], CaseText]) -> CaseText:
    """The generator in Japanese, nothing filled in."""
    return opened("ja")


@pytest.fixture
def en(opened: Callable[[str], CaseText]) -> CaseText:
    """The generator in English, nothing filled in."""
    return opened("en")


@pytest.fixture(scope="session")
def untouched(browser: Browser, guide: Guide, site_address: str) -> Iterator[dict[str, CaseText]]:
    """One page for each language, for tests that only look: nothing may be filled in or pressed on it."""
    with ExitStack() as contexts:
        pages: dict[str, CaseText] = {}
        for code in LANGUAGES:
            context = browser.new_context(viewport=DESKTOP)
            contexts.callback(context.close)
            pages[code] = CaseText(context.new_page(), guide, code, site_address).open()
        yield pages


@pytest.fixture
def look(untouched: dict[str, CaseText], code: str) -> CaseText:
    """The generator in each language, only to be looked at."""
    return untouched[code]


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """An empty page in a profile of its own."""
    with ExitStack() as contexts:
        context = browser.new_context(viewport=DESKTOP)
        contexts.callback(context.close)
        yield context.new_page()
