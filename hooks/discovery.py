"""MkDocs events: programs are told of the pages. A preview tells nobody."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import write_file

from mergeguide.discovery import SUFFIX, Entry, llms, markdown_copy, picture_path, robots, sitemap, structured_data
from site_build import locale, nested, run

_SITEMAP, _ROBOTS, _LLMS = "sitemap.xml", "robots.txt", "llms.txt"


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Have MkDocs write no sitemap: static-i18n's has the day of the build for that of the last change."""
    config.theme.static_templates.discard(_SITEMAP)
    return config


def on_page_context(context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Navigation) -> dict[str, Any]:
    """Tell a page's template how social networks name its language, and write the page's copy in Markdown."""
    code = locale(config)
    site = run.build.guide.languages[code].site
    context["site_words"] = site
    picture = picture_path(code)
    if config.site_url and (run.build.root / "docs" / picture).is_file():
        context["social_picture"] = urljoin(config.site_url, picture)
    name = page.file.src_uri.removeprefix(f"{code}/")
    # A page that stands in for another language's missing one is told of where it belongs.
    if config.site_url and page.canonical_url and name != page.file.src_uri and not run.serving:
        path = page.file.dest_uri + SUFFIX
        entry = Entry(
            code,
            name,
            address=page.canonical_url,
            copy=urljoin(config.site_url, path),
            title=str(page.title),
            about=page.meta.get("description") or site.description,
            section=str(page.parent.title) if page.parent else "",
            position=nav.pages.index(page) if page in nav.pages else len(nav.pages),
        )
        run.build.entries.append(entry)
        context["structured_data"] = structured_data(entry, page.content or "", _questions(page))
        notices = (context["last_checked"], f"{site.unofficial} {site.licence}")
        text = markdown_copy(run.build.root, entry, page.content or "", *notices)
        write_file(text.encode(), str(Path(config.site_dir, path)))
    return context


def _questions(page: Page) -> Iterator[tuple[str, str, str]]:
    """The sections of a page whose front matter says that they are questions and answers: ``questions: true``."""
    if page.meta.get("questions"):
        for section in run.build.cached_pages.found_sections(page.file.src_uri, page.content or ""):
            yield section.id, section.title, section.text


@event_priority(-110)
def on_post_build(config: MkDocsConfig) -> None:
    """Write what programs read first, after static-i18n (-100) has built all languages."""
    if nested(config) or run.dirty or run.serving:
        return
    files = {_ROBOTS: robots(urljoin(config.site_url, _SITEMAP) if config.site_url else None)}
    if config.site_url:
        # Whoever reads none of the languages has to read the letter all the same.
        entries = [entry for entry in run.build.entries if entry.code in run.build.listed_languages]
        files[_SITEMAP] = sitemap(entries, run.build.guide.letter_languages[0])
        files |= dict(_llms(config.site_url))
    for path, text in files.items():
        write_file(text.encode(), str(Path(config.site_dir, path)))


def _llms(site_url: str) -> Iterator[tuple[str, str]]:
    """Each language's llms.txt: where it is, and its text."""
    languages = {code: run.build.guide.languages[code] for code in run.build.listed_languages}
    paths = {code: _LLMS if words.source else f"{code}/{_LLMS}" for code, words in languages.items()}
    for code, words in languages.items():
        others = {languages[other].name: urljoin(site_url, paths[other]) for other in paths if other != code}
        pages = (entry for entry in run.build.entries if entry.code == code)
        notice = f"{words.site.unofficial} {words.site.licence}"
        yield paths[code], llms(words.site.name, words.site.description, notice, pages, others)
