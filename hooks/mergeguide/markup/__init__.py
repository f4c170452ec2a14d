"""The Markdown extension: blocks, citations and facts in a page's source become the guide's HTML."""

from __future__ import annotations

from mergeguide.markup.block_views import arguments
from mergeguide.markup.extension import GuideMarkup
from mergeguide.markup.page_renderer import UnusableExtensionError, renderer

__all__ = [
    "GuideMarkup",
    "UnusableExtensionError",
    "arguments",
    "renderer",
]
