"""What programs are told of the site: search engines by a sitemap, crawlers by robots.txt, language models by text."""

from __future__ import annotations

from mergeguide.discovery.copies import SUFFIX, markdown_copy
from mergeguide.discovery.entries import Entry
from mergeguide.discovery.llms import llms
from mergeguide.discovery.robots import robots
from mergeguide.discovery.sitemap import sitemap

__all__ = [
    "SUFFIX",
    "Entry",
    "llms",
    "markdown_copy",
    "robots",
    "sitemap",
]
