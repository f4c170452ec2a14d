"""All gates over the sources, in one place, so that the hook and the command cannot differ."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from mergeguide.checks.pages.citations import citing_problems
from mergeguide.checks.pages.coverage import coverage_problems
from mergeguide.checks.pages.form_editions import edition_problems
from mergeguide.checks.pages.links import Linked, link_problems, linked
from mergeguide.checks.pages.notices import notice_problems
from mergeguide.checks.pages.parity import parity_problems
from mergeguide.checks.pages.ways import way_problems
from mergeguide.data import Guide
from mergeguide.evidence import freshness_problems, today
from mergeguide.loading import load
from mergeguide.markup import renderer
from mergeguide.pages import Collected, PageText, Published, collected, pages_of, read_configuration
from mergeguide.problems import Problem, in_order
from mergeguide.rendering import Fragments, RenderingContext, template_problems

GENERATOR_PAGE = "case-text.md"
"""The page that carries the generator, in each language's folder."""


Loading = Callable[[Path], Guide | tuple[Problem, ...]]
"""Loads the data of a project, or says what is wrong with it."""


def check_sources(
    root: Path, *, follow_links: bool = False, published: Published | None = None, loading: Loading = load
) -> tuple[Problem, ...]:
    """Every problem of the data and the pages, without a site engine.

    Args:
        follow_links: look for dead links from page to page too, which a build leaves to the engine.
        published: which files are on the site, where that is not what ``mkdocs.yml`` says of a build.
        loading: how the data is loaded.
    """
    guide = loading(root)
    if not isinstance(guide, Guide):
        return guide
    stale = freshness_problems(guide, today())
    rendered = rendered_sources(root, guide, follow_links=follow_links, published=published)
    if not isinstance(rendered, Rendered):
        return in_order([*stale, *rendered])
    found = collected_problems(guide, rendered.pages)
    return in_order([*stale, *rendered.problems, *found, *link_problems(rendered.links)])


@dataclass(frozen=True)
class Rendered:
    """Every page of the sources, gone through; ``problems`` are those that showed while they were rendered."""

    pages: Sequence[Collected]
    links: Sequence[Linked]
    problems: Sequence[Problem]


def rendered_sources(
    root: Path, guide: Guide, *, follow_links: bool = False, published: Published | None = None
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
    pages: list[Collected] = []
    links: list[Linked] = []
    problems: list[Problem] = []
    fragments = Fragments(root)
    for code in guide.languages:
        reporter = Reporter()
        render = renderer(
            RenderingContext(root, guide, code, fragments, reporter, published=published), configuration.markdown
        )
        for page in written:
            if isinstance(page, PageText) and page.code == code:
                reporter.page = page
                page_rendered = render(page)
                pages.append(collected(page_rendered))
                links += [linked(page_rendered)] if follow_links else []
        problems.extend(reporter.problems)
    return Rendered(pages, links, problems)


def page_problems(guide: Guide, pages: Iterable[PageText]) -> Iterator[Problem]:
    """Every problem of rendered pages; what rendering itself reported comes on top."""
    return collected_problems(guide, [collected(page) for page in pages])


def collected_problems(guide: Guide, pages: Sequence[Collected]) -> Iterator[Problem]:
    """Every problem of pages that were rendered and gone through."""
    problems = [
        *(problem for page in pages for problem in page.problems),
        *parity_problems(guide, pages),
        *coverage_problems(guide, pages),
        *citing_problems(guide, pages),
        *notice_problems(guide, pages),
        *edition_problems(guide, pages),
        *_section_problems(guide, pages),
        *_generator_problems(pages),
    ]
    yield from problems
    # What pages with mistakes show is not what readers will see.
    if not problems:
        yield from way_problems(guide, pages)


def _section_problems(guide: Guide, pages: Sequence[Collected]) -> Iterator[Problem]:
    """Links in the data that lead to no heading."""
    ids = {(page.code, f"{page.name}#{heading.id}") for page in pages for heading in page.headings}
    document = guide.documents["situations"]
    for index, situation in enumerate(guide.situations.values()):
        page, _, heading = situation.section.partition("#")
        for code in guide.languages:
            if (code, situation.section) not in ids:
                yield document.problem(
                    ["situations", index, "section"],
                    f'The section "{situation.section}" of "{situation.id}" does not exist in the language "{code}".',
                    f"Write in docs/{code}/{page}:\n## … {{ #{heading} }}\nOr correct the link.",
                    "dead-section",
                )


def _generator_problems(pages: Sequence[Collected]) -> Iterator[Problem]:
    for page in pages:
        if page.name == GENERATOR_PAGE and not page.generator:
            yield Problem(
                page.path,
                1,
                "The page has no generator.",
                "Add the block:\n/// case-generator\n\nAn introduction.\n\n///",
                "missing-generator",
            )


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
