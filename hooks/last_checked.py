"""MkDocs events: pages are written, each with the day on which what it says was last checked."""

from __future__ import annotations

from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from mergeguide.evidence import last_checked
from site_build import locale, run


def on_page_context(context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Navigation) -> dict[str, Any]:
    """Tell a page's template when the claims that the page cites were last checked."""
    guide = run.build.guide
    context["last_checked"] = last_checked(guide, guide.languages[locale(config)], page.content or "")
    return context
