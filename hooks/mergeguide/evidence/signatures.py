"""A person's check of a claim's words against what its sources say: signed in ``claims.yml``, out of date on change.

Life cycle: somebody reads the words of a claim in every language beside its entries, then lets the command write
digests of both. A build holds the digests against the data as it is: what has changed since is to be read again.
"""

from __future__ import annotations

import datetime
import hashlib
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from mergeguide.data import Document, Guide
from mergeguide.problems import Problem
from mergeguide.schema import Claim

_WITHIN = re.compile(r" {5,}\S")
"""A line that goes on with what a key of a claim says."""


def signing_problems(guide: Guide) -> Iterator[Problem]:
    """Claims that nobody has checked, or that have changed since."""
    document = guide.documents["claims"]
    for index, claim in enumerate(guide.claims.values()):
        changed = list(_changed(guide, claim))
        if changed:
            yield document.problem(
                ["claims", index],
                f'The claim "{claim.id}" {_told(claim, changed)}.',
                "Hold its words, in every language, against what its sources say, then run: "
                f"python -m mergeguide evidence --sign {claim.id}",
                "claim-unchecked",
            )


def _changed(guide: Guide, claim: Claim) -> Iterator[str]:
    checked = claim.checked
    if checked is None or checked.entries != entries_digest(guide, claim):
        yield "entries"
    for code in guide.languages:
        signed = checked.words.get(code) if checked else None
        # A language that was added later is for its translators to vouch for.
        if signed != words_digest(guide, claim, code) and (signed or code == guide.source_language):
            yield f'words in the language "{code}"'


def _told(claim: Claim, changed: Iterable[str]) -> str:
    if claim.checked is None:
        return "was not checked against its sources by anybody"
    return f"was checked on {claim.checked.on}, and its {' and '.join(changed)} have changed since"


def entries_digest(guide: Guide, claim: Claim) -> str:
    """The digest of all that a claim rests on: basis, entries, and the kinds and dates of their sources."""
    entries = []
    for entry in claim.evidence:
        source = guide.sources[entry.source]
        entries.append([entry.source, entry.says, source.kind, entry.held or source.experience, source.inferred])
    return _digest([claim.basis, claim.quoted, entries])


def words_digest(guide: Guide, claim: Claim, code: str) -> str:
    """The digest of a claim's words in a language."""
    return _digest(guide.languages[code].claims[claim.id])


def _digest(value: object) -> str:
    return hashlib.sha256(json.dumps(value, ensure_ascii=False).encode()).hexdigest()[:10]


def sign(root: Path, guide: Guide, names: Iterable[str], day: datetime.date) -> list[Problem]:
    """Write the signatures of claims into the ledger; everything else in the file stays as it is.

    Args:
        names: ids of claims; one that is named twice is signed once.
        day: the day of the check.

    Returns:
        Claims that are written in one line, which the command does not take apart; then nothing was written.
    """
    document = guide.documents["claims"]
    path = root / document.path
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    problems = []
    places = {name: index for index, name in enumerate(guide.claims)}
    for name in sorted({*names}, key=places.__getitem__, reverse=True):
        place = ("claims", places[name], "id")
        first = document.line(place)
        if not re.fullmatch(r"  - id: \S+\s*", lines[first - 1]):
            problems.append(_in_one_line(document, place, name))
            continue
        signed = f"    checked: {_signature(guide, guide.claims[name], day)}\n"
        begin = end = first
        if (*place[:2], "checked") in document.lines:
            begin = document.line((*place[:2], "checked")) - 1
            end = begin + 1
            while end < len(lines) and _WITHIN.match(lines[end]):
                end += 1
        lines[begin:end] = [signed]
    if not problems:
        path.write_text("".join(lines), encoding="utf-8", newline="\n")
    return problems


def _signature(guide: Guide, claim: Claim, day: datetime.date) -> str:
    words = ", ".join(f'{code}: "{words_digest(guide, claim, code)}"' for code in guide.complete_languages)
    return f'{{on: {day}, entries: "{entries_digest(guide, claim)}", words: {{{words}}}}}'


def _in_one_line(document: Document, place: Sequence[str | int], name: str) -> Problem:
    return document.problem(
        place,
        f'The claim "{name}" cannot be signed as it is written.',
        f"Begin it with a line of its own, as the others do:\n  - id: {name}",
        "claim-form",
    )
