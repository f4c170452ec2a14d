"""Judging one file against its model: every fault as a problem with its line and its remedy."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeVar

from pydantic import ValidationError

from mergeguide.data.yaml_document import Document, Place
from mergeguide.problems import Problem, nearest
from mergeguide.schema import Record, beginning, known_keys

R = TypeVar("R", bound="Record")

_OF_THE_PLACE = ("missing", "extra_forbidden")
"""Errors that are about the place itself, whatever else is wrong inside of it."""


def judge(document: Document, model: type[R]) -> R | tuple[Problem, ...]:
    """Hold a document against its model.

    Returns:
        The record, or every problem, each at its line.
    """
    try:
        return model.model_validate(document.tree)
    except ValidationError as error:
        details: list[Any] = list(error.errors())
    alike: dict[Place, list[Any]] = {}
    for detail in details:
        alike.setdefault(_place(document, detail), []).append(detail)
    # What could be one of several kinds was nearly one of them, if an error lies deeper inside of it.
    vague = {place for place in alike for other in alike if len(place) < len(other) and other[: len(place)] == place}
    vague -= {place for place in vague if all(detail["type"] in _OF_THE_PLACE for detail in alike[place])}
    return tuple(_problem(document, model, place, found) for place, found in alike.items() if place not in vague)


def _place(document: Document, detail: Any) -> Place:
    """Where an error is; the kind of value that was tried is a step of pydantic's path, but stands in no file."""
    place: Place = ()
    for step in detail["loc"]:
        if (*place, step) in document.lines:
            place = (*place, step)
    return (*place, detail["loc"][-1]) if detail["type"] == "missing" else place


def _problem(document: Document, model: type[Record], place: Place, details: Sequence[Any]) -> Problem:
    name = next((step for step in reversed(place) if isinstance(step, str)), "?")
    detail = details[0]
    match detail["type"]:
        case "missing" if isinstance(place[-1], int):
            return document.problem(place, f'"{name}" has too few entries.', "Complete the list.", "value")
        case "missing":
            return document.problem(
                place,
                f'"{name}" is missing.',
                f'Add "{name}:" here.\n{name}: {beginning(model, place)}',
                "missing-key",
            )
        case "extra_forbidden":
            known = known_keys(model)
            return document.problem(
                place,
                f'The key "{name}" is not known here.',
                f"{nearest(str(name), known)}Delete it or correct its spelling.",
                "unknown-key",
            )
        case "string_pattern_mismatch" | "string_too_short" if not str(detail["input"]).strip():
            return document.problem(
                place,
                f'"{name}" is empty.',
                "Write something, or delete the key.",
                "empty-value",
            )
        case _:
            wanted = ", or ".join(dict.fromkeys(_wanted(detail) for detail in details))
            return document.problem(
                place,
                f'"{name}" has to be {wanted}; found {_shown(detail["input"])}.',
                "Correct the value; the schema named in the file's first line says what is allowed.",
                "value",
            )


def _wanted(detail: Any) -> str:
    plain = {
        "string_type": "a text",
        "tuple_type": "a list",
        "dict_type": "a mapping",
        "mapping_type": "a mapping",
        "model_type": "a mapping",
        "model_attributes_type": "a mapping",
        "bool_type": "true or false",
        "bool_parsing": "true or false",
        "invalid_key": "a mapping whose keys are texts",
    }
    match detail["type"]:
        case "literal_error":
            return str(detail["ctx"]["expected"])
        case "value_error":
            return str(detail["ctx"]["error"])
        case "string_pattern_mismatch":
            return f"of the form {detail['ctx']['pattern']}"
        case "too_short":
            return "at least one entry long"
        case kind:
            return plain.get(kind, str(detail["msg"]).removeprefix("Input should be ").lower())


def _shown(value: object) -> str:
    """A value as an author knows it: an empty one as nothing, a long one cut."""
    return "nothing" if value is None else f"{value!r:.60}"
