"""The records of ``fields.yml``: what is asked."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from mergeguide.schema.base import Id, Record, Some, Words
from mergeguide.schema.conditions import Condition, EarlierWhen, When
from mergeguide.schema.evidence import Dated
from mergeguide.schema.relations import (
    ClaimId,
    FieldId,
    FormatId,
    GroupId,
    LetterId,
)

Need = Literal["required", "if-any", "optional"]

Role = Literal["source", "destination"]

Kind = Literal["line", "text", "choice", "date", "address-or-state"]


class FormItem(Record):
    """An item of AWS's own form."""

    id: Id
    format: FormatId
    example: Words
    since: Dated
    claims: tuple[ClaimId, ...]


class Group(Record):
    """A part of the generator's form.

    Attributes:
        role: which account it is about.
        first: a page with its heading, where what has to be done before these questions is told.
    """

    id: Id
    role: Role | None = None
    first: Words | None = None


class DiffersFrom(Record):
    """Fields that must not have the same answer where ``when`` holds, unless ``unless`` does."""

    fields: Some[FieldId]
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
    group: GroupId
    kind: Kind
    format: FormatId | None = None
    need: Need
    letters: tuple[LetterId, ...] = ()
    asked_when: EarlierWhen = ()
    required_when: When = ()
    choices: tuple[Id, ...] = ()
    chosen: Id | None = None
    choices_from: Literal["situations"] | None = None
    states: tuple[Id, ...] = ()
    default_from: FieldId | None = None
    same_as: FieldId | None = None
    differs_from: tuple[DiffersFrom, ...] = ()
    autocomplete: Words | None = None
    example: Words
    since: Dated | None = None
    claims: tuple[ClaimId, ...]

    @property
    def state_control(self) -> str:
        """The name of the control that says which state holds, for ``address-or-state``."""
        return f"{self.id}-is"

    @property
    def first_control(self) -> str:
        """The name of the control that comes first in the form: the state's, where there are states."""
        return self.state_control if self.states else self.id


class Derived(Record):
    """What follows from answers and is asked of nobody: ``yes`` where two answers are equal but for capitals."""

    id: Id
    equal: tuple[FieldId, FieldId]

    def value(self, answers: Mapping[str, str]) -> str:
        """``yes``, or ``""`` where it is not so or one of the two is missing."""
        first, second = (answers.get(name, "").lower() for name in self.equal)
        return "yes" if first and first == second else ""


class FieldsFile(Record):
    """``fields.yml``."""

    form_items: Some[FormItem]
    groups: Some[Group]
    fields: Some[Field]
    derived: tuple[Derived, ...] = ()


def conditions_of(field: Field) -> tuple[Condition, ...]:
    """Every condition of a field, for checks that only want to know what they speak of."""
    apart = (condition for rule in field.differs_from for condition in rule.conditions)
    return (*field.asked_when, *field.required_when, *apart)
