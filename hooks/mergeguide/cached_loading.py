"""The guide as it was loaded before, if nothing has changed since: neither the data, nor the code, nor a library.

What is kept is the content of the files, without their YAML, and that they had no problem. The lines of values are
looked up in the files themselves when a problem elsewhere asks for one.
"""

from __future__ import annotations

import json
import stat
import sys
from collections.abc import Iterator, Mapping
from functools import cached_property, lru_cache
from importlib.metadata import version
from pathlib import Path

from pydantic import ValidationError

from mergeguide.cache import Cache, code_digest, digest
from mergeguide.data import Document, Guide, read
from mergeguide.loading import file_of, load, models_of, restored, shown_path
from mergeguide.problems import Problem
from mergeguide.schema import Record

_NAME = "data"

_LIBRARIES = ("langcodes", "pydantic", "pydantic-core", "PyYAML", "ruamel.yaml")
"""What reads and judges the data beside our own code."""


def load_cached(root: Path) -> Guide | tuple[Problem, ...]:
    """``load``, or what it returned before where it would return the same."""
    models = models_of(root)
    key = _key(root, models)
    if key is None:
        return load(root)
    cache = Cache(root)
    content = cache.get(_NAME, key)
    guide = _restored(root, key, content) if content is not None else None
    if guide is not None:
        return guide
    loaded = load(root)
    # Somebody may have saved a file while the others were read.
    if isinstance(loaded, Guide) and _key(root, models_of(root)) == key:
        trees = {name: document.tree for name, document in loaded.documents.items()}
        kept = json.dumps(trees)
        if json.loads(kept) == trees:  # A key that is a number is a text in JSON.
            cache.put(_NAME, key, kept.encode())
    return loaded


def _key(root: Path, models: Mapping[str, type[Record]]) -> str | None:
    """What the guide is made from; None where a file cannot be read, or is none."""
    parts: list[str | bytes] = [code_digest(), sys.version, *map(version, _LIBRARIES)]
    try:
        for name in models:
            file = file_of(root, name)
            if not stat.S_ISREG(file.stat().st_mode):
                return None
            parts += [name, file.read_bytes()]
    except OSError:
        return None
    return digest(*parts)


@lru_cache(maxsize=1)  # a command asks for it twice, a preview at each save of a page
def _restored(root: Path, key: str, content: bytes) -> Guide | None:
    """The guide of an entry; None where it is none after all: who could have written it, see ``cache``.

    Args:
        key: what the entry was made from; lines move where only a comment has changed, and the content stays.
    """
    models = models_of(root)
    try:
        trees = json.loads(content)
        documents = {name: Document(shown_path(name), trees[name], _LinesInFile(root, name)) for name in models}
        return restored(documents, models)
    except (KeyError, TypeError, ValueError, ValidationError, RecursionError):
        return None


class _LinesInFile(Mapping[tuple[str | int, ...], int]):
    """The lines of a file's values, read from the file when the first of them is asked for."""

    def __init__(self, root: Path, name: str) -> None:
        self._root, self._name = root, name

    @cached_property
    def _lines(self) -> Mapping[tuple[str | int, ...], int]:
        document = read(file_of(self._root, self._name), shown_path(self._name))
        return document.lines if isinstance(document, Document) else {}

    def __getitem__(self, place: tuple[str | int, ...]) -> int:
        return self._lines[place]

    def __iter__(self) -> Iterator[tuple[str | int, ...]]:
        return iter(self._lines)

    def __len__(self) -> int:
        return len(self._lines)
