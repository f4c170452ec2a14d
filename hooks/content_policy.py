"""MkDocs events: each page loses its indentation and gets its policy when nothing else changes it any more."""

from __future__ import annotations

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.pages import Page
from mkdocs.utils import write_file

from mergeguide.pages import without_indentation
from mergeguide.policy import header_files, with_policy
from site_build import nested, run


@event_priority(-100)
def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Give a page its policy, and leave out what nobody sees."""
    return with_policy(without_indentation(output), previewed=run.serving)


@event_priority(50)
def on_post_template(output_content: str, template_name: str, config: MkDocsConfig) -> str:
    """Give the 404 page its policy, before hooks/localized_404.py puts it where it belongs."""
    return with_policy(output_content, previewed=run.serving) if template_name.endswith(".html") else output_content


def on_post_build(config: MkDocsConfig) -> None:
    """Write the files from which hosts take their headers."""
    if not nested(config):
        for path, text in header_files().items():
            write_file(text.encode(), str(Path(config.site_dir, path)))
