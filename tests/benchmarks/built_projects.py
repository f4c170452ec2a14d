"""Copies of the project that are built beside each other: as it is, as the theme alone has it, without a part of it."""

from __future__ import annotations

import re
import shutil
import sys
from collections.abc import Iterable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from projects import Project, copy_project

CACHE = ".cache"

BUILD = (sys.executable, "-m", "mkdocs", "build", "--quiet", "--clean")

READERS_SIDE = ("theme_script", "page_search", "last_checked", "discovery", "stylesheets", "content_policy")
"""The hooks by which the guide is found, fast and safe; the page for print counts apart."""

_HOOKS = re.compile(r"^hooks:\n(?:  - .*\n)+", re.MULTILINE)
_WATCHED = re.compile(r"^watch:\n(?:  - .*\n)+", re.MULTILINE)
_DEFAULT = "          default: true\n"
_OVERRIDES = "  custom_dir: overrides\n"
_PLUGINS = "plugins:\n"
_SEARCH = f"{_PLUGINS}  - search\n"

_LENIENT = """
from jinja2 import ChainableUndefined


def on_env(env, config, files):
    env.undefined = ChainableUndefined
    return env
"""
"""A hook with which templates go without what hooks that are left out would have told them."""


def stock(into: Path) -> Project:
    """The same site as the theme and static-i18n build it alone, with the search that the theme brings."""
    project = copy_project(into)
    shutil.rmtree(into / "hooks")
    shutil.rmtree(into / "overrides")
    languages = sorted(file.stem for file in (into / "docs/_data/languages").glob("*.yml"))
    others = "".join(f"        - locale: {code}\n          name: {code}\n" for code in languages if code != "ja")
    config = _WATCHED.sub("", _HOOKS.sub("", project.text("mkdocs.yml")))
    changes = ((_DEFAULT, _DEFAULT + others), (_OVERRIDES, ""), (_PLUGINS, _SEARCH))
    project.write("mkdocs.yml", _changed(config, changes))
    return project


def without_print_page(into: Path) -> Project:
    """The site as it is, without the page that is the whole guide."""
    project = copy_project(into)
    _leave_out(project, ["print_page"])
    return project


def without_readers_side(into: Path) -> Project:
    """The same without the reader's side, with the theme's own search instead."""
    project = without_print_page(into)
    _leave_out(project, READERS_SIDE)
    project.write("hooks/lenient.py", _LENIENT)
    added = ((_PLUGINS, _SEARCH), ("hooks:\n", "hooks:\n  - hooks/lenient.py\n"))
    project.write("mkdocs.yml", _changed(project.text("mkdocs.yml"), added))
    return project


def _leave_out(project: Project, hooks: Iterable[str]) -> None:
    changes = [(f"  - hooks/{name}.py\n", "") for name in hooks]
    project.write("mkdocs.yml", _changed(project.text("mkdocs.yml"), changes))


def _changed(config: str, changes: Iterable[tuple[str, str]]) -> str:
    for old, new in changes:
        assert config.count(old) == 1, old
        config = config.replace(old, new)
    return config
