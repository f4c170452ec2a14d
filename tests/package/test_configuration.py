"""``mkdocs.yml`` is read as MkDocs reads it, whatever tags it has."""

from __future__ import annotations

from pathlib import Path

import pytest

from mergeguide.pages.configuration import Configuration, extension_problem, read_configuration


def read(root: Path, text: str) -> Configuration:
    """The configuration of a project with this file."""
    (root / "mkdocs.yml").write_text(text, encoding="utf-8")
    found = read_configuration(root)
    assert isinstance(found, Configuration), found
    return found


@pytest.mark.parametrize(("word", "value"), [("true", True), ("false", False), ("no", False), ("off", False)])
def test_words_for_yes_and_no_are_those_of_mkdocs(tmp_path: Path, word: str, value: bool) -> None:
    assert read(tmp_path, f"use_directory_urls: {word}\n").directory_urls is value


def test_an_environment_variable_is_asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = 'exclude_docs: !ENV [GUIDE_EXCLUDED, "notes.md"]\nsite_url: !ENV [SITE_URL, ""]\n'
    assert not read(tmp_path, text).published.has("en/notes.md")
    monkeypatch.setenv("GUIDE_EXCLUDED", "other.md")
    assert read(tmp_path, text).published.has("en/notes.md")


def test_what_only_python_can_make_is_left_out(tmp_path: Path) -> None:
    text = """\
markdown_extensions:
  - toc: {permalink: true, slugify: !!python/object/apply:pymdownx.slugs.slugify {kwds: {case: lower}}}
  - pymdownx.emoji: {emoji_index: !!python/name:material.extensions.emoji.twemoji , title: long}
  - attr_list
draft_docs: |
  drafts/
"""
    found = read(tmp_path, text)
    assert found.markdown == (
        ["toc", "pymdownx.emoji", "attr_list"],
        {"toc": {"permalink": True}, "pymdownx.emoji": {"title": "long"}, "attr_list": {}},
    )
    assert not found.published.has("en/drafts/x.md")


def test_extensions_may_be_a_mapping(tmp_path: Path) -> None:
    found = read(tmp_path, "markdown_extensions:\n  attr_list:\n  toc: {permalink: true}\n")
    assert found.markdown == (["attr_list", "toc"], {"attr_list": {}, "toc": {"permalink": True}})


def test_a_file_that_is_inherited_from_counts(tmp_path: Path) -> None:
    (tmp_path / "base.yml").write_text("exclude_docs: notes.md\nuse_directory_urls: false\n", encoding="utf-8")
    found = read(tmp_path, "INHERIT: base.yml\nuse_directory_urls: true\n")
    assert not found.published.has("en/notes.md")
    assert found.directory_urls


@pytest.mark.parametrize("given", ["docs", "docs/", "./docs", "docs/../docs"])
def test_the_folder_of_documents_may_be_written_otherwise(tmp_path: Path, given: str) -> None:
    read(tmp_path, f"docs_dir: {given}\n")


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("site_name: x\nmarkdown_extensions:\n  - toc\n  - tabels\n", 4),
        ("markdown_extensions:\n  - toc: {permalink: true}\n  - tabels:\n      a: 1\n", 3),
        ("markdown_extensions:\n  toc:\n  tabels: {a: 1}\n", 3),
        ("site_name: x\nmarkdown_extensions: [toc]\nINHERIT: base.yml\n", 2),
        ("INHERIT: base.yml\n", 1),
    ],
)
def test_an_extension_that_cannot_be_used_is_told_where_it_is_named(tmp_path: Path, text: str, line: int) -> None:
    (tmp_path / "mkdocs.yml").write_text(text, encoding="utf-8")
    problem = extension_problem(tmp_path, "tabels", "no such module")
    assert (problem.path, problem.line, problem.rule) == ("mkdocs.yml", line, "markdown-extension")
    assert problem.message == 'The Markdown extension "tabels" cannot be used: no such module.'


def test_the_sections_of_the_navigation_are_known_by_their_lines(tmp_path: Path) -> None:
    found = read(tmp_path, "nav:\n  - index.md\n  - Home: home.md\n  - one:\n      - two:\n          - three.md\n")
    assert found.sections == (("one", 4), ("two", 5))


@pytest.mark.parametrize("nav", ["nav:", "nav: index.md", "nav: [1, [two], {three: }]"])
def test_what_is_no_navigation_has_no_sections(tmp_path: Path, nav: str) -> None:
    assert read(tmp_path, f"{nav}\n").sections == ()
