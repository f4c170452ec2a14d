"""How much text pages and ways show, from the sources or from a built site."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from mergeguide.checks.pages.rendered import Rendered, rendered_sources
from mergeguide.checks.pages.ways import Length, lengths_of_pages, lengths_of_ways, way_problems
from mergeguide.checks.site import collected_site
from mergeguide.data import Guide
from mergeguide.loading import load
from mergeguide.pages import Collected
from mergeguide.problems import Problem, in_order


@dataclass(frozen=True)
class Measured:
    """The lengths of all pages and ways, and what is wrong with them."""

    pages: Sequence[Length]
    ways: Sequence[Length]
    problems: Sequence[Problem]


def measured(root: Path, site: Path | None = None) -> Measured | tuple[Problem, ...]:
    """Measure the pages of a project, or of a site that was built from it; problems where nothing can be measured."""
    guide = load(root)
    if not isinstance(guide, Guide):
        return guide
    if site is not None:
        pages: Sequence[Collected] = collected_site(root, guide, site)
    else:
        rendered = rendered_sources(root, guide)
        if not isinstance(rendered, Rendered):
            return rendered
        pages = rendered.pages
    problems = in_order(way_problems(guide, pages))
    return Measured(tuple(lengths_of_pages(pages)), tuple(lengths_of_ways(guide, pages)), problems)
