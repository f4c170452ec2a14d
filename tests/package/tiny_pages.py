"""Pages of a few lines, as the gates take them."""

from __future__ import annotations

from mergeguide.pages.page_index import Collected, collected
from mergeguide.pages.source import PageText


def page(source: str, code: str = "en", name: str = "page.md", html: str = "") -> Collected:
    """A page with its source and, where it matters, what it renders to."""
    return collected(PageText(code, name, f"docs/{code}/{name}", source, html))
