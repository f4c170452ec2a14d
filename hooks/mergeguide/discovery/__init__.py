"""What programs are told of the site.

Search engines have a sitemap, crawlers robots.txt, language models text, social networks a picture.
"""

from __future__ import annotations

from mergeguide.discovery.copies import SUFFIX, markdown_copy
from mergeguide.discovery.entries import Entry
from mergeguide.discovery.llms import llms
from mergeguide.discovery.robots import robots
from mergeguide.discovery.sitemap import sitemap
from mergeguide.discovery.social_picture import picture_path
from mergeguide.discovery.structured_data import structured_data

__all__ = [
    "SUFFIX",
    "Entry",
    "llms",
    "markdown_copy",
    "picture_path",
    "robots",
    "sitemap",
    "structured_data",
]
