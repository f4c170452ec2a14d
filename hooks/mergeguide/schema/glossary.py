"""The records of ``glossary.yml``: one word for one thing, in each language."""

from collections.abc import Mapping
from typing import Annotated

from pydantic import StringConstraints

from mergeguide.schema.base import Flag, Id, Record, Some, Words
from mergeguide.schema.relations import OwnLanguage


class Rendering(Record):
    """How a term is said in one language."""

    preferred: Words
    """The words that the guide uses, and the entry on the glossary's page."""
    allowed: tuple[Words, ...] = ()
    """Other words that say it: forms of the word, a shorter name. A section that has one of them has the term."""
    forbidden: tuple[Words, ...] = ()
    """Words that the guide does not use for it, unless it quotes somebody."""
    passes: tuple[Words, ...] = ()
    """Sentences that have to pass, so that nobody forbids too much."""
    fails: tuple[Words, ...] = ()
    """Sentences that have to be told, each for one of the forbidden words."""


class Term(Record):
    """A thing that the guide has one word for."""

    id: Id
    """The term's id."""
    general: Flag = False
    """true for a word so common that a translation may say it with a pronoun: not looked for section by section."""
    words: Mapping[OwnLanguage, Rendering]
    """Language → how it is said there. A language that has no entry yet is not judged."""


LongVowel = Annotated[str, StringConstraints(pattern=r"^.{2,}ー$")]


class GlossaryFile(Record):
    """``glossary.yml``."""

    long_vowels: Mapping[OwnLanguage, tuple[LongVowel, ...]] = {}
    """Language → its words from English that end in a long vowel. Without its sign no text may have them."""
    terms: Some[Term]
    """The terms, in the order of the glossary's page."""
