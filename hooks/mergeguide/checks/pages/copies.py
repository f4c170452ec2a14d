"""Pictures in a language's folder that are copies of what all languages, or another one, have."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from mergeguide.data import Guide
from mergeguide.pages import DOCS
from mergeguide.problems import Problem

_PICTURES = frozenset({".avif", ".gif", ".jpeg", ".jpg", ".png", ".svg", ".webp"})


def copied_pictures(root: Path, guide: Guide) -> Iterator[Problem]:
    """Pictures in a language's folder that are another's, byte for byte: one would be changed and the other forgotten.

    A picture with other words in it, under the same name in each language's folder, is what such a folder is for.
    """
    known = {file.read_bytes(): file for file in _pictures(root / DOCS / "assets")}
    codes = [guide.source_language, *(code for code in guide.languages if code != guide.source_language)]
    for code in codes:
        for file in _pictures(root / DOCS / code):
            original = known.setdefault(file.read_bytes(), file)
            if original != file:
                path, other = (each.relative_to(root).as_posix() for each in (file, original))
                yield Problem(
                    path,
                    1,
                    f"The picture is the same as {other}, byte for byte.",
                    f"Show {other} on the page and delete this one, or draw it with the words of its language.",
                    "copied-picture",
                )


def _pictures(folder: Path) -> Iterable[Path]:
    return sorted(file for file in folder.rglob("*") if file.suffix.lower() in _PICTURES and file.is_file())
