"""MkDocs events: all pages of a language are one more page, for paper, which nothing lists: no search, no sitemap.

A preview has none: it would be made anew at each save.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import write_file

from mergeguide.evidence import last_checked
from mergeguide.policy import with_policy
from mergeguide.printing import Chapter, joined
from site_build import locale, run


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Tell the templates where the page is; keep the environment that it is written with."""
    run.build.chapters = []
    run.build.templates = env
    env.globals["whole_guide"] = "" if run.serving or run.dirty else _address(config)
    env.globals["whole_guide_words"] = run.build.guide.languages[locale(config)].site.whole_guide
    return env


def on_page_context(context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Navigation) -> dict[str, Any]:
    """Take a page of the navigation as a chapter."""
    name = page.file.src_uri.removeprefix(f"{locale(config)}/")
    # A page that stands in for another language's missing one is in that language's guide.
    if page in nav.pages and name != page.file.src_uri:
        stem = name.removesuffix(".md").replace("/", "-")
        chapter = Chapter(stem, str(page.title), page.url.removeprefix("./"), page.content or "")
        run.build.chapters.append((nav.pages.index(page), chapter))
    return context


def on_post_build(config: MkDocsConfig) -> None:
    """Write the page of the language that has just been built."""
    if run.serving or run.dirty or not run.build.chapters:
        return
    address = _address(config)
    chapters = [chapter for _, chapter in sorted(run.build.chapters, key=lambda each: each[0])]
    template = run.build.templates.get_template("print.html")
    words = run.build.guide.languages[locale(config)].site
    top = "../" * address.count("/") or "."
    html = template.render(
        config=config,
        page=None,
        base_url=top.rstrip("/"),
        site_words=words,
        last_checked=last_checked(run.build.guide, run.build.guide.languages[locale(config)], ""),
        home=chapters[0].address,
        chapters=chapters,
        content=joined(chapters, address),
    )
    sheet = run.build.stylesheets.page_sheet(html)
    write_file(sheet.text.encode(), str(Path(config.site_dir, sheet.path)))
    linked = html.replace("assets/stylesheets/page.css", sheet.path)
    file = f"{address}index.html" if config.use_directory_urls else address
    write_file(with_policy(linked).encode(), str(Path(config.site_dir, file)))


def _address(config: MkDocsConfig) -> str:
    code = locale(config)
    folder = "" if code == run.build.guide.source_language else f"{code}/"
    return f"{folder}print/" if config.use_directory_urls else f"{folder}print.html"
