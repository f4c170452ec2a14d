"""The ledger's gate: every claim is cited, every source is used, and both languages cite the same.

That a page cites a claim that is not in the ledger is reported while the page is rendered (``citations``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from mergeguide.citations import CITATION
from mergeguide.evidence import only_second_hand
from mergeguide.guide import Guide
from mergeguide.headings import outside_code
from mergeguide.pages import PageText
from mergeguide.problems import Problem

_INLINE_CODE = re.compile(r"(`+).*?\1")


def cited(page: PageText) -> Mapping[str, int]:
    """The claims that a page cites, each with the first line where it does."""
    found: dict[str, int] = {}
    for number, line in outside_code(page.source):
        for name in re.findall(CITATION, _INLINE_CODE.sub("", line)):
            found.setdefault(name, number)
    return found


def citing_problems(guide: Guide, pages: Sequence[PageText]) -> Iterator[Problem]:
    """Every problem between the pages and the ledger."""
    citations = {(page.code, page.name): cited(page) for page in pages}
    yield from _claims(guide, {name for found in citations.values() for name in found})
    yield from _sources(guide)
    by_path = {(page.code, page.name): page for page in pages}
    original = guide.source_language
    for (code, name), found in citations.items():
        theirs = citations.get((original, name))
        if code == original or theirs is None:
            continue
        for claim, line in found.items():
            if claim in guide.claims and claim not in theirs:
                yield _difference(by_path[code, name], line, claim, f"docs/{original}/{name}")
        for claim, line in theirs.items():
            if claim in guide.claims and claim not in found:
                yield _difference(by_path[original, name], line, claim, f"docs/{code}/{name}")


def _difference(page: PageText, line: int, claim: str, other: str) -> Problem:
    return Problem(
        page.path,
        line,
        f'The claim "{claim}" is cited here, but not in {other}.',
        f"Cite it there too, [@{claim}], or take it out here.",
        "citation-parity",
    )


def _claims(guide: Guide, on_pages: set[str]) -> Iterator[Problem]:
    in_data = {claim for entry in guide.form.form_items for claim in entry.claims}
    in_data |= {claim for entry in guide.form.fields for claim in entry.claims}
    in_data |= {claim for entry in guide.situations.values() for claim in entry.claims}
    in_data |= {claim for entry in guide.editions.values() for claim in entry.claims}
    document = guide.documents["claims"]
    for index, claim in enumerate(guide.claims.values()):
        line = document.line(["claims", index])
        if claim.id not in on_pages | in_data:
            yield Problem(
                document.path,
                line,
                f'The claim "{claim.id}" is cited on no page.',
                f"Cite it where it is made, [@{claim.id}], or delete it.",
                "uncited-claim",
            )
        if claim.basis == "stated" and only_second_hand(guide, claim):
            yield Problem(
                document.path,
                line,
                f'The claim "{claim.id}" rests on second-hand sources alone and does not say so.',
                "Write basis: second-hand, or name an official source or a report.",
                "second-hand",
            )
        if claim.basis == "second-hand" and not only_second_hand(guide, claim):
            yield Problem(
                document.path,
                line,
                f'The claim "{claim.id}" says that it is second-hand, but has better sources.',
                "Take basis: second-hand out.",
                "second-hand",
            )


def _sources(guide: Guide) -> Iterator[Problem]:
    used = {name for claim in guide.claims.values() for name in claim.sources}
    used |= {name for entry in guide.contradictions for name in entry.sources}
    used |= {timing.source for timing in guide.timings}
    document = guide.documents["sources"]
    for index, source in enumerate(guide.sources):
        if source not in used:
            yield Problem(
                document.path,
                document.line(["sources", index]),
                f'The source "{source}" is named by no claim.',
                "Name it under sources: of the claim that rests on it, or delete it.",
                "unused-source",
            )
