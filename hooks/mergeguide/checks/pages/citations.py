"""The ledger's gate: every claim is cited, every source is used, and both languages cite the same.

That a page cites a claim that is not in the ledger is reported while the page is rendered (``citations``).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mergeguide.data import Document, Guide
from mergeguide.evidence import kinds_of, signing_problems
from mergeguide.pages import Collected
from mergeguide.problems import Problem
from mergeguide.schema import Claim


def citing_problems(guide: Guide, pages: Sequence[Collected]) -> Iterator[Problem]:
    """Every problem between the pages and the ledger."""
    yield from _claims(guide, {name for page in pages for name in page.cited})
    yield from _entries(guide)
    yield from signing_problems(guide)
    yield from _sources(guide)
    for page in pages:
        yield from _known_statements(guide, page)
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


def _known_statements(guide: Guide, page: Collected) -> Iterator[Problem]:
    """A sentence that ends in the mark of what is not known has to say that it is not known.

    Words that a draft has only from the source have no line; its own sentences cannot be held to them.
    """
    if ("as-of", "unknown-words") not in guide.documents[f"languages/{page.code}"].lines:
        return
    words = guide.languages[page.code].as_of.unknown_words
    plain = ["".join(word.lower().split()) for word in words]
    for each in page.citations:
        claim = guide.claims.get(each.claim)
        if claim and claim.basis == "unknown" and not _says(each.said, plain):
            yield Problem(
                page.path,
                each.line,
                f'The claim "{claim.id}" says that something is not known; the sentence before it does not.',
                f"Cite the claim that the sentence makes, or say there that it is not known ({', '.join(words)}).",
                "known-statement",
            )


def _says(sentence: str, words: Sequence[str]) -> bool:
    """Whether one of the words is in a sentence, wherever its lines were broken."""
    said = "".join(sentence.lower().split())
    return any(word in said for word in words)


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
    in_data |= {claim for entry in guide.statements.values() for claim in entry.claims}
    document = guide.documents["claims"]
    folders = " and ".join(f"docs/{code}/" for code in guide.languages)
    for index, claim in enumerate(guide.claims.values()):
        place = ("claims", index)
        if claim.id not in on_pages | in_data:
            yield document.problem(
                place,
                f'The claim "{claim.id}" is cited on no page.',
                f"Write [@{claim.id}] behind the statement, on a page in {folders}, or delete the claim.",
                "uncited-claim",
            )
        yield from _kinds(guide, document, place, claim)
        if claim.basis == "stated" and not claim.quoted and kinds_of(guide, claim) == {"secondary"}:
            yield document.problem(
                place,
                f'The claim "{claim.id}" rests on second-hand sources alone and does not say so.',
                "Write basis: second-hand, or name an official source or a report.",
                "second-hand",
            )
        if claim.basis == "second-hand" and kinds_of(guide, claim) != {"secondary"}:
            yield document.problem(
                place,
                f'The claim "{claim.id}" says that it is second-hand, but has better sources.',
                "Take basis: second-hand out.",
                "second-hand",
            )


def _kinds(guide: Guide, document: Document, place: Sequence[str | int], claim: Claim) -> Iterator[Problem]:
    """One mark has one date and one kind: what AWS says and what people report are two statements."""
    kinds = sorted(kinds_of(guide, claim))
    if claim.basis == "stated" and len(kinds) > 1:
        yield document.problem(
            place,
            f'The claim "{claim.id}" mixes sources of different kinds: {", ".join(kinds)}.',
            "Keep those of the best kind, or divide it into claims of one kind each.",
            "mixed-kinds",
        )


def _entries(guide: Guide) -> Iterator[Problem]:
    """An entry belongs to one statement: the same words of a source under another claim would lend it its date."""
    document = guide.documents["claims"]
    first: dict[tuple[str, str], str] = {}
    for index, claim in enumerate(guide.claims.values()):
        for number, entry in enumerate(claim.evidence):
            owner = first.setdefault((entry.source, entry.says.strip().lower()), claim.id)
            if owner != claim.id:
                yield document.problem(
                    ["claims", index, "evidence", number],
                    f'The entry of {entry.source} under "{claim.id}" is the one under "{owner}".',
                    "Say what the source says for this statement, cite the other claim, or delete the entry.",
                    "entry-doubled",
                )


def _sources(guide: Guide) -> Iterator[Problem]:
    used = {name for claim in guide.claims.values() for name in claim.sources}
    used |= {name for entry in guide.contradictions for name in entry.sources}
    used |= {timing.source for timing in guide.timings}
    document = guide.documents["sources"]
    for index, source in enumerate(guide.sources):
        if source not in used:
            yield document.problem(
                ["sources", index],
                f'The source "{source}" is named by no claim.',
                f"Name it under evidence: of a claim resting on it, in {guide.documents['claims'].path}, or delete it.",
                "unused-source",
            )
