"""The search of the real site: its box as readers use it, its modules as the worker does."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page
from search_box import SearchBox


@pytest.fixture
def search(page: Page, site_address: str, code: str) -> SearchBox:
    """The search of an open page, in each language, not used yet."""
    return SearchBox(page, site_address, code).open("what-moves/")
