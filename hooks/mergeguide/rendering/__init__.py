"""What the guide's data looks like on a page: citations, facts under a field, AWS's form, tables of the evidence."""

from __future__ import annotations

from mergeguide.rendering.citations import Citations, citation
from mergeguide.rendering.context import RenderingContext
from mergeguide.rendering.evidence_tables import LEDGER_VIEWS
from mergeguide.rendering.field_facts import expected_facts, facts
from mergeguide.rendering.form_map import companion_items, edition_map
from mergeguide.rendering.other_languages import with_languages
from mergeguide.rendering.sample_letter import sample_letter
from mergeguide.rendering.stale_notices import with_notices
from mergeguide.rendering.statements import ready_sentences
from mergeguide.rendering.status_files import with_files
from mergeguide.rendering.template_cache import VisibleTemplates, compiled_templates
from mergeguide.rendering.templates import (
    ENCODING,
    FRAGMENTS,
    TEMPLATES,
    Fragments,
    json_element,
    template_problems,
)
from mergeguide.rendering.translation_table import translation_table

__all__ = [
    "ENCODING",
    "FRAGMENTS",
    "LEDGER_VIEWS",
    "TEMPLATES",
    "Citations",
    "Fragments",
    "RenderingContext",
    "VisibleTemplates",
    "citation",
    "companion_items",
    "compiled_templates",
    "edition_map",
    "expected_facts",
    "facts",
    "json_element",
    "ready_sentences",
    "sample_letter",
    "template_problems",
    "translation_table",
    "with_files",
    "with_languages",
    "with_notices",
]
