"""The records of ``warnings.yml``: what is pointed out without standing in the way."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from pydantic import StringConstraints

from mergeguide.records import CharacterClass, Id, Pattern, Record, Words


class Unwanted(Record):
    """What an answer of some formats should not hold, or what is better looked at once more.

    Attributes:
        formats: the formats of the answers that are looked at.
        matches: what is looked for.
        instead: what ``{instead}`` in its words becomes: the answer with the match written this way, its groups as
            ``$1`` and ``$2``.
        hint: nothing is wrong with such an answer; it is said quietly.
    """

    id: Id
    formats: tuple[Id, ...]
    matches: Pattern
    instead: Words = ""
    hint: bool = False


class Character(Record):
    """A character that is not ASCII, and what can stand for it."""

    character: Annotated[str, StringConstraints(min_length=1, max_length=1)]
    ascii: str

    @property
    def number(self) -> str:
        """The character's number, as the language files name it: ``u30fc``."""
        return f"u{ord(self.character):04x}"


class CharacterKind(Record):
    """A kind of characters, as ranges ``a-b``."""

    id: Id
    ranges: tuple[Annotated[CharacterClass, StringConstraints(pattern=r"^.-.$")], ...]


class WarningsFile(Record):
    """``warnings.yml``."""

    domains: Mapping[str, Words]
    patterns: tuple[Unwanted, ...]
    characters: tuple[Character, ...]
    kinds: tuple[CharacterKind, ...]
