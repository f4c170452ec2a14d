"""Which files ``docs/_data/`` has beside the languages, and the model of each."""

from collections.abc import Mapping

from mergeguide.schema.base import Record
from mergeguide.schema.evidence import ClaimsFile, ContradictionsFile, SourcesFile, TimingsFile
from mergeguide.schema.fields import FieldsFile
from mergeguide.schema.form_editions import EditionsFile
from mergeguide.schema.formats import FormatsFile
from mergeguide.schema.freshness import FreshnessFile
from mergeguide.schema.glossary import GlossaryFile
from mergeguide.schema.letters import LettersFile
from mergeguide.schema.replies import RepliesFile
from mergeguide.schema.situations import SituationsFile
from mergeguide.schema.statements import StatementsFile
from mergeguide.schema.warnings import WarningsFile
from mergeguide.schema.ways import WaysFile

FILES: Mapping[str, type[Record]] = {
    "fields": FieldsFile,
    "formats": FormatsFile,
    "situations": SituationsFile,
    "letters": LettersFile,
    "form-editions": EditionsFile,
    "sources": SourcesFile,
    "claims": ClaimsFile,
    "contradictions": ContradictionsFile,
    "timings": TimingsFile,
    "warnings": WarningsFile,
    "freshness": FreshnessFile,
    "ways": WaysFile,
    "replies": RepliesFile,
    "statements": StatementsFile,
    "glossary": GlossaryFile,
}
"""Every data file but the languages, by name, with its model."""
