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
