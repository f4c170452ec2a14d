"""``.github/CODEOWNERS``: whom GitHub asks about a language, from ``owners:`` in its file.

The file may have lines by hand; below a mark are those of the language files. Where these name nobody, there are none.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from mergeguide.data import Outline, read_text
from mergeguide.problems import Problem
from mergeguide.translations.stamps import FOLDER, path_of

CODEOWNERS = Path(".github/CODEOWNERS")
"""Where it is, from the project's root."""

MARK = "# Below: from owners: in docs/_data/languages/, by python -m mergeguide translations owners --write\n"


def owner_lines(guide: Outline) -> Iterator[str]:
    """For each language that somebody looks after: its pages, its words, its stamps, each with the names."""
    for code, language in guide.languages.items():
        names = " ".join(name if "@" in name else f"@{name}" for name in language.owners)
        if names:
            places = [f"docs/{code}/", path_of(code, ""), f"{FOLDER.as_posix()}/{code}/"]
            yield from (f"/{place} {names}\n" for place in places[: 2 if language.source else 3])


def with_owners(root: Path, lines: str) -> str | Problem:
    """What the file is to say: what is written by hand there, and the lines of the languages."""
    found = _parts(root)
    return found if isinstance(found, Problem) else found[0] + (MARK + lines if lines else "")


def owners_problems(root: Path, guide: Outline) -> Iterator[Problem]:
    """That CODEOWNERS names others than the language files do."""
    found = _parts(root)
    if isinstance(found, Problem):
        yield found
        return
    by_hand, written = found
    if written != "".join(owner_lines(guide)):
        yield Problem(
            CODEOWNERS.as_posix(),
            by_hand.count("\n") + 1,
            "The owners of languages are not those that the language files name.",
            "Run: python -m mergeguide translations owners --write",
            "owners-drift",
        )


def _parts(root: Path) -> tuple[str, str] | Problem:
    """What is written by hand, and what is not."""
    if not (root / CODEOWNERS).exists():
        return "", ""
    text = read_text(root / CODEOWNERS, CODEOWNERS.as_posix())
    if isinstance(text, Problem):
        return text
    by_hand, _, written = text.partition(MARK)
    return by_hand, written
