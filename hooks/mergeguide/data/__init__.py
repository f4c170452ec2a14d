"""Reading ``docs/_data/``: text, YAML with the line of every value, each file judged against its model.

The whole is one frozen ``Guide``.
"""

from __future__ import annotations

from mergeguide.data.drafts import completed
from mergeguide.data.guide import Guide
from mergeguide.data.json_schema import schema_problems, write_schemas
from mergeguide.data.paths import DATA
from mergeguide.data.text import composed, missing_or_unreadable, read_text
from mergeguide.data.validation import judge
from mergeguide.data.yaml_document import Document, parse, read

__all__ = [
    "DATA",
    "Document",
    "Guide",
    "completed",
    "composed",
    "judge",
    "missing_or_unreadable",
    "parse",
    "read",
    "read_text",
    "schema_problems",
    "write_schemas",
]
