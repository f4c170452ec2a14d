"""MkDocs events: pages are rendered with the guide's Markdown, which embeds the generator where a page says so.

The extension knows its language, so it is made anew in each language's ``on_config``, after static-i18n (-100)
has chosen it, and replaces the one before: a second one would register its blocks twice.
"""

from __future__ import annotations

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from mergeguide.checks import Reporter
from mergeguide.markup import GuideMarkup
from mergeguide.pages import PageText
from mergeguide.rendering import Fragments, RenderingContext
from site_build import edit_address, locale, run


@event_priority(-110)
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Replace the guide's Markdown by that of the language that comes next."""
    build = run.build
    others = [known for known in config.markdown_extensions if not isinstance(known, GuideMarkup)]
    rendering = RenderingContext(
        build.root,
        build.guide,
        locale(config),
        Fragments(build.root),
        build.report,
        published=build.published,
        edit_address=edit_address(config),
    )
    build.rendering = rendering
    config.markdown_extensions = [*others, GuideMarkup(rendering)]
    return config


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> None:
    """Remember the page that is rendered next, for what is reported about it."""
    name = page.file.src_uri
    code = getattr(page.file, "locale", locale(config))
    text = PageText(code, name.removeprefix(f"{code}/"), f"docs/{name}", page.file.content_string)
    run.build.page = text
    run.build.reporter = Reporter(text)
