"""The record of ``languages/<lang>.yml``: every string of a language that does not stand on a page.

Strings that belong to data (a field's label, a claim's sentence) are mappings by that data's id;
``consistency`` holds them against the data, so that none is missing and none is left over.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from pydantic import AfterValidator
from pydantic import Field as Declared

from mergeguide.schema.base import Record, Some, Words
from mergeguide.schema.letters import STATEMENTS
from mergeguide.schema.relations import WordsFor
from mergeguide.schema.statement_words import StatementList, StatementWords

Texts = Mapping[str, Words]


def _none_or_twelve(months: tuple[str, ...]) -> tuple[str, ...]:
    if len(months) not in (0, 12):
        raise ValueError("a list of twelve names, or left out for numbers")
    return months


Months = Annotated[tuple[Words, ...], AfterValidator(_none_or_twelve)]


class Site(Record):
    """The site's name and the notices around every page."""

    name: Words
    description: Words
    unofficial: Words
    licence: Words
    to_light: Words
    to_dark: Words
    to_system: Words


class NotFound(Record):
    """The words of the 404 page."""

    title: Words
    text: Words
    home: Words
    letter: Words


class Dates(Record):
    """How dates are written: in letters, and in marks of evidence, where short names of months may stand."""

    months: Months = ()
    short_months: Months = ()
    letter: Words
    day: Words
    month: Words
    year: Words
    between: Words
    since: Words
    until: Words
    inferred: Words
    none: Words


class AsOf(Record):
    """The words of the small mark that follows a claim."""

    official: Words
    quoted: Words
    report: Words
    reports: Words
    secondary: Words
    inferred: Words
    unknown: Words
    unknown_words: Some[Words]
    undated: Words
    years: Words
    joint: str
    old: Words
    describe: Words


class Documentation(Record):
    """The three terms that every field's documentation has."""

    meaning: Words
    enter: Words
    wrong: Words


class Choice(Record):
    """A choice as the form shows it, and as the letter says it."""

    label: Words
    letter: Words | None = None


class FieldWords(Record):
    """A field's words in the generator."""

    label: Words
    hint: Words | None = None
    choices: Mapping[str, Choice] = {}


class Named(Record):
    """A thing with a name and, if need be, a sentence that explains it."""

    label: Words
    hint: Words | None = None


class Titled(Record):
    """A part of the form: its title, a sentence that explains it, and what has to be done first with the link to it."""

    title: Words
    hint: Words | None = None
    first: Words | None = None
    first_link: Words | None = None


class SituationWords(Record):
    """A situation's words; ``reason`` is the sentence that the letter gives by default."""

    label: Words
    hint: Words | None = None
    reason: Words


class EditionWords(Record):
    """What the guide says about one edition of AWS's form."""

    name: Words
    hint: Words
    notes: Texts
    steps: Mapping[str, Named]


class EditionHistory(Record):
    """How an edition is known, and what changed against the one before."""

    seen: Words
    changed: Words


class ContradictionWords(Record):
    """What sources disagree on, and how the guide words it."""

    conflict: Words
    wording: Words


class TimingWords(Record):
    """What an elapsed time measures, how long it was, and under which circumstances."""

    what: Words
    shown: Words
    note: Words


class Conditions(Record):
    """How conditions are put into words."""

    or_: str = Declared(alias="or")
    and_: str = Declared(alias="and")
    given: Words
    absent: Words
    is_: Words = Declared(alias="is")


class Freshness(Record):
    """The notice about old evidence: its title, its sentence with {date}, and what each watched part is called."""

    title: Words
    notice: Words
    parts: Annotated[Texts, WordsFor("watched part")]


class Language(Record):
    """``languages/<lang>.yml``. ``source`` marks the language that the others are translated from."""

    language: str
    name: Words
    source: bool
    owners: tuple[str, ...]
    site: Site
    nav: Texts
    not_found: NotFound
    dates: Dates
    as_of: AsOf
    kinds: Annotated[Texts, WordsFor("source kind")]
    needs: Annotated[Texts, WordsFor("need")]
    documentation: Documentation
    facts: Texts
    formats: Annotated[Texts, WordsFor("format or choice")]
    letters: Annotated[Mapping[str, Named], WordsFor("letter")]
    groups: Annotated[Mapping[str, Titled], WordsFor("group")]
    situations: Annotated[Mapping[str, SituationWords], WordsFor("situation")]
    states: Annotated[Mapping[str, Choice], WordsFor("state")]
    derived: Annotated[Texts, WordsFor("derived")]
    fields: Annotated[Mapping[str, FieldWords], WordsFor("documented field")]
    paragraphs: Annotated[Mapping[str, Words | Texts], WordsFor("paragraph")]
    statements: Annotated[Mapping[str, StatementWords], WordsFor("statement")]
    statement_list: StatementList
    form_editions: Annotated[Mapping[str, EditionWords], WordsFor("edition")]
    errors: Annotated[Texts, WordsFor("error")]
    warnings: Annotated[Texts, WordsFor("warning")]
    characters: Annotated[Texts, WordsFor("character")]
    character_kinds: Annotated[Texts, WordsFor("character kind")]
    generator: Mapping[str, str | Texts]
    conditions: Conditions
    status: Texts
    pictures: Mapping[str, Mapping[str, object]]
    sources: Annotated[Texts, WordsFor("source")]
    claims: Annotated[Texts, WordsFor("claim")]
    contradictions: Annotated[Mapping[str, ContradictionWords], WordsFor("contradiction")]
    editions: Annotated[Mapping[str, EditionHistory], WordsFor("edition")]
    timings: Annotated[Mapping[str, TimingWords], WordsFor("timing")]
    freshness: Freshness

    def text(self, paragraph: str, line: str | None = None) -> str:
        """The text of a paragraph, or of one of its lines, with its slots."""
        if paragraph == STATEMENTS:
            return self.statements[line or ""].text(line or "")
        found = self.paragraphs[paragraph]
        if isinstance(found, Mapping):
            return found[line or ""]
        return found
