"""All gates over the sources, in one place, so that the hook and the command cannot differ."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from mergeguide.cached_loading import load_cached
from mergeguide.checks.pages.citations import citing_problems
from mergeguide.checks.pages.coverage import coverage_problems
from mergeguide.checks.pages.form_editions import edition_problems
from mergeguide.checks.pages.links import link_problems
from mergeguide.checks.pages.navigation import navigation_problems
from mergeguide.checks.pages.notices import notice_problems
from mergeguide.checks.pages.rendered import Rendered, rendered_sources
from mergeguide.checks.pages.translations import translation_findings
from mergeguide.checks.pages.ways import way_problems
from mergeguide.data import Guide
from mergeguide.day import today
from mergeguide.evidence import freshness_problems
from mergeguide.loading import load
from mergeguide.pages import EVERYTHING, Collected, Configuration, Published, read_configuration
from mergeguide.parity import parity_problems
from mergeguide.problems import Problem, in_order
from mergeguide.translations import Stamps, waivers_of

GENERATOR_PAGE = "case-text.md"
"""The page that carries the generator, in each language's folder."""


def check_sources(
    root: Path, *, follow_links: bool = False, published: Published | None = None, cached: bool = False
) -> tuple[Problem, ...]:
    """Every problem of the data and the pages, without a site engine.

    Args:
        follow_links: look for dead links from page to page too, which a build leaves to the engine.
        published: which files are on the site, where that is not what ``mkdocs.yml`` says of a build.
        cached: take from the project's cache what has not changed, and leave there what has.
    """
    guide = load_cached(root) if cached else load(root)
    if not isinstance(guide, Guide):
        return guide
    stale = freshness_problems(guide, today())
    rendered = rendered_sources(root, guide, follow_links=follow_links, published=published, cached=cached)
    if not isinstance(rendered, Rendered):
        return in_order([*stale, *rendered])
    found = collected_problems(guide, rendered.pages, waivers_of(root, guide.languages))
    leading = [*link_problems(guide, rendered.links), *navigation_problems(root, guide)]
    problems = in_order([*stale, *rendered.problems, *found, *leading])
    # A page with mistakes is not what anybody has translated.
    return problems or in_order(
        translation_findings(root, guide, published or _published(root), cached=cached).problems
    )


def translation_notes(root: Path) -> Sequence[Problem]:
    """What translators are told; nothing while the data itself has problems, which ``check_sources`` reports."""
    guide = load_cached(root)
    return translation_findings(root, guide, _published(root), cached=True).notes if isinstance(guide, Guide) else ()


def _published(root: Path) -> Published:
    found = read_configuration(root)
    return found.published if isinstance(found, Configuration) else EVERYTHING


def collected_problems(
    guide: Guide, pages: Sequence[Collected], waivers: Mapping[tuple[str, str], Stamps] | None = None
) -> Iterator[Problem]:
    """Every problem of pages that were rendered and gone through.

    Args:
        waivers: the stamps that have waivers, by language and page.
    """
    problems = [
        *(problem for page in pages for problem in page.problems),
        *parity_problems(guide, pages, waivers),
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
    written = {(page.code, page.name) for page in pages}
    ids = {(page.code, f"{page.name}#{heading.id}") for page in pages for heading in page.headings}
    for file, place, name, section in _links_in_data(guide):
        page, _, heading = section.partition("#")
        for code in guide.languages:
            there = code in guide.complete_languages or (code, page) in written
            if there and (code, section) not in ids:
                yield guide.documents[file].problem(
                    place,
                    f'The section "{section}" of "{name}" does not exist in the language "{code}".',
                    f"Write in docs/{code}/{page}:\n## … {{ #{heading} }}\nOr correct the link.",
                    "dead-section",
                )


def _links_in_data(guide: Guide) -> Iterator[tuple[str, Sequence[str | int], str, str]]:
    """Each link: its file, its place there, what it is of, and where it leads."""
    for index, situation in enumerate(guide.situations.values()):
        yield "situations", ("situations", index, "section"), situation.id, situation.section
    for index, group in enumerate(guide.form.groups):
        if group.first:
            yield "fields", ("groups", index, "first"), group.id, group.first


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
