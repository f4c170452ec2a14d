"""The record of ``languages/<lang>.yml``: every string of a language that does not stand on a page.

Strings that belong to data (a field's label, a claim's sentence) are mappings by that data's id;
``consistency`` holds them against the data, so that none is missing and none is left over.
"""

from collections.abc import Mapping
from typing import Annotated

from mergeguide.schema.base import Flag, Record, Texts, Words
from mergeguide.schema.letters import STATEMENTS
from mergeguide.schema.page_words import (
    AsOf,
    Conditions,
    Dates,
    Documentation,
    Freshness,
    NotFound,
    ReplyWords,
    Search,
    Site,
)
from mergeguide.schema.record_words import (
    Choice,
    ContradictionWords,
    EditionHistory,
    EditionWords,
    FieldWords,
    LetterNames,
    SituationWords,
    TimingWords,
    Titled,
)
from mergeguide.schema.relations import WordsFor
from mergeguide.schema.statement_words import StatementList, StatementWords


class Language(Record):
    """``languages/<lang>.yml``. ``source`` marks the language that the others are translated from."""

    language: str
    """The language's tag by BCP 47, the same as the file's name."""
    name: Words
    """The language's own name for itself, in the menu of languages."""
    source: Flag
    """true for the one language that the others are translated from."""
    owners: tuple[str, ...]
    """Those who look after this language: names at GitHub, teams as organisation/team, or mail addresses."""
    draft: Flag = False
    """true while pages or words are missing: the source stands in for them, and readers are told of the language from
    its first pages on."""
    site: Site
    """The site's name and the notices around every page."""
    nav: Texts
    """The headings of the navigation."""
    not_found: NotFound
    """The words of the 404 page."""
    search: Search
    """The search's words."""
    dates: Dates
    """How dates are written."""
    as_of: AsOf
    """The words of the small mark that follows a claim."""
    kinds: Annotated[Texts, WordsFor("source kind")]
    """Kind of source → its name."""
    needs: Annotated[Texts, WordsFor("need")]
    """How much a field is needed → the words for it."""
    documentation: Documentation
    """The three terms that each field's section in form-fields.md has."""
    facts: Texts
    """The words around the facts under a field."""
    formats: Annotated[Texts, WordsFor("format or choice")]
    """Format (formats.yml), or choice → how an answer is written."""
    letters: Annotated[Mapping[str, LetterNames], WordsFor("letter")]
    """Letter (letters.yml) → its name, and when to send it."""
    groups: Annotated[Mapping[str, Titled], WordsFor("group")]
    """Part of the form (fields.yml, groups) → its heading."""
    situations: Annotated[Mapping[str, SituationWords], WordsFor("situation")]
    """Situation (situations.yml) → its words."""
    states: Annotated[Mapping[str, Choice], WordsFor("state")]
    """State of an address (fields.yml, states) → its words."""
    derived: Annotated[Texts, WordsFor("derived")]
    """What follows from two answers (fields.yml, derived) → the words for it in a condition."""
    fields: Annotated[Mapping[str, FieldWords], WordsFor("documented field")]
    """Field or item of AWS's form (fields.yml) → its words."""
    paragraphs: Annotated[Mapping[str, Words | Texts], WordsFor("paragraph")]
    """Paragraph (letters.yml) → its text, or the text of each of its lines. {field} prints an answer."""
    statements: Annotated[Mapping[str, StatementWords], WordsFor("statement")]
    """Ready sentence (statements.yml) → its words."""
    statement_list: StatementList
    """The words around the ready sentences on a page."""
    form_editions: Annotated[Mapping[str, EditionWords], WordsFor("edition")]
    """Edition of AWS's form → what the guide says beside its items and steps."""
    errors: Annotated[Texts, WordsFor("error")]
    """Error (formats.yml and fields.yml, error) → its sentence, with {label} for the field's label."""
    warnings: Annotated[Texts, WordsFor("warning")]
    """Warning (warnings.yml) → its sentence."""
    characters: Annotated[Texts, WordsFor("character")]
    """Character by number (u30fc, warnings.yml) → its name."""
    character_kinds: Annotated[Texts, WordsFor("character kind")]
    """Kind of characters (warnings.yml) → its name."""
    character_languages: Annotated[Texts, WordsFor("language of characters")]
    """Language that characters are written in (warnings.yml, kinds) → its name."""
    suggestions: Annotated[Texts, WordsFor("suggestion")]
    """Suggestion for text that an English letter cannot hold (warnings.yml) → its sentence."""
    generator: Mapping[str, str | Texts]
    """The words of the generator: buttons, notices and whatever it says."""
    conditions: Conditions
    """How conditions are put into words."""
    status: Texts
    """The words of the tables of evidence and translations."""
    pictures: Mapping[str, Mapping[str, object]]
    """The words in the diagrams."""
    sources: Annotated[Texts, WordsFor("source")]
    """Source (sources.yml) → its title."""
    claims: Annotated[Texts, WordsFor("claim")]
    """Claim (claims.yml) → its sentence on the evidence page."""
    contradictions: Annotated[Mapping[str, ContradictionWords], WordsFor("contradiction")]
    """Contradiction (contradictions.yml) → its words."""
    editions: Annotated[Mapping[str, EditionHistory], WordsFor("edition")]
    """Edition of AWS's form → its entry on the evidence page."""
    timings: Annotated[Mapping[str, TimingWords], WordsFor("timing")]
    """Timing (timings.yml) → its words."""
    freshness: Freshness
    """The notice about old evidence."""
    replies: ReplyWords
    """The words of the part of the page that reads a mail from AWS."""

    def text(self, paragraph: str, line: str | None = None) -> str:
        """The text of a paragraph, or of one of its lines, with its slots."""
        if paragraph == STATEMENTS:
            return self.statements[line or ""].text(line or "")
        found = self.paragraphs[paragraph]
        if isinstance(found, Mapping):
            return found[line or ""]
        return found
