"""Digests of texts, each worked out once: from the project's cache where it was worked out before."""

from __future__ import annotations

import json
from functools import lru_cache
from pathlib import Path

from mergeguide.cache import Cache, code_digest
from mergeguide.cache import digest as whole_digest
from mergeguide.translations.units import digest

_NAME = "translations"


class Digests:
    """The digests of one project's texts."""

    def __init__(self, root: Path, *, cached: bool) -> None:
        """Begin with those that the cache has, if it is to be asked."""
        self._cache = Cache(root) if cached else None
        content = self._cache.get(_NAME, code_digest()) if self._cache else None
        self._known: dict[str, str] = json.loads(content) if content else {}
        self._asked: dict[str, str] = {}

    def of(self, text: str) -> str:
        """What stands for the words of a text."""
        name = _name(text)
        found = self._asked[name] = self._known.get(name) or digest(text)
        return found

    def keep(self) -> None:
        """Leave in the cache what was asked for, and nothing else, if any of it is new."""
        if self._cache and not self._asked.keys() <= self._known.keys():
            self._cache.put(_NAME, code_digest(), json.dumps(self._asked).encode())


@lru_cache(maxsize=4096)  # most texts are asked for by two languages, and again at each build of a preview
def _name(text: str) -> str:
    return whole_digest(text)[:32]
