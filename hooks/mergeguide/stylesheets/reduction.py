"""A style sheet without the rules that can match nothing on any page."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mergeguide.stylesheets.selectors import can_match, split

_TOKEN = re.compile(r"""/\*.*?\*/|"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|[{};]""", re.DOTALL)
_GROUPING = ("@media", "@supports", "@layer", "@container")
"""At-rules that hold rules; what others hold (@font-face, @keyframes, @page) has no selectors."""
_WORD = re.compile(r"[\w-]+")


def reduced(css: str, names: frozenset[str]) -> str:
    """A style sheet with only the selectors that can match where there are no other names than these.

    Args:
        css: well-formed, as a minifier or a person writes it.
        names: classes with their dot, and elements; see ``selectors.names_in``.
    """
    return "".join(_rules(css, names))


def words_in(script: str) -> frozenset[str]:
    """Every word of a script, as an element and as a class: it may make any of them while a page is read."""
    words = set(_WORD.findall(script))
    return frozenset(words.union(f".{word}" for word in words))


def _rules(css: str, names: frozenset[str]) -> Iterator[str]:
    for prelude, body in _parts(css):
        if body is None:
            yield prelude
        elif prelude.lstrip().startswith(_GROUPING):
            if inner := reduced(body, names):
                yield f"{prelude}{{{inner}}}"
        elif prelude.lstrip().startswith("@"):
            yield f"{prelude}{{{body}}}"
        elif kept := [one for one in split(prelude) if can_match(one, names)]:
            yield f"{','.join(kept)}{{{body}}}"


def _parts(css: str) -> Iterator[tuple[str, str | None]]:
    """Each rule's prelude and what its braces hold; a statement that ends with a semicolon has no braces."""
    depth = start = opened = 0
    for token in _TOKEN.finditer(css):
        if token[0] == "{":
            depth += 1
            if depth == 1:
                opened = token.start()
        elif token[0] == "}":
            depth -= 1
            if depth == 0:
                yield css[start:opened], css[opened + 1 : token.start()]
                start = token.end()
        elif token[0] == ";" and depth == 0:
            yield css[start : token.end()], None
            start = token.end()
