"""The quick way to read YAML gives what the careful one gives, or nothing at all."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from mergeguide.data.plain_yaml import plain_yaml
from mergeguide.data.yaml_document import CORE_VALUES, Document, parse, parse_carefully
from mergeguide.problems import Problem
from turns import examples

SCALARS = (
    *("yes", "No", "on", "OFF", "y", "true", "True", "TRUE", "false", "null", "Null", "~", "", "012", "0o14", "0x1F"),
    *("1_000", "1:30", "190:20:30", "0b11", "1e3", "1.5", ".5", "5.", "+1", "-1", ".inf", "-.INF", ".nan", "=", "<<"),
    *("2022-02", "2022-02-01", "2001-12-14t21:59:43.10-05:00", "a:b", "a#b", "-", "- ", "?x", "x?", "%x", "@x", "`x"),
    *(
        "'it''s'",
        '"a\\nb"',
        '"\\u3042"',
        "あ",
        "全角　空白",
        "〜",
        "“x”",
        "[1, no]",
        "{a: 1, b: no}",
        "{a, b: 1}",
        "[a: 1]",
    ),
    *('{"a":1}', "{a:1}", "[,]", "[a,,b]", "|\n    a\n     b\n", ">-\n    a\n    b\n", "a\n    b", "'a\n    b'", "? a"),
)
PIECES = (
    *(
        "a",
        "b",
        "key",
        " ",
        "  ",
        "    ",
        "\n",
        "\n  ",
        "\n    ",
        ": ",
        ":",
        "- ",
        "-",
        "[",
        "]",
        "{",
        "}",
        ",",
        "#",
        " # x",
    ),
    *(
        "'",
        '"',
        "|",
        ">",
        "?",
        "!",
        "&",
        "*",
        "%",
        "@",
        "~",
        "<<",
        "---",
        "...",
        "\t",
        "\r\n",
        "\u2028",
        "\ufeff",
        "\0",
    ),
    *("é", "統合", "1", "no", "2022-02-01", "\\"),
)


def both(text: str, *, foreign: bool = False) -> tuple[object, object] | None:
    """What the two ways make of a text; None where the quick one leaves it to the other."""
    quick = plain_yaml(text, CORE_VALUES, foreign=foreign)
    if quick is None:
        return None
    careful = parse_carefully(text, "x.yml", foreign=foreign)
    if not isinstance(quick[0], dict):
        return type(careful), type(parse(text, "x.yml", foreign=foreign))
    assert isinstance(careful, Document), careful
    return (repr(quick[0]), quick[1]), (repr(careful.tree), careful.lines)


def test_real_files_are_read_alike_and_quickly(root: Path) -> None:
    paths = sorted((root / "docs/_data").rglob("*.yml"))
    assert len(paths) > 10
    for path in paths:
        found = both(path.read_text(encoding="utf-8"))
        assert found, f"{path.name} is read slowly"
        assert found[0] == found[1], path.name


def test_the_configuration_with_its_tags_is_read_alike_and_quickly(root: Path) -> None:
    found = both((root / "mkdocs.yml").read_text(encoding="utf-8"), foreign=True)
    assert found, "mkdocs.yml is read slowly"
    assert found[0] == found[1]


@pytest.mark.parametrize(
    "value",
    [
        "!ENV [A, no]",
        "!ENV A",
        "!ENV",
        "!!python/name:a.b ",
        "!!python/object/apply:a.b {c: {d: 1}}",
        "!x '1'",
        "[!x 1]",
    ],
)
def test_a_tag_of_another_tool_is_let_through_in_its_file_alone(value: str) -> None:
    for text in (f"key: {value}\n", f"list:\n  - {value}\n  - after\n"):
        found = both(text, foreign=True)
        assert found, text
        assert found[0] == found[1], text
        assert plain_yaml(text, CORE_VALUES) is None


@pytest.mark.parametrize("text", ["a: !!str 1\n", "a: !!int '1'\n", "a: ! 1\n", "a: !x &y 1\n", "a: !x &y 1\nb: *y\n"])
def test_a_tag_that_says_what_a_value_is_is_left_to_the_careful_way(text: str) -> None:
    assert plain_yaml(text, CORE_VALUES, foreign=True) is None


@pytest.mark.parametrize("scalar", SCALARS)
def test_each_kind_of_scalar_means_the_same(scalar: str) -> None:
    for text in (f"key: {scalar}\n", f"list:\n  - {scalar}\n", f"flow: [{scalar}]\n", f"{scalar}: key\n"):
        found = both(text)
        assert found is None or found[0] == found[1], text


@pytest.mark.parametrize(
    "text",
    ["a: &x 1\n", "a: &x 1\nb: *x\n", "a: !!str 1\n", "a: 1\na: 2\n", "---\na: 1\n", "a: 1\n---\nb: 2\n",
     "%YAML 1.1\n---\na: no\n", "? [a]\n: 1\n", "a: [\n", "a:\t1\n", "a: 1\r\n", "a: \u2028\n", "a: \x07\n",
     "a: 1\n...\n"],
)  # fmt: skip
def test_what_needs_a_second_look_is_left_to_the_careful_way(text: str) -> None:
    assert plain_yaml(text, CORE_VALUES) is None


@pytest.mark.exhaustive
@given(st.lists(st.sampled_from(PIECES), max_size=24).map("".join))
@example("a: [b: c, {d: }]\n")
@example("a:\n- b\n-\n- - c\n  - d\n")
@settings(max_examples=examples(1500), deadline=None, derandomize=True)
def test_whatever_is_written_is_read_alike(text: str) -> None:
    for foreign in (False, True):
        found = both(text, foreign=foreign)
        assert found is None or found[0] == found[1]


@pytest.mark.parametrize("key", ["~", "1", "true", "1.5", "[a]"])
def test_a_key_that_is_no_text_is_told_with_its_line(key: str) -> None:
    found = parse(f"a:\n  b: c\n  {key}: d\n", "x.yml")
    assert isinstance(found, Problem)
    assert found.message == "A key has to be a text."
    assert found.line == 3
