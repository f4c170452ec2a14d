"""Which tests ``make test`` leaves to ``make test-all``: those that are marked ``whole``.

A test of the browser that is repeated in each of the reader's languages, or at each width, says nearly the same each
time. They take turns: the test is tried in one language and at one width, the next one in another, and what a test
varies by itself (an engine, a page, an answer) is tried whole. Which one comes follows from the place of the test in
its file, so it is always the same one.

Of a test that is marked ``some(n)``, n of the values that it varies by itself are tried, the first always among them.
Of the ``examples`` that a test draws, ``make test`` draws a sixth; of what a test walks whole, it walks ``some_of``.
"""

from __future__ import annotations

import os
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import TypeVar

import pytest

T = TypeVar("T")
TURNS = ("code", "size")
"""The parameters that take turns: the reader's language, the width of the page."""
BROWSER = Path(__file__).parent / "browser"
_DRAWS_SOME = "TESTS_DRAW_SOME_EXAMPLES"
COLLECTED = pytest.StashKey[tuple[pytest.Item, ...]]()
"""In the configuration: every test that was found, the ones that are left to ``make test-all`` too."""


def draw_some() -> None:
    """Let tests draw as many examples as in ``make test``; before their modules are imported."""
    os.environ[_DRAWS_SOME] = "1"


def draws_some() -> bool:
    """Whether this is ``make test``, where a test tries some of what it tries in ``make test-all``."""
    return _DRAWS_SOME in os.environ


def examples(number: int) -> int:
    """How many examples a test draws that draws so many in ``make test-all``."""
    return number // 6 if draws_some() else number


def some_of(values: Iterable[T], every: int) -> Iterator[T]:
    """In ``make test`` the first value and one of so many after it; in ``make test-all`` each."""
    return islice(values, None, None, every if draws_some() else 1)


def function_of(item: pytest.Item) -> str:
    """The node id of a test's function, without its parameters."""
    return item.nodeid.partition("[")[0]


def parameters_of(item: pytest.Item) -> dict[str, object]:
    """Each parameter of a test with its value."""
    return dict(item.callspec.params) if isinstance(item, pytest.Function) and hasattr(item, "callspec") else {}


def take_turns(items: Iterable[pytest.Item]) -> None:
    """Mark as ``whole`` the languages and widths in which it is not a test's turn.

    A test that is to be tried in each is marked ``in_each``; so is, in effect, one that only looks at a page that is
    open already, which takes no time.
    """
    repeated = [item for item in items if _is_repeated(item)]
    places, values = _places(repeated), defaultdict[object, list[str]](list)

    def number(value: object, among: object) -> int:
        """The place of a value among those that were met before it."""
        known = values[among]
        if repr(value) not in known:
            known.append(repr(value))
        return known.index(repr(value))

    numbers = [
        {name: number(value, name if name in TURNS else (function_of(item), name)) for name, value in given.items()}
        for item in repeated
        for given in [parameters_of(item)]
    ]
    for item, numbered in zip(repeated, numbers, strict=True):
        turn = places[function_of(item)] + sum(place for name, place in numbered.items() if name not in TURNS)
        for name in TURNS:
            if name in numbered:
                if numbered[name] != turn % len(values[name]):
                    item.add_marker("whole")
                turn //= len(values[name])


def take_some(items: Iterable[pytest.Item]) -> None:
    """Mark as ``whole`` all but so many values of a test as its mark ``some`` says."""
    varied = defaultdict[str, dict[tuple[str, ...], list[pytest.Item]]](dict)
    wanted: dict[str, int] = {}
    for item in items:
        for mark in item.iter_markers("some"):
            wanted[function_of(item)] = mark.args[0]
            varied[function_of(item)].setdefault(varied_by_itself(item), []).append(item)
    for function, values in varied.items():
        kept = {number * len(values) // wanted[function] for number in range(wanted[function])}
        for place, same in enumerate(values.values()):
            for item in same if place not in kept else ():
                item.add_marker("whole")


def varied_by_itself(item: pytest.Item) -> tuple[str, ...]:
    """What a test varies besides the parameters that take turns."""
    return tuple(f"{name}={value!r}" for name, value in parameters_of(item).items() if name not in TURNS)


def _is_repeated(item: pytest.Item) -> bool:
    return (
        item.path.is_relative_to(BROWSER)
        and not item.get_closest_marker("in_each")
        and "untouched" not in getattr(item, "fixturenames", ())
        and any(name in TURNS for name in parameters_of(item))
    )


def _places(items: Sequence[pytest.Item]) -> dict[str, int]:
    """The place of each function among those of its file."""
    places: dict[str, int] = {}
    length = Counter[Path]()
    for item in items:
        if function_of(item) not in places:
            places[function_of(item)] = length[item.path]
            length[item.path] += 1
    return places
