"""Branches of the theme's script that are never taken here: of features that are off, for what nobody hands over."""

from __future__ import annotations

from collections.abc import Iterator

from mergeguide.theme_script.parts import Script
from mergeguide.theme_script.unneeded import HANDED_OVER, OF_CODE, OFF, UNREAD

_BEFORE_OPERANDS = frozenset({",", ";", "{", "}", "return"})
"""Behind these stands a whole statement or expression; anything else may belong to what follows."""


def never_taken(script: Script) -> Iterator[tuple[int, int]]:
    """The places of such branches."""
    tests = set(_tests(script))
    for index, token in enumerate(script.parts[:-1]):
        following = script.parts[index + 1].text
        if token.text == "if" and following == "(":
            yield from _blocks(script, index)
            yield from _returns(script, index, tests)
        elif token.kind == "word" and following == "(" and script.quoted(index + 2) in OFF:
            yield from _of_feature(script, index)
        elif token.text == UNREAD and script.parts[index - 1].text in "{," and following == ":":
            stop = script.until(index, ",")
            yield index, stop + (script.parts[stop].text == ",")


def _blocks(script: Script, index: int) -> Iterator[tuple[int, int]]:
    """``if (...) {...}`` for parts of a block of code that are features of their own."""
    block = script.after(index + 1)
    stop = script.after(block)
    is_whole = script.parts[block].text == "{" and script.parts[stop].text != "else"
    if is_whole and script.texts(index, stop) & OF_CODE:
        yield index, stop


def _tests(script: Script) -> Iterator[str]:
    """Names of functions that tell whether they were handed such a thing: ``function word(word) {return ...}``."""
    for start, stop in script.statements:
        begins = [token.text for token in script.parts[start : min(stop, start + 7)]]
        is_test = begins[0] == "function" and begins[6:] == ["return"]
        if is_test and any(token.text in HANDED_OVER for token in script.parts[start:stop]):
            yield begins[1]


def _returns(script: Script, index: int, tests: set[str]) -> Iterator[tuple[int, int]]:
    """``if (test(word)) return ...;``."""
    stop = script.after(index + 1)
    if script.parts[index + 2].text in tests and script.parts[stop].text == "return":
        end = script.until(stop, ";")
        yield index, end + (script.parts[end].text == ";")


def _of_feature(script: Script, index: int) -> Iterator[tuple[int, int]]:
    """What stands behind the question whether a feature is on, which it is not."""
    asked = script.after(index + 1)
    before, sign = script.parts[index - 1].text, script.parts[asked].text
    if sign == "&&" and before in _BEFORE_OPERANDS:
        stop = script.until(asked, ";" if before in ";{}" else ",")
        # With the comma that follows, or the one before where it was the last.
        follows = script.parts[stop].text in ",;"
        yield index - (before == "," and not follows), stop + follows
    elif sign == "?" and before in _BEFORE_OPERANDS:
        yield index, _otherwise(script, asked)
    elif before == "!" and [token.text for token in script.parts[index - 3 : index - 1]] == ["if", "("]:
        yield _after_return(script, asked + 1)
    elif sign == ")" and before == "=>" and script.parts[asked + 1].text == ",":
        # What lets nothing through: ``filter(() => feature("...")), next(...)``.
        yield asked + 1, script.until(asked + 1, ")")


def _otherwise(script: Script, index: int) -> int:
    """The place behind the colon of a question mark; there may be others between."""
    asked = 0
    while True:
        text = script.parts[index].text
        asked += (text == "?") - (text == ":")
        index = script.after(index)
        if not asked:
            return index


def _after_return(script: Script, index: int) -> tuple[int, int]:
    """``if (!feature("...")) return ...; ...``: what follows in the same block."""
    behind = script.until(index, ";") + 1 if script.parts[index].text == "return" else index
    stop = behind
    while behind > index and not script.parts[stop].closes:
        stop = script.after(stop)
    return behind, stop
