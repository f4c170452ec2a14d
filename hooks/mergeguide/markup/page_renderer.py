"""Rendering pages without a site engine."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from markdown import Markdown

from mergeguide.markup.extension import GuideMarkup
from mergeguide.pages import FRONT_MATTER, PageText
from mergeguide.rendering import RenderingContext

_UNUSABLE = (ImportError, AttributeError, KeyError, TypeError, ValueError)
"""What Python-Markdown raises over an extension that is not there, is none, or does not know a setting."""


class UnusableExtensionError(Exception):
    """A Markdown extension that the project asks for cannot be used.

    Attributes:
        name: the extension's.
        why: what Python-Markdown says.
    """

    def __init__(self, name: str, why: str) -> None:
        """Say which one and why."""
        super().__init__(name, why)
        self.name, self.why = name, why


def renderer(
    rendering: RenderingContext, settings: tuple[list[str], Mapping[str, Any]]
) -> Callable[[PageText], PageText]:
    """Renders pages of one language by Python-Markdown alone, all with one instance: making one takes its time.

    Raises:
        UnusableExtensionError: one of the extensions cannot be used, or not with its settings.
    """
    names, configs = settings
    try:
        markdown = Markdown(extensions=[*names, GuideMarkup(rendering)], extension_configs=dict(configs))
    except _UNUSABLE:
        _try_each(names, configs)
        raise

    def render(page: PageText) -> PageText:
        return replace(page, html=markdown.reset().convert(FRONT_MATTER.sub("", page.source)))

    return render


def _try_each(names: Sequence[str], configs: Mapping[str, Any]) -> None:
    """Use each extension alone, to know which one it is."""
    for name in names:
        try:
            Markdown(extensions=[name], extension_configs={name: configs[name]})
        except _UNUSABLE as error:
            raise UnusableExtensionError(name, f"{type(error).__name__}: {error}") from error
