"""The ledger's gate: every claim is cited, every source is used, and both languages cite the same.

That a page cites a claim that is not in the ledger is reported while the page is rendered (``citations``).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mergeguide.collecting import Collected
from mergeguide.evidence import only_second_hand
from mergeguide.guide import Guide
from mergeguide.problems import Problem


def citing_problems(guide: Guide, pages: Sequence[Collected]) -> Iterator[Problem]:
    """Every problem between the pages and the ledger."""
    yield from _claims(guide, {name for page in pages for name in page.cited})
    yield from _sources(guide)
    originals = {page.name: page for page in pages if page.code == guide.source_language}
    for page in pages:
        original = originals.get(page.name)
        if original is None or original is page:
            continue
        for claim, line in page.cited.items():
            if claim in guide.claims and claim not in original.cited:
                yield _difference(page, line, claim, original.path)
        for claim, line in original.cited.items():
            if claim in guide.claims and claim not in page.cited:
                yield _difference(original, line, claim, page.path)


def _difference(page: Collected, line: int, claim: str, other: str) -> Problem:
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
    folders = " and ".join(f"docs/{code}/" for code in guide.languages)
    for index, claim in enumerate(guide.claims.values()):
        line = document.line(["claims", index])
        if claim.id not in on_pages | in_data:
            yield Problem(
                document.path,
                line,
                f'The claim "{claim.id}" is cited on no page.',
                f"Write [@{claim.id}] behind the statement, on a page in {folders}, or delete the claim.",
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
                f"Name it under sources: of a claim resting on it, in {guide.documents['claims'].path}, or delete it.",
                "unused-source",
            )
