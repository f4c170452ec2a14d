"""Which browser the tests use, how it is started, and in which languages the guide is read."""

from __future__ import annotations

import os
import shutil
from typing import Any, Protocol

from case_text import CaseText
from playwright.sync_api import Browser, Playwright, ViewportSize

from projects import ROOT

LANGUAGES = sorted(path.stem for path in (ROOT / "docs/_data/languages").glob("*.yml"))
"""The languages that the guide is read in."""
PROGRAMS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge")
# Their reader prefers no language of the guide, so that no page offers itself in another.
ARGUMENTS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--accept-lang=fr")
CLIPBOARD = ("clipboard-read", "clipboard-write")
DESKTOP: ViewportSize = {"width": 1280, "height": 900}


class OpenCaseText(Protocol):
    """``open_case_text("ja", query="?situation=left-company", timezone_id="Asia/Tokyo")``."""

    def __call__(self, code: str, query: str = "", *, clock: bool = False, **options: Any) -> CaseText:
        """Open the generator in a profile of its own.

        Args:
            clock: with a clock that runs only when the test lets it run.
            options: the context's.
        """


def program() -> str | None:
    """The browser to use: ``CHROMIUM``, or the first one that is installed. None is ever downloaded."""
    return os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, PROGRAMS)), None)


def start(playwright: Playwright, *, with_windows: bool = False, **options: Any) -> Browser:
    """Start the browser: Chromium's headless shell (``CHROMIUM_SHELL``) if one is named, since it opens a page quicker.

    Args:
        with_windows: the browser that readers have, which does more than show pages: it keeps those that were left.
        options: Playwright's.

    Raises:
        FileNotFoundError: there is none.
    """
    found = (not with_windows and os.environ.get("CHROMIUM_SHELL")) or program()
    if not found:
        raise FileNotFoundError("There is no Chromium. Install one, or name it: CHROMIUM=/path/to/it")
    return playwright.chromium.launch(executable_path=found, args=list(ARGUMENTS), **options)
