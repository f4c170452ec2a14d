"""The pages under ``docs/``: which are on the site, what their sources and their HTML hold.

Nothing here judges or renders a page.
"""

from __future__ import annotations

from mergeguide.pages.block_names import BLOCKS, EVERY_PAGE, PAGE_SHOWN_BY_BLOCK
from mergeguide.pages.citation_syntax import CITATION
from mergeguide.pages.configuration import FILE as CONFIGURATION
from mergeguide.pages.configuration import Configuration, docs_problem, extension_problem, read_configuration
from mergeguide.pages.field_sections import FIELDS_PAGE, PREFIX
from mergeguide.pages.headings import FRONT_MATTER, WrittenHeading, written_headings
from mergeguide.pages.html_sections import Section
from mergeguide.pages.indentation import without_indentation
from mergeguide.pages.markdown_syntax import REFERENCE, SEPARATOR, cells
from mergeguide.pages.page_index import Collected, collected
from mergeguide.pages.published import DOCS, EVERYTHING, MARKDOWN, Published, destination, published_files
from mergeguide.pages.search_settings import search_settings
from mergeguide.pages.shown_text import ShownSection, within
from mergeguide.pages.source import PageText, page_of, pages_of, printable, readable_pages
from mergeguide.pages.tolerance import is_tolerant

__all__ = [
    "BLOCKS",
    "CITATION",
    "CONFIGURATION",
    "DOCS",
    "EVERYTHING",
    "EVERY_PAGE",
    "FIELDS_PAGE",
    "FRONT_MATTER",
    "MARKDOWN",
    "PAGE_SHOWN_BY_BLOCK",
    "PREFIX",
    "REFERENCE",
    "SEPARATOR",
    "Collected",
    "Configuration",
    "PageText",
    "Published",
    "Section",
    "ShownSection",
    "WrittenHeading",
    "cells",
    "collected",
    "destination",
    "docs_problem",
    "extension_problem",
    "is_tolerant",
    "page_of",
    "pages_of",
    "printable",
    "published_files",
    "read_configuration",
    "readable_pages",
    "search_settings",
    "within",
    "without_indentation",
    "written_headings",
]
