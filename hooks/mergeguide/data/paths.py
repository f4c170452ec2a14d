"""Where the data is."""

from __future__ import annotations

from pathlib import Path

DATA = Path("docs/_data")
"""Where the data is, from the project's root."""
