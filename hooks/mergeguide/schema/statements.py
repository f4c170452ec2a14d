"""The records of ``statements.yml``: ready sentences for letters and for the mails that go back and forth."""

from __future__ import annotations

from typing import Literal

from mergeguide.schema.base import Id, Record, Some, Words
from mergeguide.schema.conditions import When
from mergeguide.schema.relations import (
    ClaimId,
    FormatId,
    LetterId,
)

Occasion = Literal["request", "list", "reply"]
"""When a sentence is of use: with a request, where AWS's list of accounts is wrong, in any other reply."""


class Blank(Record):
    """A part of a sentence that the reader fills in."""

    id: Id
    kind: Literal["line", "date"]
    format: FormatId
    example: Words


class Statement(Record):
    """A ready sentence.

    Attributes:
        letters: those that it can be ticked for; none where it is only to be copied.
        when: under which answers it is offered there.
        claims: the evidence, where it says something about AWS.
    """

    id: Id
    occasion: Occasion
    letters: tuple[LetterId, ...] = ()
    when: When = ()
    blanks: tuple[Blank, ...] = ()
    claims: tuple[ClaimId, ...] = ()


class StatementsFile(Record):
    """``statements.yml``."""

    statements: Some[Statement]
