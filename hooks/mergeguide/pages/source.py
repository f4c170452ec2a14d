"""The pages as they lie on disk: finding them, reading them, finding a line in them."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from mergeguide.data import missing_or_unreadable, read_text
from mergeguide.pages.link_targets import target_problem
from mergeguide.pages.published import DOCS, EVERYTHING, MARKDOWN, Published, pages_among, published_files
from mergeguide.problems import Problem

TEXTS = (".css", ".js", ".html", ".svg", ".txt", ".json", ".xml")
"""How the names of other files end that a browser reads as text."""


@dataclass(frozen=True)
class PageText:
    """A page of one language.

    Attributes:
        code: the language.
        name: the file's path below the language's folder, for instance ``form-fields.md``.
        path: the file's path from the project's root, as problems show it.
        source: the whole file, front matter included, so that line numbers are the file's.
        html: what it renders to; empty until it was rendered.
    """

    code: str
    name: str
    path: str
    source: str
    html: str = ""

    def line(self, words: str, nth: int = 1) -> int:
        """The nth line (from 1) that is just some words, or else holds them; 1 where there is none."""
        lines = list(enumerate(self.source.split("\n"), 1))
        found = [number for number, line in lines if line.strip() == words]
        found = found or [number for number, line in lines if words in line]
        return found[nth - 1] if nth <= len(found) else 1


def printable(path: str) -> str:
    """A path as it can be shown: what is not UTF-8 in a name, as ``\\x8e``."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def page_of(root: Path, code: str, file: Path) -> PageText | Problem:
    """Read one page; a problem where it cannot be read or rendered, or its name is not what it looks like."""
    path = file.relative_to(root).as_posix()
    not_utf_8 = _name_problem(path)
    if not_utf_8:
        return not_utf_8
    if path != unicodedata.normalize("NFC", path):
        return Problem(
            path,
            1,
            "The file's name is written with marks apart from their letters, as macOS does; no link would find it.",
            f"Rename it to {unicodedata.normalize('NFC', file.name)}, typed anew; best to ASCII.",
            "file-name",
        )
    text = read_text(file, path)
    if isinstance(text, Problem):
        return text
    name = file.relative_to(root / DOCS / code).as_posix()
    return target_problem(path, text) or PageText(code, name, path, text)


def pages_of(root: Path, codes: Iterable[str], published: Published = EVERYTHING) -> Iterator[PageText | Problem]:
    """Every page of the given languages that is on the site, in order, and every file there that cannot be read."""
    languages = tuple(codes)
    files = tuple(published_files(root, published))
    pages = set(pages_among(files, languages))
    for code in languages:
        for name in sorted(name for other, name in pages if other == code):
            yield page_of(root, code, root / DOCS / code / name)
    for name in files:
        folder, _, below = name.partition("/")
        if (folder, below) not in pages:
            problem = _asset_problem(root, name, languages)
            if problem:
                yield problem


def readable_pages(root: Path, codes: Iterable[str], published: Published = EVERYTHING) -> Iterator[PageText]:
    """The pages of the given languages, as ``pages_of`` has them, without those that cannot be read."""
    for code, name in sorted(pages_among(published_files(root, published), tuple(codes))):
        page = page_of(root, code, root / DOCS / code / name)
        if isinstance(page, PageText):
            yield page


def _name_problem(path: str) -> Problem | None:
    """A name that no address can hold, as unpacking an archive of another system makes it."""
    shown = printable(path)
    if shown == path:
        return None
    what = "The file's name, or its folder's, is not in UTF-8."
    return Problem(shown, 1, what, "Rename it; best to ASCII.", "file-name")


def _asset_problem(root: Path, name: str, languages: Sequence[str]) -> Problem | None:
    """What is wrong with a file that is no language's page."""
    shown = f"{DOCS.as_posix()}/{name}"
    not_utf_8 = _name_problem(shown)
    if not_utf_8:
        return not_utf_8
    if name.endswith(MARKDOWN):
        folders = " or ".join(f"docs/{code}/" for code in languages)
        remedy = f"Move it into {folders}, or name it under exclude_docs in mkdocs.yml."
        return Problem(shown, 1, "The page lies in the folder of no language.", remedy, "page-outside")
    if name.endswith(TEXTS):
        text = read_text(root / DOCS / name, shown)
        return text if isinstance(text, Problem) else None
    try:
        (root / DOCS / name).open("rb").close()
    except OSError as error:
        return missing_or_unreadable(root / DOCS / name, shown, error)
    return None
