"""The base of every record of ``docs/_data/``: what a value, an id, a pattern may be."""

import datetime
import re
from collections.abc import Mapping
from typing import Annotated, TypeVar
from urllib.parse import urlsplit

from pydantic import AfterValidator, BaseModel, ConfigDict, StringConstraints, ValidationInfo
from pydantic import Field as Declared


def kebab(name: str) -> str:
    """``asked_when`` as the data writes it: ``asked-when``."""
    return name.rstrip("_").replace("_", "-")


Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]

Words = Annotated[str, StringConstraints(min_length=1, pattern=r"\S")]

Texts = Mapping[str, Words]

T = TypeVar("T")

Count = Annotated[int, Declared(strict=True, ge=1, le=100_000)]
"""A number of characters or days that somebody could mean."""

Months = Annotated[int, Declared(strict=True, ge=1, le=1_200)]
"""A number of months that somebody could mean; after many more there is no date any more."""

Flag = Annotated[bool, Declared(strict=True)]
"""true or false. What YAML 1.1 took for one of them, ``no`` above all, is a text in YAML 1.2."""

Some = Annotated[tuple[T, ...], Declared(min_length=1)]
"""A list that must not be empty."""


JUDGED: Mapping[str, bool] = {"judged": True}
"""The context of values that were valid before: reading their patterns again takes longer than all the rest."""


def _readable(pattern: str, info: ValidationInfo) -> str:
    if info.context is not JUDGED:
        _read(pattern)
    return pattern


def _class(characters: str, info: ValidationInfo) -> str:
    if info.context is not JUDGED:
        _read(f"[{characters}]")
    return characters


def _keeping(pattern: str, info: ValidationInfo) -> str:
    if info.context is JUDGED:
        return pattern
    if not _read(pattern).groups:
        raise ValueError("a pattern with brackets around what stays")
    if not (pattern.startswith("^") and pattern.endswith("$")):
        raise ValueError("a pattern for the whole answer, from ^ to $")
    return pattern


def _finding(pattern: str, info: ValidationInfo) -> str:
    if info.context is not JUDGED and _read(pattern).groups != 1:
        raise ValueError("a pattern with one pair of brackets, around what is kept")
    return pattern


def _read(pattern: str) -> re.Pattern[str]:
    try:
        return re.compile(pattern)
    except re.error as error:
        raise ValueError(f"a pattern that can be read ({error})") from error


def _address(address: str, info: ValidationInfo) -> str:
    if info.context is not JUDGED:
        try:
            urlsplit(address)
        except ValueError as error:
            raise ValueError(f"an address that can be read ({error})") from error
    return address


def real_days(when: str) -> str:
    """A date or an interval whose days exist.

    Raises:
        ValueError: one of them does not.
    """
    days = [point for point in when.split("/") if point.count("-") == 2]
    for day in days:
        try:
            datetime.date.fromisoformat(day)
        except ValueError as error:
            raise ValueError(f"a day that exists ({error})") from error
    return when


Address = Annotated[Words, AfterValidator(_address)]
"""An address that a link leads to; whatever renders one takes it apart."""

Pattern = Annotated[str, StringConstraints(min_length=1), AfterValidator(_readable)]
"""A regular expression; an empty one would match every answer."""

KeepingPattern = Annotated[str, AfterValidator(_keeping)]
"""A regular expression for a whole answer, with brackets around what is kept of it."""

FindingPattern = Annotated[str, AfterValidator(_finding)]
"""A regular expression for a part of a text, with one pair of brackets around what is kept of it."""

CharacterClass = Annotated[str, AfterValidator(_class)]
"""What stands between the brackets of a regular expression."""


class Record(BaseModel):
    """A frozen record that refuses keys it does not know.

    What judges values is built when a file is judged, once for all records in it, and not for each when it is imported.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", alias_generator=kebab, defer_build=True)


def known_keys(model: type[Record]) -> set[str]:
    """Every key that the model and the records inside it know, for suggestions."""
    keys: set[str] = set()
    for definition in [schema := model.model_json_schema(), *schema.get("$defs", {}).values()]:
        keys |= set(definition.get("properties", {}))
    return keys
