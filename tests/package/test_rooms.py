"""The package is in rooms: imports go one way, and through a room's door."""

from __future__ import annotations

import ast
import importlib
import pkgutil
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import mergeguide
from projects import PATIENCE, environment

LONG: dict[str, str] = {}
SHORT = {
    "mergeguide.pages.field_sections": "pages and gates name a field's section alike",
    "mergeguide.pages.notices": "pages are indexed below the gate that wants the notices",
}
MODULES = sorted(module.name for module in pkgutil.walk_packages(mergeguide.__path__, "mergeguide."))


def room(module: str) -> str:
    """The room that a module is in, which for a module on the top floor is itself."""
    return ".".join(module.split(".")[:2])


def source(root: Path, module: str) -> Path:
    """The file of a module or of a room's door."""
    path = root.joinpath("hooks", *module.split("."))
    return path / "__init__.py" if path.is_dir() else path.with_suffix(".py")


def imports(root: Path, module: str) -> Iterator[tuple[str, str]]:
    """From which module of the package which name is imported."""
    for node in ast.walk(ast.parse(source(root, module).read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("mergeguide"):
            yield from ((str(node.module), name.name) for name in node.names)
        elif isinstance(node, ast.Import):
            yield from ((name.name, "") for name in node.names if name.name.startswith("mergeguide"))


@pytest.mark.parametrize("module", MODULES)
def test_what_another_room_offers_is_taken_at_its_door(root: Path, module: str) -> None:
    deeper = [taken for taken, _ in imports(root, module) if room(taken) != room(module) and taken != room(taken)]
    assert not deeper


@pytest.mark.parametrize("module", [name for name in MODULES if hasattr(importlib.import_module(name), "__path__")])
def test_a_door_says_what_the_room_holds_and_offers_what_others_take(root: Path, module: str) -> None:
    door = importlib.import_module(module)
    assert len(door.__doc__ or "") > 40
    users = [name for name in MODULES if room(name) != room(module)]
    hooks = sorted((root / "hooks").glob("*.py"))
    taken = {what for user in users for where, what in imports(root, user) if where == module}
    for hook in hooks:
        for node in ast.walk(ast.parse(hook.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and node.module == module:
                taken |= {name.name for name in node.names}
    assert set(getattr(door, "__all__", ())) == taken


@pytest.mark.parametrize("module", [name for name in MODULES if not name.endswith("__main__")])
def test_a_module_is_neither_long_nor_tiny_without_a_reason(root: Path, module: str) -> None:
    path = source(root, module)
    lines = len(path.read_text(encoding="utf-8").splitlines())
    assert (lines > 250) == (module in LONG)
    assert (lines < 15 and path.name != "__init__.py") == (module in SHORT)


@pytest.mark.parametrize(
    ("module", "line", "told"),
    [
        ("schema/letters", "from mergeguide.data import read", "- .schema -> .data"),
        ("pages/source", "from mergeguide.evidence import mark", "mergeguide.pages.source -> mergeguide.evidence"),
        ("data/text", "import mkdocs", "mergeguide.data.text -> mkdocs"),
        ("i18n/placeholders", "from mergeguide.i18n.labels import choice_label", "placeholders"),
    ],
    ids=["upward", "beside", "engine", "circle"],
)
def test_an_import_in_another_direction_is_told(root: Path, tmp_path: Path, module: str, line: str, told: str) -> None:
    shutil.copytree(root / "hooks", tmp_path / "hooks", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(root / "pyproject.toml", tmp_path)
    with (tmp_path / "hooks" / "mergeguide" / f"{module}.py").open("a", encoding="utf-8") as file:
        file.write(f"\n{line}\n")
    done = subprocess.run(
        [Path(sys.executable).with_name("lint-imports"), "--no-logo", "--no-cache"],
        cwd=tmp_path,
        env=environment(PYTHONPATH=str(tmp_path / "hooks")),
        capture_output=True,
        timeout=PATIENCE,
        check=False,
        text=True,
        encoding="utf-8",
    )
    assert done.returncode == 1
    assert told in done.stdout
