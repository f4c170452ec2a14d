"""Which classes and elements a page must have for a style sheet to say anything about it.

Only names are looked at, not where they stand: a sheet may be taken for needed that is not, never the other way round.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

_IGNORED = re.compile(
    r"""
    /\*.*?\*/ | "[^"]*" | '[^']*'                    # comments and strings, in which a brace begins no rule
    | \[[^\]]*\]                                     # attributes
    | \#[\w-]+                                       # ids
    | :not\((?:[^()]|\([^()]*\))*\)                  # what must not be there
    | ::?(?!is\b|where\b|has\b)[\w-]+(?:\([^()]*\))?  # states and pseudo-elements
    """,
    re.DOTALL | re.VERBOSE,
)

_COLOUR = re.compile(r"""(data-md-color-[\w-]+)=["']?([\w-]+)""")
"""The theme has rules for twenty palettes; a page says which it has. No script makes others."""

_ASKED_COLOUR = re.compile(rf"""\[{_COLOUR.pattern}["']?\]""")
"""How a selector asks for one."""

_PRELUDE = re.compile(r"([^{};]+)\{")

_BETWEEN = re.compile(r"""\[[^\]]*\]|"[^"]*"|'[^']*'|[(),]""")

_ANY_OF = re.compile(r":(?:is|where)\(([^()]*)\)")

_HAS = re.compile(r":has\(([^()]*)\)")

_NAME = re.compile(r"\.?-?[A-Za-z_][\w-]*")

_CLASSES = re.compile(r"""class=["']?([^"'>]*)""")

_ELEMENTS = re.compile(r"<([a-z][a-z0-9-]*)")


@lru_cache(maxsize=64)  # in a preview, most sheets are the same as before
def names_needed(css: str) -> frozenset[frozenset[str]]:
    """For each selector the classes (with their dot) and elements without which it matches nothing."""
    preludes = (prelude.strip() for prelude in _PRELUDE.findall(_IGNORED.sub("", css)))
    selectors = (one for prelude in preludes if not prelude.startswith("@") for one in split(prelude))
    return frozenset(names for selector in selectors for names in _alternatives(selector))


def can_match(selector: str, names: frozenset[str]) -> bool:
    """Whether a selector can match where there are no other classes and elements than these."""
    classes = _ASKED_COLOUR.sub(r".\1--\2", selector)
    return any(needed <= names for needed in _alternatives(_IGNORED.sub("", classes)))


def split(prelude: str) -> list[str]:
    """The selectors of a rule, as they are written."""
    ends, depth = [], 0
    for found in _BETWEEN.finditer(prelude):
        depth += {"(": 1, ")": -1}.get(found[0], 0)
        if found[0] == "," and depth == 0:
            ends.append(found.start())
    return [prelude[begin:end] for begin, end in zip([0, *(end + 1 for end in ends)], [*ends, None], strict=True)]


def _alternatives(selector: str) -> Iterator[frozenset[str]]:
    either = _ANY_OF.search(selector)
    if either:
        for one in split(either[1]):
            yield from _alternatives(f"{selector[: either.start()]}{one.strip()}{selector[either.end() :]}")
    else:
        yield frozenset(_NAME.findall(_HAS.sub(r" \1", selector)))


def names_in(html: str) -> frozenset[str]:
    """The classes (with their dot) and elements that a page has; the theme's colours count as classes."""
    classes = {f".{name}" for names in set(_CLASSES.findall(html)) for name in names.split()}
    colours = {f".{name}--{value}" for name, value in set(_COLOUR.findall(html))}
    return frozenset(classes.union(colours, _ELEMENTS.findall(html)))
