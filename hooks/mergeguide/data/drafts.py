"""The file of a language that is being translated: what it lacks is said as the source says it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from mergeguide.data.yaml_document import Document

_OF_ITSELF = ("language", "name", "source", "owners", "draft")
"""What a file says of its own language, and no other can say for it."""


def completed(draft: Document, source: Document) -> Document:
    """A draft with what it lacks from the source; only what it has itself has a line."""
    lent = {key: value for key, value in source.tree.items() if key not in _OF_ITSELF}
    return Document(draft.path, laid_over(lent, draft.tree), draft.lines)


def laid_over(below: Mapping[str, Any], above: Mapping[str, Any]) -> dict[str, Any]:
    """Two mappings as one, and so the mappings within them; what both say is said as above."""
    both = {
        key: laid_over(below[key], value)
        for key, value in above.items()
        if isinstance(value, dict) and isinstance(below.get(key), dict)
    }
    return {**below, **above, **both}
