"""What a page's front matter says of search: ``search: {exclude: true}`` or ``search: {boost: 0.5}``."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

from mergeguide.data import Document, parse
from mergeguide.pages.headings import FRONT_MATTER
from mergeguide.problems import Problem, nearest

KEY = "search"

_MOST = 100

_WANTED = {"exclude": "true or false", "boost": f"a number above 0, at most {_MOST}"}

_REMEDY = f"Write {KEY}: {{exclude: true}} or {KEY}: {{boost: 0.5}}, or delete it: then the page counts like others."


@dataclass(frozen=True, slots=True)
class SearchSettings:
    """How a page counts when somebody searches.

    Attributes:
        excluded: whether nothing of it is found.
        boost: how much it counts beside other pages.
    """

    excluded: bool = False
    boost: float = 1


def search_problems(front: Document) -> Iterator[Problem]:
    """What is wrong with it in front matter, whose lines begin below the page's first."""
    if KEY not in front.tree:
        return
    said = front.tree[KEY]
    if not isinstance(said, dict):
        yield _problem(front, (), f"{KEY} has to be a mapping; found {_shown(said)}.")
        return
    for name, value in said.items():
        if name not in _WANTED:
            yield _problem(front, (name,), f'{KEY}: the key "{name}" is not known here.', nearest(name, _WANTED))
        elif not _holds(name, value):
            yield _problem(front, (name,), f"{KEY}: {name} has to be {_WANTED[name]}; found {_shown(value)}.")


def _problem(front: Document, below: tuple[str, ...], message: str, hint: str = "") -> Problem:
    return Problem(front.path, front.line((KEY, *below)) + 1, message, f"{hint}{_REMEDY}", "front-matter")


def _shown(value: object) -> str:
    return "nothing" if value is None else f'"{value}"'


def _holds(name: str, value: object) -> bool:
    if name == "exclude" or isinstance(value, bool):
        return name == "exclude" and isinstance(value, bool)
    return isinstance(value, int | float) and math.isfinite(value) and 0 < value <= _MOST


def search_settings(source: str) -> SearchSettings:
    """What a page says; it counts like others in what is wrong there, which the gates tell."""
    front = FRONT_MATTER.match(source)
    if not front or KEY not in front[0]:
        return SearchSettings()
    document = parse(front[0].removeprefix("---\n").removesuffix("---\n"), "")
    said = document.tree.get(KEY) if isinstance(document, Document) else None
    right = {name: value for name, value in said.items() if _holds(name, value)} if isinstance(said, dict) else {}
    return SearchSettings(right.get("exclude", False), right.get("boost", 1))
