"""The guide as it was loaded before, if nothing has changed since; see ``kept_data``."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from pydantic import ValidationError

from mergeguide.data import Guide
from mergeguide.kept_data import data_key, documents_in, keep_documents, kept_content
from mergeguide.loading import load, models_of, restored
from mergeguide.problems import Problem


def load_cached(root: Path) -> Guide | tuple[Problem, ...]:
    """``load``, or what it returned before where it would return the same."""
    key = data_key(root)
    if key is None:
        return load(root)
    content = kept_content(root, key)
    guide = _restored(root, key, content) if content is not None else None
    if guide is not None:
        return guide
    loaded = load(root)
    # Somebody may have saved a file while the others were read.
    if isinstance(loaded, Guide) and data_key(root) == key:
        keep_documents(root, key, loaded.documents)
    return loaded


@lru_cache(maxsize=1)  # a command asks for it twice, a preview at each save of a page
def _restored(root: Path, _key: str, content: bytes) -> Guide | None:
    """The guide of an entry; None where it is damaged or forged: see ``cache``.

    Args:
        _key: what the entry was made from; lines move where only a comment has changed, and the content stays.
    """
    documents = documents_in(root, content)
    try:
        return restored(documents, models_of(root)) if documents else None
    except (KeyError, ValidationError):
        return None
