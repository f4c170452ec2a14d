"""What each key of a record means, for whoever edits the file: the docstring below the attribute.

Read from the modules' source, and only when schemas are made: to look for it at import would cost every build.
"""

import ast
import inspect
from collections.abc import Mapping
from functools import cache
from itertools import pairwise
from pathlib import Path

from pydantic import BaseModel


def descriptions(model: type[BaseModel]) -> Mapping[str, str]:
    """Attribute → its docstring, in one line."""
    return _of_module(Path(inspect.getfile(model))).get(model.__name__, {})


@cache
def _of_module(path: Path) -> Mapping[str, Mapping[str, str]]:
    module = ast.parse(path.read_text(encoding="utf-8"))
    return {node.name: dict(_documented(node)) for node in module.body if isinstance(node, ast.ClassDef)}


def _documented(node: ast.ClassDef) -> list[tuple[str, str]]:
    return [
        (attribute.target.id, " ".join(below.value.value.split()))
        for attribute, below in pairwise(node.body)
        if isinstance(attribute, ast.AnnAssign)
        and isinstance(attribute.target, ast.Name)
        and isinstance(below, ast.Expr)
        and isinstance(below.value, ast.Constant)
        and isinstance(below.value.value, str)
    ]
