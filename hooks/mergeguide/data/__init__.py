"""Reading ``docs/_data/``: text, YAML with the line of every value, each file judged against its model.

The whole is one frozen ``Guide``. Whoever takes files alone does without the models: what needs those is imported when
it is taken.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from mergeguide.data.drafts import completed, laid_over
from mergeguide.data.outline import Outline, outline_of, source_first
from mergeguide.data.paths import DATA, YAML_FILES, file_of, shown_path
from mergeguide.data.text import composed, missing_or_unreadable, read_text
from mergeguide.data.yaml_document import Document, Place, parse, read

if TYPE_CHECKING:
    from mergeguide.data.guide import Guide
    from mergeguide.data.json_schema import schema_problems, write_schemas
    from mergeguide.data.validation import judge
else:
    _WITH_MODELS = {
        "Guide": "guide",
        "judge": "validation",
        "schema_problems": "json_schema",
        "write_schemas": "json_schema",
    }

    def __getattr__(name: str) -> object:
        """Take what needs the models: they take longer to import than many a command has to do."""
        if name not in _WITH_MODELS:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return getattr(import_module(f"{__name__}.{_WITH_MODELS[name]}"), name)


__all__ = [
    "DATA",
    "YAML_FILES",
    "Document",
    "Guide",
    "Outline",
    "Place",
    "completed",
    "composed",
    "file_of",
    "judge",
    "laid_over",
    "missing_or_unreadable",
    "outline_of",
    "parse",
    "read",
    "read_text",
    "schema_problems",
    "shown_path",
    "source_first",
    "write_schemas",
]
