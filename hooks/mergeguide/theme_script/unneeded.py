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

COMPONENTS = frozenset({"announce", "consent", "progress", "source", "tabs", "top"})
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

_PRESUMED_OFF = FEATURES | {
    "announce.dismiss",
    "content.code.copy",
    "content.footnote.tooltips",
    "content.tabs.link",
    "content.tooltips",
    "navigation.instant.preview",
    "navigation.instant.progress",
    "navigation.tabs",
    "navigation.top",
}


def needs_all(features: Iterable[str]) -> bool:
    """Whether a feature is on without which the parts are known to serve nothing."""
    return not _PRESUMED_OFF.isdisjoint(features)
