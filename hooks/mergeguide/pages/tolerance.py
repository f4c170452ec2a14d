"""What a page's front matter says of its translations: ``i18n: {tolerance: minor}``, small changes of it may wait.

In the source's page it counts for every translation, in a translation's page for that one.
"""

from __future__ import annotations

from collections.abc import Iterator

from mergeguide.data import Document, parse
from mergeguide.pages.headings import FRONT_MATTER
from mergeguide.problems import Problem, nearest

KEY, SETTING, MINOR = "i18n", "tolerance", "minor"

_WRITTEN = f"{KEY}: {{{SETTING}: {MINOR}}}"


def tolerance_problems(front: Document) -> Iterator[Problem]:
    """What is wrong with it in front matter, whose lines begin below the page's first."""
    if KEY not in front.tree:
        return
    said = front.tree[KEY]
    place: tuple[str, ...] = (KEY,)
    found = said
    if isinstance(said, dict):
        unknown = next((name for name in said if name != SETTING), None)
        place, found = (KEY, str(unknown or SETTING)), said.get(SETTING)
        if unknown is not None:
            message = f'{KEY}: the key "{unknown}" is not known here.'
            yield _problem(front, place, message, f"{nearest(str(unknown), [SETTING])}Write {_WRITTEN}, or delete it.")
            return
    if not isinstance(said, dict) or found != MINOR:
        shown = "nothing" if found is None else f'"{found}"'
        message = f"{KEY}: the {SETTING} has to be {MINOR}; found {shown}."
        yield _problem(front, place, message, f"Write {_WRITTEN}, or delete it: then every change is to be followed.")


def _problem(front: Document, place: tuple[str, ...], message: str, remedy: str) -> Problem:
    return Problem(front.path, front.line(place) + 1, message, remedy, "translation-tolerance")


def is_tolerant(source: str) -> bool:
    """Whether a page's translations may be behind in small things."""
    front = FRONT_MATTER.match(source)
    if not front or KEY not in front[0]:
        return False
    document = parse(front[0].removeprefix("---\n").removesuffix("---\n"), "")
    said = document.tree.get(KEY) if isinstance(document, Document) else None
    return isinstance(said, dict) and said.get(SETTING) == MINOR
