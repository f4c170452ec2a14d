"""MkDocs events: files are read as the package reads them, so that build and ``check`` see the same text.

MkDocs answers what it cannot read with a traceback, and takes text as it comes.
"""

from __future__ import annotations

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import Files, InclusionLevel
from mkdocs.structure.pages import Page

from mergeguide.data import read_text
from mergeguide.pages import printable
from mergeguide.problems import Problem
from site_build import nested, run


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Keep the files that are on the site, so that every later step has the same list.

    static-i18n stops over files of one name in two folders even where MkDocs passes over both (``.DS_Store``), and
    MkDocs lets links lead to what it leaves out.
    """
    for file in list(files):
        ours = file.src_dir == config.docs_dir
        if ours and (printable(file.src_uri) in run.build.left_out or not run.build.published.has(file.src_uri)):
            files.remove(file)
        elif file.inclusion is InclusionLevel.DRAFT and nested(config):
            # static-i18n builds the further languages as if this were no preview.
            file.inclusion = InclusionLevel.NOT_IN_NAV
    return files


def on_pre_page(page: Page, config: MkDocsConfig, files: Files) -> Page:
    """Read a page's text; one that has gone or changed since the build began is told in words.

    Raises:
        PluginError: it cannot be read any more.
    """
    if page.file.abs_src_path:
        text = read_text(Path(page.file.abs_src_path), f"docs/{page.file.src_uri}")
        if isinstance(text, Problem):
            raise PluginError(str(text))
        if text != page.file.content_string:
            page.file.content_string = text
    return page
