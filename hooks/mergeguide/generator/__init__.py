"""What the generator's page gets: its HTML, its data as JSON, its script."""

from __future__ import annotations

from mergeguide.generator.html import generator_elements

__all__ = [
    "generator_elements",
]
