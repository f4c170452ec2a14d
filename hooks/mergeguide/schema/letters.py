"""The records of ``letters.yml``: which paragraphs a letter has, and when each stands."""

from __future__ import annotations

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
    when: When = ()


class Paragraph(Record):
    """A paragraph; one without ``lines`` is a single text, ``paragraphs.<paragraph>``."""

    id: Id
    when: When = ()
    lines: tuple[Line, ...] = ()


class Letter(Record):
    """A letter; ``sent_by`` says whether it goes into AWS's form or answers a mail."""

    id: Id
    sent_by: Literal["form", "reply"]
    paragraphs: Some[Annotated[Id, Refers("paragraph", also=(STATEMENTS,))]]


class Rules(Record):
    """What the letters keep to: phrases they do without, the longest line, the languages that stay ASCII."""

    banned: Mapping[OwnLanguage, tuple[Words, ...]]
    longest_line: Count
    ascii: tuple[OwnLanguage, ...]


class LettersFile(Record):
    """``letters.yml``.

    ``languages`` are those a letter can be written in, the default first; ``remind_after_days`` is how long to
    wait for an answer before asking again; ``sample`` are the fields whose examples make up the sample letter.
    """

    languages: Some[OwnLanguage]
    remind_after_days: Count
    sample: Some[FieldId]
    rules: Rules
    letters: Some[Letter]
    paragraphs: Some[Paragraph]
