"""``robots.txt``: crawlers may read everything, and learn where the sitemap is.

They ask for it at the top of a host only. Where the guide lies in a folder, the sitemap has to be named to search
engines by hand, or in the host's own robots.txt.
"""

from __future__ import annotations


def robots(sitemap_address: str | None) -> str:
    """The file's text.

    Args:
        sitemap_address: the sitemap's address with its host; None where the site has no address.
    """
    named = f"\nSitemap: {sitemap_address}\n" if sitemap_address else ""
    return f"User-agent: *\nAllow: /\n{named}"
