"""The data's files as they were loaded before, if nothing has changed since: neither they, nor the code, nor a library.

What is kept is their content, without its YAML, and that it had no problem. The lines of values are looked up in the
files themselves when a problem elsewhere asks for one.
"""

from __future__ import annotations

import json
import stat
import sys
from collections.abc import Iterator, Mapping
from functools import cached_property
from importlib.metadata import version
from pathlib import Path

from mergeguide.cache import Cache, code_digest, digest
from mergeguide.data import DATA, YAML_FILES, Document, Outline, file_of, outline_of, read, shown_path

_NAME = "data"

_LIBRARIES = ("langcodes", "pydantic", "pydantic-core", "PyYAML", "ruamel.yaml")
"""What reads and judges the data beside our own code."""


def data_key(root: Path) -> str | None:
    """What the data is made from; None where a file cannot be read, or is none."""
    parts: list[str | bytes] = [code_digest(), sys.version, *map(version, _LIBRARIES)]
    try:
        for folder in (root / DATA, root / DATA / "languages"):
            for file in sorted(folder.glob(YAML_FILES)):
                if not stat.S_ISREG(file.stat().st_mode):
                    return None
                parts += [file.relative_to(root).as_posix(), file.read_bytes()]
    except OSError:
        return None
    return digest(*parts)


def kept_content(root: Path, key: str) -> bytes | None:
    """What was kept of the files that the key stands for; None where they had a problem, or nobody knows."""
    return Cache(root).get(_NAME, key)


def documents_in(root: Path, content: bytes) -> Mapping[str, Document] | None:
    """The files in what was kept, by their names without ending; None where it holds something else."""
    try:
        trees = json.loads(content)
    except (ValueError, RecursionError):  # A damaged or forged entry: see ``cache``.
        return None
    if not isinstance(trees, dict) or not all(isinstance(tree, dict) for tree in trees.values()):
        return None
    return {name: Document(shown_path(name), tree, _LinesInFile(root, name)) for name, tree in trees.items()}


def keep_documents(root: Path, key: str, documents: Mapping[str, Document]) -> None:
    """Keep files that had no problem."""
    trees = {name: document.tree for name, document in documents.items()}
    kept = json.dumps(trees)
    if json.loads(kept) == trees:  # A key that is a number is a text in JSON.
        Cache(root).put(_NAME, key, kept.encode())


def documents_digest(documents: Mapping[str, Document]) -> str:
    """What stands for what files say, of whoever has read them: they may have been saved since."""
    return digest(json.dumps({name: document.tree for name, document in documents.items()}))


def kept_outline(root: Path) -> Outline | None:
    """Which languages there are, as of data that had no problem; None where it has to be loaded to know that."""
    key = data_key(root)
    content = kept_content(root, key) if key is not None else None
    documents = documents_in(root, content) if content is not None else None
    return outline_of(documents) if documents else None


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
