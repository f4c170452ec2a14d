"""A page's content as a tree: parsed once, however many read it.

Search, the copies in Markdown, the page for print, the gates and the comparison of translations all read the same HTML
while a site is built, in two rounds over the pages of a language. The trees are let go of when those of other pages
take their place.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
"""The elements of headings, by their level."""

_KEPT = 32
"""Trees: more than a language has pages."""


@lru_cache(_KEPT)
def page_tree(html: str) -> HtmlElement:
    """The tree of a page's content, which nobody may change.

    Args:
        html: the content as Markdown rendered it, or the article of a built page; not empty.
    """
    from lxml import html as lxml_html  # Whoever reads sources alone does without it.

    # As a document, because the parser of fragments refuses some that an author can write (a control character).
    return lxml_html.document_fromstring(f"<body>{html}</body>")
