"""The functions of a script, those that are alike one after another: what a compression has just read costs it least.

It sees no further back than 32 kB, which is less than the generator's script has. A function means the same wherever it
stands in its script, so they all go first; everything else keeps its order.
"""

from __future__ import annotations

import zlib
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable
from itertools import chain

from mergeguide.generator.script_tokens import Token, written

_PIECE = 4
"""Signs that two functions have in common make room where they are so many in a row, or more; 4 is best most often."""

_TRIED = ((6, 10), (10, 40), (10, 100), (13, 30), (13, 40))
"""What more functions have in common than the first number is near anyhow; a function is held against as many of those
before it as the second says. Which pair is best depends on the script: these gave the smallest."""

_BEGINNINGS = frozenset({"function", "async"})


def alike_together(parts: list[Token]) -> str:
    """The same script in another order: of those that are tried, the one of which a compression makes least."""
    functions: list[list[Token]] = []
    others: list[Token] = []
    for statement in _statements(parts):
        if statement[0].text in _BEGINNINGS:
            functions.append(statement)
        else:
            others += statement
    # A function ends with a brace, which runs into nothing that follows.
    texts, rest = [written(function) for function in functions], written(others)
    tried = ("".join([*(texts[index] for index in order), rest]) for order in _orders(functions))
    return min(tried, key=lambda script: len(zlib.compress(script.encode(), 9)))


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


def _orders(functions: list[list[Token]]) -> Iterable[list[int]]:
    """Orders in which each time the one comes next of whose pieces most stand in those before."""
    pieces = [_pieces(written(function[2:])) for function in functions]
    found = Counter(chain.from_iterable(pieces))
    at_most = max(often for often, _ in _TRIED)
    shared = sorted((piece for piece in found if 1 < found[piece] <= at_most), key=found.__getitem__)
    # The rarest have the lowest bits, so that those found so often at most are cut off from the sets of all.
    bits = {piece: 1 << bit for bit, piece in enumerate(shared)}
    sets = [sum(bits[piece] for piece in own & bits.keys()) for own in pieces]
    for often, looked_back in _TRIED:
        rare = (1 << bisect_right(shared, often, key=found.__getitem__)) - 1
        yield _order([own & rare for own in sets], looked_back)


def _order(sets: list[int], looked_back: int) -> list[int]:
    order: list[int] = []
    left = list(range(len(sets)))
    sizes = [own.bit_count() + 1 for own in sets]
    while left:
        before = 0
        for index in order[-looked_back:]:
            before |= sets[index]

        def likeness(index: int, before: int = before) -> float:
            return (before & sets[index]).bit_count() / sizes[index]

        order.append(max(left, key=likeness))
        left.remove(order[-1])
    return order


def _pieces(text: str) -> set[str]:
    return {text[start : start + _PIECE] for start in range(len(text) - _PIECE + 1)}
