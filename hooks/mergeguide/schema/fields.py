"""The records of ``fields.yml``: what is asked."""

from __future__ import annotations

from typing import Literal

from mergeguide.schema.base import Id, Record, Some, Words
from mergeguide.schema.conditions import Condition, When
from mergeguide.schema.evidence import Dated

Need = Literal["required", "if-any", "optional"]

Role = Literal["source", "destination"]

Kind = Literal["line", "text", "choice", "date", "address-or-state"]


class FormItem(Record):
    """An item of AWS's own form."""

    id: Id
    format: Id
    example: Words
    since: Dated
    claims: tuple[Id, ...]


class Group(Record):
    """A part of the generator's form; ``role`` says which account it is about."""

    id: Id
    role: Role | None = None


class DiffersFrom(Record):
    """Fields that must not have the same answer where ``when`` holds, unless ``unless`` does."""

    fields: Some[Id]
    when: When = ()
    unless: When = ()
    error: Id

    @property
    def conditions(self) -> tuple[Condition, ...]:
        """Every condition of the rule."""
        return (*self.when, *self.unless)


class Field(Record):
    """What the generator asks."""

    id: Id
    group: Id
    kind: Kind
    format: Id | None = None
    need: Need
    letters: tuple[Id, ...] = ()
    asked_when: When = ()
    required_when: When = ()
    choices: tuple[Id, ...] = ()
    choices_from: Literal["situations"] | None = None
    states: tuple[Id, ...] = ()
    default_from: Id | None = None
    differs_from: tuple[DiffersFrom, ...] = ()
    autocomplete: Words | None = None
    example: Words
    since: Dated
    claims: tuple[Id, ...]

    @property
    def state_control(self) -> str:
        """The name of the control that says which state holds, for ``address-or-state``."""
        return f"{self.id}-is"


class FieldsFile(Record):
    """``fields.yml``."""

    form_items: Some[FormItem]
    groups: Some[Group]
    fields: Some[Field]


def conditions_of(field: Field) -> tuple[Condition, ...]:
    """Every condition of a field, for checks that only want to know what they speak of."""
    apart = (condition for rule in field.differs_from for condition in rule.conditions)
    return (*field.asked_when, *field.required_when, *apart)
