"""MkDocs events: the state of the translations as data and as badges, beside the page that shows it."""

from __future__ import annotations

import json
import re
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url, write_file

from mergeguide.translations import badge, settled_share, status_data
from site_build import nested, run

_FOLDER = "translation-status"

_FILE = re.compile(r'<span data-file="([^"]+)">([^<]+)</span>')

_PICTURE = re.compile(r'<span data-picture="([^"]+)">([^<]+)</span>')


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Make links to the data and pictures of the badges; MkDocs would find fault with files that it did not read."""

    def address(match: re.Match[str]) -> str:
        return get_relative_url(f"{_FOLDER}/{match[1]}", page.url)

    html = _FILE.sub(lambda match: f'<a href="{address(match)}">{match[2]}</a>', html)
    return _PICTURE.sub(lambda match: f'<img src="{address(match)}" alt="{match[2]}" height="20">', html)


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
