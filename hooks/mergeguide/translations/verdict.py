"""How far translations have followed, judged once for whoever asks: the build, its pages, the commands."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from mergeguide.cache import digest
from mergeguide.data import DATA, Guide
from mergeguide.pages import PageText
from mergeguide.translations.digests import Digests
from mergeguide.translations.stamps import FOLDER
from mergeguide.translations.states import Translations, held


def judged(root: Path, guide: Guide, pages: Iterable[PageText], *, cached: bool = False) -> Translations:
    """Hold every section of every translation against the source.

    Args:
        pages: the pages of all languages.
        cached: take digests from the project's cache, and leave them there; and judge nothing twice in a row.
    """
    pages = tuple(pages)
    key = _key(root, guide, pages) if cached else None
    if key is None:
        return held(root, guide, pages, Digests(root, cached=cached))
    return _judged_once(_Asked(key, root, guide, pages))


@dataclass(frozen=True)
class _Asked:
    """What is judged; its key alone tells it from another."""

    key: str
    root: Path = field(compare=False)
    guide: Guide = field(compare=False)
    pages: tuple[PageText, ...] = field(compare=False)


def _key(root: Path, guide: Guide, pages: Iterable[PageText]) -> str | None:
    """What stands for all that the verdict follows from; None where a file cannot be read, which is told elsewhere."""
    files = [root / DATA / "languages" / f"{code}.yml" for code in guide.languages]
    files += sorted((root / FOLDER).rglob("*.yml"))
    try:
        contents = [part for file in files for part in (file.as_posix(), file.read_bytes())]
    except OSError:
        return None
    return digest(*contents, *(part for page in pages for part in (page.path, page.source)))


@lru_cache(maxsize=1)
def _judged_once(asked: _Asked) -> Translations:
    digests = Digests(asked.root, cached=True)
    found = held(asked.root, asked.guide, asked.pages, digests)
    digests.keep()
    return found
