"""A tab in which one test after another opens the generator: that takes half as long as in a new one.

Each test finds it as if nobody had been there before. Not all can be undone: a test whose own text asks for what
outlives a page, as listeners, scripts, clocks and settings of the browser do, gets a tab of its own.
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from opening import CLIPBOARD, DESKTOP
from playwright.sync_api import Browser, Page

_OUTLIVES_A_PAGE = re.compile(
    r"\.(?:context|on|once|route|expose_\w+|add_init_script|emulate_media|set_viewport_size|clock|new_cdp_session"
    r"|expect_popup|new_page)\b"
)

_FORGET = "() => { sessionStorage.clear(); localStorage.clear(); window.name = ''; }"


def wants_its_own(test: Callable[..., object]) -> bool:
    """Whether a test asks for something that would be there still when the next one comes."""
    return bool(_OUTLIVES_A_PAGE.search(inspect.getsource(test)))


class SharedTab:
    """The tab; while somebody has it, the next one gets another."""

    def __init__(self, browser: Browser) -> None:
        self._browser = browser
        self._free: Page | None = None

    @contextmanager
    def lend(self, site: str) -> Iterator[Page]:
        """Lend it to a test that goes to pages of a site."""
        page, self._free = self._free or self._new(), None
        yield page
        self._take_back(page, site)

    @staticmethod
    def discard(page: Page) -> None:
        """Close a page whose test has failed: what it would have undone at its end may be there still."""
        page.context.close()

    def close(self) -> None:
        """Close it."""
        if self._free:
            self._free.context.close()

    def _take_back(self, page: Page, site: str) -> None:
        if self._free or page.context.pages != [page]:
            page.context.close()
        else:
            _leave_nothing(page, site)
            self._free = page

    def _new(self) -> Page:
        return self._browser.new_context(permissions=[*CLIPBOARD], viewport={**DESKTOP}).new_page()


def _leave_nothing(page: Page, site: str) -> None:
    page.goto(f"{site}robots.txt")  # of the same origin, and with nothing on it that could write anything
    page.evaluate(_FORGET)
    page.context.clear_cookies()
    page.mouse.move(-1, -1)
    session = page.context.new_cdp_session(page)
    session.send("Page.resetNavigationHistory")
    session.detach()
