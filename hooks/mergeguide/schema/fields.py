"""The records of ``fields.yml``: what is asked."""

from collections.abc import Mapping
from typing import Literal

from mergeguide.schema.base import Flag, Id, Record, Some, Words
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
    """The item's id. Language files have its label under fields:, and each form-fields.md explains it under
    #field-<id>.
    """
    format: FormatId
    """How its value is written: an id of formats.yml."""
    example: Words
    """A made-up value that shows how it looks."""
    since: Dated
    """The date of the first edition of AWS's form that is known to have it."""
    claims: tuple[ClaimId, ...]
    """The evidence: ids of claims.yml."""


class Group(Record):
    """A part of the generator's form."""

    id: Id
    """The part's id. Its title is in the language files, under groups:."""
    role: Role | None = None
    """Which account its questions are about: source or destination. Leave it out for neither."""
    first: Words | None = None
    """Where the guide tells what to do before answering these questions: page.md#heading."""


class DiffersFrom(Record):
    """Fields that must not have the same answer where ``when`` holds, unless ``unless`` does."""

    fields: Some[FieldId]
    """The fields that must not have the same answer; capitals make no difference."""
    when: When = ()
    """The rule holds only under these conditions. Leave it out for always."""
    unless: When = ()
    """The rule does not hold under these conditions."""
    error: Id
    """The error that is shown: a key under errors: in the language files."""

    @property
    def conditions(self) -> tuple[Condition, ...]:
        """Every condition of the rule."""
        return (*self.when, *self.unless)


class NotToCome(Record):
    """A day that is past where ``when`` holds."""

    error: Id
    """The error that is shown where the day is still to come: a key under errors: in the language files."""
    when: When = ()
    """The rule holds only under these conditions. Leave it out for always."""


class Field(Record):
    """What the generator asks."""

    id: Id
    """The field's id. Language files have its label under fields:, each form-fields.md explains it under #field-<id>,
    and texts of letters print its answer where they have {id}.
    """
    group: GroupId
    """The part of the generator's form that asks it: an id under groups:."""
    kind: Kind
    """line, text (several lines), choice, date, or address-or-state: an address, or one of states: in its place."""
    format: FormatId | None = None
    """How the answer is repaired and judged: an id of formats.yml. A choice has none."""
    need: Need
    """required; if-any: say it if you have it; or optional."""
    required_on_page: Flag = False
    """true where the page wants an answer before a letter is taken away. A file of answers may go without: whoever
    writes one has read the guide's warning, and files written before the question existed stay good.
    """
    letters: tuple[LetterId, ...] = ()
    """The letters that ask it: ids of letters.yml. Leave it out for all."""
    asked_when: EarlierWhen = ()
    """It is asked only under these conditions, over fields above it. Leave it out for always. In a list of conditions,
    one is enough.
    """
    required_when: When = ()
    """When a field that is not required has to be answered after all."""
    choices: tuple[Id, ...] = ()
    """For a choice: its values, in order. Their labels are in the language files."""
    refused: Mapping[Id, Id] = {}
    """For a choice: values with which no letter can be sent → the error that says why: a key under errors: in the
    language files.
    """
    chosen: Id | None = None
    """For a choice: the value that is chosen beforehand, and counts where none is chosen."""
    choices_from: Literal["situations"] | None = None
    """For a choice: where its values come from instead of choices:."""
    states: tuple[Id, ...] = ()
    """For address-or-state: what can be chosen in place of an address, and another for an address of its own. Labels
    are in the language files, under states:.
    """
    default_from: FieldId | None = None
    """The field whose choice gives a ready sentence, which counts while this one is not answered."""
    same_as: FieldId | None = None
    """A field whose answer can be taken over with a tick."""
    differs_from: tuple[DiffersFrom, ...] = ()
    """Fields that must not have the same answer as this one."""
    not_to_come: NotToCome | None = None
    """For a date: where it cannot be a day to come."""
    autocomplete: Words | None = None
    """What the browser may fill in: the value of HTML's autocomplete."""
    example: Words
    """A made-up answer: shown to readers, and used in the sample letter."""
    since: Dated | None = None
    """The edition or date in which it is first known. Leave it out for a question of this guide's own."""
    claims: tuple[ClaimId, ...]
    """The evidence: ids of claims.yml."""

    @property
    def need_on_page(self) -> Need:
        """What the page says of the need for an answer."""
        return "required" if self.required_on_page else self.need

    @property
    def state_control(self) -> str:
        """The name of the control that says which state holds, for ``address-or-state``."""
        return f"{self.id}-is"

    @property
    def first_control(self) -> str:
        """The name of the control that comes first in the form: the state's, where there are states."""
        return self.state_control if self.states else self.id


class Derived(Record):
    """What follows from answers and is asked of nobody: ``yes`` where it is so, and no value otherwise."""

    id: Id
    """The name by which conditions refer to it. Language files put it into words under derived:."""
    equal: tuple[FieldId, FieldId] | None = None
    """Two fields. It is "yes" where their answers are equal but for capitals."""
    own_domain: FieldId | None = None
    """A field. It is "yes" where its address is at a domain of somebody's own, a company's above all: none of
    everybodys: and examples: in warnings.yml.
    """

    other_than: FieldId | None = None
    """With own-domain: a field. It is not so where both addresses are equal but for capitals."""

    @property
    def follows_from(self) -> tuple[str, ...]:
        """The fields whose answers decide it, in order."""
        return self.equal or tuple(name for name in (self.own_domain, self.other_than) if name)


class FieldsFile(Record):
    """``fields.yml``."""

    form_items: Some[FormItem]
    """The items of AWS's own form, in the order in which the editions show them."""
    groups: Some[Group]
    """The parts of the generator's form, in order."""
    fields: Some[Field]
    """What the generator asks, in order within each part."""
    derived: tuple[Derived, ...] = ()
    """What follows from answers and is asked of nobody."""


def conditions_of(field: Field) -> tuple[Condition, ...]:
    """Every condition of a field, for checks that only want to know what they speak of."""
    apart = (condition for rule in field.differs_from for condition in rule.conditions)
    past = field.not_to_come.when if field.not_to_come else ()
    return (*field.asked_when, *field.required_when, *apart, *past)
