"""What was made of pages before, while nothing that they are made from has changed.

The key of an entry names all of it: the page, the data, fragments and scripts, the code, the libraries, the day. A page
is not kept where that list could fall short: where a Markdown extension is in use that might look at other things, or
where something was reported, which has to be said each time.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import TypeVar

from pydantic import TypeAdapter, ValidationError

from mergeguide.cache import Cache, code_digest, digest
from mergeguide.data import DATA
from mergeguide.day import today
from mergeguide.pages import (
    DOCS,
    EVERY_PAGE,
    PAGE_SHOWN_BY_BLOCK,
    Collected,
    PageText,
    Published,
    collected,
    readable_pages,
)
from mergeguide.rendering import FRAGMENTS
from mergeguide.search import FoundSection, found_sections
from mergeguide.translations import newest_commit

T = TypeVar("T")

_FILES = (
    ("hooks", "[!.]*.py"),
    (DATA, "**/[!.]*.yml"),
    (DOCS / "assets/javascripts", "**/[!.]*.js"),
    (FRAGMENTS, "**/[!.]*.html"),
)
"""What every page may be made from, from the project's root; what begins with a dot is an editor's or the system's."""

_SELF_CONTAINED = frozenset(
    {
        "abbr",
        "attr_list",
        "def_list",
        "fenced_code",
        "md_in_html",
        "meta",
        "pymdownx.betterem",
        "pymdownx.blocks.admonition",
        "pymdownx.blocks.details",
        "pymdownx.superfences",
        "pymdownx.tasklist",
        "tables",
        "toc",
    }
)
"""Markdown extensions that look at nothing but the page."""


_OF_OTHERS = re.compile(rf"^\s*/{{3,}}\s*({'|'.join(PAGE_SHOWN_BY_BLOCK)})\b", re.MULTILINE)


class CachedPages:
    """What is kept of the pages of one project, rendered with the same settings."""

    def __init__(self, root: Path, extensions: Iterable[str], *made_from: str, files: str | None = None) -> None:
        """Keep what is made with some Markdown extensions, and from what else is named.

        Args:
            files: ``files_digest`` of the project, where that is known.
        """
        self._cache, self._root = Cache(root), root
        self._common: str | None = None
        if _SELF_CONTAINED.issuperset(extensions) and (files := files or files_digest(root)):
            self._common = digest(code_digest(), _libraries(), sys.version, str(today()), *made_from, files)

    def get(self, kind: str, name: str, *made_from: str) -> bytes | None:
        """What was kept of a page, if it was made from the same."""
        return self._cache.get(_entry(kind, name), self._key(made_from)) if self._common else None

    def put(self, kind: str, name: str, content: bytes, *made_from: str) -> None:
        """Keep something of a page."""
        if self._common:
            self._cache.put(_entry(kind, name), self._key(made_from), content)

    def collected(self, page: PageText) -> Collected:
        """``collected``, or what it returned before for the same text and HTML."""
        made_from = (page.code, page.name, page.source, page.html)
        return self.made("collected", page.path, made_from, _collected(), lambda: collected(page))

    def found_sections(self, path: str, html: str) -> tuple[FoundSection, ...]:
        """``found_sections``, or what it returned before for the same HTML."""
        return self.made("searched", path, (html,), _found(), lambda: found_sections(html))

    def made(
        self, kind: str, name: str, made_from: tuple[str, ...], adapter: TypeAdapter[T], make: Callable[[], T]
    ) -> T:
        """What was made before from the same, or what ``make`` returns."""
        content = self.get(kind, name, *made_from)
        if content is not None:
            try:
                return adapter.validate_json(content)
            except ValidationError:
                pass  # A damaged or forged entry: see ``cache``.
        made = make()
        self.put(kind, name, adapter.dump_json(made), *made_from)
        return made

    def text(self, name: str, made_from: tuple[str, ...], make: Callable[[], str]) -> str:
        """The cached text, or what ``make`` returns."""
        return self.made("text", name, made_from, _text(), make)

    def digest_of_pages_shown(
        self, text: str, codes: Iterable[str], published: Published, of_all: Callable[[], object] | None = None
    ) -> str:
        """What stands for the other pages, for a page that shows something of them; ``""`` for the rest.

        Args:
            of_all: all that is shown of every page, for whoever knows it; else they are looked at as they are written.
        """
        names = {PAGE_SHOWN_BY_BLOCK[block] for block in _OF_OTHERS.findall(text)}
        if not names:
            return ""
        if of_all and EVERY_PAGE in names:
            return digest(repr(of_all()))
        pages = readable_pages(self._root, codes, published)
        if EVERY_PAGE not in names:
            return digest(*(part for page in pages if page.name in names for part in (page.path, page.source)))
        # Of what is behind, a page says since when.
        commit = newest_commit(self._root)
        return digest(commit, *(part for page in pages for part in (page.path, page.source)))

    def _key(self, made_from: Iterable[str]) -> str:
        return digest(str(self._common), *made_from)


def _entry(kind: str, name: str) -> str:
    return f"{kind}-{digest(name)}"


def files_digest(root: Path) -> str | None:
    """What stands for all files that any page may be made from; None where one cannot be read, as is told elsewhere."""
    try:
        return digest(*(part for folder, pattern in _FILES for part in _contents(root / folder, pattern)))
    except OSError:
        return None


def _contents(folder: Path, pattern: str) -> Iterator[str | bytes]:
    for file in sorted(folder.glob(pattern)):
        yield file.relative_to(folder).as_posix()
        yield file.read_bytes()


@cache
def _text() -> TypeAdapter[str]:
    return TypeAdapter(str)


@cache
def _collected() -> TypeAdapter[Collected]:
    return TypeAdapter(Collected)


@cache
def _found() -> TypeAdapter[tuple[FoundSection, ...]]:
    return TypeAdapter(tuple[FoundSection, ...])


@cache
def _libraries() -> str:
    """Everything that is installed, with its version: each has a folder that is named after both."""
    folders = [folder for folder in map(Path, sys.path) if folder.is_dir()]
    return digest(*sorted(each.name for folder in folders for each in folder.iterdir() if each.name.endswith("-info")))
