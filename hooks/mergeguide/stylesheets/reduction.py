"""A style sheet without the rules that can match nothing on any page, and without what only they ask for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from mergeguide.stylesheets.selectors import can_match, split

_TOKEN = re.compile(r"""/\*.*?\*/|"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|[{};]""", re.DOTALL)
_GROUPING = ("@media", "@supports", "@layer", "@container")
"""At-rules that hold rules; what others hold (@font-face, @keyframes, @page) has no selectors."""
_ASKED = re.compile(r"var\(\s*(--[\w-]+)")
_GIVEN = re.compile(
    r"""\bclass(?:Name)?\s*[:=]\s*\\?["'`]([^"'`\\]*)|\bclassList\.(?:add|toggle|replace)\(\s*["'`]([^"'`]*)"""
)
_WORD = re.compile(r"[\w-]+")

_SWITCHING = re.compile(r"\[data-md-color-switching\][^{}]*\{[^{}]*\}")


@lru_cache(maxsize=4)  # the theme's few sheets: in a preview they and the names are mostly the same as before
def reduced(css: str, names: frozenset[str]) -> str:
    """A style sheet with only the selectors that can match where there are no other names than these.

    Args:
        css: well-formed, as a minifier or a person writes it.
        names: classes with their dot, and elements; see ``selectors.names_in``.
    """
    return "".join(_rules(css, names))


@lru_cache(maxsize=1)  # see ``reduced``
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


def without_restyling_rules(css: str) -> str:
    """The theme's style sheet without what makes a browser work out the style of a whole page anew as it begins.

    Its script marks the body while it sets the palette, and every element has a rule for that. It gives the page
    another class, and what stands in a table without a class, whatever it is, has a rule: of ours those with a class
    have a role.

    Args:
        css: as a minifier writes it.
    """
    return _SWITCHING.sub("", css).replace("table:not([class])", "table:not([role])")


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


@lru_cache(maxsize=256)  # in a preview, most texts are the same as before
def words_in(text: str) -> frozenset[str]:
    """Every word of a script or a style sheet: what may be an element that it makes, or a property that it asks for."""
    return frozenset(_WORD.findall(text))


@lru_cache(maxsize=256)  # see ``words_in``
def classes_given_in(script: str) -> frozenset[str]:
    """The classes, with their dot, that a script gives to what it makes or finds; it does not compute their names."""
    given = (name for names in _GIVEN.findall(script) for name in "".join(names).split())
    return frozenset(f".{name}" for name in given)


def _rules(css: str, names: frozenset[str]) -> Iterator[str]:
    for prelude, body in _parts(css):
        if body is None:
            yield prelude
        elif prelude.lstrip().startswith(_GROUPING):
            if inner := "".join(_rules(body, names)):
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
