"""All gates over the sources, in one place, so that the hook and the command cannot differ."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from mergeguide.citing import citing_problems
from mergeguide.coverage import coverage_problems
from mergeguide.desk import Desk, today
from mergeguide.freshness import freshness_problems, notice_problems
from mergeguide.guide import Guide
from mergeguide.headings import written_headings
from mergeguide.loading import load
from mergeguide.pages import (
    PageText,
    block_problems,
    front_matter_problems,
    markdown_settings,
    pages_of,
    rendered,
)
from mergeguide.parity import parity_problems
from mergeguide.problems import Problem, in_order
from mergeguide.rendering import Fragments

GENERATOR_PAGE = "case-text.md"
"""The page that carries the generator, in each language's folder."""


def check_sources(root: Path) -> tuple[Problem, ...]:
    """Every problem of the data and the pages, without a site engine."""
    guide = load(root)
    if not isinstance(guide, Guide):
        return guide
    problems: list[Problem] = list(freshness_problems(guide, today()))
    pages: list[PageText] = []
    settings = markdown_settings(root)
    fragments = Fragments(root)
    for page in pages_of(root, guide.languages):
        if isinstance(page, Problem):
            problems.append(page)
            continue
        reporter = Reporter(page)
        desk = Desk(root, guide, page.code, fragments, reporter)
        pages.append(rendered(page, desk, settings))
        problems.extend(reporter.problems)
    return in_order([*problems, *page_problems(guide, pages)])


def page_problems(guide: Guide, pages: Sequence[PageText]) -> Iterator[Problem]:
    """Every problem of rendered pages; what rendering itself reported comes on top."""
    for page in pages:
        yield from front_matter_problems(page)
        yield from block_problems(page)
    yield from parity_problems(guide, pages)
    yield from coverage_problems(guide, pages)
    yield from citing_problems(guide, pages)
    yield from notice_problems(guide, pages)
    yield from _section_problems(guide, pages)
    yield from _generator_problems(pages)


def _section_problems(guide: Guide, pages: Sequence[PageText]) -> Iterator[Problem]:
    """Links in the data that lead to no heading."""
    ids = {(page.code, f"{page.name}#{heading.id}") for page in pages for heading in written_headings(page.source)}
    document = guide.documents["situations"]
    for index, situation in enumerate(guide.situations.values()):
        for code in guide.languages:
            if (code, situation.section) not in ids:
                yield Problem(
                    document.path,
                    document.line(["situations", index, "section"]),
                    f'The section "{situation.section}" of "{situation.id}" does not exist in the language "{code}".',
                    f"Write the heading in docs/{code}/, or correct the link.",
                    "dead-section",
                )


def _generator_problems(pages: Sequence[PageText]) -> Iterator[Problem]:
    for page in pages:
        if page.name == GENERATOR_PAGE and "<case-generator" not in page.html:
            yield Problem(
                page.path,
                1,
                "The page has no generator.",
                "Add the block:\n/// case-generator\n\nAn introduction.\n\n///",
                "missing-generator",
            )


class Reporter:
    """Collects what rendering one page reports, as problems with the page's path and line."""

    def __init__(self, page: PageText) -> None:
        """Report about a page."""
        self.page = page
        self.problems: list[Problem] = []

    def __call__(self, message: str, remedy: str, rule: str, words: str) -> None:
        """Take a report; see ``desk.Report``."""
        earlier = sum(problem.message == message for problem in self.problems)
        self.problems.append(Problem(self.page.path, self.page.line(words, earlier + 1), message, remedy, rule))
