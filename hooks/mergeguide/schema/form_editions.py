"""The records of ``form-editions.yml``: AWS's form as it looked at one time."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from mergeguide.schema.base import Count, Id, Record, Some, Words
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
    control: Literal["text", "select", "textarea"]
    section: Mapping[str, Words] = {}
    labels: Annotated[Mapping[str, Some[Words]], Field(min_length=1)]
    assumed: Mapping[str, Some[Words]] = {}
    choose: Mapping[str, Words] = {}
    fill: Annotated[Id, Refers("field", also=(LETTER,))] | None = None
    longest: Count | None = None


class Step(Record):
    """What comes after the items: a button to press, or a page that appears."""

    id: Id
    control: Literal["button", "page"]
    labels: Mapping[str, Words] = {}
    assumed: Mapping[str, Words] = {}


class Edition(Record):
    """One dated appearance of the form; ``language`` is the one it was seen in."""

    id: EditionId
    language: str
    claims: Some[ClaimId]
    items: Some[Item]
    steps: tuple[Step, ...]


class EditionsFile(Record):
    """``form-editions.yml``, newest first; ``address`` is where the form is."""

    address: Words
    form_editions: Some[Edition]
