"""MkDocs events: each language's pages become an index of its own, and pages get what searches it.

The theme's search takes all languages into one index and reads it with every page. Its search box stays; what is
behind it is in ``docs/assets/javascripts/search/`` and is loaded when search is first used.
"""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.utils import write_file

from mergeguide.generator import page_script
from mergeguide.pages import search_settings
from site_build import locale, nested, run

_THEIRS = ("assets/javascripts/workers/", "assets/javascripts/lunr/")


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Leave out the theme's worker with the languages it knows."""
    for file in list(files):
        if file.src_dir != config.docs_dir and file.src_uri.startswith(_THEIRS):
            files.remove(file)
    return files


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Tell the templates the search's files and the script of its field."""
    words = run.build.guide.languages[locale(config)].search
    env.globals["search"] = {
        "field": page_script(run.build.root, "search-field.js"),
        "worker": _worker()[0],
        "index": _index(locale(config)),
        "words": words,
    }
    return env


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> None:
    """Take a page into its language's index.

    Its front matter says where it does not count like others: ``search: {exclude: true}``, ``search: {boost: 0.5}``.
    """
    assert run.build.page is not None, "hooks/case_generator.py has to come before"
    settings = search_settings(run.build.page.source)
    if run.build.page.code == locale(config) and not settings.excluded:
        run.build.search[locale(config)].add(
            page.url,
            run.build.cached_pages.found_sections(page.file.src_uri, html),
            title=str(page.title),
            about=page.meta.get("description", ""),
            weight=settings.boost,
        )


@event_priority(-110)
def on_post_build(config: MkDocsConfig) -> None:
    """Write the indexes and the worker, once, when every language is rendered."""
    if nested(config) or run.dirty:
        return
    path, script = _worker()
    write_file(script.encode(), str(Path(config.site_dir, path)))
    for code, index in run.build.search.items():
        write_file(index.json().encode(), str(Path(config.site_dir, _index(code))))


def _index(code: str) -> str:
    return f"search/{code}.json"


def _worker() -> tuple[str, str]:
    script = page_script(run.build.root, "search-worker.js")
    return f"assets/javascripts/search.{sha256(script.encode()).hexdigest()[:8]}.js", script
