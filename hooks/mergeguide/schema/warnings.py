"""The records of ``warnings.yml``: what is pointed out without standing in the way."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import StringConstraints

from mergeguide.schema.base import CharacterClass, Id, Pattern, Record, Some, Words
from mergeguide.schema.conditions import When
from mergeguide.schema.relations import (
    CharacterKindId,
    FieldId,
    FormatId,
)

Sign = Annotated[str, StringConstraints(min_length=1, max_length=1)]
"""One character."""

Domain = Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]+([.][a-z0-9-]+)+$")]
"""A domain in small letters."""

Ascii = Annotated[str, StringConstraints(pattern=r"^[ -~]+$")]
"""What AWS can read for sure."""


class Unwanted(Record):
    """What an answer of some formats should not hold, or what is better looked at once more.

    Attributes:
        formats: the formats of the answers that are looked at.
        matches: what is looked for.
        instead: what ``{instead}`` in its words becomes: the answer with the match written this way, its groups as
            ``$1`` and ``$2``.
        swaps: what in each match stands for what in ``{instead}``, sign by sign.
        hint: nothing is wrong with such an answer; it is said quietly.
    """

    id: Id
    formats: tuple[FormatId, ...]
    matches: Pattern
    instead: Words = ""
    swaps: Mapping[Sign, Sign] = {}
    hint: bool = False


class Comparison(Record):
    """What two answers together give reason to look at.

    Attributes:
        fields: whose answers are looked at.
        like: what they are held against, in order.
        compares: the whole answers, or the domains of two addresses.
        when: conditions; none always hold.
    """

    id: Id
    fields: Some[FieldId]
    like: Some[FieldId]
    compares: Literal["whole", "domain"]
    when: When = ()


class Character(Record):
    """A character that is not ASCII, and what can stand for it.

    Attributes:
        not_after: the kinds of characters after which it is what it looks like, and nothing can stand for it.
    """

    character: Annotated[str, StringConstraints(min_length=1, max_length=1)]
    ascii: Ascii
    not_after: tuple[CharacterKindId, ...] = ()

    @property
    def number(self) -> str:
        """The character's number, as the language files name it: ``u30fc``."""
        return f"u{ord(self.character):04x}"


class Signs(Record):
    """Characters that the same ASCII text can stand for."""

    ascii: Ascii
    characters: Annotated[str, StringConstraints(pattern=r"^[^\x00-\x7f]+$")]


class CharacterKind(Record):
    """A kind of characters, as ranges ``a-b``.

    Attributes:
        becomes: what is proposed in place of such a character; None where a person has to write something else.
        joins: such a character stands on the one before it.
    """

    id: Id
    ranges: tuple[Annotated[CharacterClass, StringConstraints(pattern=r"^.-.$")], ...]
    becomes: Literal["transliteration", "parts", "nothing"] | None = None
    joins: bool = False

    @property
    def numbers(self) -> tuple[tuple[int, int], ...]:
        """The ranges as numbers, first and last."""
        return tuple((ord(both[0]), ord(both[2])) for both in self.ranges)


class WarningsFile(Record):
    """``warnings.yml``."""

    domains: Mapping[str, Words]
    patterns: tuple[Unwanted, ...]
    comparisons: tuple[Comparison, ...]
    everybodys: Some[Domain]
    characters: tuple[Character, ...]
    signs: tuple[Signs, ...]
    kinds: tuple[CharacterKind, ...]
