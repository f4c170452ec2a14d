"""The package knows no site engine: it is imported, and checks the guide, where MkDocs is not to be had."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

from projects import PATIENCE, environment

ENGINES = ("mkdocs", "mkdocs_static_i18n", "material", "properdocs", "zensical")
WITHOUT_ENGINES = f"""
import importlib, pkgutil, sys

for engine in {ENGINES!r}:
    sys.modules[engine] = None  # whoever imports it gets an ImportError

import mergeguide

names = sorted(module.name for module in pkgutil.walk_packages(mergeguide.__path__, "mergeguide."))
for name in names:
    importlib.import_module(name)
print(len(names))

from mergeguide.__main__ import main

sys.exit(main(["check"]))
"""


def modules(root: Path) -> list[Path]:
    """The package's files."""
    return sorted((root / "hooks" / "mergeguide").rglob("*.py"))


def test_every_module_works_without_an_engine(root: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", WITHOUT_ENGINES],
        cwd=root,
        env=environment(PYTHONPATH=str(root / "hooks")),
        capture_output=True,
        timeout=PATIENCE,
        check=False,
        text=True,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stderr + done.stdout
    number, verdict, *_ = done.stdout.splitlines()  # translations that are behind are told after it
    assert int(number) == len(modules(root)) - 1  # all but the package itself
    assert verdict == "Every gate holds."


def imported(source: str) -> set[str]:
    """The packages that a module names in its imports, those for types and those inside functions included."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            found |= {name.name.split(".")[0] for name in node.names}
        elif isinstance(node, ast.ImportFrom):
            found.add((node.module or "").split(".")[0])
    return found


def test_no_module_names_an_engine_in_an_import(root: Path) -> None:
    assert len(modules(root)) > 30
    for module in modules(root):
        assert not imported(module.read_text(encoding="utf-8")) & set(ENGINES), module


def test_the_package_imports_none_of_the_hooks(root: Path) -> None:
    hooks = {path.stem for path in (root / "hooks").glob("*.py")}
    assert len(hooks) > 3
    for module in modules(root):
        assert not imported(module.read_text(encoding="utf-8")) & hooks, module


@pytest.mark.parametrize(
    "source",
    ["import mkdocs.plugins", "from mkdocs.config import x", "def f():\n    import mkdocs", "import os, mkdocs as m"],
)
def test_an_import_would_be_noticed(source: str) -> None:
    assert "mkdocs" in imported(source)
