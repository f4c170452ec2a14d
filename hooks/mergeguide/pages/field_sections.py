"""How the sections about fields are named."""

from __future__ import annotations

PREFIX = "field-"
"""A documented field's heading has the id ``field-<field id>``."""
