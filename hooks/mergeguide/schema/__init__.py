"""The models of ``docs/_data/``: what each file may say. Plain frozen records; nothing here reads a file."""

from mergeguide.schema.base import JUDGED, Record, known_keys
from mergeguide.schema.conditions import Condition, names
from mergeguide.schema.descriptions import descriptions
from mergeguide.schema.evidence import (
    Claim,
    ClaimsFile,
    Contradiction,
    ContradictionsFile,
    Source,
    SourceKind,
    SourcesFile,
    Timing,
    TimingsFile,
)
from mergeguide.schema.fields import Derived, DiffersFrom, Field, FieldsFile, FormItem, Group, Kind, Need, conditions_of
from mergeguide.schema.files import FILES
from mergeguide.schema.form_editions import LETTER, Edition, EditionsFile, Item
from mergeguide.schema.formats import Check, Format, FormatsFile, LookAlikes, Repair, Written
from mergeguide.schema.freshness import FreshnessFile, Watched
from mergeguide.schema.glossary import GlossaryFile, Rendering, Term
from mergeguide.schema.languages import Language
from mergeguide.schema.letters import STATEMENTS, Letter, LettersFile, Paragraph
from mergeguide.schema.page_words import Dates
from mergeguide.schema.record_words import Choice
from mergeguide.schema.relations import Conditional, Refers, Related, WordsFor, lists_of, related
from mergeguide.schema.replies import About, Answering, RepliesFile
from mergeguide.schema.situations import Situation, SituationsFile
from mergeguide.schema.snippets import TO_WRITE, beginning
from mergeguide.schema.stamps import StampsFile
from mergeguide.schema.statements import Occasion, Statement, StatementsFile, statements_paragraph
from mergeguide.schema.warnings import Character, CharacterKind, Signs, Suggestion, Unwanted, WarningsFile
from mergeguide.schema.ways import Way, WayKind, WaysFile

__all__ = [
    "FILES",
    "JUDGED",
    "LETTER",
    "STATEMENTS",
    "TO_WRITE",
    "About",
    "Answering",
    "Character",
    "CharacterKind",
    "Check",
    "Choice",
    "Claim",
    "ClaimsFile",
    "Condition",
    "Conditional",
    "Contradiction",
    "ContradictionsFile",
    "Dates",
    "Derived",
    "DiffersFrom",
    "Edition",
    "EditionsFile",
    "Field",
    "FieldsFile",
    "FormItem",
    "Format",
    "FormatsFile",
    "FreshnessFile",
    "GlossaryFile",
    "Group",
    "Item",
    "Kind",
    "Language",
    "Letter",
    "LettersFile",
    "LookAlikes",
    "Need",
    "Occasion",
    "Paragraph",
    "Record",
    "Refers",
    "Related",
    "Rendering",
    "Repair",
    "RepliesFile",
    "Signs",
    "Situation",
    "SituationsFile",
    "Source",
    "SourceKind",
    "SourcesFile",
    "StampsFile",
    "Statement",
    "StatementsFile",
    "Suggestion",
    "Term",
    "Timing",
    "TimingsFile",
    "Unwanted",
    "WarningsFile",
    "Watched",
    "Way",
    "WayKind",
    "WaysFile",
    "WordsFor",
    "Written",
    "beginning",
    "conditions_of",
    "descriptions",
    "known_keys",
    "lists_of",
    "names",
    "related",
    "statements_paragraph",
]
