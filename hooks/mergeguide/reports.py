"""Problems as the command prints them: for people, for programs, for annotations of a pull request."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from mergeguide.problems import Problem, listing
from mergeguide.rules import level_of

if TYPE_CHECKING:
    from mergeguide.checks import Length


def _text(problems: Sequence[Problem], notes: Sequence[Problem]) -> str:
    verdict = f"{listing(problems)}\n\nProblems: {len(problems)}" if problems else "Every gate holds."
    return "\n\n".join([verdict, *(f"Note: {note}" for note in notes)])


def _json(problems: Sequence[Problem], _: Sequence[Problem]) -> str:
    return json.dumps({"problems": [problem.as_json() for problem in problems]}, ensure_ascii=False, indent=2)


def _github(problems: Sequence[Problem], notes: Sequence[Problem]) -> str:
    return "\n".join(map(_command, [*problems, *notes]))


def _command(problem: Problem) -> str:
    kind = "notice" if level_of(problem.rule) == "note" else "error"
    place = f"file={_property(problem.path)},line={problem.line},title={_property(problem.rule)}"
    return f"::{kind} {place}::{_data(f'{problem.message} {problem.remedy}'.strip())}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


FORMATS: Mapping[str, Callable[[Sequence[Problem], Sequence[Problem]], str]] = {
    "text": _text,
    "json": _json,
    "github": _github,
}
"""What ``check --format`` knows, for problems and for notes, which make nothing fail.

``github``: workflow commands, which GitHub shows at the line.
"""


def table_of_lengths(pages: Sequence[Length], ways: Sequence[Length]) -> str:
    """How much each page and each way shows, as lines of columns; a way with its limit, if any."""
    head = f"{'':28}{'characters':>12}{'words':>8}{'marks':>8}"
    return "\n".join(
        [
            "What pages show (nothing folded, not the generator)",
            head,
            *map(_row, pages),
            "",
            "What is read on a way",
            f"{head}  limit",
            *(f"{_row(way)}  {_counted(way)} {way.unit}" for way in ways),
        ]
    )


def _row(length: Length) -> str:
    return f"{length.code:4}{length.name:24}{length.characters:12}{length.words:8}{length.marks:8}"


def _counted(way: Length) -> str:
    return f"{way.counted}" if way.limit is None else f"{way.counted} of {way.limit}"
