"""MkDocs events: programs are told of the site, once all pages of all languages are there. A preview tells nobody."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import urljoin

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import write_file

from mergeguide.discovery import Entry, robots, sitemap
from site_build import locale, nested, run

_SITEMAP = "sitemap.xml"


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Have MkDocs write no sitemap: static-i18n's has the day of the build for that of the last change."""
    config.theme.static_templates.discard(_SITEMAP)
    return config


def on_page_context(context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Navigation) -> dict[str, Any]:
    """Remember a page, and tell its template how its language is named to social networks."""
    code = locale(config)
    context["site_words"] = run.build.guide.languages[code].site
    name = page.file.src_uri.removeprefix(f"{code}/")
    # A page that stands in for another language's missing one is told of where it belongs.
    if page.canonical_url and name != page.file.src_uri:
        run.build.entries.append(Entry(code, name, page.canonical_url))
    return context


@event_priority(-110)
def on_post_build(config: MkDocsConfig) -> None:
    """Write what programs read, after static-i18n (-100) has built all languages."""
    if nested(config) or run.dirty or run.serving:
        return
    files = {"robots.txt": robots(urljoin(config.site_url, _SITEMAP) if config.site_url else None)}
    if run.build.entries:
        # Who reads none of the languages has to read the letter all the same.
        files[_SITEMAP] = sitemap(run.build.entries, run.build.guide.letter_languages[0])
    for path, text in files.items():
        write_file(text.encode(), str(Path(config.site_dir, path)))
