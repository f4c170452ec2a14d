"""Conditions over answers, as data: when a paragraph appears or a field is asked.

A condition is a mapping from a control's name to ``given``, ``absent`` or a list of values; all entries have
to hold. A list of conditions holds when one of them does. No condition at all always holds.
"""

from collections.abc import Mapping, Sequence
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field

from mergeguide.schema.relations import Conditional

Test = Literal["given", "absent"] | tuple[str, ...]

Condition = Mapping[str, Test]


def _as_list(value: Any) -> Any:
    return [value] if isinstance(value, Mapping) else value


_Written = Annotated[Condition, Field(min_length=1)]

When = Annotated[
    tuple[_Written, ...],
    BeforeValidator(_as_list, json_schema_input_type=_Written | tuple[_Written, ...]),
    Conditional(),
]

EarlierWhen = Annotated[When, Conditional(earlier=True)]


def names(when: Sequence[Condition]) -> set[str]:
    """The controls that the conditions speak of."""
    return {name for condition in when for name in condition}
