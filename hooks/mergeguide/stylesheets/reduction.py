"""A style sheet without the rules that can match nothing on any page, and without what only they ask for."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mergeguide.stylesheets.selectors import can_match, split

_TOKEN = re.compile(r"""/\*.*?\*/|"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|[{};]""", re.DOTALL)
_GROUPING = ("@media", "@supports", "@layer", "@container")
"""At-rules that hold rules; what others hold (@font-face, @keyframes, @page) has no selectors."""
_ASKED = re.compile(r"var\(\s*(--[\w-]+)")
_GIVEN = re.compile(
    r"""\bclass(?:Name)?\s*[:=]\s*\\?["'`]([^"'`\\]*)|\bclassList\.(?:add|toggle|replace)\(\s*["'`]([^"'`]*)"""
)
_WORD = re.compile(r"[\w-]+")


def reduced(css: str, names: frozenset[str]) -> str:
    """A style sheet with only the selectors that can match where there are no other names than these.

    Args:
        css: well-formed, as a minifier or a person writes it.
        names: classes with their dot, and elements; see ``selectors.names_in``.
    """
    return "".join(_rules(css, names))


def without_unused(css: str, used: frozenset[str]) -> str:
    """A style sheet without the custom properties (``--icon``) that nothing asks for.

    Args:
        used: custom properties that are asked for elsewhere; other words do not matter.
    """
    while True:
        asked = used.union(_ASKED.findall(css))
        less = "".join(_rules_with(css, asked))
        if less == css:
            return css
        css = less


def _rules_with(css: str, asked: frozenset[str]) -> Iterator[str]:
    for prelude, body in _parts(css):
        if body is None:
            yield prelude
        elif prelude.lstrip().startswith(_GROUPING):
            yield f"{prelude}{{{''.join(_rules_with(body, asked))}}}"
        elif kept := [one for one in _declarations(body) if one.strip()[:2] != "--" or _property(one) in asked]:
            yield f"{prelude}{{{';'.join(kept)}}}"


def _declarations(body: str) -> Iterator[str]:
    start = depth = 0
    for token in _TOKEN.finditer(body):
        depth += {"{": 1, "}": -1}.get(token[0], 0)
        if token[0] == ";" and depth == 0:
            yield body[start : token.start()]
            start = token.end()
    if body[start:].strip():
        yield body[start:]


def _property(declaration: str) -> str:
    return declaration.partition(":")[0].strip()


def words_in(text: str) -> frozenset[str]:
    """Every word of a script or a style sheet: what may be an element that it makes, or a property that it asks for."""
    return frozenset(_WORD.findall(text))


def classes_given_in(script: str) -> frozenset[str]:
    """The classes, with their dot, that a script gives to what it makes or finds; it does not compute their names."""
    given = (name for names in _GIVEN.findall(script) for name in "".join(names).split())
    return frozenset(f".{name}" for name in given)


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
