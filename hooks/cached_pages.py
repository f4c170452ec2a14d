"""MkDocs events: a page is rendered once, and again only when something that it is made from has changed.

No event can pass over ``Page.render``, so the page gets a ``render`` of its own.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from typing import Any

from markdown import Extension
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, get_toc

from mergeguide.cached_pages import CachedPages
from mergeguide.rendering import translation_table
from site_build import edit_address, locale, run

_LOGGERS = ("", "mkdocs")
"""MkDocs' own hands nothing on to the one above."""


@event_priority(-110)
def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Find out what all pages of the language that comes next are made from."""
    extensions = [name for name in config.markdown_extensions if not isinstance(name, Extension)]
    run.build.cached_pages = CachedPages(
        run.build.root,
        extensions,
        repr((locale(config), run.serving, run.build.left_out, logging.getLogger("mkdocs").getEffectiveLevel())),
        repr((extensions, config.mdx_configs, config.use_directory_urls, config.validation, edit_address(config))),
        repr([(file.src_uri, file.url, file.inclusion) for file in files]),
        files=run.build.files,
    )
    return files


@event_priority(-110)
def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> None:
    """Let the page be rendered by what is known of it."""
    page.render = partial(_render, page)  # type: ignore[method-assign]  # there is no event for it


def _render(page: Page, config: MkDocsConfig, files: Files) -> None:
    build, name, text = run.build, page.file.src_uri, page.markdown or ""
    assert build.rendering is not None, "hooks/case_generator.py has to come before"
    table = partial(translation_table, build.rendering)
    pages_shown = build.cached_pages.digest_of_pages_shown(text, build.guide.languages, build.published, table)
    content = build.cached_pages.get("rendered", name, text, pages_shown)
    if content is not None and _is_restored(page, files, content):
        return
    told = len(build.reports)
    with _listening() as heard:
        Page.render(page, config, files)
    if not heard and len(build.reports) == told:
        build.cached_pages.put("rendered", name, json.dumps(_rendered(page)).encode(), text, pages_shown)


def _rendered(page: Page) -> dict[str, Any]:
    """All that ``Page.render`` leaves behind."""
    links = page.links_to_anchors
    return {
        "content": page.content,
        "toc": [_heading(each) for each in page.toc],
        "title": page._title_from_render,
        "anchors": sorted(page.present_anchor_ids or ()),
        "links": None if links is None else {file.src_uri: anchors for file, anchors in links.items()},
    }


def _is_restored(page: Page, files: Files, content: bytes) -> bool:
    """Whether what was kept could be put where ``Page.render`` would have left it."""
    try:
        rendered = json.loads(content)
        page.content = str(rendered["content"])
        page.toc = get_toc(rendered["toc"])
        page._title_from_render = rendered["title"]
        page.present_anchor_ids = set(rendered["anchors"])
        links = rendered["links"]
        page.links_to_anchors = links and {files.src_uris[uri]: anchors for uri, anchors in links.items()}
    except (AttributeError, KeyError, TypeError, ValueError):
        return False  # A damaged or forged entry: see mergeguide.cache.
    return True


def _heading(anchor: AnchorLink) -> dict[str, Any]:
    children = [_heading(each) for each in anchor.children]
    return {"name": anchor.title, "id": anchor.id, "level": anchor.level, "children": children}


class _Listener(logging.Handler):
    def __init__(self, heard: list[logging.LogRecord]) -> None:
        super().__init__()
        self._heard = heard

    def emit(self, record: logging.LogRecord) -> None:
        self._heard.append(record)


@contextmanager
def _listening() -> Iterator[list[logging.LogRecord]]:
    """What is logged meanwhile."""
    heard: list[logging.LogRecord] = []
    handler = _Listener(heard)
    for name in _LOGGERS:
        logging.getLogger(name).addHandler(handler)
    try:
        yield heard
    finally:
        for name in _LOGGERS:
            logging.getLogger(name).removeHandler(handler)
