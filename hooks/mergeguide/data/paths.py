"""Where the data is."""

from __future__ import annotations

from pathlib import Path

DATA = Path("docs/_data")
"""Where the data is, from the project's root."""

YAML_FILES = "[!.]*.yml"
"""The files in a folder of it; a name with a dot before it is an editor's or the system's own file."""


def file_of(root: Path, name: str) -> Path:
    """Where a file is, by its name without its ending: ``claims``, ``languages/ja``."""
    return root / DATA / f"{name}.yml"


def shown_path(name: str) -> str:
    """How problems name the file."""
    return file_of(Path(), name).as_posix()
