"""What of the theme's script serves nothing here: parts are known by the texts in them, since their names change.

A test holds the pages and ``mkdocs.yml`` against these lists.
"""

from __future__ import annotations

from collections.abc import Iterable

ELEMENTS = frozenset(
    {
        ".annotate:not(.highlight)",
        ".footnote-ref",
        "[data-tabs]",
        "[title]:not([data-preview])",
        "a",
        "pre.mermaid",
    }
)
"""Selectors of elements in the text that the script does something with: there are none, or what it does is a feature
that is off (of links: they are shown before they are opened; of titles and footnotes: they are shown as tooltips).
"""

COMPONENTS = frozenset(
    {"announce", "consent", "progress", "search-share", "search-suggest", "source", "tabs", "top"},
)
"""Values of ``data-md-component`` that no page has; the announcement is empty and cannot be sent away."""

HANDLERS = frozenset(
    {".md-toggle--indeterminate", "[data-clipboard-target], [data-clipboard-text]", "link[rel=alternate]"}
)
"""Texts in functions that are called once for the whole page, and do nothing where nothing fits them."""

FEATURES = frozenset({"navigation.instant", "search.highlight"})
"""The theme's features for which a part of its own is called where they are on."""

VERSIONS = "mike"
"""What publishes several versions of a site: the menu of versions is called where it is in use."""

COPYING = "isSupported"
"""What is asked before a button that copies is put beside a block of code."""

OF_CODE = frozenset({"content.code.annotate", "content.code.select"})
"""Features of blocks of code: without them and their classes, which no page has, a block is made to scroll, no more."""

OFF = frozenset({"content.lazy", "content.tooltips", "header.autohide", "navigation.tracking"})
"""Features that are asked for in the midst of something else."""

HANDED_OVER = frozenset({"asyncIterator", "getReader"})
"""Properties of what the script's library can listen to as well, and never gets."""

FILLED = frozenset({"entries", "scrollTo", "values"})
"""Functions that the script makes where a browser has none: they are older than modules,
which the pages are written with.
"""

UNREAD = "sitemap$"
"""A property that is handed over to parts which have gone."""

SCHEME = "color-scheme"
"""The element for the head that names the palette's scheme. The style sheet says the same of the page (frame.css); each
time that this element comes or is written to, the browser works out the style of the whole page anew.
"""

ON_DEMAND = "sitemap.xml"
"""Text in the function that makes what it holds: that does nothing until somebody asks it."""

_PRESUMED_OFF = (
    FEATURES
    | OF_CODE
    | OFF
    | {
        "announce.dismiss",
        "content.code.copy",
        "content.footnote.tooltips",
        "content.tabs.link",
        "navigation.instant.preview",
        "navigation.instant.progress",
        "navigation.tabs",
        "navigation.top",
    }
)


def needs_all(features: Iterable[str]) -> bool:
    """Whether a feature is on without which the parts are known to serve nothing."""
    return not _PRESUMED_OFF.isdisjoint(features)
