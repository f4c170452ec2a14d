"""Pages on disk: read or told why not, a line found in them, blocks and front matter that do not close."""

from __future__ import annotations

from pathlib import Path

import pytest
from tiny_pages import page

from mergeguide.pages.configuration import read_configuration
from mergeguide.pages.source import PageText, page_of
from mergeguide.problems import Problem, in_order


def text(source: str) -> PageText:
    """A page of some lines."""
    return PageText("en", "page.md", "docs/en/page.md", source)


@pytest.mark.parametrize(
    ("words", "nth", "line"),
    [
        ("/// note", 1, 3),
        ("/// note", 2, 7),
        ("/// note", 3, 1),
        ("two", 1, 2),
        ("nowhere", 1, 1),
        ("one", 1, 1),
    ],
)
def test_the_line_of_some_words(words: str, nth: int, line: int) -> None:
    source = "one and /// note in a sentence\ntwo\n/// note\nthree\n///\n\n    /// note\n"
    assert text(source).line(words, nth) == line


def test_lines_are_counted_as_editors_do() -> None:
    odd = "one\u2028and\x85more\x0c\n"
    assert text(f"{odd}two\n").line("two") == 2
    assert [(each.line, each.rule) for each in page(f"{odd}```\n").problems] == [(2, "code-unclosed")]


def test_a_page_is_read_with_its_path_and_name(tmp_path: Path) -> None:
    file = tmp_path / "docs" / "en" / "more" / "page.md"
    file.parent.mkdir(parents=True)
    file.write_bytes("\ufeff# Ünïcode\r\n\r\nText\r\n".encode())
    assert page_of(tmp_path, "en", file) == PageText(
        "en", "more/page.md", "docs/en/more/page.md", "# Ünïcode\n\nText\n"
    )


@pytest.mark.parametrize(
    ("source", "wanted"),
    [
        ("/// note\nText.\n///\n", []),
        ("/// note\n\n//// tip\nText.\n////\n\n///\n", []),
        ("```\n/// note\n```\n", []),
        ("# A { #a }\n\n/// note\n\nText.\n", [(3, "block-unclosed", 'The block "note" is not closed')]),
        ("Text.\n\n///\n", [(3, "block-unopened", '"///" closes a block, but none is open.')]),
        ("/// note\nText.\n////\n", [(1, "block-unclosed", '"note"'), (3, "block-unopened", '"////"')]),
        ("//// note\n/// tip\nText.\n////\n", []),
        ("/// note\n///\n\n/// tip\n", [(4, "block-unclosed", '"tip"')]),
    ],
)
def test_blocks_that_are_not_closed_or_not_opened(source: str, wanted: list[tuple[int, str, str]]) -> None:
    found = in_order(page(source).problems)
    assert [(problem.line, problem.rule) for problem in found] == [(line, rule) for line, rule, _ in wanted]
    for problem, (_, _, message) in zip(found, wanted, strict=True):
        assert problem.path == "docs/en/page.md"
        assert message in problem.message
        assert problem.remedy


@pytest.mark.parametrize(
    ("front", "wanted"),
    [
        ("title: A page\ndescription: What it is.\n", []),
        ("title: 日本語、です。\nhide:\n  - navigation\n", []),
        ('title: "With: a colon"\n', []),
        ("title: With: a colon\n", [(2, "yaml")]),
        ("title: x\ndescription: it's: wrong\n", [(3, "yaml")]),
        ("title: x\ntitle: y\n", [(3, "duplicate-key")]),
        ("title: [x\n", [(3, "yaml")]),
        ("description: x\n\ttitle: y\n", [(3, "yaml")]),
    ],
)
def test_front_matter_that_is_no_yaml(front: str, wanted: list[tuple[int, str]]) -> None:
    found = page(f"---\n{front}---\n\n# Page {{ #page }}\n").problems
    assert [(problem.line, problem.rule) for problem in found] == wanted


def test_the_project_s_markdown_settings_are_found(root: Path) -> None:
    configuration = read_configuration(root)
    assert not isinstance(configuration, Problem)
    names, configs = configuration.markdown
    assert {"attr_list", "def_list", "toc", "pymdownx.superfences"} <= set(names)
    assert configs["pymdownx.betterem"] == {"punctuation": False}


@pytest.mark.parametrize(("content", "rule"), [(None, "missing-file"), ("a: [", "yaml"), ("- a\n", "empty-file")])
def test_a_configuration_that_cannot_be_read(tmp_path: Path, content: str | None, rule: str) -> None:
    if content is not None:
        (tmp_path / "mkdocs.yml").write_text(content)
    found = read_configuration(tmp_path)
    assert isinstance(found, Problem)
    assert (found.path, found.rule) == ("mkdocs.yml", rule)


def test_a_configuration_without_extensions_names_none(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text('site_url: !ENV [SITE_URL, ""]\nmarkdown_extensions:\n')
    found = read_configuration(tmp_path)
    assert not isinstance(found, Problem)
    assert found.markdown == ([], {})
