"""What the generator's page gets: its HTML, its data as JSON, its script."""

from __future__ import annotations

from mergeguide.generator.html import generator_elements
from mergeguide.generator.script_bundle import OF_SENTENCES, OF_TRANSLATIONS, page_script
from mergeguide.generator.script_tokens import Token, tokens, written
from mergeguide.generator.type_declarations import declaration_problems, write_declarations

__all__ = [
    "OF_SENTENCES",
    "OF_TRANSLATIONS",
    "Token",
    "declaration_problems",
    "generator_elements",
    "page_script",
    "tokens",
    "write_declarations",
    "written",
]
