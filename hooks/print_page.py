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
from mergeguide.pages import without_indentation
from mergeguide.policy import with_policy
from mergeguide.printing import WholeGuide
from site_build import locale, run


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Tell the templates where the page is; keep the environment that it is written with."""
    code = locale(config)
    folder = "" if code == run.build.guide.source_language else f"{code}/"
    run.build.whole_guide = WholeGuide(folder, config.use_directory_urls)
    run.build.templates = env
    own = any(file.is_documentation_page() and getattr(file, "locale", code) == code for file in files)
    written = own and not run.serving and not run.dirty
    env.globals["whole_guide"] = run.build.whole_guide.address if written else ""
    env.globals["whole_guide_words"] = run.build.guide.languages[code].site.whole_guide
    return env


def on_page_context(context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Navigation) -> dict[str, Any]:
    """Take a page of the navigation as a chapter."""
    name = page.file.src_uri.removeprefix(f"{locale(config)}/")
    # A page that stands in for another language's missing one is in that language's guide.
    if page in nav.pages and name != page.file.src_uri:
        position, content = nav.pages.index(page), page.content or ""
        run.build.whole_guide.take(position, name, title=str(page.title), address=page.url, content=content)
    return context


def on_post_build(config: MkDocsConfig) -> None:
    """Write the page of the language that has just been built."""
    chapters = {} if run.serving or run.dirty else run.build.whole_guide.context(run.build.cached_pages.text)
    if not chapters:
        return
    language = run.build.guide.languages[locale(config)]
    checked = last_checked(run.build.guide, language, "")
    template = run.build.templates.get_template("print.html")
    html = template.render(config=config, page=None, site_words=language.site, last_checked=checked, **chapters)
    sheet = run.build.stylesheets.page_sheet(html)
    write_file(sheet.text.encode(), str(Path(config.site_dir, sheet.path)))
    linked = without_indentation(html.replace("assets/stylesheets/page.css", sheet.path))
    write_file(with_policy(linked).encode(), str(Path(config.site_dir, run.build.whole_guide.file)))
