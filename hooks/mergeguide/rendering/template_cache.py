"""Templates compiled once: for all languages of a build, for the next rebuild of a preview, for the next build."""

from __future__ import annotations

import marshal
import os
from collections.abc import Iterator
from functools import cache
from importlib.metadata import version
from importlib.util import MAGIC_NUMBER
from pathlib import Path
from types import CodeType

from jinja2 import BytecodeCache, Environment, FileSystemLoader
from jinja2.bccache import Bucket

from mergeguide.cache import Cache, digest

_OPTIONS = (
    "block_start_string",
    "block_end_string",
    "variable_start_string",
    "variable_end_string",
    "comment_start_string",
    "comment_end_string",
    "line_statement_prefix",
    "line_comment_prefix",
    "trim_blocks",
    "lstrip_blocks",
    "newline_sequence",
    "keep_trailing_newline",
    "optimized",
    "autoescape",
    "is_async",
)
"""What a compiled template depends on beside its text."""


class CompiledTemplates(BytecodeCache):
    """Compiled templates of one project, in memory and in its cache.

    Jinja's own cache of files unpickles whatever lies there; this one does not.
    """

    def __init__(self, root: Path) -> None:
        """Keep what is compiled for a project."""
        self._cache = Cache(root)
        self._codes: dict[str, tuple[str, CodeType]] = {}

    def get_bucket(self, environment: Environment, name: str, filename: str | None, source: str) -> Bucket:
        """What is known of a template; of the same file differently read, each by itself."""
        options = repr([getattr(environment, option) for option in _OPTIONS] + sorted(environment.extensions))
        key = f"template-{digest(name, filename or '', options)}"
        bucket = Bucket(environment, key, digest(_versions(), source))
        self.load_bytecode(bucket)
        return bucket

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give a template its code, if it is known."""
        checksum, code = self._codes.get(bucket.key, ("", None))
        if checksum == bucket.checksum:
            bucket.code = code
            return
        content = self._cache.get(bucket.key, bucket.checksum)
        found = _code(content) if content is not None else None
        if found is not None:
            self._codes[bucket.key] = (bucket.checksum, found)
            bucket.code = found

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep a template's code."""
        assert bucket.code is not None
        self._codes[bucket.key] = (bucket.checksum, bucket.code)
        self._cache.put(bucket.key, bucket.checksum, marshal.dumps(bucket.code))


@cache
def compiled_templates(root: Path) -> CompiledTemplates:
    """The compiled templates of a project, the same for all that ask for them in one process."""
    return CompiledTemplates(root)


class VisibleTemplates(FileSystemLoader):
    """A loader that lists nothing hidden: the theme has ten thousand icons in such a folder, and no site lists them."""

    def list_templates(self) -> list[str]:
        """The names of all templates that are not hidden."""
        return sorted({name for folder in self.searchpath for name in _visible(folder)})


def _visible(folder: str) -> Iterator[str]:
    for path, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        below = Path(path).relative_to(folder)
        yield from (name if path == folder else (below / name).as_posix() for name in files)


def _code(content: bytes) -> CodeType | None:
    try:
        found = marshal.loads(content)  # a damaged or forged entry: see mergeguide.cache
    except (EOFError, TypeError, ValueError):
        return None
    return found if isinstance(found, CodeType) else None


@cache
def _versions() -> str:
    return digest(MAGIC_NUMBER, version("jinja2"))
