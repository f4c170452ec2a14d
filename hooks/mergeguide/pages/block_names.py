"""The names of the guide's own blocks: ``/// name | argument`` in a page."""

from __future__ import annotations

from collections.abc import Mapping

from mergeguide.pages.field_sections import FIELDS_PAGE

BLOCKS = (
    "case-generator",
    "freshness",
    "form-map",
    "ledger",
    "picture",
    "sample-letter",
    "statements",
    "timings",
    "translation-status",
)

EVERY_PAGE = ""

PAGE_SHOWN_BY_BLOCK: Mapping[str, str] = {"case-generator": FIELDS_PAGE, "translation-status": EVERY_PAGE}
"""Those that show something of other pages, each with the page that it is; all others are made from their own page, the
data and the fragments."""
