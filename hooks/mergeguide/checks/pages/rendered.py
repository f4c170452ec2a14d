"""Every page of the sources, rendered by Markdown alone and gone through, or taken from the cache."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from mergeguide.cached_pages import CachedPages
from mergeguide.checks.pages.links import Linked, linked
from mergeguide.data import Guide
from mergeguide.markup import UnusableExtensionError, renderer
from mergeguide.pages import (
    Collected,
    PageText,
    Published,
    collected,
    extension_problem,
    pages_of,
    published_files,
    read_configuration,
)
from mergeguide.problems import Problem
from mergeguide.rendering import Fragments, RenderingContext, template_problems

_KIND = "checked"


@dataclass(frozen=True)
class Rendered:
    """Every page of the sources, gone through; ``problems`` are those that showed while they were rendered."""

    pages: Sequence[Collected]
    links: Sequence[Linked]
    problems: Sequence[Problem]


@dataclass(frozen=True)
class _Checked:
    """What is kept of a page: it, its ids, and the links that its author wrote."""

    page: Collected
    ids: frozenset[str]
    links: tuple[str, ...]


def rendered_sources(
    root: Path, guide: Guide, *, follow_links: bool = False, published: Published | None = None, cached: bool = False
) -> Rendered | tuple[Problem, ...]:
    """Render every page by Markdown alone; problems where one cannot be read at all. See ``check_sources``."""
    configuration = read_configuration(root)
    if isinstance(configuration, Problem):
        return (configuration,)
    published = published or configuration.published
    written = [*pages_of(root, guide.languages, published), *template_problems(root)]
    unreadable = [page for page in written if isinstance(page, Problem)]
    if unreadable:
        # Whatever such a page has would be missed elsewhere: a build does not begin, either.
        return tuple(unreadable)
    sources = [page for page in written if isinstance(page, PageText)]
    kept = None
    if cached:
        files = published_files(root, published)
        kept = CachedPages(root, configuration.markdown[0], repr(configuration.markdown), *files)
    checked: list[_Checked] = []
    problems: list[Problem] = []
    fragments = Fragments(root)
    for code in guide.languages:
        reporter = Reporter()
        rendering = RenderingContext(root, guide, code, fragments, reporter, published=published)
        render = _Renderer(rendering, configuration.markdown)
        for page in (page for page in sources if page.code == code):
            reporter.page = page
            pages_shown = kept.digest_of_pages_shown(page.source, guide.languages, published) if kept else ""
            found = _known(kept, page, pages_shown) if kept else None
            if found is None:
                told = len(reporter.problems)
                try:
                    shown = render(page)
                except UnusableExtensionError as error:
                    return (extension_problem(root, error.name, error.why),)
                found = _gone_through(shown, follow_links=follow_links or kept is not None)
                if kept and len(reporter.problems) == told:
                    kept.put(_KIND, page.path, _checked().dump_json(found), page.source, pages_shown)
            checked.append(found)
        problems.extend(reporter.problems)
    links = [Linked(page, found.ids, found.links) for page, found in zip(sources, checked, strict=True)]
    return Rendered([found.page for found in checked], links if follow_links else [], problems)


class _Renderer:
    """A renderer that is made when the first page asks for it: making it takes as long as rendering one."""

    def __init__(self, rendering: RenderingContext, settings: tuple[list[str], Mapping[str, Any]]) -> None:
        self._made_from = rendering, settings

    def __call__(self, page: PageText) -> PageText:
        return self._render(page)

    @cached_property
    def _render(self) -> Callable[[PageText], PageText]:
        return renderer(*self._made_from)


def _gone_through(page: PageText, *, follow_links: bool) -> _Checked:
    found = linked(page) if follow_links else Linked(page, frozenset(), ())
    return _Checked(collected(page), found.ids, tuple(found.links))


def _known(kept: CachedPages, page: PageText, pages_shown: str) -> _Checked | None:
    content = kept.get(_KIND, page.path, page.source, pages_shown)
    try:
        return _checked().validate_json(content) if content is not None else None
    except ValidationError:
        return None  # A damaged or forged entry: see ``cache``.


@cache
def _checked() -> TypeAdapter[_Checked]:
    return TypeAdapter(_Checked)


class Reporter:
    """Collects what rendering reports, as problems with the path and line of the page that is rendered."""

    def __init__(self, page: PageText | None = None) -> None:
        """Report about a page; ``page`` is set anew when the next one is rendered."""
        self.page = page
        self.problems: list[Problem] = []

    def __call__(self, message: str, remedy: str, rule: str, words: str) -> None:
        """Take a report; see ``rendering.context.Report``."""
        page = self.page
        assert page is not None, "nothing is rendered"
        earlier = sum((problem.path, problem.message) == (page.path, message) for problem in self.problems)
        self.problems.append(Problem(page.path, page.line(words, earlier + 1), message, remedy, rule))
