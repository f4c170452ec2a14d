"""Which files are on the site: the same answer as MkDocs gives, asked of MkDocs."""

from __future__ import annotations

from pathlib import Path

import pytest
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import get_files
from pathspec import GitIgnoreSpec

from mergeguide.pages.published import Published, destination, pages_among, published_files

FILES = (
    "en/index.md",
    "en/README.md",
    "en/notes.md",
    "en/more.markdown",
    "en/more.mkd",
    "en/UPPER.MD",
    "en/drafts/one.md",
    "en/drafts/README.md",
    "en/x.md/inner.md",
    "en/templates/t.md",
    "en/.#index.md",
    "en/._index.md",
    "en/.index.md.swp",
    "en/#index.md#",
    "en/index.md~",
    "en/.obsidian/page.md",
    ".idea/page.md",
    ".DS_Store",
    "templates/page.md",
    "_data/fields.yml",
    "assets/a.css",
    "ja/notes.md",
)
PATTERNS = (
    "",
    "/_data/",
    "notes.md",
    "*~\n\\#*#",
    "en/*\n!en/index.md",
    "/en/drafts/",
    "index.md",
    "!.obsidian/\n!.*.md",
)


def spec(patterns: str) -> GitIgnoreSpec:
    """Patterns as a matcher."""
    return GitIgnoreSpec.from_lines(patterns.splitlines())


@pytest.mark.parametrize("drafts", ["", "drafts/", "more.*\nnotes.md"])
@pytest.mark.parametrize("excluded", PATTERNS)
def test_the_list_is_that_of_the_engine(tmp_path: Path, excluded: str, drafts: str) -> None:
    for name in FILES:
        file = tmp_path / "docs" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.touch()
    config = MkDocsConfig(config_file_path=str(tmp_path / "mkdocs.yml"))
    config.load_dict(
        {"docs_dir": str(tmp_path / "docs"), "site_name": "x", "exclude_docs": excluded, "draft_docs": drafts}
    )
    config.validate()

    ours = list(published_files(tmp_path, Published(spec(excluded), spec(drafts))))

    theirs = [file.src_uri for file in get_files(config) if file.inclusion.is_included()]  # type: ignore[no-untyped-call]
    assert sorted(ours) == sorted(theirs)
    assert all(destination(name, directory_urls=True) == _address(config, name) for name in ours)
    config.use_directory_urls = False
    assert all(destination(name) == _address(config, name) for name in ours)


def _address(config: MkDocsConfig, name: str) -> str:
    found = get_files(config).get_file_from_path(name)
    assert found
    return found.dest_uri


def test_drafts_are_in_the_preview_alone(tmp_path: Path) -> None:
    for name in ("en/a.md", "en/draft.md"):
        (tmp_path / "docs" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "docs" / name).touch()
    drafts = spec("draft.md")
    assert list(published_files(tmp_path, Published(None, drafts))) == ["en/a.md"]
    assert list(published_files(tmp_path, Published(None, drafts, with_drafts=True))) == ["en/a.md", "en/draft.md"]


def test_pages_are_those_in_the_folder_of_a_language() -> None:
    names = ["index.md", "en/a.md", "en/sub/b.md", "zh-TW/a.md", "fr/a.md", "en/picture.svg"]
    assert list(pages_among(names, ["en", "zh-TW"])) == [("en", "a.md"), ("en", "sub/b.md"), ("zh-TW", "a.md")]
