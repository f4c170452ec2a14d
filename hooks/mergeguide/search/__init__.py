"""The search's index: a language's pages as sections of plain text, one file a language, read by the reader's browser.

What is found for which words, the browser decides: ``docs/assets/javascripts/search/``.
"""

from __future__ import annotations

from mergeguide.search.index import SearchIndex
from mergeguide.search.text import FoundSection, found_sections

__all__ = ["FoundSection", "SearchIndex", "found_sections"]
