"""``python -m mergeguide schema``: the editors' schemas are those of the models, or it says which are not."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from command import called, mergeguide

from mergeguide.data.guide import Guide
from mergeguide.data.json_schema import SCHEMAS, schema_texts
from mergeguide.data.paths import DATA
from mergeguide.generator.type_declarations import DECLARATIONS, declarations
from mergeguide.schema.files import FILES

Capture = pytest.CaptureFixture[bytes]


@pytest.fixture
def copy(root: Path, tmp_path: Path) -> Path:
    """A project of data alone."""
    shutil.copytree(root / DATA, tmp_path / DATA)
    return tmp_path


def test_the_repository_s_schemas_hold() -> None:
    outcome = mergeguide("schema")
    assert (outcome.status, outcome.text, outcome.err) == (0, "The schemas are those of the models.\n", "")


def test_a_schema_that_differs_is_named_and_repaired(copy: Path, capsysbinary: Capture) -> None:
    drifted, missing = copy / SCHEMAS / "claims.schema.json", copy / SCHEMAS / "fields.schema.json"
    good = {path.name: path.read_bytes() for path in (copy / SCHEMAS).iterdir()}
    drifted.write_text(drifted.read_text(encoding="utf-8").replace('"stated"', '"sated"'), encoding="utf-8")
    missing.unlink()

    found = called(capsysbinary, "schema", root=copy)
    assert found.status == 1
    assert found.text.splitlines() == [
        "docs/_data/schemas/fields.schema.json:1: The schema is not the one that the models make. [schema-drift]",
        "    Run: python -m mergeguide schema --write",
        "docs/_data/schemas/claims.schema.json:1: The schema is not the one that the models make. [schema-drift]",
        "    Run: python -m mergeguide schema --write",
    ]

    assert called(capsysbinary, "schema", "--write", root=copy).status == 0
    assert called(capsysbinary, "schema", root=copy).status == 0
    assert {path.name: path.read_bytes() for path in (copy / SCHEMAS).iterdir()} == good


def test_schemas_are_written_where_there_are_none(copy: Path, capsysbinary: Capture) -> None:
    shutil.rmtree(copy / SCHEMAS)
    assert called(capsysbinary, "schema", root=copy).status == 1
    assert called(capsysbinary, "schema", "--write", root=copy).status == 0
    assert called(capsysbinary, "schema", root=copy).status == 0


def test_types_of_the_browser_s_data_that_differ_are_named_and_repaired(copy: Path, capsysbinary: Capture) -> None:
    file = copy / DECLARATIONS
    file.parent.mkdir(parents=True)
    file.write_text(declarations().replace("reader: string", "reader: number"), encoding="utf-8")

    found = called(capsysbinary, "schema", root=copy)
    assert found.status == 1
    message = "The types of the browser's data are not those that the model makes."
    assert found.text.splitlines() == [
        f"{DECLARATIONS.as_posix()}:1: {message} [schema-drift]",
        "    Run: python -m mergeguide schema --write",
    ]

    assert called(capsysbinary, "schema", "--write", root=copy).status == 0
    assert called(capsysbinary, "schema", root=copy).status == 0
    assert "  reader: string;" in file.read_text(encoding="utf-8").splitlines()


def test_outside_a_project_nothing_is_written(tmp_path: Path) -> None:
    outcome = mergeguide("schema", "--write", cwd=tmp_path)
    assert (outcome.status, outcome.out) == (2, b"")
    assert list(tmp_path.iterdir()) == []


def test_every_data_file_names_its_schema_in_its_first_line(root: Path, guide: Guide) -> None:
    names = {f"{name}.yml": f"schemas/{name}.schema.json" for name in FILES}
    names |= {f"languages/{code}.yml": "../schemas/language.schema.json" for code in guide.languages}
    stamps = (root / DATA / "translations").rglob("*.yml")
    for file in (path.relative_to(root / DATA) for path in stamps):
        names[file.as_posix()] = f"{'../' * (len(file.parts) - 1)}schemas/stamps.schema.json"
    for name, schema in names.items():
        file = root / DATA / name
        with file.open(encoding="utf-8") as lines:
            assert next(lines) == f"# yaml-language-server: $schema={schema}\n", name
        assert (file.parent / schema).is_file()
    assert {path.relative_to(root / DATA).as_posix() for path in (root / DATA).rglob("*.yml")} == set(names)


def keys_of(schema: object) -> Iterator[tuple[str, Mapping[str, object]]]:
    """Every key that a schema knows, at any depth, with what it says of the value."""
    if isinstance(schema, list):
        yield from (found for entry in schema for found in keys_of(entry))
    elif isinstance(schema, dict):
        known = schema.get("properties")
        yield from known.items() if isinstance(known, dict) and schema.get("type") == "object" else ()
        yield from (found for entry in schema.values() for found in keys_of(entry))


@pytest.mark.parametrize("name", schema_texts())
def test_an_editor_explains_every_key(name: str) -> None:
    # One name may stand at several depths, and each has its own words.
    described = [(key, str(value.get("description", ""))) for key, value in keys_of(json.loads(schema_texts()[name]))]
    assert described
    assert [key for key, text in described if not text.endswith(".")] == []


def test_schemas_refuse_unknown_keys_and_know_what_is_required() -> None:
    schema = json.loads(schema_texts()["fields.schema.json"])
    assert schema["$schema"] == "http://json-schema.org/draft-07/schema#"
    field = schema["$defs"]["Field"]
    assert field["additionalProperties"] is False
    assert {"id", "group", "kind", "need", "example", "claims"} <= set(field["required"])
    assert "default-from" in field["properties"]
    assert field["properties"]["need"]["enum"] == ["required", "if-any", "optional"]
