"""The modules of the generator joined into one inline script: each once, after what it needs, nothing left over."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from mergeguide.generator.script_bundle import ENTRY, MODULES, joined_script

IMPORTED = re.compile(r'^import \{[^}]*\} from "\./([a-z-]+\.js)";$', re.MULTILINE)
EXPORTED = re.compile(r"^export (?:async )?(?:function|class|const) (\w+)", re.MULTILINE)


def scope(name: str) -> str:
    """The name under which a module's exports are found in the joined script."""
    first, *rest = name.removesuffix(".js").split("-")
    return first + "".join(word.capitalize() for word in rest) + "Module"


@pytest.fixture(scope="module")
def modules(root: Path) -> dict[str, str]:
    """The modules' sources by name."""
    return {path.name: path.read_text(encoding="utf-8") for path in sorted((root / MODULES).glob("*.js"))}


@pytest.fixture(scope="module")
def joined(root: Path) -> str:
    """The joined script."""
    return joined_script(root)


def test_no_import_and_no_export_is_left(joined: str) -> None:
    assert re.findall(r"^\s*(?:import|export)\b.*", joined, re.MULTILINE) == []
    assert "import(" not in joined


def test_each_module_stands_in_it_once(modules: dict[str, str], joined: str) -> None:
    assert len(modules) > 5
    begun = re.findall(r"^const (\w+Module) = \(\(\) => \{$", joined, re.MULTILINE)
    assert sorted(begun) == sorted(scope(name) for name in modules)


def test_every_module_stands_after_those_that_it_needs(modules: dict[str, str], joined: str) -> None:
    order = re.findall(r"^const (\w+Module) = \(\(\) => \{$", joined, re.MULTILINE)
    assert order[-1] == scope(ENTRY)
    for name, source in modules.items():
        for needed in IMPORTED.findall(source):
            assert order.index(scope(needed)) < order.index(scope(name)), (name, needed)


def test_every_import_became_a_reference_and_every_export_is_returned(modules: dict[str, str], joined: str) -> None:
    for name, source in modules.items():
        body = joined.split(f"const {scope(name)} = (() => {{\n")[1].split("\n})();")[0]
        assert body.count("Module;\n") == len(IMPORTED.findall(source))
        (returned,) = re.findall(r"^return \{ (.*) \};$", body, re.MULTILINE)
        assert [word for word in returned.split(", ") if word] == EXPORTED.findall(source)


def test_nothing_else_of_a_module_is_changed(modules: dict[str, str], joined: str) -> None:
    """Only what is said to maintainers stays behind: lines that hold nothing but a comment."""
    for name, source in modules.items():
        kept = EXPORTED.sub(lambda match: match[0].removeprefix("export "), IMPORTED.sub("", source))
        for line in kept.splitlines():
            assert line in joined or line.lstrip().startswith("//"), (name, line)


def test_words_to_maintainers_are_not_sent_to_readers(joined: str) -> None:
    assert [line for line in joined.splitlines() if line.lstrip().startswith("//")] == []


def test_no_module_could_end_the_script_element(joined: str) -> None:
    assert "</script" not in joined.lower()
    assert "<!--" not in joined


def test_modules_written_for_this_test_are_joined_in_order(tmp_path: Path) -> None:
    folder = tmp_path / MODULES
    folder.mkdir(parents=True)
    (folder / ENTRY).write_text(
        'import { two } from "./b-two.js";\nimport { one } from "./a.js";\n\nstart(one, two);\n'
    )
    (folder / "b-two.js").write_text('import {\n  one,\n} from "./a.js";\nexport const two = one + 1;\n')
    (folder / "a.js").write_text("export const one = 1;\nexport async function wait() {}\nexport class Thing {}\n")
    (folder / "unused.js").write_text("export const unused = 0;\n")
    assert joined_script(tmp_path) == (
        "const aModule = (() => {\nconst one = 1;\nasync function wait() {}\nclass Thing {}\n"
        "return { one, wait, Thing };\n})();\n"
        "const bTwoModule = (() => {\nconst {\n  one,\n} = aModule;\nconst two = one + 1;\nreturn { two };\n})();\n"
        "const caseGeneratorModule = (() => {\nconst { two } = bTwoModule;\nconst { one } = aModule;\n\n"
        "start(one, two);\nreturn {  };\n})();"
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
