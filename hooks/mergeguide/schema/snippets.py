"""How an author begins what a data file lacks: the line that a remedy offers to paste, with … where words go."""

import types
from collections.abc import Mapping, Sequence
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel

TO_WRITE = "…"
"""Stands where words go; left so, it says nothing."""


def beginning(model: type[BaseModel], place: Sequence[str | int]) -> str:
    """What may stand at a place of a file (keys and indexes from the top), as one line of YAML."""
    kind: Any = model
    for step in place:
        kind = _below(kind, step)
    return _value(kind)


def _below(kind: Any, step: str | int) -> Any:
    kind = _bare(kind)
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        return next((field.annotation for field in kind.model_fields.values() if field.alias == step), Any)
    inside = get_args(kind)
    return inside[1 if isinstance(step, str) else 0] if len(inside) > isinstance(step, str) else Any


def _bare(kind: Any) -> Any:
    """A kind of value without what is said about it, and the first of several."""
    while get_origin(kind) in (Annotated, Union, types.UnionType):
        kind = get_args(kind)[0]
    return kind


def _value(kind: Any) -> str:
    kind = _bare(kind)
    if get_origin(kind) is Literal:
        return " | ".join(map(str, get_args(kind)))
    if get_origin(kind) is tuple:
        return f"[{_value(get_args(kind)[0])}]"
    if isinstance(get_origin(kind), type) and issubclass(get_origin(kind), Mapping):
        return f"{{{TO_WRITE}: {_value(get_args(kind)[1])}}}"
    if kind is bool:
        return "true | false"
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        needed = ((name, field) for name, field in kind.model_fields.items() if field.is_required())
        return f"{{{', '.join(f'{field.alias or name}: {_value(field.annotation)}' for name, field in needed)}}}"
    return TO_WRITE
