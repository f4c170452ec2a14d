"""A finished page's HTML without the indentation of its templates, which readers would load and nobody sees."""

from __future__ import annotations

import re

_KEPT = re.compile(r"(<(pre|textarea|script)\b.*?</\2\s*>)", re.DOTALL | re.IGNORECASE)
_INDENTED = re.compile(r"\n[ \t\n]+")


def without_indentation(html: str) -> str:
    """The same page: each end of a line stays, since words may stand on both sides of it.

    What is shown as it is written stays too, and scripts, in which a text may go over several lines.
    """
    parts = _KEPT.split(html)
    # Of three parts each, the first is between what is kept; the last is only the name of its element.
    return "".join(
        _INDENTED.sub("\n", part) if place % 3 == 0 else part for place, part in enumerate(parts) if place % 3 != 2
    )
