"""The search box of an open page, as a reader uses it."""

from __future__ import annotations

from urllib.parse import urlsplit

from case_text import address_of
from playwright.sync_api import Locator, Page, expect


class SearchBox:
    """The theme's search box, and what was loaded for it.

    Attributes:
        page: the browser's page.
        loaded: the paths of what was asked of the network, the page itself included.
        said: what was written to the console, or thrown.
    """

    def __init__(self, page: Page, site: str, code: str) -> None:
        self.page = page
        self.site = site
        self.code = code
        self.loaded: list[str] = []
        self.said: list[str] = []
        page.on("request", lambda request: self.loaded.append(urlsplit(request.url).path))
        page.on("console", lambda message: self.said.append(message.text))
        page.on("pageerror", lambda error: self.said.append(str(error)))

    def open(self, slug: str) -> SearchBox:
        """Go to a page."""
        self.page.goto(self.site + address_of(self.code, slug))
        return self

    @property
    def loaded_for_search(self) -> list[str]:
        """The search's own files among what was loaded, by their path below the site."""
        below = urlsplit(self.site).path
        paths = [path.removeprefix(below) for path in self.loaded]
        return sorted(path for path in paths if path.startswith(("search/", "assets/javascripts/search")))

    @property
    def field(self) -> Locator:
        """What is typed into."""
        return self.page.locator(".md-search__input")

    @property
    def state(self) -> Locator:
        """What is said above the results."""
        return self.page.locator(".md-search-result__meta")

    @property
    def results(self) -> Locator:
        """Links to pages and sections that are seen, the best page first."""
        return self.page.locator(".md-search-result__item > a")

    def search_for(self, query: str) -> SearchBox:
        """Put a query into the field, and wait for what it finds.

        All at once: key by key, what is found for its beginning could be taken for that.
        """
        self.field.click()
        self.page.keyboard.insert_text(query)
        expect(self.results.first).to_be_visible()
        return self
