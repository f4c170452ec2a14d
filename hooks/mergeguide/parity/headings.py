"""The languages side by side: the same pages, headings and blocks of data, every heading with an id of its own."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from mergeguide.data import Guide
from mergeguide.markup import arguments
from mergeguide.pages import Collected, WrittenHeading
from mergeguide.parity.alarms import Alarm, Waivers, mend, not_waived
from mergeguide.problems import Problem

RULES = frozenset(
    {"missing-page", "missing-heading", "extra-heading", "heading-level", "heading-order", "missing-block"}
)
"""What is judged here and can be waived."""

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def parity_problems(guide: Guide, pages: Sequence[Collected], waivers: Waivers | None = None) -> Iterator[Problem]:
    """What keeps the languages from standing side by side, page by page and heading by heading."""
    for page in pages:
        yield from _own_headings(page)
    yield from not_waived(heading_alarms(guide, pages), waivers or {}, RULES.__contains__)


def heading_alarms(guide: Guide, pages: Sequence[Collected]) -> Iterator[Alarm]:
    """Pages, headings and blocks of data that differ from the source's."""
    by_language: dict[str, dict[str, Collected]] = {code: {} for code in guide.languages}
    for page in pages:
        by_language[page.code][page.name] = page
    source = guide.source_language
    for name in sorted({page.name for page in pages}):
        for code, own in by_language.items():
            if name not in own and not guide.languages[code].draft:
                other = next(pages[name] for pages in by_language.values() if name in pages)
                problem = Problem(
                    other.path,
                    1,
                    f'The page "{name}" is missing in the language "{code}".',
                    f"Write docs/{code}/{name} with the same headings.",
                    "missing-page",
                )
                yield Alarm(code, name, "@page", problem)
    for page in pages:
        original = by_language[source].get(page.name)
        if page.code != source and original:
            yield from _same_headings(page, original)
            yield from _same_blocks(guide, page.code, page, original)
            yield from _same_blocks(guide, page.code, original, page)


def _own_headings(page: Collected) -> Iterator[Problem]:
    seen: dict[str, int] = {}
    for heading in page.headings:
        if not heading.id:
            yield Problem(
                page.path,
                heading.line,
                f'The heading "{heading.text}" has no id of its own.',
                f"Add {{ #a-short-english-id }} at its end, the same in every language.{mend(page.path)}",
                "heading-id",
            )
        elif not _ID.fullmatch(heading.id):
            yield Problem(
                page.path,
                heading.line,
                f'The id "{heading.id}" is not in kebab-case.',
                "Use lower-case ASCII letters, digits and single hyphens.",
                "heading-id",
            )
        elif heading.id in seen:
            yield Problem(
                page.path,
                heading.line,
                f'The id "{heading.id}" already stands at line {seen[heading.id]} of this page.',
                "Rename one of the two, in every language.",
                "doubled-id",
            )
        seen.setdefault(heading.id, heading.line)


def _same_headings(page: Collected, original: Collected) -> Iterator[Alarm]:
    own_ids: Mapping[str, WrittenHeading] = {heading.id: heading for heading in page.headings if heading.id}
    their_ids: Mapping[str, WrittenHeading] = {heading.id: heading for heading in original.headings if heading.id}
    for name, heading in their_ids.items():
        if name not in own_ids:
            problem = Problem(
                page.path,
                1,
                f'The heading "#{name}" of {original.path}:{heading.line} is missing here.',
                f"Add {'#' * heading.level} … {{ #{name} }} at its place.",
                "missing-heading",
            )
            yield Alarm(page.code, page.name, name, problem)
        elif own_ids[name].level != heading.level:
            level = own_ids[name].level
            problem = Problem(
                page.path,
                own_ids[name].line,
                f'The heading "#{name}" has level {level} here and {heading.level} in {original.path}.',
                f"Give it the same level in every language.{mend(page.path)}",
                "heading-level",
            )
            yield Alarm(page.code, page.name, name, problem, (str(heading.level), str(level)))
    for name, heading in own_ids.items():
        if name not in their_ids:
            problem = Problem(
                page.path,
                heading.line,
                f'The heading "#{name}" does not exist in {original.path}.',
                "Add it there, or delete it here.",
                "extra-heading",
            )
            yield Alarm(page.code, page.name, name, problem)
    shared = [name for name in own_ids if name in their_ids]
    order = [name for name in their_ids if name in own_ids]
    if shared != order:
        first = next(name for name, other in zip(shared, order, strict=True) if name != other)
        problem = Problem(
            page.path,
            own_ids[first].line,
            f'From the heading "#{first}" on, the order differs from {original.path}.',
            f"Put the sections in the same order in every language.{mend(page.path)}",
            "heading-order",
        )
        yield Alarm(page.code, page.name, first, problem, (*shared, *order))


def _same_blocks(guide: Guide, code: str, page: Collected, other: Collected) -> Iterator[Alarm]:
    """Blocks that another language's page has and this one has not, or not as often."""
    # A block with an argument that is not known was reported as such, whatever it was meant to be.
    wrong = {
        name for name, argument, _ in (*page.blocks, *other.blocks) if argument not in (arguments(guide, name) or ("",))
    }
    own = Counter((name, argument) for name, argument, _ in page.blocks)
    for name, argument, line in other.blocks:
        own[name, argument] -= 1
        if own[name, argument] < 0 and name not in wrong:
            block = f"{name} | {argument}" if argument else name
            problem = Problem(
                page.path,
                1,
                f'The block "{block}" of {other.path}:{line} is missing here.',
                f"Write it at its place:\n/// {block}\n///",
                "missing-block",
            )
            yield Alarm(code, page.name, "@page", problem, (page.code, block))
