"""Files and pages as nobody would write them: never a traceback, never a hang, never half a guide.

Promise: whatever stands in a data file, loading gives the whole guide or problems, each with its place and a remedy;
whatever the guide lets pass can be shown on every page. And whatever stands in a page, it renders, and no mark of the
guide's own Markdown stays on it as text without a word.
"""

from __future__ import annotations

import json
import re
import shutil
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from lxml import html

from mergeguide import loading
from mergeguide.checks.pages.gates import collected_problems
from mergeguide.checks.pages.links import link_problems, linked
from mergeguide.checks.pages.rendered import Reporter
from mergeguide.data.guide import Guide
from mergeguide.data.paths import DATA
from mergeguide.data.yaml_document import Document, parse, read
from mergeguide.loading import load
from mergeguide.markup.block_views import FILLERS
from mergeguide.markup.page_renderer import renderer
from mergeguide.pages.configuration import read_configuration
from mergeguide.pages.page_index import collected
from mergeguide.pages.source import PageText
from mergeguide.problems import Problem
from mergeguide.rendering.context import RenderingContext
from mergeguide.rendering.templates import Fragments
from mergeguide.schema.files import FILES
from turns import examples
from wholeness import PATIENCE, is_whole, judge_data

SMALL = list(FILES)
LANGUAGES = ["languages/ja", "languages/en"]
TreeOf = Callable[[str], dict[str, Any]]
JudgePage = Callable[[str], None]


def quiet(most: int) -> Callable[..., Any]:
    """The same examples on every machine, however slow it is."""
    return settings(
        max_examples=examples(most),
        deadline=None,
        derandomize=True,
        database=None,
        phases=[Phase.generate, Phase.shrink],
        suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.data_too_large],
    )


def judge_text(text: str) -> Document | Problem:
    """Read YAML; it is a document with places, or one whole problem, and soon."""
    begun = time.monotonic()
    found = parse(text, "file.yml")
    assert time.monotonic() - begun < PATIENCE
    if isinstance(found, Problem):
        is_whole(found, text)
    else:
        assert isinstance(found.tree, dict)
        assert found.tree
        assert all(1 <= line <= text.count("\n") + text.count("\r") + 2 for line in found.lines.values())
    return found


# ------------------------------------------------------------------------------------------------ one file by itself

PIECES = [
    *(
        "a",
        "b: ",
        "key: value",
        "- ",
        "-",
        ": ",
        "? ",
        "?",
        "[",
        "]",
        "{",
        "}",
        ",",
        "|",
        ">",
        ">-\n",
        "'",
        '"',
        "#",
        "\\",
    ),
    *(
        "\n",
        "\n  ",
        "\n    ",
        "\t",
        "\r",
        " ",
        "&a ",
        "*a",
        "<<: ",
        "!x ",
        "!!str ",
        "!!python/name:os.system ",
        "%YAML 1.1",
    ),
    *("---", "...", "~", "null", "true", "yes", "0x1f", "1_000", "1e999", ".inf", ".nan", "2026-02-30", "1:60", "="),
    *("日本語", "\u3000", "\u2028", "\x85", "\ufeff", "\u200b", "😀", "\ud83d", "\x00", "\x1b", "\ufffe", "é", "{so}"),
]
SOUP = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=4)), max_size=25).map("".join)


@quiet(600)
@given(SOUP)
def test_any_text_is_a_document_or_a_problem(text: str) -> None:
    judge_text(text)


@quiet(150)
@given(st.binary(max_size=60), st.sampled_from(["utf-8", "utf-16", "cp932", "latin-1"]), SOUP)
def test_any_bytes_are_a_document_or_a_problem(
    tmp_path_factory: pytest.TempPathFactory, noise: bytes, encoding: str, text: str
) -> None:
    file = tmp_path_factory.getbasetemp() / "bytes.yml"
    file.write_bytes(text.encode(encoding, "replace") + noise)
    found = read(file, "bytes.yml")
    if isinstance(found, Problem):
        assert found.message
        assert found.remedy
        assert 1 <= found.line <= file.read_bytes().count(b"\n") + file.read_bytes().count(b"\r") + 2


LAUGHS = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{new}: &{new} [{', '.join([f'*{old}'] * 9)}]\n" for old, new in zip("abcdefgh", "bcdefghi", strict=True)
)
MONSTERS = {
    "brackets": "a: " + "[" * 5_000,
    "closed brackets": "a: " + "[" * 1_000 + "]" * 1_000,
    "braces": "a: " + "{a: " * 5_000,
    "dashes": "a:\n  " + "- " * 5_000 + "x",
    "a staircase": "".join(f"{' ' * depth}a:\n" for depth in range(2_000)),
    "question marks": "? " * 5_000,
    "a huge word": "a: " + "x" * 2_000_000,
    "a huge text": "a: |\n" + "  words and words\n" * 50_000,
    "a huge key": "x" * 200_000 + ": a",
    "a huge number": "a: " + "9" * 100_000,
    "a huge hexadecimal number": "a: 0x" + "f" * 100_000,
    "a number beyond all": "a: 1e999999999",
    "many keys": "".join(f"k{number}: v\n" for number in range(4_000)),
    "an open quote": 'a: "' + "x\n" * 50_000,
    "open quotes all over": "a: 'x\n" * 5_000,
    "an anchor inside itself": "a: &a [*a]",
    "a key inside itself": "&a a: *a",
    "a billion laughs": LAUGHS,
    "merged keys": "a: &a {x: 1}\nb:\n  <<: *a\n  y: 2\n",
    "merged keys written out": "a:\n  <<: {x: 1}\n  y: 2\n",
    "many merged keys": "a: {<<: [{x: 1}, {x: 2}, [3]]}",
    "a mapping as a key": "? {a: b}\n: c",
    "a list as a key": "? [a, b]\n: c",
    "a tag that would run": "a: !!python/object/apply:os.system [echo]",
    "a tag of bytes": "a: !!binary aGVsbG8=",
    "a set": "a: !!set {x, y}",
    "two documents": "a: b\n---\nc: d\n",
    "a directive": "%YAML 9.9\n---\na: b\n",
    "an unknown directive": "%TAG ! tag:example.com,2000:\n---\na: !x b\n",
    "line ends of old": "a: b\rc: d\r",
    "mixed line ends": "a: b\r\nc: d\re: f\n",
    "line ends of Unicode": "a: b\u2028c: d\u2029e: f\x85g: h",
    "a mark in the middle": "a: b\n\ufeffc: d\n",
    "a null byte": "a: b\x00c\n",
    "half a character": "a: \ud83d",
    "an escape that is none": 'a: "\\q"',
    "half a character escaped": 'a: "\\ud83d"',
    "nothing": "",
    "blanks": " \n\t\n ",
    "only a comment": "# nothing",
    "a date that is none": "a: 2026-02-30",
    "times": "a: 12:60:61",
    "keys of all kinds": "1: a\n1.5: b\ntrue: c\n~: d\n2026-01-01: e\n",
    "keys that mean the same": "1: a\n1.0: b\ntrue: c\n",
}


@pytest.mark.parametrize("text", MONSTERS.values(), ids=MONSTERS)
def test_no_monster_takes_long(text: str) -> None:
    judge_text(text)


# ----------------------------------------------------------------------------------------------- the data as a whole


@pytest.fixture(scope="module")
def copy(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project of what data and generator are made from; each example leaves it as it was."""
    project = tmp_path_factory.mktemp("fuzzed")
    for part in (DATA, Path("overrides/fragments"), Path("docs/assets/javascripts")):
        shutil.copytree(root / part, project / part)
    return project


@pytest.fixture(scope="module")
def tree_of(copy: Path) -> TreeOf:
    """The real data, file by file; a function, because a failure prints what a test was given."""
    documents = {name: read(copy / DATA / f"{name}.yml", name) for name in (*SMALL, *LANGUAGES)}
    trees = {name: document.tree for name, document in documents.items() if isinstance(document, Document)}
    return lambda name: trees[name]


@pytest.fixture
def reading_once(monkeypatch: pytest.MonkeyPatch, copy: Path) -> None:
    """Read the files that an example leaves alone only once; what it changes is read as always."""
    known = {(copy / DATA / f"{name}.yml"): None for name in (*SMALL, *LANGUAGES)}
    kept = {path: (path.read_bytes(), read(path, path.relative_to(copy).as_posix())) for path in known}

    def remembered(path: Path, shown: str) -> Document | Problem:
        before, document = kept[path]
        return document if path.read_bytes() == before else read(path, shown)

    monkeypatch.setattr(loading, "read", remembered)


FRAGMENTS = [
    *(
        "",
        "~",
        "true",
        "-1",
        "0",
        "99999999999",
        "1e400",
        ".inf",
        "-.inf",
        ".nan",
        "0x1F",
        "1_0",
        "''",
        '" "',
        "'{'",
        "{}",
        "[]",
    ),
    *(
        "[[]]",
        "[{}]",
        "{a: b}",
        "{'': ''}",
        "{<<: {a: b}}",
        "[~]",
        "[a, a]",
        "{~: ~}",
        "{1: 2}",
        "{id: x}",
        "[{id: x}]",
    ),
    *("&a x", "*a", "&a [*a]", "!x y", "!!int '3'", "2026-02-30", "2026-01-01", "9999-12", "../..", "2026/..", "0001"),
    *(
        "'{full-name}'",
        "'{{'",
        "'{no-such-field}'",
        "'[@no-reset]'",
        "'/// ledger'",
        "'</script><b>'",
        "'a\\nb'",
        '"a\\nb"',
    ),
    *("'*'", "'[a-'", "'(?P<x>'", "'(a+)+$'", '"\\ud800"', '"\\0"', "'\u202e'", "' '", "request", "same-email", "'[['"),
    *(
        "[" * 40 + "]" * 40,
        "{a: " * 30 + "x" + "}" * 30,
        "x" * 3_000,
        "'" + "あ" * 3_000 + "'",
        "1" * 400,
        "'" + "{" * 50 + "'",
    ),
]
VALUES = st.one_of(
    st.sampled_from(FRAGMENTS),
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
        max_leaves=6,
    ).map(lambda value: json.dumps(value).replace("Infinity", ".inf").replace("NaN", ".nan")),
)
MARK = "@@here@@"


def places(tree: Any, at: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Every place in a tree of values."""
    for key, value in tree.items() if isinstance(tree, dict) else enumerate(tree) if isinstance(tree, list) else ():
        yield (*at, key)
        yield from places(value, (*at, key))


def with_value(tree: Any, place: Sequence[Any], value: str) -> str:
    """The file as YAML, an entry a line, with some YAML in place of one value."""

    def copied(here: Any, rest: Sequence[Any]) -> Any:
        if not rest:
            return MARK
        changed = dict(here) if isinstance(here, dict) else list(here)
        changed[rest[0]] = copied(here[rest[0]], rest[1:])
        return changed

    return json.dumps(copied(tree, place), ensure_ascii=False, indent=1).replace(f'"{MARK}"', f" {value}")


@pytest.mark.usefixtures("reading_once")
@quiet(500)
@given(name=st.sampled_from([*SMALL, *SMALL, *LANGUAGES]), at=st.floats(0, 1, exclude_max=True), value=VALUES)
def test_any_value_at_any_place_makes_problems_or_a_guide(
    copy: Path, tree_of: TreeOf, name: str, at: float, value: str
) -> None:
    tree = tree_of(name)
    known = list(places(tree))
    judge_data(copy, name, with_value(tree, known[int(at * len(known))], value).encode("utf-8", "surrogatepass"))


NUMBERS = [
    ("timings", ("timings", 3, "days", 1)),
    ("freshness", ("watched", 0, "warn-after-months")),
    ("freshness", ("watched", 0, "fail-after-months")),
    ("letters", ("remind-after-days",)),
    ("letters", ("rules", "longest-line")),
    ("formats", ("formats", 0, "longest")),
]
NOBODY_S = ["99999999999", "-1", ".inf", ".nan", "true", "'3'"]


@pytest.mark.parametrize(
    ("name", "place", "number"),
    [
        *((name, place, number) for name, place in NUMBERS for number in NOBODY_S),
        *((name, place, "99999") for name, place in NUMBERS if name == "freshness"),
    ],
)
def test_a_number_that_nobody_can_mean_is_refused(
    copy: Path, tree_of: TreeOf, name: str, place: Sequence[Any], number: str
) -> None:
    """A chart of a hundred thousand million days would take for ever, and a limit of as many months has no date."""
    file = copy / DATA / f"{name}.yml"
    before = file.read_bytes()
    file.write_text(with_value(tree_of(name), place, number), encoding="utf-8")
    try:
        loaded = load(copy)
    finally:
        file.write_bytes(before)
    assert not isinstance(loaded, Guide)
    assert [(one.rule, one.path) for one in loaded] == [("value", f"{DATA.as_posix()}/{name}.yml")]


def cut(text: bytes, at: float, length: int, _: bytes) -> bytes:
    """Some bytes go."""
    start = int(at * len(text))
    return text[:start] + text[start + length :]


def end(text: bytes, at: float, _: int, __: bytes) -> bytes:
    """The file ends too early."""
    return text[: int(at * len(text))]


def flip(text: bytes, at: float, bit: int, _: bytes) -> bytes:
    """One bit of one byte is the other."""
    start = int(at * len(text))
    return text[:start] + bytes([text[start] ^ (1 << bit % 8)]) + text[start + 1 :]


def swap(text: bytes, at: float, distance: int, _: bytes) -> bytes:
    """Two lines change places."""
    lines = text.splitlines(keepends=True)
    one = int(at * len(lines))
    other = (one + distance) % len(lines)
    lines[one], lines[other] = lines[other], lines[one]
    return b"".join(lines)


def insert(text: bytes, at: float, indent: int, fragment: bytes) -> bytes:
    """A line of YAML comes in."""
    lines = text.splitlines(keepends=True)
    start = int(at * len(lines))
    return b"".join([*lines[:start], b" " * (indent % 7) + fragment + b"\n", *lines[start:]])


def splice(text: bytes, at: float, _: int, fragment: bytes) -> bytes:
    """YAML comes in, in the middle of a line."""
    start = int(at * len(text))
    return text[:start] + fragment + text[start:]


@pytest.mark.usefixtures("reading_once")
@quiet(250)
@given(
    name=st.sampled_from([*SMALL, *SMALL, *LANGUAGES]),
    damage=st.sampled_from([cut, end, flip, swap, insert, splice]),
    at=st.floats(0, 1, exclude_max=True),
    number=st.integers(1, 40),
    fragment=st.one_of(st.sampled_from(["- {id: x}", "id: x", "x: y", "<<: *a", "- - -", "? x", *FRAGMENTS]), SOUP),
)
def test_any_damage_to_any_file_makes_problems_or_a_guide(
    copy: Path, name: str, damage: Callable[..., bytes], at: float, number: int, fragment: str
) -> None:
    content = (copy / DATA / f"{name}.yml").read_bytes()
    judge_data(copy, name, damage(content, at, number, fragment.encode("utf-8", "surrogatepass")))


# -------------------------------------------------------------------------------------------------- pages, rendered

NAMES = [*FILLERS, "case-generater", "form_map", "details", "note", "unknown", "nothing", "", "ledger ledger", "日本"]
BARS = [
    "",
    " | form",
    " | 2025-11",
    " | 2025-12",
    " | sources",
    " | way",
    "|form",
    " |",
    " | | |",
    " | '",
    " | {x}",
    " | あ",
]
BLOCK_LINES = st.builds(
    lambda indent, slashes, gap, name, bar: f"{indent}{slashes}{gap}{name}{bar}",
    st.sampled_from(["", "", "", " ", "> ", "- "]),
    st.sampled_from(["///", "///", "////", "/////", "//"]),
    st.sampled_from([" ", " ", "", "  "]),
    st.sampled_from(NAMES),
    st.sampled_from(BARS),
)
CITATIONS = st.builds(
    lambda before, opening, gap, name, closing: f"{before}{opening}{gap}{name}{closing}",
    st.sampled_from(["Text. ", "", "文。", "`", "![", "[", "\\", "*", "# "]),
    st.sampled_from(["[@", "[@", "[@", "[ @", "[[@", "@", "［@", "[＠", "\\[@"]),
    st.sampled_from(["", "", " "]),
    st.sampled_from(["no-reset", "direct-address", "no-rest", "", "x" * 200, "あ", "a]b", "-", "A_B", "a b"]),
    st.sampled_from(["]", "]", "]]", "", "](x.md)", "] [@no-reset]", "]{ .x }", "`", "\n]"]),
)
LINES = st.one_of(
    BLOCK_LINES,
    CITATIONS,
    st.sampled_from(["", "///", "////", "# A { #a }", "## B", "### C { #field-notes }", "### D { #field-x }"]),
    st.sampled_from(
        ["```", "~~~", "`code", "<div markdown>", "</div>", "<!--", "-->", "| a | b |", "| - | - |", ":   d"]
    ),
    st.sampled_from(
        ["- item", "1. one", "> quote", "---", "***", "[x]: y.md", "[a](b.md#c)", "![i](j)", "**b", "[^1]: x"]
    ),
    st.sampled_from(
        ["\x00", "\u2028", "\ufeff", "\u202e", "\x1b[0m", "<script>", "&#x0;", "\x02", "\x03", "klzzwxh:0001"]
    ),
    st.text(max_size=20),
)


@pytest.fixture(scope="module")
def judge_page(root: Path, guide: Guide) -> JudgePage:
    """Render a page as ``check`` does, with the extensions of ``mkdocs.yml`` and no engine, and judge what came out."""
    reporter = Reporter()
    found = read_configuration(root)
    assert not isinstance(found, Problem)
    convert = renderer(RenderingContext(root, guide, "en", Fragments(root), reporter), found.markdown)

    def judge(source: str) -> None:
        reporter.page, reporter.problems = PageText("en", "page.md", "docs/en/page.md", source), []
        judge_rendered(guide, convert(reporter.page), reporter.problems)

    return judge


def left_over(page: PageText) -> list[str]:
    """Marks of the guide's Markdown that stand on a page as text."""
    tree = html.document_fromstring(f"<body>{page.html}</body>")
    silent = " or ".join(f"ancestor::{name}" for name in ("code", "pre", "script", "style", "case-generator"))
    texts = tree.xpath(f"//body//text()[not({silent})]")
    found = [match[0].strip() for text in texts for match in re.finditer(r"(?m)^\s*///.*|\[@[\w-]*\]?", text)]
    # After a word in bold a text begins, but no line.
    begun = [line.lstrip(" >-:") for line in page.source.splitlines()]
    return [mark for mark in found if mark.startswith("[") or any(line.startswith(mark) for line in begun)]


def judge_rendered(guide: Guide, page: PageText, reports: Sequence[Problem]) -> None:
    """Every problem is whole, and no mark of the guide's Markdown stands on the page without one."""
    kept = collected(page)
    problems = [*reports, *collected_problems(guide, [kept]), *link_problems(guide, [linked(page)])]
    for problem in problems:
        assert problem.message.strip()
        assert problem.remedy.strip(), problem
        assert problem.rule
        assert problem.line >= 1
        if problem.path == page.path:
            assert problem.line <= len(page.source.splitlines()) + 1, problem
    # What an author takes out of Markdown's hands by a backslash is meant to stand there.
    unseen = "\\" not in page.source and left_over(page)
    if unseen:
        told = [one for one in (*reports, *kept.problems) if one.path == page.path]
        assert told, f"stands on the page, and nobody says so: {unseen}"


@quiet(1_000)
@given(st.lists(LINES, max_size=12))
def test_any_page_renders_and_hides_nothing(judge_page: JudgePage, lines: list[str]) -> None:
    judge_page("\n".join(lines))


MONSTROUS_PAGES = {
    "blocks within blocks": "".join(f"{'/' * (40 - depth)} details | x\n\n" for depth in range(37)),
    "blocks one after the other": "/// freshness | form\n///\n\n" * 300,
    "a block in a quote, taken by nobody": "---\n> ///// ledger | sources\n## B\n> ///// ledger | sources\n:   d\n"
    "///  freshness | '\n:   d\n",
    "quotes within quotes": ">" * 60 + " [@no-reset]",
    "lists within lists": "".join(f"{'    ' * depth}- [@no-reset]\n" for depth in range(40)),
    "brackets": "[" * 400 + "@no-reset" + "]" * 400,
    "a long line": "[@no-reset] " * 3_000,
    "a long name": f"[@{'x' * 50_000}]",
    "a long argument": f"/// form-map | {'x' * 50_000}\n///\n",
    "open brackets": "[@" * 3_000,
    "slashes": "/" * 50_000,
    "backticks": "`[@no-reset" * 500,
    "stars": "**[@no-reset] " * 500,
}


@pytest.mark.parametrize("source", MONSTROUS_PAGES.values(), ids=MONSTROUS_PAGES)
def test_no_page_takes_long(judge_page: JudgePage, source: str) -> None:
    begun = time.monotonic()
    judge_page(source)
    assert time.monotonic() - begun < PATIENCE
