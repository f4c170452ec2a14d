"""Cascade layers: whatever a later one says wins over an earlier one, however specific its selectors are.

What is in no layer would win over all of them. The theme's style sheets have none, so they are put into the first.
"""

from __future__ import annotations

import re
from functools import lru_cache

LAYERS = ("theme", "tokens", "type", "frame", "parts", "fragments")
"""All layers, the weakest first."""

ORDER = f"@layer {', '.join(LAYERS)};\n"
"""What fixes the order of the layers, whichever is met first."""

_CHARSET = re.compile(r'^\s*@charset\s+"[^"]*"\s*;', re.IGNORECASE)

_IMPORT = re.compile(r"""@import\s+(url\([^)]*\)|"[^"]*"|'[^']*')([^;]*);""", re.IGNORECASE)

_SOURCE_MAP = re.compile(r"/\*# sourceMappingURL=[^*]*\*/")

_STRING_OR_COMMENT = re.compile(r"(\"(?:[^\"\\]|\\.)*\"|'(?:[^'\\]|\\.)*')|/\*.*?\*/", re.DOTALL)

_SPACE = re.compile(r"\s+")

_NEEDLESS = re.compile(r" ?;(?= ?})| ?([{};,>]) ?|(:) ")
"""A space beside a character that ends what was before it; one before a colon means another element."""


def in_layer(layer: str, css: str) -> str:
    """A style sheet's text in a layer.

    ``@import`` counts only before all else, so it is taken out in front of the layer and names the layer itself.
    ``@charset`` counts only as the first bytes of a file; texts are joined in UTF-8, so it is left out, and so is the
    address of a map of the source, whose lines would be others.
    """
    css = _SOURCE_MAP.sub("", _CHARSET.sub("", css))
    imports = "".join(f"@import {address} layer({layer}){rest};\n" for address, rest in _IMPORT.findall(css))
    return f"{imports}@layer {layer} {{\n{_IMPORT.sub('', css).strip()}\n}}\n"


@lru_cache(maxsize=64)  # in a preview, most sheets are the same as before
def compact(css: str) -> str:
    """A style sheet's text without comments, and without white space that means nothing."""
    parts = _STRING_OR_COMMENT.sub(lambda match: f"\0{match[1]}\0" if match[1] else "", css).split("\0")
    # Every second part is a text in quotation marks.
    parts[::2] = [_NEEDLESS.sub(r"\1\2", _SPACE.sub(" ", part)) for part in parts[::2]]
    return "".join(parts).strip() + "\n"
