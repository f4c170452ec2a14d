"""MkDocs events: the style sheets of the theme and of this guide become one of each for every page.

Templates link to ``theme.css`` and ``page.css``. Which file ``page.css`` is, is known when the page's HTML is; which
``theme.css`` is, when all pages of all languages are there: it has only what they use.
"""

from __future__ import annotations

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.utils import write_file

from mergeguide.stylesheets import FOLDER, Sheet
from site_build import nested, run


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Take the theme's style sheets and ours from the files that are copied as they are."""
    theirs = {}
    for file in list(files):
        if file.src_dir != config.docs_dir and file.src_uri.endswith((".css", ".css.map")):
            files.remove(file)
            if file.src_uri.startswith(f"{FOLDER}/") and file.src_uri.endswith(".css"):
                theirs[file.src_uri] = file.content_string
    run.build.stylesheets.theme = [theirs[name] for name in sorted(theirs)]
    run.build.stylesheets.scripts = [file.content_string for file in files if file.src_uri.endswith(".js")]
    return files


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Link a page to its own style sheet, and write it if no page before had it."""
    return _with_own_sheet(output, config)


@event_priority(50)
def on_post_template(output_content: str, template_name: str, config: MkDocsConfig) -> str:
    """Link the 404 page to its own style sheet, before hooks/localized_404.py puts it where it belongs."""
    return _with_own_sheet(output_content, config)


@event_priority(-105)
def on_post_build(config: MkDocsConfig) -> None:
    """Write the theme's style sheet and link every page to it, after static-i18n (-100) has built all languages."""
    if nested(config):
        return
    sheet = run.build.stylesheets.theme_sheet(every_page=not run.dirty)
    _write(sheet, config)
    for file in Path(config.site_dir).rglob("*.html"):
        html = file.read_bytes()
        linked = html.replace(f"{FOLDER}/theme.css".encode(), sheet.path.encode())
        if linked != html:
            file.write_bytes(linked)


def _with_own_sheet(html: str, config: MkDocsConfig) -> str:
    sheet = run.build.stylesheets.page_sheet(html)
    _write(sheet, config)
    return html.replace(f"{FOLDER}/page.css", sheet.path)


def _write(sheet: Sheet, config: MkDocsConfig) -> None:
    file = Path(config.site_dir, sheet.path)
    if not file.exists():
        write_file(sheet.text.encode(), str(file))
