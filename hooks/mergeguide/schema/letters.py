"""The records of ``letters.yml``: which paragraphs a letter has, and when each stands."""

from collections.abc import Mapping
from typing import Annotated, Literal

from mergeguide.schema.base import Count, Id, Record, Some, Words
from mergeguide.schema.conditions import When
from mergeguide.schema.relations import (
    FieldId,
    OwnLanguage,
    Refers,
)

STATEMENTS = "statements"
"""The group of questions and the paragraph that are made of the ready sentences (``statements.yml``)."""


class Line(Record):
    """A line of a paragraph with lines; its text is ``paragraphs.<paragraph>.<line>`` of each language."""

    id: Id
    """The line's id; its text is under paragraphs:, the paragraph's id and this one, in each language file."""
    when: When = ()
    """The line appears only under these conditions. Leave it out for always."""


class Paragraph(Record):
    """A paragraph; one without ``lines`` is a single text, ``paragraphs.<paragraph>``."""

    id: Id
    """The paragraph's id; its text is in each language file, under paragraphs:."""
    when: When = ()
    """The paragraph appears only under these conditions. Leave it out for always."""
    lines: tuple[Line, ...] = ()
    """Its lines, in order, each with a text of its own. Leave it out for a paragraph that is one text."""


class Letter(Record):
    """A letter; ``sent_by`` says whether it goes into AWS's form or answers a mail."""

    id: Id
    """The letter's id. Its name is in the language files, under letters:."""
    sent_by: Literal["form", "reply"]
    """form: it goes into AWS's form. reply: it answers an email from AWS."""
    paragraphs: Some[Annotated[Id, Refers("paragraph", also=(STATEMENTS,))]]
    """Its paragraphs, in order; statements is where the ready sentences appear that were ticked."""


class Rules(Record):
    """What the letters keep to: phrases they do without, the longest line, the languages that stay ASCII."""

    banned: Mapping[OwnLanguage, tuple[Words, ...]]
    """Language → phrases that its letters do without."""
    longest_line: Count
    """The number of characters that a line of a letter may have, with its blanks unfilled."""
    ascii: tuple[OwnLanguage, ...]
    """The languages in which letters are ASCII only, because AWS may not be able to read anything else."""


class LettersFile(Record):
    """``letters.yml``.

    ``languages`` are those a letter can be written in, the default first; ``remind_after_days`` is how long to
    wait for an answer before asking again; ``sample`` are the fields whose examples make up the sample letter.
    """

    languages: Some[OwnLanguage]
    """The languages in which letters can be written, the default first."""
    remind_after_days: Count
    """How many days to wait for an answer before a reminder is sent."""
    sample: Some[FieldId]
    """The fields whose examples make up the sample letter that a page shows (/// sample-letter | request)."""
    rules: Rules
    """What all letters keep to."""
    letters: Some[Letter]
    """The letters, each a list of paragraphs."""
    paragraphs: Some[Paragraph]
    """Every paragraph, written once; several letters may have it."""
