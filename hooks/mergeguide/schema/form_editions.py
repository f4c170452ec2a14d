"""The records of ``form-editions.yml``: AWS's form as it looked at one time."""

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from mergeguide.schema.base import Address, Count, Id, Record, Some, Words
from mergeguide.schema.relations import (
    ClaimId,
    FormItemId,
    Refers,
)

EditionId = Annotated[str, StringConstraints(pattern=r"^20[0-9]{2}-(0[1-9]|1[0-2])$")]

LETTER = "letter"
"""The value of ``fill`` that stands for the whole letter."""


class Item(Record):
    """One item: its labels as seen, by language, and what goes in.

    ``labels`` has several entries where AWS splits one thing over several boxes (first and last name).
    """

    item: FormItemId
    """The item: an id under form-items: in fields.yml."""
    control: Literal["text", "select", "textarea"]
    """text: a box of one line. select: a menu. textarea: a large box."""
    section: Mapping[str, Words] = {}
    """Language → the heading over the item, as it was seen."""
    labels: Annotated[Mapping[str, Some[Words]], Field(min_length=1)]
    """Language → the labels as they were seen. Several where AWS splits one thing over several boxes, as first and last
    name.
    """
    assumed: Mapping[str, Some[Words]] = {}
    """Language → our guess at the labels, where nobody saw the form in that language."""
    choose: Mapping[str, Words] = {}
    """For a menu: language → the entry to choose."""
    fill: Annotated[Id, Refers("field", also=(LETTER,))] | None = None
    """What goes in: a field's id, or letter for the whole letter."""
    longest: Count | None = None
    """The number of characters that AWS takes, where it is known."""


class Step(Record):
    """What comes after the items: a button to press, or a page that appears."""

    id: Id
    """The step's id. Its words are in the language files, under form-editions:, this edition and steps:."""
    control: Literal["button", "page"]
    """button: something to press. page: something that appears."""
    labels: Mapping[str, Words] = {}
    """Language → the button's label as it was seen."""
    assumed: Mapping[str, Words] = {}
    """Language → our guess at the label, where nobody saw the form in that language."""


class Edition(Record):
    """One dated appearance of the form; ``language`` is the one it was seen in."""

    id: EditionId
    """The month in which the form was seen: 2025-11. Pages draw it with /// form-map | 2025-11."""
    language: str
    """The language in which the form was seen."""
    claims: Some[ClaimId]
    """The evidence: ids of claims.yml."""
    items: Some[Item]
    """What the form asks for, in AWS's order."""
    steps: tuple[Step, ...]
    """What follows the items, in order."""


class EditionsFile(Record):
    """``form-editions.yml``, newest first; ``address`` is where the form is."""

    address: Address
    """Where the form is, whatever its edition."""
    form_editions: Some[Edition]
    """AWS's form, one entry for each dated appearance, newest first: readers are shown the first one."""
