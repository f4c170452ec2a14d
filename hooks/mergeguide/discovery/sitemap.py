"""``sitemap.xml``: every page, and where it is in the other languages.

The only place that says so: if pages said it too, both would have to agree, and the theme's script would look for a
sitemap beside each link. When a page last changed is left out, since nobody knows it: a build may see no history.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from xml.sax.saxutils import escape, quoteattr

from mergeguide.discovery.entries import Entry, by_name

_OTHERWISE = "x-default"
"""The version for readers of none of the languages."""


def sitemap(entries: Iterable[Entry], otherwise: str) -> str:
    """The sitemap's text.

    Args:
        entries: all pages of all languages.
        otherwise: the language for readers of none; a page without it has no version for them.
    """
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">',
    ]
    for versions in by_name(entries).values():
        links = [*_links(versions, otherwise)]
        for entry in versions.values():
            lines += ["  <url>", f"    <loc>{escape(entry.address)}</loc>", *links, "  </url>"]
    return "\n".join([*lines, "</urlset>", ""])


def _links(versions: Mapping[str, Entry], otherwise: str) -> Iterator[str]:
    """The links to all versions of a page, which each of them has, itself included."""
    named = {code: entry.address for code, entry in versions.items()}
    if otherwise in versions:
        named[_OTHERWISE] = versions[otherwise].address
    for code, address in named.items():
        yield f'    <xhtml:link rel="alternate" hreflang="{code}" href={quoteattr(address)}/>'
