"""What programs are told of the site: search engines by a sitemap, crawlers by robots.txt."""

from __future__ import annotations

from mergeguide.discovery.entries import Entry
from mergeguide.discovery.robots import robots
from mergeguide.discovery.sitemap import sitemap

__all__ = [
    "Entry",
    "robots",
    "sitemap",
]
