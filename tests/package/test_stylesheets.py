"""Style sheets: the theme's below ours, and for a page only those parts that say something about it."""

from __future__ import annotations

import re
from pathlib import Path

import material
import pytest

from mergeguide.stylesheets import Stylesheets
from mergeguide.stylesheets.layers import LAYERS, compact
from mergeguide.stylesheets.reduction import (
    classes_given_in,
    reduced,
    without_restyling_rules,
    without_unused,
    words_in,
)
from mergeguide.stylesheets.selectors import names_in, names_needed
from mergeguide.stylesheets.sheets import theme_sheet
from projects import ROOT

FILES = sorted((ROOT / "overrides").rglob("*.css"))
THEME = Path(material.__file__).parent / "templates"
CLASS = re.compile(r"\.(-?[a-z_][\w-]*)", re.IGNORECASE)
NO_SELECTOR = re.compile(r"/\*.*?\*/|\"[^\"]*\"|url\([^)]*\)", re.DOTALL)


def project(root: Path, **files: str) -> Stylesheets:
    """The style sheets of a project that has these parts."""
    for name, text in files.items():
        file = root / "overrides" / name.replace("__", "/")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.with_suffix(".css").write_text(text, encoding="utf-8")
    return Stylesheets(root)


def test_the_theme_is_in_the_first_layer_whatever_its_files_begin_and_end_with() -> None:
    main = '@charset "UTF-8";@import url("more.css") print;a{color:red}/*# sourceMappingURL=main.css.map */'

    text = theme_sheet([main, "b{content:'☞'}"]).text

    assert text.splitlines() == [
        '@charset "UTF-8";',
        f"@layer {', '.join(LAYERS)};",
        '@import url("more.css") layer(theme) print;',
        "@layer theme {",
        "a{color:red}",
        "}",
        "@layer theme {",
        "b{content:'☞'}",
        "}",
    ]


def test_no_file_of_the_theme_imports_another_after_rules() -> None:
    """``@import`` is ignored after the first rule, so only the theme's first file may have one."""
    first, *others = sorted((THEME / "assets/stylesheets").glob("*.css"))

    assert first.name.startswith("main.")
    assert [file.name for file in others if "@import" in file.read_text(encoding="utf-8")] == []


@pytest.mark.parametrize(
    ("css", "sent"),
    [
        ('/* a */\n\na {\n  content: "/* b */";\n}\n', 'a{content:"/* b */"}'),
        (
            "a > b,\na :hover ~ p + q {\n  margin: 0 auto;\n  color: red;\n}",
            "a>b,a :hover ~ p + q{margin:0 auto;color:red}",
        ),
        (
            "@media (width >= 60em) {\n  a {\n    b: calc(1px + 2px);\n  }\n}",
            "@media (width>= 60em){a{b:calc(1px + 2px)}}",
        ),
        ("a {\n  --x: ' ; } ', \"a  b\" , c;\n}", "a{--x:' ; } ',\"a  b\",c}"),
        ("a {\n  transition:\n    color 1s,\n    width 2s;\n}", "a{transition:color 1s,width 2s}"),
    ],
)
def test_comments_and_white_space_that_means_nothing_are_not_sent(css: str, sent: str) -> None:
    assert compact(css) == f"{sent}\n"


@pytest.mark.parametrize(
    ("css", "needed"),
    [
        (".a .b > c-d:hover::before {}", [{".a", ".b", "c-d"}]),
        ("a, .b {} @media print { .c {} }", [{"a"}, {".b"}, {".c"}]),
        (":is(.a, .b:not(.c)) td {}", [{".a", "td"}, {".b", "td"}]),
        ('.a[data-x="b c"]:nth-child(2n) {}', [{".a"}]),
        ("body:has(.a) :is(td, th):is(.b) {}", [{"body", ".a", "td", ".b"}, {"body", ".a", "th", ".b"}]),
        ("/* .x { */ * { --y: '.z {'; }", [set()]),
    ],
)
def test_a_selector_needs_all_its_names(css: str, needed: list[set[str]]) -> None:
    assert names_needed(css) == {frozenset(names) for names in needed}


def test_a_page_gets_what_every_page_has_and_the_parts_that_it_uses(tmp_path: Path) -> None:
    sheets = project(
        tmp_path,
        stylesheets__type="p { margin: 0; }",
        stylesheets__parts__box="details, .box { border: 0; }",
        fragments__map="map-of .way {\n  color: red;\n}",
        fragments__other__inner=".other { color: red; }",
    )

    plain, box, both = map(
        sheets.page_sheet, ("<p>details</p>", "<p class='x box'>", '<details></details><map-of><b class="way">')
    )

    assert "@layer type {\np{" in plain.text
    assert "box" not in plain.text
    assert "@layer parts {\ndetails,.box{" in box.text
    assert "way" not in box.text
    assert both.text == box.text + "@layer fragments {\nmap-of .way{color:red}\n}\n"
    assert len({plain.path, box.path, both.path}) == 3


def test_pages_with_the_same_parts_share_a_sheet_and_a_change_gives_it_another_name(tmp_path: Path) -> None:
    one = project(tmp_path, stylesheets__parts__box=".box { border: 0; }")
    before = one.page_sheet('<p class="box">')
    assert one.page_sheet('<b class="box"></b><i>') is before

    other = project(tmp_path, stylesheets__parts__box=".box { border: 1px; }")
    assert other.page_sheet('<p class="box">').path != before.path


def test_files_that_editors_leave_behind_and_marks_at_the_beginning_do_no_harm(tmp_path: Path) -> None:
    plain = project(tmp_path, stylesheets__type="a { color: red; }").page_sheet("<p>")

    (tmp_path / "overrides/stylesheets/._type.css").write_bytes(b"\xff\xfe\x00")
    assert project(tmp_path, stylesheets__type="\ufeffa { color: red; }").page_sheet("<p>") == plain


def test_each_file_that_every_page_has_is_a_layer_whose_place_is_said() -> None:
    shared = {file.stem for file in (ROOT / "overrides/stylesheets").glob("*.css")}

    assert shared == set(LAYERS) - {"theme", "parts", "fragments"}


def test_a_style_beside_the_fragments_is_named_after_one_of_them() -> None:
    folder = ROOT / "overrides/fragments"
    named = {file.relative_to(folder).parts[0].removesuffix(".css") for file in folder.rglob("*.css")}

    assert {name for name in named if not list(folder.glob(f"{name}*.html"))} == set()


@pytest.fixture(scope="module")
def what_can_have_a_class() -> str:
    """All that writes HTML: pages, templates, scripts, the package, what mkdocs.yml switches on, the theme."""
    folders = {"overrides": "*.html", "docs": "*.md", "docs/assets/javascripts": "*.js", "hooks": "*.py"}
    files = [file for folder, pattern in folders.items() for file in (ROOT / folder).rglob(pattern)]
    theme = [THEME / "base.html", *THEME.glob("partials/**/*.html"), *THEME.glob("assets/javascripts/bundle.*.js")]
    return "\n".join(file.read_text(encoding="utf-8") for file in (*files, *theme, ROOT / "mkdocs.yml"))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.relative_to(ROOT / "overrides").as_posix())
def test_every_class_with_a_style_is_written_by_something(file: Path, what_can_have_a_class: str) -> None:
    classes = set(CLASS.findall(NO_SELECTOR.sub("", file.read_text(encoding="utf-8"))))

    unused = {name for name in classes if not re.search(rf"(?<![\w-]){name}(?![\w-])", what_can_have_a_class)}
    assert unused == set()


NAMES = frozenset({"p", ".a", ".b", "table"}) | names_in('<body data-md-color-scheme="slate">')


@pytest.mark.parametrize(
    ("css", "kept"),
    [
        (".a{x:1}.c{x:2}", ".a{x:1}"),
        (".c,.a>p,.d{x:1}", ".a>p{x:1}"),
        (".c{x:1}@media print{.c{x:2}}", ""),
        ("@media print{.c{x:1}.a{x:2}}", "@media print{.a{x:2}}"),
        ("@media (width>1px){@supports (x:1){.b .c{x:1}.b{y:2}}}", "@media (width>1px){@supports (x:1){.b{y:2}}}"),
        ("@keyframes turn{0%{x:1}to{x:2}}@font-face{x:1}", "@keyframes turn{0%{x:1}to{x:2}}@font-face{x:1}"),
        (':root{--i:url("data:,}{;")}.c{x:1}', ':root{--i:url("data:,}{;")}'),
        ('[data-c="}"] p{x:1}', '[data-c="}"] p{x:1}'),
        (":is(.c,.a) p{x:1}:is(.c,.d) p{x:2}", ":is(.c,.a) p{x:1}"),
        (":is(p:not(.c),h1),.c{x:1}", ":is(p:not(.c),h1){x:1}"),
        (":not(.c){x:1}.a:hover::before{x:2}", ":not(.c){x:1}.a:hover::before{x:2}"),
        ("#id .a{x:1}#id .c{x:2}", "#id .a{x:1}"),
        ("[data-md-color-scheme=slate]{x:1}[data-md-color-primary=red] .a{x:2}", "[data-md-color-scheme=slate]{x:1}"),
        (".a:not([data-md-color-scheme=slate]){x:1}", ".a:not([data-md-color-scheme=slate]){x:1}"),
        ('@charset "UTF-8";@import url("m.css");.c{x:1}', '@charset "UTF-8";@import url("m.css");'),
    ],
)
def test_what_can_match_nothing_goes_and_all_else_stays_as_it_is(css: str, kept: str) -> None:
    assert reduced(css, NAMES) == kept


@pytest.mark.parametrize(
    ("css", "kept"),
    [
        (':root{--a:url("data:;}");--b:1px}p{width:var(--b)}', ":root{--b:1px}p{width:var(--b)}"),
        (":root{--a:var(--b);--b:1px}", ""),
        (":root{--ours:1px;--b:2px}", ":root{--ours:1px}"),
        ("@media print{p{--c:1;x:calc(var( --d) + 1px);--d:2}}", "@media print{p{x:calc(var( --d) + 1px);--d:2}}"),
        ("@keyframes a{from{--a:1}to{x:1}}", "@keyframes a{from{--a:1}to{x:1}}"),
    ],
)
def test_what_nothing_asks_for_goes(css: str, kept: str) -> None:
    assert without_unused(css, frozenset({"--ours"})) == kept


def test_the_theme_s_script_changes_no_style_of_a_whole_page_as_it_begins() -> None:
    theme = "".join(
        compact(file.read_text(encoding="utf-8")) for file in sorted(THEME.rglob("assets/stylesheets/*.css"))
    )
    assert "[data-md-color-switching] " in theme
    assert "[data-md-color-switching]" not in without_restyling_rules(theme)
    for css in (without_restyling_rules(theme), *(compact(file.read_text(encoding="utf-8")) for file in FILES)):
        assert ":not([class])" not in css


def test_what_a_script_may_make_stays() -> None:
    script = """e("dialog",{class:"md-dialog md-a"});x.classList.add("md-b");y.className=`md-c`;z='<p class="md-d">'"""
    assert classes_given_in(script) == {".md-dialog", ".md-a", ".md-b", ".md-c", ".md-d"}
    assert "dialog" in words_in(script)


def test_the_theme_s_sheet_has_what_any_page_uses(tmp_path: Path) -> None:
    sheets = project(tmp_path)
    sheets.theme, sheets.scripts = [".a{x:1}.b{x:2}.c{x:3}.d{x:4}"], ["e({class:'c'})"]
    for html in ('<p class="a">', '<p class="b">'):
        sheets.page_sheet(html)
    assert ".a{x:1}.b{x:2}.c{x:3}\n}" in sheets.theme_sheet().text
    assert ".d{x:4}" in sheets.theme_sheet(every_page=False).text
