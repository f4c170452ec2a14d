"""What the guide's data looks like on a page: citations, facts under a field, AWS's form, tables of the evidence."""

from __future__ import annotations

from mergeguide.rendering.citations import Citations, citation
from mergeguide.rendering.context import Desk
from mergeguide.rendering.evidence_tables import LEDGER_VIEWS
from mergeguide.rendering.field_facts import facts, told_by_data
from mergeguide.rendering.form_map import companion_items, edition_map
from mergeguide.rendering.templates import ENCODING, Fragments, json_element, template_problems

__all__ = [
    "ENCODING",
    "LEDGER_VIEWS",
    "Citations",
    "Desk",
    "Fragments",
    "citation",
    "companion_items",
    "edition_map",
    "facts",
    "json_element",
    "template_problems",
    "told_by_data",
]
