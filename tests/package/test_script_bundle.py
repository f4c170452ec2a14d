"""The modules of a script joined into one: each once, after what it needs, nothing left over."""

from __future__ import annotations

import os
import posixpath
import re
from pathlib import Path

import pytest

from mergeguide.generator.script_bundle import (
    ENTRY,
    MODULES,
    OF_REPLIES,
    OF_SENTENCES,
    OF_TRANSLATIONS,
    joined_script,
    words_said,
)

ENTRIES = (ENTRY, OF_REPLIES, OF_SENTENCES, OF_TRANSLATIONS, "search-field.js", "search-worker.js")
IMPORTED = re.compile(r'^import \{([^}]*)\} from "(\.[a-z./-]+\.js)";\n', re.MULTILINE)
EXPORTED = re.compile(r"^export (?=(?:async )?(?:function|class|const) (\w+))", re.MULTILINE)
DECLARED = re.compile(r"^(?:export )?(?:async )?(?:function|class|const|let|var) (\w+)", re.MULTILINE)


def inlined(source: str) -> str:
    """A module as the joined script has it."""
    lines: list[str] = []
    commented = False
    for line in EXPORTED.sub("", IMPORTED.sub("", source)).splitlines():
        commented = commented or line.lstrip().startswith("/**")
        if not commented and not line.lstrip().startswith("//"):
            lines.append(re.sub(r"/\*\* @type .*? \*/ ", "", line.strip()))
        commented = commented and not line.endswith("*/")
    return "\n".join(line for line in lines if line)


def imports(name: str, source: str) -> dict[str, set[str]]:
    """The names that a module imports, by the module that they come from."""
    return {
        posixpath.normpath(posixpath.join(posixpath.dirname(name), path)): {
            word.strip() for word in words.split(",") if word.strip()
        }
        for words, path in IMPORTED.findall(source)
    }


@pytest.fixture(scope="module")
def sources(root: Path) -> dict[str, str]:
    """The sources of all modules by name."""
    folder = root / MODULES
    found = {path.relative_to(folder).as_posix(): path for path in sorted(folder.rglob("*.js"))}
    return {name: path.read_text(encoding="utf-8") for name, path in found.items()}


def needed_by(entry: str, sources: dict[str, str]) -> set[str]:
    """A module and those that it needs."""
    needed = {entry}
    for name in imports(entry, sources[entry]):
        needed |= needed_by(name, sources)
    return needed


@pytest.fixture(scope="module", params=ENTRIES)
def entry(request: pytest.FixtureRequest) -> str:
    """The module that a script begins with."""
    return str(request.param)


@pytest.fixture(scope="module")
def modules(entry: str, sources: dict[str, str]) -> dict[str, str]:
    """The sources of a script's modules by name."""
    return {name: sources[name] for name in sorted(needed_by(entry, sources))}


@pytest.fixture(scope="module")
def joined(root: Path, entry: str) -> str:
    """The joined script."""
    return joined_script(root, entry)


def test_every_module_is_in_a_script(sources: dict[str, str]) -> None:
    assert set(sources) - {name for entry in ENTRIES for name in needed_by(entry, sources)} == set()


def test_no_import_and_no_export_is_left(joined: str) -> None:
    assert re.findall(r"^\s*(?:import|export)\b.*", joined, re.MULTILINE) == []
    assert "import(" not in joined


def test_each_module_stands_in_it_once_and_unchanged(modules: dict[str, str], joined: str) -> None:
    """Only what is said to maintainers stays behind: lines that hold nothing but a comment."""
    assert len(modules) > 1
    assert [name for name, source in modules.items() if joined.count(inlined(source)) != 1] == []
    for source in modules.values():
        joined = joined.replace(inlined(source), "")
    assert joined.strip() == ""


def test_every_module_stands_after_those_that_it_needs(entry: str, modules: dict[str, str], joined: str) -> None:
    assert joined.rstrip().endswith(inlined(modules[entry]))
    for name, source in modules.items():
        for needed in imports(name, source):
            assert joined.index(inlined(modules[needed])) < joined.index(inlined(source)), (name, needed)


def test_no_two_modules_declare_one_name(modules: dict[str, str]) -> None:
    """They share one scope there."""
    names = [word for source in modules.values() for word in DECLARED.findall(source)]
    assert len(names) > 5
    assert sorted({name for name in names if names.count(name) > 1}) == []


def test_every_import_is_an_export_of_that_module(modules: dict[str, str]) -> None:
    """A browser says so when it loads a module; in the joined script nobody would."""
    for name, source in modules.items():
        for needed, words in imports(name, source).items():
            assert words <= set(EXPORTED.findall(modules[needed])), (name, needed)


def test_no_module_is_long_and_the_element_only_wires(root: Path) -> None:
    folder = root / MODULES
    lines = {path.name: len(path.read_text(encoding="utf-8").splitlines()) for path in folder.rglob("*.js")}
    assert lines[ENTRY] < 150
    assert {name: number for name, number in lines.items() if number > 250} == {}


def test_words_to_maintainers_are_not_sent_to_readers(joined: str) -> None:
    assert [line for line in joined.splitlines() if "/*" in line or line.lstrip().startswith(("//", "* "))] == []


def test_no_text_spans_lines(modules: dict[str, str]) -> None:
    """It would lose its indentation."""
    assert [
        name for name, source in modules.items() for line in inlined(source).splitlines() if line.count("`") % 2
    ] == []


def test_no_module_could_end_the_script_element(joined: str) -> None:
    assert "</script" not in joined.lower()
    assert "<!--" not in joined


def test_modules_written_for_this_test_are_joined_in_order(tmp_path: Path) -> None:
    folder = tmp_path / MODULES
    folder.mkdir(parents=True)
    (folder / "lib").mkdir()
    (folder / ENTRY).write_text(
        'import { two } from "./lib/b-two.js";\nimport { one } from "./a.js";\n\nexport const three = one + two;\n'
    )
    (folder / "lib/b-two.js").write_text('import {\n  one,\n} from "../a.js";\nexport const two = one + 1;\n')
    (folder / "a.js").write_text("export const one = 1;\nexport async function wait() {}\nexport class Thing {}\n")
    (folder / "unused.js").write_text("export const unused = 0;\n")
    assert joined_script(tmp_path) == (
        "const one = 1;\nasync function wait() {}\nclass Thing {}\nconst two = one + 1;\nconst three = one + two;\n"
    )


def test_a_changed_module_is_joined_anew(tmp_path: Path) -> None:
    folder = tmp_path / MODULES
    folder.mkdir(parents=True)
    (folder / ENTRY).write_text("first();\n")
    before = joined_script(tmp_path)
    assert joined_script(tmp_path) == before
    later = (folder / ENTRY).stat().st_mtime_ns + 1_000_000_000
    (folder / ENTRY).write_text("second();\n")
    os.utime(folder / ENTRY, ns=(later, later))
    assert "second();" in joined_script(tmp_path)


def test_a_word_goes_to_the_script_where_it_is_mentioned(tmp_path: Path) -> None:
    folder = tmp_path / MODULES
    folder.mkdir(parents=True)
    script = (
        'say(words["copied-item"], words.undo, words[`kept-${state}`], words[done ? "edit-done" : "edit"], stamp());\n'
    )
    (folder / ENTRY).write_text(script, encoding="utf-8")
    names = ["copied-item", "copied", "undo", "kept-off", "edit", "edit-done", "done-item", "stamp"]
    assert words_said(tmp_path, names) == ["copied-item", "undo", "kept-off", "edit", "edit-done"]
