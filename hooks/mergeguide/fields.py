"""The records of ``fields.yml`` and ``formats.yml``: what is asked, and what an answer must look like."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from mergeguide.conditions import Condition, When, holds
from mergeguide.ledger import When as Dated
from mergeguide.records import CharacterClass, Count, Id, KeepingPattern, Pattern, Record, Some, Words

Need = Literal["required", "if-any", "optional"]
Role = Literal["source", "destination"]
Kind = Literal["line", "text", "choice", "date", "address-or-state"]
Repair = Literal[
    "width",
    "invisible",
    "hyphens",
    "dots",
    "apostrophes",
    "spaces",
    "single-spaces",
    "edges",
    "lines",
    "upper",
    "digits",
    "escapes",
    "pasted",
]


class Check(Record):
    """One rule of a format: the pattern an answer has to match, or must not, where ``when`` holds."""

    error: Id
    matches: Pattern | None = None
    rejects: Pattern | None = None
    when: When = ()


class Keyboard(Record):
    """How an answer is typed: the keys a phone shows, what it writes large, whether spelling is corrected."""

    shows: Literal["email", "tel", "numeric", "url"] | None = None
    capitals: Literal["none", "sentences", "words", "characters"]
    corrects: bool


class Pasted(Record):
    """What comes with an answer that is copied from elsewhere: the pattern of the whole, what stays in brackets."""

    matches: KeepingPattern


class Format(Record):
    """How answers of one format are repaired, then judged."""

    id: Id
    repairs: tuple[Repair, ...]
    pasted: tuple[Pasted, ...] = ()
    keyboard: Keyboard | None = None
    longest: Count
    checks: tuple[Check, ...]


class LookAlikes(Record):
    """Characters that Japanese input produces where ASCII ones are meant, each list as one string."""

    hyphens: CharacterClass
    dots: CharacterClass
    apostrophes: CharacterClass


class FormatsFile(Record):
    """``formats.yml``."""

    look_alikes: LookAlikes
    formats: tuple[Format, ...]


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

    def applies(self, settled: Mapping[str, str]) -> bool:
        """Whether the settled answers call for the difference."""
        return holds(self.when, settled) and not (self.unless and holds(self.unless, settled))


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
