"""Where the sections about fields are, and how they are named."""

from __future__ import annotations

FIELDS_PAGE = "form-fields.md"
"""The page that documents the fields, in each language's folder."""

PREFIX = "field-"
"""A documented field's heading has the id ``field-<field id>``."""
