"""Rendering pages without a site engine."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from markdown import Markdown

from mergeguide.markup.extension import GuideMarkup
from mergeguide.pages import FRONT_MATTER, PageText
from mergeguide.rendering import RenderingContext


def renderer(
    rendering: RenderingContext, settings: tuple[list[str], Mapping[str, Any]]
) -> Callable[[PageText], PageText]:
    """Renders pages of one language by Python-Markdown alone, all with one instance: making one takes its time."""
    names, configs = settings
    markdown = Markdown(extensions=[*names, GuideMarkup(rendering)], extension_configs=dict(configs))

    def render(page: PageText) -> PageText:
        return replace(page, html=markdown.reset().convert(FRONT_MATTER.sub("", page.source)))

    return render
