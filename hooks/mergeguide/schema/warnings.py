"""The records of ``warnings.yml``: what is pointed out without standing in the way."""

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import StringConstraints

from mergeguide.schema.base import CharacterClass, Flag, Id, KeepingPattern, Pattern, Record, Some, Words
from mergeguide.schema.conditions import When
from mergeguide.schema.relations import (
    CharacterKindId,
    FieldId,
    FormatId,
    GroupId,
    OwnLanguage,
)

Sign = Annotated[str, StringConstraints(min_length=1, max_length=1)]
"""One character."""

Domain = Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]+([.][a-z0-9-]+)+$")]
"""A domain in lower case."""

Ascii = Annotated[str, StringConstraints(pattern=r"^[ -~]+$")]
"""What AWS can read for sure."""


class Unwanted(Record):
    """What an answer of some formats should not hold, or what is better looked at once more."""

    id: Id
    """The warning's id. Its words are in the language files, under warnings:."""
    formats: tuple[FormatId, ...]
    """The formats of the answers that are looked at: ids of formats.yml."""
    matches: Pattern
    """A regular expression for what is looked for; the same rules as in formats.yml."""
    instead: Words = ""
    """What {instead} in its words becomes: the answer with the match written this way, with $1 and $2 for what the
    brackets matched.
    """
    swaps: Mapping[Sign, Sign] = {}
    """Instead of instead: character → the one it may stand for. {instead} is the answer with all of them changed inside
    the match.
    """
    hint: Flag = False
    """true where nothing is wrong with such an answer: it is said quietly."""


class Comparison(Record):
    """What two answers together give reason to look at."""

    id: Id
    """The warning's id. Its words are in the language files, under warnings:, with {other} and {domain} for what was
    found.
    """
    fields: Some[FieldId]
    """The fields whose answers are looked at."""
    like: Some[FieldId]
    """The fields whose answers they are held against, in order; the first that fits is told."""
    compares: Literal["whole", "domain"]
    """whole: the answers, capitals aside. domain: the domains of two addresses, with those above and below them."""
    when: When = ()
    """It is looked at only under these conditions. Leave it out for always."""


class Character(Record):
    """A character that is not ASCII, and what can stand for it."""

    character: Sign
    """One character that is not ASCII. Its name is in the language files, under characters:, by its number (u30fc)."""
    ascii: Ascii
    """The ASCII text that is proposed for it."""
    not_after: tuple[CharacterKindId, ...] = ()
    """Kinds of characters (ids under kinds:) after which it is what it looks like, and a person has to decide."""

    @property
    def number(self) -> str:
        """The character's number, as the language files name it: ``u30fc``."""
        return f"u{ord(self.character):04x}"


class Signs(Record):
    """Characters that the same ASCII text can stand for."""

    ascii: Ascii
    """The ASCII text that is proposed for each of them."""
    characters: Annotated[str, StringConstraints(pattern=r"^[^\x00-\x7f]+$")]
    """The characters, written one after another."""


class CharacterKind(Record):
    """A kind of characters, as ranges ``a-b``."""

    id: Id
    """The kind's id. Its name is in the language files, under character-kinds:."""
    ranges: tuple[Annotated[CharacterClass, StringConstraints(pattern=r"^.-.$")], ...]
    """Ranges of characters, a-b, first and last. They end where Unicode 16 does."""
    becomes: Literal["transliteration", "parts", "nothing"] | None = None
    """What is proposed for such a character. transliteration: what the library anyascii makes of it. parts: what
    Unicode takes it apart into. nothing: it is taken out. Leave it out where a person has to write something else, as
    for kanji, kana, Hangul and emoji: a guessed reading in a name is worse than none.
    """
    joins: Flag = False
    """true where such a character is written on the one before it, and is one character with it."""
    language: OwnLanguage | None = None
    """The language that is written with such characters. An answer with text that nothing can stand for is told once,
    with all characters of that language in it, and a letter in that language can keep it.
    """

    @property
    def numbers(self) -> tuple[tuple[int, int], ...]:
        """The ranges as numbers, first and last."""
        return tuple((ord(both[0]), ord(both[2])) for both in self.ranges)


class Rewrite(Record):
    """What a whole answer of some form can become, each as a button of its own: only the reader knows what is true."""

    matches: KeepingPattern
    """A pattern for the whole answer. A name in kanji or kana is never rewritten."""
    becomes: Some[Ascii]
    """What it can become; $1 is what the brackets matched."""


class Suggestion(Record):
    """What else can be done about an answer with text that nothing can stand for."""

    id: Id
    """The suggestion's id. Its words are in the language files, under suggestions:."""
    fields: Some[FieldId]
    """The fields whose answers it is for."""
    opens: GroupId | None = None
    """The part of the form where something better is offered."""
    rewrites: tuple[Rewrite, ...] = ()
    """What the answer can become, by its form."""


class WarningsFile(Record):
    """``warnings.yml``."""

    domains: Mapping[str, Words]
    """Domain that is often typed wrong → the one that is meant."""
    patterns: tuple[Unwanted, ...]
    """What single answers should not hold."""
    comparisons: tuple[Comparison, ...]
    """What two answers together give reason to look at."""
    everybodys: Some[Domain]
    """Domains where anybody can have an address: two addresses on one of them have nothing in common."""
    examples: tuple[Domain, ...] = ()
    """Domains of the private addresses in this guide's own examples: nobody is asked whose they are."""
    characters: tuple[Character, ...]
    """Characters that AWS may not be able to read in an English letter, each with a name and a replacement."""
    signs: tuple[Signs, ...]
    """The same without names: many characters for one replacement."""
    kinds: tuple[CharacterKind, ...]
    """What is said of all other characters, by ranges; the first kind that has a character counts."""
    suggestions: tuple[Suggestion, ...]
    """What else can be done about an answer with text that nothing can stand for; of a field the first counts."""
