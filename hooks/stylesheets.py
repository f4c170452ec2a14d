"""MkDocs events: the style sheets of the theme and of this guide become one of each for every page.

Templates link to ``theme.css`` and ``page.css``. Which files these are is known when a page's HTML is, and is
written there.
"""

from __future__ import annotations

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.utils import write_file

from mergeguide.stylesheets import FOLDER, theme_sheet
from site_build import run


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Take the theme's style sheets and ours from the files that are copied as they are."""
    theirs = {}
    for file in list(files):
        if file.src_dir != config.docs_dir and file.src_uri.endswith((".css", ".css.map")):
            files.remove(file)
            if file.src_uri.startswith(f"{FOLDER}/") and file.src_uri.endswith(".css"):
                theirs[file.src_uri] = file.content_string
    run.build.stylesheets.theme = theme_sheet(theirs[name] for name in sorted(theirs))
    return files


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Link a page to its style sheets, and write those that no page before had."""
    return _linked(output, config)


@event_priority(50)
def on_post_template(output_content: str, template_name: str, config: MkDocsConfig) -> str:
    """Link the 404 page to its style sheets, before hooks/localized_404.py puts it where it belongs."""
    return _linked(output_content, config)


def _linked(html: str, config: MkDocsConfig) -> str:
    stylesheets = run.build.stylesheets
    sheets = {"theme.css": stylesheets.theme, "page.css": stylesheets.page_sheet(html)}
    for name, sheet in sheets.items():
        html = html.replace(f"{FOLDER}/{name}", sheet.path)
        file = Path(config.site_dir, sheet.path)
        if not file.exists():
            write_file(sheet.text.encode(), str(file))
    return html
