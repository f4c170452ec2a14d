"""The rules that Python and the browser share stand in both, under the same names.

A module of ``docs/assets/javascripts/letters/`` and the module of its name in ``mergeguide/letters`` or
``mergeguide/i18n`` are twins: what Python calls ``letter_text`` the browser calls ``letterText``. What one of them has
alone is listed here, with the reason. That twins do the same is for ``tests/browser/test_equal_bytes.py`` to prove.
"""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

ROOMS = ("hooks/mergeguide/letters", "hooks/mergeguide/i18n")
MODULES = "docs/assets/javascripts"
EXPORTED = re.compile(r"^export (?:async )?(?:function|class|const) (\w+)", re.MULTILINE)
MENTIONED = re.compile(r"(?:hooks/mergeguide|docs/assets/javascripts)/[\w./-]+\.(?:py|js)")

OTHERWISE = {"composition.Composed.text": "composition.paragraphText"}
"""Twins whose names differ."""

PYTHON_ALONE = {
    "answers.condition_controls": "whether conditions speak of what there is is for the checks",
    "answers.control_names": "the browser has the form's controls",
    "answers_file": "answers in a file are for the command",
    "conditions.possible": "the build leaves out what cannot be; the browser knows every answer",
    "conditions.remaining_conditions": "conditions in words are written into the page by the build",
    "reachability": "which answers there can be is for the checks",
    "transliteration.Replacements.by_parts": "a step of replacement",
    "transliteration.Replacements.known": "a step of replacement",
    "transliteration.replacements": "the browser gets them as data",
    "transliteration.runs": "makes the data that the browser gets",
    "dates.shown_date": "dates of sources are written into the page by the build",
}

BROWSER_ALONE = {
    "characters": "the last check before a letter is copied; the command says what a letter is, not how to mend it",
    "composition.reasonFor": "what the form proposes while the situation changes",
    "fields": "Python's guide holds its fields by id",
    "suggestions": "how text in another language is mended, which the command does not say",
    "own-wording": "nobody changes a letter's wording on the command line",
    "patterns": "Python keeps the patterns that it has made by itself",
    "transliteration.isAscii": "Python's texts know that themselves",
    "warnings": "what looks wrong is pointed out while somebody types",
}


def camel(name: str) -> str:
    """``letter_text`` as the browser calls it."""
    return re.sub(r"_(\w)", lambda match: match[1].upper(), name)


def public(tree: ast.Module) -> list[str]:
    """The functions of a module, and the methods of its classes, that are for others."""
    found = []
    for node in tree.body:
        if isinstance(node, ast.FunctionDef):
            found.append(node.name)
        elif isinstance(node, ast.ClassDef):
            found += [f"{node.name}.{method.name}" for method in node.body if isinstance(method, ast.FunctionDef)]
    return [name for name in found if not re.search(r"(^|\.)_", name)]


@pytest.fixture(scope="module")
def browser(root: Path) -> set[str]:
    """What the browser's modules of letters export, as ``module.name``."""
    files = (root / MODULES / "letters").glob("*.js")
    return {f"{file.stem}.{name}" for file in files for name in EXPORTED.findall(file.read_text(encoding="utf-8"))}


@pytest.fixture(scope="module")
def python(root: Path, browser: set[str]) -> set[str]:
    """The rules of Python's letters, and of the modules of words that the browser has too, as ``module.name``."""
    letters, words = ([*(root / room).glob("[!_]*.py")] for room in ROOMS)
    modules = {name.partition(".")[0] for name in browser}
    files = [*letters, *(file for file in words if file.stem in modules)]
    return {f"{file.stem}.{name}" for file in files for name in public(ast.parse(file.read_text(encoding="utf-8")))}


def listed(name: str, alone: dict[str, str]) -> bool:
    """Whether a name, or its whole module, is listed."""
    return name in alone or name.partition(".")[0] in alone


def twin(name: str) -> str:
    """The browser's name of a rule of Python: a method's class is not in it."""
    module, _, rest = name.partition(".")
    return OTHERWISE.get(name) or f"{module}.{camel(rest.rpartition('.')[2])}"


def test_every_rule_of_python_has_its_twin(python: set[str], browser: set[str]) -> None:
    assert len(python) > 20
    assert {name for name in python if twin(name) not in browser and not listed(name, PYTHON_ALONE)} == set()


def test_every_rule_of_the_browser_has_its_twin(python: set[str], browser: set[str]) -> None:
    assert len(browser) > 20
    assert {name for name in browser if name not in {*map(twin, python)} and not listed(name, BROWSER_ALONE)} == set()


def test_what_is_listed_stands_in_one_of_the_two_alone(python: set[str], browser: set[str]) -> None:
    twins = {name for name in python if twin(name) in browser}
    listed_twins = {name for name in twins if listed(name, PYTHON_ALONE) or listed(twin(name), BROWSER_ALONE)}
    assert listed_twins == set()
    for alone, names in ((PYTHON_ALONE, python), (BROWSER_ALONE, browser)):
        assert [entry for entry in alone if entry not in {*names, *(name.partition(".")[0] for name in names)}] == []
    assert set(OTHERWISE) <= python


def test_a_file_that_a_comment_names_is_there(root: Path) -> None:
    files = [*(root / "hooks").rglob("*.py"), *(root / MODULES).rglob("*.js")]
    named = {(file.name, path) for file in files for path in MENTIONED.findall(file.read_text(encoding="utf-8"))}
    assert len(named) > 8
    assert [(file, path) for file, path in named if not (root / path).exists()] == []


def test_letters_know_no_page(root: Path) -> None:
    """Like Python's, they can be run where there is none; and they import from each other alone."""
    for file in (root / MODULES / "letters").glob("*.js"):
        source = re.sub(r"^ *//.*$", "", file.read_text(encoding="utf-8"), flags=re.MULTILINE)
        assert re.findall(r"\b(?:document|window|navigator|location|sessionStorage|HTMLElement)\b", source) == [], file
        assert [
            path for path in re.findall(r'from "([^"]+)";', source) if not re.fullmatch(r"\./[a-z-]+\.js", path)
        ] == []
