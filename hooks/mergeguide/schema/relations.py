"""What a value means to other values, declared where the value is: it refers to something, it has words for something.

``claims: tuple[ClaimId, ...]`` says that each entry is the id of a claim; ``related`` finds every such value of a
record, in any file, whoever declares it. Which ids of each kind exist is listed in ``consistency.declared``.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from types import UnionType
from typing import Annotated, Any, Generic, TypeVar, Union, get_args, get_origin, get_type_hints

from mergeguide.schema.base import Id, Record, kebab


@dataclass(frozen=True)
class Refers:
    """An id of something of a kind; ``also`` are ids that stand for something else there."""

    kind: str
    also: tuple[str, ...] = ()


@dataclass(frozen=True)
class WordsFor:
    """A mapping with an entry for each thing of a kind, and no other."""

    kind: str


@dataclass(frozen=True)
class Conditional:
    """Conditions over controls; ``earlier``: only over those before the field that has them."""

    earlier: bool = False


ClaimId = Annotated[Id, Refers("claim")]
FieldId = Annotated[Id, Refers("field")]
FormItemId = Annotated[Id, Refers("form item")]
FormatId = Annotated[Id, Refers("format")]
GroupId = Annotated[Id, Refers("group")]
LetterId = Annotated[Id, Refers("letter")]
StatementId = Annotated[Id, Refers("statement")]
WayKindId = Annotated[Id, Refers("way kind")]
CharacterKindId = Annotated[Id, Refers("character kind")]
OwnLanguage = Annotated[str, Refers("language")]


K = TypeVar("K", Refers, WordsFor, Conditional)


@dataclass(frozen=True)
class Related(Generic[K]):
    """A value that has a relation.

    Attributes:
        place: the path of keys and indexes, as the file writes them.
    """

    place: tuple[str | int, ...]
    value: Any
    relation: K


def related(record: Record, kind: type[K], place: tuple[str | int, ...] = ()) -> Iterator[Related[K]]:
    """Every value of a record that has a relation of one kind (``Refers``, ...), in the order of the model."""
    for name, key, annotation in _related_fields(type(record), kind):  # type: ignore[arg-type]  # a class is hashable
        yield from _within(annotation, getattr(record, name), (*place, key), kind)


def lists_of(record: Record, place: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], list[str]]]:
    """Every list of entries that have ids, with its place and its ids in order."""
    for name in type(record).model_fields:
        value, inner = getattr(record, name), (*place, kebab(name))
        entries = [entry for entry in value if isinstance(entry, Record)] if isinstance(value, tuple) else []
        if entries and "id" in type(entries[0]).model_fields:
            yield inner, [str(getattr(entry, "id")) for entry in entries]  # noqa: B009  # of whatever model
        for index, entry in enumerate(entries):
            yield from lists_of(entry, (*inner, index))


@cache
def _related_fields(model: type[Record], kind: type) -> tuple[tuple[str, str, Any], ...]:
    """Name, key and annotation of the fields in which such a relation can be; most have none, and are not looked at."""
    hints, fields = _hints(model), model.model_fields.items()
    return tuple(
        (name, field.alias or kebab(name), hints[name]) for name, field in fields if _relates(hints[name], kind)
    )


@cache
def _hints(model: type[Record]) -> Mapping[str, Any]:
    return get_type_hints(model, include_extras=True)


def _relates(annotation: Any, kind: type) -> bool:
    if isinstance(annotation, kind):
        return True
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return bool(_related_fields(annotation, kind))
    return any(_relates(argument, kind) for argument in get_args(annotation))


def _within(annotation: Any, value: Any, place: tuple[str | int, ...], kind: type[K]) -> Iterator[Related[K]]:
    if value is None:
        return
    if isinstance(value, Record):
        yield from related(value, kind, place)
        return
    origin, inside = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        # The outermost mark is the last one: it is the narrower one where a type that has one is marked again.
        yield from (Related(place, value, mark) for mark in [mark for mark in inside if isinstance(mark, kind)][-1:])
        yield from _within(inside[0], value, place, kind)
    elif origin in (Union, UnionType):
        for choice in inside:
            yield from _within(choice, value, place, kind)
    elif origin is tuple and isinstance(value, tuple):
        for index, entry in enumerate(value):
            yield from _within(inside[0] if inside[-1] is Ellipsis else inside[index], entry, (*place, index), kind)
    elif origin is Mapping and isinstance(value, Mapping):
        for key, entry in value.items():
            yield from _within(inside[0], key, (*place, key), kind)
            yield from _within(inside[1], entry, (*place, key), kind)
