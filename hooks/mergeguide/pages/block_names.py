"""The names of the guide's own blocks: ``/// name | argument`` in a page."""

from __future__ import annotations

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

PAGES_OF_PAGES = ("case-generator", "translation-status")
"""Those that show something of other pages; all others are made from their own page, the data and the fragments."""
