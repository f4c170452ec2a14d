"""Placeholders in a language's texts: ``{name}``, and what fills them."""

from __future__ import annotations

import re
from collections.abc import Mapping

SLOT = re.compile(r"\{([a-z0-9-]+)\}")
"""A slot in a text of the data: ``{field-id}``."""


def fill(text: str, slots: Mapping[str, object]) -> str:
    """Put values into a text's slots, each once: what a value holds is never read as a slot again.

    Raises:
        KeyError: a slot has no value.
    """
    return SLOT.sub(lambda match: str(slots[match[1]]), text)
