"""What the hooks share about one run of MkDocs. The only file here that the other hooks import.

static-i18n builds the further languages inside its own ``on_post_build``, with the same config object; a build
of ours therefore begins in the ``on_config`` that is not nested and ends in the ``on_post_build`` that is not.
``building`` and ``current_language`` of the plugin are public but undocumented: they are read here only.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

from jinja2 import Environment
from mkdocs import utils
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import get_plugin_logger

from mergeguide.cache import digest
from mergeguide.cached_loading import load_cached
from mergeguide.cached_pages import CachedPages, files_digest
from mergeguide.checks import Reporter
from mergeguide.data import Guide
from mergeguide.discovery import Entry
from mergeguide.kept_data import documents_digest
from mergeguide.pages import DOCS, Collected, PageText, Published, docs_problem, pages_of, readable_pages
from mergeguide.printing import WholeGuide
from mergeguide.problems import Problem, in_order, listing
from mergeguide.rendering import RenderingContext, template_problems
from mergeguide.search import SearchIndex
from mergeguide.stylesheets import Stylesheets
from mergeguide.translations import History, Translations, judged, listed_languages, with_changes

log = get_plugin_logger("guide")

_clean_directory = utils.clean_directory
"""MkDocs' own, taken before any build: static-i18n keeps the folder of the site from being emptied while it builds the
further languages, and leaves it so where one of them fails.
"""


@dataclass
class Build:
    """One run over all languages.

    Attributes:
        published: which files are on the site.
        cached_pages: what is known of the pages of the language that is being built.
        files: what stands for the files and the data that pages are made from, as they were when the build began.
        left_out: paths below ``docs/``, as they are shown, that a preview does without: they cannot be read.
        rendering: what blocks are filled with in the language that is being built.
        search: each language's index of what can be found.
        entries: the pages that programs are told of.
        whole_guide: the page for paper of the language that is being built.
        templates: what renders that language's templates.
    """

    root: Path
    guide: Guide
    published: Published
    stylesheets: Stylesheets
    cached_pages: CachedPages
    files: str | None
    left_out: frozenset[str] = frozenset()
    rendering: RenderingContext | None = None
    page: PageText | None = None
    pages: list[Collected] = field(default_factory=list)
    search: Mapping[str, SearchIndex] = field(default_factory=dict)
    entries: list[Entry] = field(default_factory=list)
    whole_guide: WholeGuide = field(default_factory=WholeGuide)
    templates: Environment = field(default_factory=Environment)
    reports: list[Problem] = field(default_factory=list)
    reporter: Reporter | None = None
    judged: bool = False

    @cached_property
    def translations(self) -> Translations:
        """How far every section of every translation has followed its source."""
        pages = readable_pages(self.root, self.guide.languages, self.published)
        found = judged(self.root, self.guide, pages, cached=True)
        with closing(History(self.root, self.guide.source_language)) as history:
            return replace(found, sections=with_changes(history, found.sections))

    @cached_property
    def listed_languages(self) -> tuple[str, ...]:
        """The languages that readers and search engines are told of."""
        return listed_languages(self.guide, self.translations.sections)

    def report(self, message: str, remedy: str, rule: str, words: str) -> None:
        """Take a report about the page that is being rendered."""
        assert self.reporter is not None
        self.reporter(message, remedy, rule, words)
        self.reports.append(self.reporter.problems[-1])


class Run:
    """What outlives one build: the command, and in ``serve`` the last data that could be read.

    Attributes:
        only: the language whose preview this is; ``""`` for all.
        navigation: ``nav`` as mkdocs.yml has it.
    """

    def __init__(self) -> None:
        """Begin without knowing the command."""
        self.serving = False
        self.dirty = False
        self.only = ""
        self.navigation: Any = None
        self._build: Build | None = None

    def shows(self, code: str) -> bool:
        """Whether the pages of a language are built: all languages' are, but in a preview of one alone."""
        return self.only in ("", code)

    @property
    def build(self) -> Build:
        """The build that is under way."""
        assert self._build is not None, "hooks/languages.py has to be the first of the hooks"
        return self._build

    def begin(self, config: MkDocsConfig) -> None:
        """Begin a build with the data as it is now.

        Raises:
            PluginError: the data has problems and this is no rebuild in ``serve``, where the last good data
                stays in use so that the preview goes on; or a file cannot be read, which MkDocs would answer
                with a traceback. A preview goes on without it.
        """
        utils.clean_directory = _clean_directory
        root = Path(config.config_file_path).parent
        outside = docs_problem(root, config.docs_dir)
        if outside:
            raise PluginError(str(outside))
        # Taken before anything is read: what is saved meanwhile makes the next build begin with another.
        files = files_digest(root)
        guide = load_cached(root)
        if not isinstance(guide, Guide):
            if not (self.serving and self._build):
                raise PluginError(f"The data of the guide has problems.\n{listing(guide)}")
            log.warning(
                "The data of the guide has problems; the preview shows its last good state.\n%s",
                listing(guide),
            )
            guide = self._build.guide
        # The data in use may not be that of the files.
        files = files and digest(files, documents_digest(guide.documents))
        published = Published(config.exclude_docs, config.draft_docs, with_drafts=self.serving)
        unreadable = [page for page in pages_of(root, guide.languages, published) if isinstance(page, Problem)]
        templates = list(template_problems(root))
        told = listing(in_order([*unreadable, *templates]))
        if templates or (unreadable and not self.serving):
            raise PluginError(f"The guide has files that cannot be read.\n{told}")
        if unreadable:
            log.warning("The guide has files that cannot be read; the preview does without them.\n%s", told)
        left_out = frozenset(problem.path.removeprefix(f"{DOCS.as_posix()}/") for problem in unreadable)
        search = {
            code: SearchIndex(words.search.alike, words.search.passed_over) for code, words in guide.languages.items()
        }
        stylesheets = Stylesheets(root, previewed=self.serving)
        cached_pages = CachedPages(root, (), files=files)
        self._build = Build(root, guide, published, stylesheets, cached_pages, files, left_out, search=search)


run = Run()


def nested(config: MkDocsConfig) -> bool:
    """Whether static-i18n is building a further language inside the first build."""
    return bool(getattr(config.plugins.get("i18n"), "building", False))


def locale(config: MkDocsConfig) -> str:
    """The language that is being built; the source language where no plugin says."""
    current = getattr(config.plugins.get("i18n"), "current_language", None)
    return current or run.build.guide.source_language


def edit_address(config: MkDocsConfig) -> str:
    """What the address begins with at which a file below ``docs/`` is edited; ``""`` where no repository is named."""
    return urljoin(f"{config.repo_url.rstrip('/')}/", config.edit_uri) if config.repo_url and config.edit_uri else ""
