"""The types of what the browser gets, for the modules that read it: ``browser_model`` in TypeScript's words."""

from __future__ import annotations

import inspect
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import NoneType, UnionType
from typing import Any, Literal, NotRequired, Union, get_args, get_origin, get_type_hints, is_typeddict

from mergeguide.generator import browser_model
from mergeguide.problems import Problem

DECLARATIONS = Path("hooks/mergeguide/generator/browser_model.d.ts")
"""Where they are, from the project's root."""

HEADER = "// Made from browser_model.py; do not edit: python -m mergeguide schema --write\n"
PLAIN = {str: "string", int: "number", bool: "boolean", NoneType: "null"}


def declarations() -> str:
    """A type for each alias, an interface for each typed dictionary."""
    aliases = [f"type {name} = {_type(kind, named=False)};\n" for name, kind in _aliases().items()]
    types = [_interface(kind) for kind in vars(browser_model).values() if is_typeddict(kind)]
    return "\n".join([HEADER, *aliases, *types])


def _aliases() -> dict[str, Any]:
    return {name: kind for name, kind in vars(browser_model).items() if name[0].isupper() and get_origin(kind)}


def write_declarations(root: Path) -> None:
    """Write them, where the project has the package."""
    if (root / DECLARATIONS).parent.is_dir():
        (root / DECLARATIONS).write_text(declarations(), encoding="utf-8")


def declaration_problems(root: Path) -> Iterator[Problem]:
    """Declarations that are not those of the model; a project without the package has none."""
    path = root / DECLARATIONS
    if not path.parent.is_dir():
        return
    if not path.is_file() or path.read_text(encoding="utf-8", errors="replace") != declarations():
        yield Problem(
            DECLARATIONS.as_posix(),
            1,
            "The types of the browser's data are not those that the model makes.",
            "Run: python -m mergeguide schema --write",
            "schema-drift",
        )


def _interface(kind: type) -> str:
    said = (inspect.getdoc(kind) or "").splitlines()
    comment = (
        f"/** {said[0]} */" if len(said) == 1 else "\n".join(["/**", *(f" * {line}".rstrip() for line in said), " */"])
    )
    lines = []
    for name, hint in get_type_hints(kind, include_extras=True).items():
        optional = get_origin(hint) is NotRequired
        lines.append(f"  {name}{'?' if optional else ''}: {_type(get_args(hint)[0] if optional else hint)};\n")
    return f"{comment}\ninterface {kind.__name__} {{\n{''.join(lines)}}}\n"


def _type(hint: Any, *, named: bool = True) -> str:
    if named and (name := next((name for name, kind in _aliases().items() if kind == hint), None)):
        return name
    if hint in PLAIN:
        return PLAIN[hint]
    if is_typeddict(hint):
        return str(hint.__name__)
    origin, arguments = get_origin(hint), get_args(hint)
    if origin is Literal:
        return " | ".join(json.dumps(value) for value in arguments)
    if origin in (UnionType, Union):
        return " | ".join(map(_type, arguments))
    if origin is list or arguments[1:] == (...,):
        return f"Array<{_type(arguments[0])}>"
    if origin is tuple:
        return f"[{', '.join(map(_type, arguments))}]"
    if origin in (dict, Mapping):
        return f"Record<{_type(arguments[0])}, {_type(arguments[1])}>"
    raise TypeError(f"no type of the browser's data: {hint}")
