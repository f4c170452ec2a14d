"""How far the translations are, for whoever judges the sources: the build, ``check``, ``check`` of a built site."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from mergeguide.checks.pages.glossary import glossary_problems
from mergeguide.data import Guide
from mergeguide.pages import PageText, Published, pages_of
from mergeguide.parity import section_problems
from mergeguide.problems import Problem, in_order
from mergeguide.translations import judged, notes, unsynced_problems, waivers_of


@dataclass(frozen=True)
class Kept:
    """How far the translations are.

    Attributes:
        problems: what makes a build fail.
        notes: what translators are told.
    """

    problems: Sequence[Problem]
    notes: Sequence[Problem]


def kept_up(root: Path, guide: Guide, published: Published, *, cached: bool = False) -> Kept:
    """Hold the translations on the site against their source."""
    pages = [page for page in pages_of(root, guide.languages, published) if isinstance(page, PageText)]
    found = judged(root, guide, pages, cached=cached)
    differences = section_problems(guide, found.sections, waivers_of(root, guide.languages))
    entries = glossary_problems(guide, pages)
    return Kept(in_order([*unsynced_problems(found), *differences, *entries]), in_order(notes(found)))
