"""The functions of a script, those that are alike one after another: what a compression has just read costs it least.

It sees no further back than 32 kB, which is less than the generator's script has. A function means the same wherever it
stands in its script, so they all go first; everything else keeps its order.
"""

from __future__ import annotations

from collections.abc import Iterable

from mergeguide.generator.script_tokens import Token, written

_PIECE = 4
"""Signs that two functions have in common make room where they are so many in a row, or more."""

_LOOKED_BACK = 10
"""A function is held against so many that stand before it. Both numbers are those that gave the smallest scripts."""

_BEGINNINGS = frozenset({"function", "async"})


def alike_together(parts: list[Token]) -> list[Token]:
    """The same script in another order."""
    functions: list[list[Token]] = []
    others: list[Token] = []
    for statement in _statements(parts):
        if statement[0].text in _BEGINNINGS:
            functions.append(statement)
        else:
            others += statement
    return [token for function in _sorted(functions) for token in function] + others


def _statements(parts: list[Token]) -> Iterable[list[Token]]:
    """What stands at the top of a script: each function by itself, and what stands between two of them."""
    statement: list[Token] = []
    depth = 0
    for token in parts:
        ends = not statement or statement[-1].text in (";", "}")
        is_function = bool(statement) and statement[0].text in _BEGINNINGS
        if depth == 0 and ends and (is_function or token.text in _BEGINNINGS) and statement:
            yield statement
            statement = []
        statement.append(token)
        depth += token.opens - token.closes
    if statement:
        yield statement


def _sorted(functions: list[list[Token]]) -> list[list[Token]]:
    """Each time the one of whose pieces most stand in those before."""
    numbers: dict[str, int] = {}
    pieces = [_pieces(written(function[2:]), numbers) for function in functions]
    left = list(range(len(functions)))
    order = left[:1]
    left = left[1:]
    while left:
        before = 0
        for index in order[-_LOOKED_BACK:]:
            before |= pieces[index]

        def likeness(index: int, before: int = before) -> float:
            return (before & pieces[index]).bit_count() / (pieces[index].bit_count() + 1)

        order.append(max(left, key=likeness))
        left.remove(order[-1])
    return [functions[index] for index in order]


def _pieces(text: str, numbers: dict[str, int]) -> int:
    """The pieces of a text as a set: a bit for each, whose place is kept for the other texts."""
    found = 0
    for piece in {text[start : start + _PIECE] for start in range(len(text) - _PIECE + 1)}:
        found |= 1 << numbers.setdefault(piece, len(numbers))
    return found
