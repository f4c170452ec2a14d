"""How far the translations are, for whoever judges the sources: the build, ``check``, ``check`` of a built site."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pydantic import TypeAdapter

from mergeguide.cached_pages import CachedPages
from mergeguide.checks.pages.copies import copied_pictures
from mergeguide.checks.pages.glossary import glossary_problems
from mergeguide.data import Guide
from mergeguide.kept_data import documents_digest
from mergeguide.pages import PageText, Published, readable_pages
from mergeguide.parity import section_problems
from mergeguide.problems import Problem, in_order
from mergeguide.translations import (
    Section,
    behind,
    edited_while_stale,
    judged,
    notes,
    owners_problems,
    unsynced_problems,
    waivers_of,
)


@dataclass(frozen=True)
class TranslationFindings:
    """How far the translations are.

    Attributes:
        problems: what makes a build fail.
        notes: what translators are told.
    """

    problems: tuple[Problem, ...]
    notes: tuple[Problem, ...]


@dataclass(frozen=True)
class _Verdict:
    """What follows from the files alone; who edited a section when, only a history tells."""

    problems: tuple[Problem, ...]
    behind: tuple[Section, ...]


def translation_findings(
    root: Path, guide: Guide, published: Published, *, cached: bool = False
) -> TranslationFindings:
    """Hold the translations on the site against their source.

    Args:
        cached: take what was found from the project's cache while nothing has changed, and leave it there.
    """
    pages = [*readable_pages(root, guide.languages, published)]
    if cached:
        # The guide may be that of a moment ago; see ``judged``.
        written = (part for page in pages for part in (page.path, page.source))
        made_from = (documents_digest(guide.documents), *written)
        kept = CachedPages(root, ())
        found = kept.made("verdict", "", made_from, _verdict(), lambda: _held(root, guide, pages, cached=True))
    else:
        found = _held(root, guide, pages, cached=False)
    unsaid = [*edited_while_stale(root, guide.source_language, found.behind)]
    by_files = [*copied_pictures(root, guide), *owners_problems(root, guide)]
    problems = [*found.problems, *unsynced_problems(unsaid), *by_files]
    return TranslationFindings(in_order(problems), in_order(notes(found.behind, unsaid)))


@cache
def _verdict() -> TypeAdapter[_Verdict]:
    return TypeAdapter(_Verdict)


def _held(root: Path, guide: Guide, pages: Sequence[PageText], *, cached: bool) -> _Verdict:
    found = judged(root, guide, pages, cached=cached)
    differences = section_problems(guide, found.sections, waivers_of(root, guide.languages))
    entries = glossary_problems(guide, pages)
    return _Verdict((*found.problems, *differences, *entries), (*behind(found.sections),))
