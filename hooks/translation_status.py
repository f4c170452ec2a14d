"""MkDocs events: sections that are behind say so, and links to pages that are in another language.

The state of the translations is written as data and as badges.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url, write_file

from mergeguide.rendering import with_files, with_languages, with_notices
from mergeguide.schema import Language
from mergeguide.translations import badge, settled_share, status_data
from site_build import locale, nested, run

_FOLDER = "translation-status"


@event_priority(-110)
def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Note in each section that it is behind, when the page is neither judged nor searched any more.

    Links to the data and pictures of badges are made here: MkDocs would find fault with files that it did not read.
    """
    return with_files(
        _noted(html, page, files, locale(config)), lambda name: get_relative_url(f"{_FOLDER}/{name}", page.url)
    )


def _noted(html: str, page: Page, files: Files, code: str) -> str:
    guide, name = run.build.guide, page.file.src_uri.removeprefix(f"{code}/")
    if code == guide.source_language:
        return html
    sections = [each for each in run.build.translations.sections if (each.code, each.name) == (code, name)]
    original = get_relative_url(page.url.removeprefix(f"{code}/"), page.url)
    html = with_languages(html, page.url, _elsewhere(page, files, code))
    return with_notices(html, sections, guide.languages[code], guide.languages[guide.source_language], original)


def _elsewhere(page: Page, files: Files, code: str) -> Mapping[str, Language]:
    """The pages of a language that are in another, by address; what is on such a page is in that language anyhow."""
    if getattr(page.file, "locale", code) != code:
        return {}
    found = {file.url: getattr(file, "locale", code) for file in files.documentation_pages()}
    others = {url: other for url, other in found.items() if other != code and url.startswith(f"{code}/")}
    return {url: run.build.guide.languages[other] for url, other in others.items()}


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
