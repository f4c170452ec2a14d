"""The models of ``docs/_data/``: what each file may say. Plain frozen records; nothing here reads a file."""

from __future__ import annotations

from mergeguide.schema.base import Record, known_keys
from mergeguide.schema.conditions import Condition, names
from mergeguide.schema.evidence import (
    Claim,
    ClaimsFile,
    Contradiction,
    ContradictionsFile,
    Source,
    SourcesFile,
    Timing,
    TimingsFile,
)
from mergeguide.schema.fields import DiffersFrom, Field, FieldsFile, FormItem, conditions_of
from mergeguide.schema.files import FILES
from mergeguide.schema.form_editions import LETTER, Edition, EditionsFile, Item
from mergeguide.schema.formats import Format, FormatsFile, LookAlikes, Repair
from mergeguide.schema.freshness import FreshnessFile, Watched
from mergeguide.schema.languages import Choice, Dates, Language
from mergeguide.schema.letters import Letter, LettersFile, Paragraph
from mergeguide.schema.situations import Situation, SituationsFile
from mergeguide.schema.snippets import TO_WRITE, beginning
from mergeguide.schema.warnings import Character, CharacterKind, Signs, WarningsFile

__all__ = [
    "FILES",
    "LETTER",
    "TO_WRITE",
    "Character",
    "CharacterKind",
    "Choice",
    "Claim",
    "ClaimsFile",
    "Condition",
    "Contradiction",
    "ContradictionsFile",
    "Dates",
    "DiffersFrom",
    "Edition",
    "EditionsFile",
    "Field",
    "FieldsFile",
    "FormItem",
    "Format",
    "FormatsFile",
    "FreshnessFile",
    "Item",
    "Language",
    "Letter",
    "LettersFile",
    "LookAlikes",
    "Paragraph",
    "Record",
    "Repair",
    "Signs",
    "Situation",
    "SituationsFile",
    "Source",
    "SourcesFile",
    "Timing",
    "TimingsFile",
    "WarningsFile",
    "Watched",
    "beginning",
    "conditions_of",
    "known_keys",
    "names",
]
