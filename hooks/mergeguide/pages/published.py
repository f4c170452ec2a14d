"""Which files below ``docs/`` are on the site: the one list for build, preview, ``check`` and the status table.

MkDocs passes over what begins with a dot, and over what ``mkdocs.yml`` names under ``exclude_docs``; what it names
under ``draft_docs`` is in the preview alone. Its own matcher is asked, so that no pattern is understood otherwise.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path, PurePosixPath

from pathspec import GitIgnoreSpec

DOCS = Path("docs")
"""Where pages, data and assets are, from the project's root."""

MARKDOWN = (".markdown", ".mdown", ".mkdn", ".mkd", ".md")
"""How the name of a page can end, as in MkDocs."""

_NEVER = GitIgnoreSpec.from_lines([".*", "/templates/"])


@dataclass(frozen=True)
class Published:
    """What ``mkdocs.yml`` says about files.

    Attributes:
        excluded: its ``exclude_docs``.
        drafts: its ``draft_docs``.
        with_drafts: whether drafts count, as in the preview.
    """

    excluded: GitIgnoreSpec | None = None
    drafts: GitIgnoreSpec | None = None
    with_drafts: bool = False

    def has(self, name: str) -> bool:
        """Whether the file at a path below ``docs/`` is on the site."""
        if self._left_out.match_file(name):
            return False
        return self.with_drafts or not (self.drafts and self.drafts.match_file(name))

    @cached_property
    def _left_out(self) -> GitIgnoreSpec:
        return _NEVER + self.excluded if self.excluded else _NEVER

    def holds(self, root: Path, name: str) -> bool:
        """Whether there is a file at a path below a project's ``docs/``, and on the site."""
        return (root / DOCS / name).is_file() and self.has(name)


EVERYTHING = Published()
"""Where ``mkdocs.yml`` names no file."""


def published_files(root: Path, published: Published) -> Iterator[str]:
    """The paths below ``docs/`` of all files on the site, in order."""
    docs = root / DOCS
    for folder, folders, names in os.walk(docs, followlinks=True):
        folders.sort()
        below = Path(folder).relative_to(docs).as_posix()
        before = "" if below == "." else f"{below}/"
        counted = [name for name in sorted(names) if published.has(before + name)]
        # Of two files for one address MkDocs takes the last: index.md before README.md.
        last = {destination(name): name for name in counted}
        yield from (before + name for name in counted if last[destination(name)] == name)


def pages_among(names: Iterable[str], codes: Collection[str]) -> Iterator[tuple[str, str]]:
    """Language and path below the language's folder of the pages among some files."""
    for name in names:
        code, _, rest = name.partition("/")
        if rest and code in codes and name.endswith(MARKDOWN):
            yield code, rest


def destination(name: str, *, directory_urls: bool = False) -> str:
    """The file that another becomes, relative to the same folder: any address scheme that MkDocs has."""
    if not name.endswith(MARKDOWN):
        return name
    path = PurePosixPath(name)
    stem = "index" if path.stem == "README" else path.stem
    own_folder = directory_urls and stem != "index"
    return str(path.parent / stem / "index.html" if own_folder else path.parent / f"{stem}.html")
