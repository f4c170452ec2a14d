"""The theme's script with parts left out, and then whatever nothing else mentions any more; nothing in it is changed.

It is one bundle: a function that holds declarations and, after them, the statements that set the page up. A statement
hands over a list of what belongs to it, one ``...all("selector").map(…)`` for each kind of element. Where an item, a
statement, a condition or a branch is not found, as in another version of the theme, it stays in, and only bytes are
lost.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain, pairwise
from typing import NamedTuple

from mergeguide.generator import Token, tokens, written
from mergeguide.theme_script.branches import never_taken
from mergeguide.theme_script.parts import Script
from mergeguide.theme_script.unneeded import (
    COMPONENTS,
    COPYING,
    ELEMENTS,
    FEATURES,
    FILLED,
    HANDLERS,
    ON_DEMAND,
    SCHEME,
    VERSIONS,
)

_LICENCE = re.compile(r"/\*!.*?\*/", re.DOTALL)

_SHAPES = (
    re.compile(r"text|number"),
    # A library in its wrapper, run when it is first asked for; then the asking.
    re.compile(r"word \( \( word , word \) => \{.*\} \)"),
    re.compile(r"word \( word \( \) (?:, number )?\)"),
)
"""What a name may be made of so that it can be left out: making it does nothing else."""


class _Declared(NamedTuple):
    """A declaration: its name, and the tokens that go with it."""

    name: str
    start: int
    stop: int


def reduced(script: str) -> str:
    """The script without what serves nothing; licences stay at its beginning."""
    whole = Script(tokens(script))
    parts = (_arguments, _statements, _conditions, never_taken, _put_into_head)
    reached = whole.without(chain.from_iterable(found(whole) for found in parts))
    reached = reached.without(_unreached(reached, _mentioned_once(whole)))
    return "\n".join([*_LICENCE.findall(script), written(reached.parts), ""])


def _arguments(script: Script) -> Iterator[tuple[int, int]]:
    """Items of lists that find no element, no component, or whose feature is off."""
    for index, token in enumerate(script.parts):
        if token.text != "..." or script.parts[index + 2].text != "(":
            continue
        stop = script.until(index, ",")
        if script.quoted(index + 3) in ELEMENTS | COMPONENTS or script.texts(index, stop) & FEATURES:
            # With the comma that follows; after the last of a list, which keeps its bracket, JavaScript allows one.
            yield index, stop + (script.parts[stop].text == ",")


def _statements(script: Script) -> Iterator[tuple[int, int]]:
    """Calls of what does nothing on the pages."""
    idle = {
        each.name
        for each in _declarations(script)
        if script.parts[each.start].text == "function" and script.texts(each.start, each.stop) & HANDLERS
    }
    for start, stop in script.statements:
        first = script.parts[start].text
        called = first in idle and script.parts[start + 1].text == "("
        if (
            called
            or _fills(script, start, stop)
            or (first not in ("var", "function") and script.texts(start, stop) & (FEATURES | {VERSIONS}))
        ):
            yield start, stop


def _fills(script: Script, start: int, stop: int) -> bool:
    """Whether a statement makes what a browser may not have, and all that can show the pages do."""
    texts = [token.text for token in script.parts[start:stop]]
    if FILLED.isdisjoint(texts):
        return False
    pairs = set(pairwise(texts))
    return any({(name, "||"), (name, "=")} <= pairs for name in FILLED)


def _conditions(script: Script) -> Iterator[tuple[int, int]]:
    """Blocks of statements that are for a button that copies."""
    for index, token in enumerate(script.parts[:-1]):
        if token.text == "if" and script.parts[index + 1].text == "(":
            block = script.after(index + 1)
            begins = [each.text for each in script.parts[index + 3 : index + 7]]
            if script.parts[block].text == "{" and begins == [".", "default", ".", COPYING]:
                yield index, script.after(block)


def _put_into_head(script: Script) -> Iterator[tuple[int, int]]:
    """``let word = ...("meta", {name: "color-scheme"}); document.head.appendChild(word);``: what puts it there."""
    for index in range(len(script.parts)):
        if script.quoted(index) == SCHEME:
            ends = (place for place in range(index, len(script.parts)) if script.parts[place].text == ";")
            start = next(ends, index) + 1
            if [token.text for token in script.parts[start : start + 4]] == ["document", ".", "head", "."]:
                yield start, script.until(start, ";") + 1


def _declarations(script: Script) -> Iterator[_Declared]:
    """What the script declares at its top and makes without doing anything else."""
    lazy = _lazy(script)
    for start, stop in script.statements:
        first = script.parts[start].text
        if first == "function":
            yield _Declared(script.parts[start + 1].text, start, stop)
        elif first == "var":
            yield from _made(script, start, stop, lazy)


def _made(script: Script, start: int, stop: int, lazy: set[str]) -> Iterator[_Declared]:
    places = [start + 1]
    while (end := script.until(places[-1], ",")) < stop - 1 and script.parts[end].text == ",":
        places.append(end + 1)
    ends = [*(place - 1 for place in places[1:]), script.until(places[-1], ";")]
    removable = [
        _shape(script.parts[place + 2 : end])
        or (script.parts[place + 2].text in lazy and script.after(place + 3) == end)
        for place, end in zip(places, ends, strict=True)
    ]
    for place, end, is_removable in zip(places, ends, removable, strict=True):
        if is_removable and len(places) == 1:
            yield _Declared(script.parts[place].text, start, stop)
        elif is_removable and place > start + 1:
            yield _Declared(script.parts[place].text, place - 1, end)


def _lazy(script: Script) -> set[str]:
    """Functions that make what does nothing until it is asked."""
    return {
        script.parts[start + 1].text
        for start, stop in script.statements
        if script.parts[start].text == "function" and ON_DEMAND in script.texts(start, stop)
    }


def _shape(made: Sequence[Token]) -> bool:
    text = " ".join(token.kind if token.kind in ("word", "text", "number") else token.text for token in made)
    return any(shape.fullmatch(text) for shape in _SHAPES)


def _mentioned_once(script: Script) -> set[str]:
    """Names of libraries that are asked for because of what they do by themselves."""
    mentioned: dict[str, int] = {}
    for index, token in enumerate(script.parts):
        if token.kind == "word" and script.parts[index - 1].text not in (".", "?."):
            mentioned[token.text] = mentioned.get(token.text, 0) + 1
    return {name for name, times in mentioned.items() if times == 1}


def _unreached(script: Script, kept: set[str]) -> Iterator[tuple[int, int]]:
    """Declarations that nothing mentions which runs."""
    declared = [each for each in _declarations(script) if each.name not in kept]
    inside = {index for each in declared for index in range(each.start, each.stop)}
    by_name = {each.name: each for each in declared}
    outside = [
        token.text
        for index, token in enumerate(script.parts)
        if index not in inside and token.kind == "word" and script.parts[index - 1].text not in (".", "?.")
    ]
    reached: set[str] = set()
    waiting = [name for name in dict.fromkeys(outside) if name in by_name]
    while waiting:
        name = waiting.pop()
        if name not in reached:
            reached.add(name)
            each = by_name[name]
            waiting += [other for other in script.names(each.start, each.stop) if other in by_name]
    for each in declared:
        if each.name not in reached:
            yield each.start, each.stop
