"""MkDocs events: a preview of one language alone (``make serve ONLY=en``), for whoever writes in it.

The source language's build stays the first, because static-i18n builds the others inside it, and takes with it the
files that belong to no language; where it is not shown it has no pages. The gates judge the pages that are shown as if
there were no others; whether languages agree is what every other build judges.
"""

from __future__ import annotations

from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import CombinedEvent, event_priority
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from site_build import locale, nested, run


@event_priority(90)
def _leave_out_languages(config: MkDocsConfig) -> None:
    """Have only what is shown built; hooks/languages.py has just listed all.

    Raises:
        PluginError: the guide has no such language.
    """
    if not nested(config):
        run.only = str(config.extra.get("only") or "") if run.serving else ""
        run.navigation = config.nav
    languages = run.build.guide.languages
    if run.only and run.only not in languages:
        raise PluginError(f'The guide has no language "{run.only}".\nONLY takes one of these: {", ".join(languages)}.')
    plugin: Any = config.plugins["i18n"]
    for language in plugin.config.languages:
        language.build = language.default or run.shows(language.locale)


@event_priority(-110)
def _set_navigation(config: MkDocsConfig) -> None:
    """Let a language without pages have no navigation; static-i18n uses one config for all."""
    config.nav = run.navigation if run.shows(locale(config)) else []


on_config = CombinedEvent(_leave_out_languages, _set_navigation)


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Leave out the pages of a language that is not shown."""
    if not run.shows(locale(config)):
        for file in files.documentation_pages(inclusion=InclusionLevel.all):  # drafts too
            files.remove(file)
    return files


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
    """Let the front page of the language that is shown be that of a site without pages: its 404 page leads there."""
    if not run.shows(locale(config)):
        front = File(f"{run.only}/index.md", config.docs_dir, config.site_dir, config.use_directory_urls)
        nav.homepage = Page(None, front, config)
    return nav
