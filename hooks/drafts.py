"""MkDocs events: which languages a page is there in. Where a draft's is missing the source's stands in, and says so.

static-i18n lets it pass for a page of the language that is built: here it gets its own language and address back.
"""

from __future__ import annotations

from typing import Any
from urllib.parse import urljoin

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from site_build import edit_address, locale, run


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Tell the templates which languages readers are told of."""
    env.globals["listed_languages"] = run.build.listed_languages
    return env


@event_priority(50)
def on_page_context(context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Navigation) -> dict[str, Any]:
    """Tell the template whether search engines may take the page, and in which language it really is."""
    code, written = locale(config), getattr(page.file, "locale", locale(config))
    name = page.file.src_uri.removeprefix(f"{written}/")
    context["suggestions"] = [
        {"language": other, "words": run.build.guide.languages[other].site}
        for other in run.build.listed_languages
        if other != code and run.shows(other) and run.build.published.holds(run.build.root, f"{other}/{name}")
    ]
    context["unlisted"] = code not in run.build.listed_languages or written != code
    if written != code:
        words = run.build.guide.languages[code].status
        base = edit_address(config).replace("/edit/", "/new/")
        context["stands_in"] = {
            "language": written,
            "told": words["stands-in"],
            "help": words["help"],
            "edit": f"{base}{code}?filename={name}" if base else "",
        }
        # The button leads to the file that would change another language's page.
        page.edit_url = None
        if page.canonical_url and config.site_url:
            page.canonical_url = urljoin(config.site_url, page.url.removeprefix(f"{code}/"))
    return context
