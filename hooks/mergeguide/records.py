"""The base of every record in ``docs/_data/``: frozen, in kebab-case, unknown keys refused."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, TypeVar

from pydantic import BaseModel, ConfigDict, StringConstraints, ValidationError

from mergeguide.documents import Document
from mergeguide.problems import Problem, nearest


def kebab(name: str) -> str:
    """``asked_when`` as the data writes it: ``asked-when``."""
    return name.rstrip("_").replace("_", "-")


Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
Words = Annotated[str, StringConstraints(min_length=1, pattern=r"\S")]


class Record(BaseModel):
    """A frozen record that refuses keys it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid", alias_generator=kebab)


R = TypeVar("R", bound="Record")


def judge(document: Document, model: type[R]) -> R | tuple[Problem, ...]:
    """Hold a document against its model.

    Returns:
        The record, or every problem, each at its line.
    """
    try:
        return model.model_validate(document.plain())
    except ValidationError as error:
        return tuple(_problem(document, model, detail) for detail in error.errors())


def _problem(document: Document, model: type[Record], detail: object) -> Problem:
    assert isinstance(detail, dict)
    place: Sequence[str | int] = detail["loc"]
    line = document.line(place)
    name = place[-1] if place else "?"
    match detail["type"]:
        case "missing":
            return Problem(document.path, line, f'"{name}" is missing.', f'Add "{name}:" here.', "missing-key")
        case "extra_forbidden":
            known = known_keys(model)
            return Problem(
                document.path,
                line,
                f'The key "{name}" is not known here.',
                f"{nearest(str(name), known)}Delete it or correct its spelling.",
                "unknown-key",
            )
        case "string_pattern_mismatch" | "string_too_short" if detail["input"] == "":
            return Problem(
                document.path,
                line,
                f'"{name}" is empty.',
                "Write something, or delete the key.",
                "empty-value",
            )
        case _:
            where = ".".join(str(step) for step in place)
            return Problem(
                document.path,
                line,
                f"{where}: {detail['msg']}; found {detail['input']!r:.60}.",
                "Correct the value; the schema named in the file's first line says what is allowed.",
                "value",
            )


def known_keys(model: type[Record]) -> set[str]:
    """Every key that the model and the records inside it know, for suggestions."""
    keys: set[str] = set()
    for definition in [schema := model.model_json_schema(), *schema.get("$defs", {}).values()]:
        keys |= set(definition.get("properties", {}))
    return keys
