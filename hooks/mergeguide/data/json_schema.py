"""JSON Schemas of the data files, for editors; made from the models, never written by hand."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from importlib.metadata import version
from pathlib import Path
from typing import Any

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core.core_schema import ModelSchema

from mergeguide.cache import Cache, code_digest, digest
from mergeguide.data.paths import DATA
from mergeguide.problems import Problem
from mergeguide.schema import FILES, Language, Record, StampsFile, descriptions

SCHEMAS = DATA / "schemas"
"""Where the schemas are, from the project's root."""

_NAME = "schemas"


class _Described(GenerateJsonSchema):
    """Schemas in which each key has its description, which editors show beside it."""

    def model_schema(self, schema: ModelSchema) -> JsonSchemaValue:
        """Describe the keys of a record."""
        found = super().model_schema(schema)
        model: type[Record] = schema["cls"]
        for name, text in descriptions(model).items():
            key = model.model_fields[name].alias or name
            value = found["properties"][key]
            # Beside a reference, draft 7 lets nothing else count.
            value = {"allOf": [value]} if "$ref" in value else value
            found["properties"][key] = {"description": text, **value}
        return found


def schema_texts() -> dict[str, str]:
    """File name → the schema's text."""
    models: dict[str, type[Record]] = {**FILES, "language": Language, "stamps": StampsFile}
    return {
        f"{name}.schema.json": _text(model.model_json_schema(schema_generator=_Described))
        for name, model in models.items()
    }


def _text(schema: dict[str, Any]) -> str:
    return (
        json.dumps({"$schema": "http://json-schema.org/draft-07/schema#", **schema}, indent=2, ensure_ascii=False)
        + "\n"
    )


def write_schemas(root: Path) -> None:
    """Write every schema below a project's root."""
    (root / SCHEMAS).mkdir(parents=True, exist_ok=True)
    for name, text in schema_texts().items():
        (root / SCHEMAS / name).write_text(text, encoding="utf-8")


def schema_problems(root: Path, *, cached: bool = False) -> Sequence[Problem]:
    """Schemas that are not what the models make.

    Args:
        cached: ask the project's cache first whether the same files were right for the same models.
    """
    files = sorted((root / SCHEMAS).glob("*.json"))
    contents = (part for file in files for part in (file.name, file.read_bytes()))
    key = digest(code_digest(), version("pydantic"), *contents)
    cache = Cache(root) if cached else None
    if cache and cache.get(_NAME, key) is not None:
        return ()
    problems = tuple(_differences(root))
    if cache and not problems:
        cache.put(_NAME, key, b"")
    return problems


def _differences(root: Path) -> Iterator[Problem]:
    for name, text in schema_texts().items():
        path = root / SCHEMAS / name
        if not path.is_file() or path.read_text(encoding="utf-8", errors="replace") != text:
            yield Problem(
                (SCHEMAS / name).as_posix(),
                1,
                "The schema is not the one that the models make.",
                "Run: python -m mergeguide schema --write",
                "schema-drift",
            )
