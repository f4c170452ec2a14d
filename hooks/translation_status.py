"""MkDocs events: sections that are behind say so; the state of the translations is written as data and as badges."""

from __future__ import annotations

import json
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url, write_file

from mergeguide.rendering import with_files, with_notices
from mergeguide.translations import badge, settled_share, status_data
from site_build import locale, nested, run

_FOLDER = "translation-status"


@event_priority(-110)
def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Note in each section that it is behind, when the page is neither judged nor searched any more.

    Links to the data and pictures of badges are made here: MkDocs would find fault with files that it did not read.
    """
    return with_files(_noted(html, page, locale(config)), lambda name: get_relative_url(f"{_FOLDER}/{name}", page.url))


def _noted(html: str, page: Page, code: str) -> str:
    guide, name = run.build.guide, page.file.src_uri.removeprefix(f"{code}/")
    if code == guide.source_language:
        return html
    sections = [each for each in run.build.translations.sections if (each.code, each.name) == (code, name)]
    original = get_relative_url(page.url.removeprefix(f"{code}/"), page.url)
    return with_notices(html, sections, guide.languages[code], guide.languages[guide.source_language], original)


@event_priority(-110)
def on_post_build(config: MkDocsConfig) -> None:
    """Write the files, once, when every language is rendered."""
    if not nested(config):
        for name, text in _written().items():
            write_file(text.encode(), str(Path(config.site_dir, _FOLDER, name)))


def _written() -> dict[str, str]:
    guide, sections = run.build.guide, run.build.translations.sections
    files = {"status.json": json.dumps(status_data(guide, sections), ensure_ascii=False) + "\n"}
    for code, language in guide.languages.items():
        if code != guide.source_language:
            files[f"{code}.svg"] = badge(
                language.name, *settled_share([each for each in sections if each.code == code])
            )
    return files
