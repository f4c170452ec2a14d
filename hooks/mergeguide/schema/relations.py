"""What a value means to other values, declared where the value is: it refers to something, it has words for something.

``claims: tuple[ClaimId, ...]`` says that each entry is the id of a claim; ``related`` finds every such value of a
record, in any file, whoever declares it. What relations a kind can have stands in ``consistency.declared``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

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


Relation = Refers | WordsFor | Conditional

ClaimId = Annotated[Id, Refers("claim")]
FieldId = Annotated[Id, Refers("field")]
FormItemId = Annotated[Id, Refers("form item")]
FormatId = Annotated[Id, Refers("format")]
GroupId = Annotated[Id, Refers("group")]
LetterId = Annotated[Id, Refers("letter")]
ParagraphId = Annotated[Id, Refers("paragraph")]
CharacterKindId = Annotated[Id, Refers("character kind")]
OwnLanguage = Annotated[str, Refers("language")]


@dataclass(frozen=True)
class Related:
    """A value that has a relation.

    Attributes:
        place: the path of keys and indexes, as the file writes them.
    """

    place: tuple[str | int, ...]
    value: Any
    relation: Relation


def related(record: Record, place: tuple[str | int, ...] = ()) -> Iterator[Related]:
    """Every value of a record that has a relation, in the order of the model."""
    for name, annotation in _annotations(type(record)).items():
        key = type(record).model_fields[name].alias or kebab(name)
        yield from _within(annotation, getattr(record, name), (*place, key))


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
def _annotations(model: type[Record]) -> Mapping[str, Any]:
    hints = get_type_hints(model, include_extras=True)
    return {name: hints[name] for name in model.model_fields}


def _within(annotation: Any, value: Any, place: tuple[str | int, ...]) -> Iterator[Related]:
    if get_origin(annotation) is Annotated:
        annotation, *marks = get_args(annotation)
        # The outermost mark is the last one: it is the narrower one where a type that has one is marked again.
        own = [mark for mark in marks if isinstance(mark, Relation)][-1:]
        yield from (Related(place, value, mark) for mark in own if value is not None)
    if isinstance(value, Record):
        yield from related(value, place)
        return
    if get_origin(annotation) in (Union, UnionType):
        for choice in get_args(annotation):
            yield from _within(choice, value, place) if value is not None else ()
        return
    inside = get_args(annotation)
    if isinstance(value, tuple) and get_origin(annotation) is tuple:
        for index, entry in enumerate(value):
            yield from _within(inside[0] if inside[-1] is Ellipsis else inside[index], entry, (*place, index))
    elif isinstance(value, Mapping) and get_origin(annotation) is Mapping:
        for key, entry in value.items():
            yield from _within(inside[0], key, (*place, key))
            yield from _within(inside[1], entry, (*place, key))
