"""How far translations have followed, judged once for whoever asks: the build, its pages, the commands."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from mergeguide.cache import Cache, code_digest, digest
from mergeguide.data import Outline, file_of
from mergeguide.kept_data import documents_digest
from mergeguide.pages import PageText
from mergeguide.translations.digests import Digests
from mergeguide.translations.stamps import FOLDER, stamps_file
from mergeguide.translations.states import Translations, section_states

if TYPE_CHECKING:
    from pydantic import TypeAdapter

_NAME = "sections"


def judged(root: Path, guide: Outline, pages: Iterable[PageText], *, cached: bool = False) -> Translations:
    """Hold every section of every translation against the source.

    Args:
        pages: the pages of all languages.
        cached: take digests from the project's cache, and leave them there; and judge nothing twice in a row.
    """
    pages = tuple(pages)
    key = _key(root, guide, pages) if cached else None
    if key is None:
        return section_states(root, guide, pages, Digests(root, cached=cached))
    return _judged_once(_Asked(key, root, guide, pages))


def judged_pages(root: Path, guide: Outline, pages: Iterable[PageText]) -> Translations | None:
    """Hold the sections of some pages against the source, without a look at the others.

    Args:
        pages: each in every language that has it.

    Returns:
        What ``judged`` says of them; None where it looks at others too: a translation without stamps may have
        had another name.
    """
    pages = tuple(pages)
    names = {page.name for page in pages}
    own = [page for page in pages if page.code != guide.source_language]
    if not all((root / stamps_file(page.code, page.name)).exists() for page in own):
        return None
    return section_states(root, guide, pages, Digests(root, cached=False), names) if names else None


@dataclass(frozen=True)
class _Asked:
    """What is judged; its key alone tells it from another."""

    key: str
    root: Path = field(compare=False)
    guide: Outline = field(compare=False)
    pages: tuple[PageText, ...] = field(compare=False)


def _key(root: Path, guide: Outline, pages: Iterable[PageText]) -> str | None:
    """What stands for all that the verdict follows from; None where a file cannot be read, which is told elsewhere."""
    names = [f"languages/{code}" for code in guide.languages]
    files = [*(file_of(root, name) for name in names), *sorted((root / FOLDER).rglob("*.yml"))]
    try:
        contents = [part for file in files for part in (file.as_posix(), file.read_bytes())]
    except OSError:
        return None
    # A preview of broken data has its last good words, and not those of the files, which tell on which lines they are.
    words = documents_digest({name: guide.documents[name] for name in names})
    # Some ask with the pages of one language after the other, some in the order of all names.
    written = sorted((page.path, page.source) for page in pages)
    return digest(words, *contents, *(part for page in written for part in page))


@lru_cache(maxsize=1)
def _judged_once(asked: _Asked) -> Translations:
    kept, key = Cache(asked.root), digest(code_digest(), asked.key)
    content = kept.get(_NAME, key)
    if content is not None:
        with suppress(ValueError):  # A damaged or forged entry: see ``cache``.
            return _adapter().validate_json(content)
    digests = Digests(asked.root, cached=True)
    found = section_states(asked.root, asked.guide, asked.pages, digests)
    digests.keep()
    kept.put(_NAME, key, _adapter().dump_json(found))
    return found


@cache
def _adapter() -> TypeAdapter[Translations]:
    # It takes longer to import than judging some pages, which needs none.
    from pydantic import TypeAdapter

    return TypeAdapter(Translations)
