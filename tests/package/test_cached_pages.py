"""What is known of a page is taken from the cache only where nothing that it is made from has changed."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from mergeguide import cached_pages
from mergeguide.cache import Cache
from mergeguide.cached_pages import CachedPages
from mergeguide.checks.pages import rendered
from mergeguide.checks.pages.gates import check_sources
from mergeguide.checks.pages.rendered import Reporter
from mergeguide.data import Guide
from mergeguide.markup import renderer
from mergeguide.pages import (
    EVERY_PAGE,
    PAGE_SHOWN_BY_BLOCK,
    PageText,
    Published,
    collected,
    pages_of,
    read_configuration,
)
from mergeguide.pages.block_names import BLOCKS
from mergeguide.problems import Problem
from mergeguide.rendering import Fragments, RenderingContext
from projects import PATIENCE, TODAY, environment
from turns import some_of

EXTENSIONS = ("toc", "tables")


def copied(root: Path, into: Path) -> Path:
    """A copy of what pages are made from."""
    for part in ("docs", "hooks", "overrides"):
        shutil.copytree(root / part, into / part, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(root / "mkdocs.yml", into)
    return into


@pytest.fixture
def project(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of what pages are made from."""
    monkeypatch.setenv("MERGE_GUIDE_TODAY", TODAY)
    return copied(root, tmp_path)


@pytest.fixture(scope="module")
def checked_once(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same, after a check that had nothing to say. Do not write into it: ``checked`` is a copy."""
    project = copied(root, tmp_path_factory.mktemp("checked"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("MERGE_GUIDE_TODAY", TODAY)
        assert check_sources(project, follow_links=True, cached=True) == ()
    return project


@pytest.fixture
def checked(checked_once: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The same, with what the check has left in the cache."""
    monkeypatch.setenv("MERGE_GUIDE_TODAY", TODAY)
    return shutil.copytree(checked_once, tmp_path / "project")


@pytest.fixture(scope="module")
def every_page(root: Path, guide: Guide) -> list[PageText]:
    """The real pages, rendered."""
    configuration = read_configuration(root)
    assert not isinstance(configuration, Problem)
    pages: list[PageText] = []
    for code in guide.languages:
        context = RenderingContext(root, guide, code, Fragments(root), Reporter(PageText(code, "", "", "")))
        render = renderer(context, configuration.markdown)
        sources = (page for page in pages_of(root, [code]) if isinstance(page, PageText))
        pages += [render(page) for page in sources if page.code == code]
    return pages


OPENED = """
import json, sys
from pathlib import Path
from mergeguide.checks.pages.rendered import Reporter
from mergeguide.loading import load
from mergeguide.markup import renderer
from mergeguide.pages import PageText, pages_of, read_configuration
from mergeguide.rendering import Fragments, RenderingContext

root, opened = Path.cwd(), []
# What is opened by its number is a pipe to git, which is asked for what a stale section said.
named = lambda event, of: event == "open" and not isinstance(of[0], int)
sys.addaudithook(lambda event, of: opened.append(str(of[0])) if named(event, of) else None)
guide, settings = load(root), read_configuration(root).markdown
for code in guide.languages:
    reporter = Reporter(PageText(code, "", "", ""))
    render = renderer(RenderingContext(root, guide, code, Fragments(root), reporter), settings)
    for page in [page for page in pages_of(root, [code]) if isinstance(page, PageText) and page.code == code]:
        opened.clear()
        render(page)
        below = {Path(name).resolve() for name in opened if Path(name).resolve().is_relative_to(root)}
        print(json.dumps([page.path, page.source, sorted(path.relative_to(root).as_posix() for path in below)]))
"""
"""Renders every page, and says which files of the project it opened meanwhile."""


def test_a_page_is_made_from_no_file_that_its_key_does_not_name(project: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", OPENED],
        cwd=project.resolve(),
        env=environment(PYTHONPATH=str(project / "hooks")),
        capture_output=True,
        timeout=PATIENCE,
        check=False,
        text=True,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stderr
    seen: set[str] = set()
    for path, source, files in map(json.loads, done.stdout.splitlines()):
        shown = {page for block, page in PAGE_SHOWN_BY_BLOCK.items() if f"/// {block}" in source}
        for file in files:
            named = any(Path(file).is_relative_to(folder) for folder, _ in cached_pages._FILES)
            cache_or_code = file.startswith((".cache/", "hooks/"))
            of_other = file.endswith(".md") and not shown.isdisjoint({EVERY_PAGE, Path(file).name})
            assert named or cache_or_code or of_other, f"{path} is made from {file}"
            seen.add(Path(file).suffix)
    assert {".md", ".html", ".js"} <= seen


def kept(project: Path, *parts: str, extensions: tuple[str, ...] = EXTENSIONS) -> bytes | None:
    """What is kept of a page for somebody who comes anew."""
    return CachedPages(project, extensions, "made so").get("kind", "page.md", *(parts or ("text",)))


def keep(project: Path, extensions: tuple[str, ...] = EXTENSIONS) -> None:
    """Keep something of a page."""
    CachedPages(project, extensions, "made so").put("kind", "page.md", b"content", "text")


def test_what_is_kept_of_a_page_comes_back(project: Path) -> None:
    keep(project)
    assert kept(project) == b"content"
    assert kept(project, "another text") is None
    assert CachedPages(project, EXTENSIONS, "otherwise").get("kind", "page.md", "text") is None


@pytest.mark.parametrize(
    "name",
    [
        "docs/_data/claims.yml",
        "docs/_data/languages/ja.yml",
        "docs/assets/javascripts/letters/answers.js",
        "hooks/case_generator.py",
        "overrides/fragments/form-map.html",
    ],
)
def test_an_edit_of_what_pages_are_made_from_counts(project: Path, name: str) -> None:
    keep(project)
    with (project / name).open("a", encoding="utf-8") as file:
        file.write(" ")
    assert kept(project) is None


@pytest.mark.parametrize(
    ("name", "value"), [("code_digest", "another"), ("_libraries", "others"), ("today", "2030-01-01")]
)
def test_other_code_libraries_or_another_day_count(
    project: Path, monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    keep(project)
    monkeypatch.setattr(cached_pages, name, lambda: value)
    assert kept(project) is None


def test_a_file_that_cannot_be_read_switches_it_off(project: Path) -> None:
    keep(project)
    (project / "docs/_data/more.yml").symlink_to("nowhere")
    assert kept(project) is None
    keep(project)
    assert kept(project) is None


def test_an_editor_s_lock_beside_such_a_file_counts_for_nothing(project: Path) -> None:
    keep(project)
    for name in (
        "docs/_data/.#a.yml",
        "docs/assets/javascripts/.#a.js",
        "hooks/.#a.py",
        "overrides/fragments/.#a.html",
    ):
        (project / name).symlink_to("hanako@example.4242:1700000000")
    assert kept(project) == b"content"


def test_an_extension_that_may_look_at_other_things_switches_it_off(project: Path) -> None:
    keep(project, (*EXTENSIONS, "pymdownx.snippets"))
    assert kept(project, extensions=(*EXTENSIONS, "pymdownx.snippets")) is None


@pytest.mark.parametrize(("block", "page"), PAGE_SHOWN_BY_BLOCK.items())
def test_pages_that_show_something_of_others_are_made_from_them_too(
    project: Path, guide: Guide, block: str, page: str
) -> None:
    assert block in BLOCKS
    pages, text = CachedPages(project, EXTENSIONS), f"/// {block}\n///\n"
    before = pages.digest_of_pages_shown(text, guide.languages, Published())
    assert pages.digest_of_pages_shown(text, guide.languages, Published()) == before != ""
    for edited, counts in (("index.md", page == EVERY_PAGE), (page or "glossary.md", True)):
        with (project / "docs/en" / edited).open("a", encoding="utf-8") as file:
            file.write("\n## More\n")
        assert (pages.digest_of_pages_shown(text, guide.languages, Published()) != before) is counts
    assert pages.digest_of_pages_shown("# Others\n", guide.languages, Published()) == ""


def test_a_page_that_says_since_when_others_are_behind_is_made_from_the_history_too(
    project: Path, guide: Guide, monkeypatch: pytest.MonkeyPatch
) -> None:
    pages, text = CachedPages(project, EXTENSIONS), "/// translation-status\n///\n"
    before = pages.digest_of_pages_shown(text, guide.languages, Published())
    monkeypatch.setattr(cached_pages, "newest_commit", lambda _root: "0123456789abcdef")
    assert pages.digest_of_pages_shown(text, guide.languages, Published()) != before


def test_where_it_is_known_what_is_shown_of_every_page_that_counts_and_not_how_they_are_written(
    project: Path, guide: Guide
) -> None:
    pages, shown = CachedPages(project, EXTENSIONS), [["fresh"], ["fresh"], ["stale"]]
    text = "/// translation-status\n///\n"
    keys = [pages.digest_of_pages_shown(text, guide.languages, Published(), partial(list, table)) for table in shown]
    assert keys[0] == keys[1] != keys[2]
    # Nobody is asked for what a page does not show.
    assert pages.digest_of_pages_shown("/// case-generator\n///\n", guide.languages, Published(), shown.pop)
    assert len(shown) == 3


def test_what_the_gates_know_of_a_page_comes_back_as_it_was(project: Path, every_page: list[PageText]) -> None:
    pages = CachedPages(project, EXTENSIONS)
    assert len(every_page) > 20
    for page in every_page:
        assert pages.collected(page) == collected(page)
    cached_pages_only = CachedPages(project, EXTENSIONS)
    for page in every_page:
        found = cached_pages_only.collected(page)
        assert (found, type(found.headings), type(found.notices)) == (collected(page), tuple, frozenset)


def test_what_the_gates_know_is_not_gathered_twice(
    project: Path, every_page: list[PageText], monkeypatch: pytest.MonkeyPatch
) -> None:
    CachedPages(project, EXTENSIONS).collected(every_page[0])
    monkeypatch.setattr(cached_pages, "collected", None)
    CachedPages(project, EXTENSIONS).collected(every_page[0])


EDITS: dict[str, Callable[[str], str]] = {
    "docs/en/glossary.md": lambda text: text + "\n[nowhere](nowhere.md) [@no-such-claim]\n",
    "docs/ja/index.md": lambda text: text.replace("{ #", "{ #edited-", 1),
    "docs/_data/situations.yml": lambda text: text.replace("section: your-situation.md#", "section: index.md#", 1),
    "docs/ja/case-text.md": lambda text: text.replace("/// case-generator", "", 1),
    "mkdocs.yml": lambda text: text.replace("  /_data/", "  /_data/\n  /en/privacy.md"),
}


def test_a_check_finds_the_same_with_a_cache_and_without(checked: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, edit in some_of(EDITS.items(), 4):
        file = checked / name
        text = file.read_text(encoding="utf-8")
        file.write_text(edit(text), encoding="utf-8")
        told = check_sources(checked, follow_links=True)
        assert told != (), name
        for _ in range(2):
            assert check_sources(checked, follow_links=True, cached=True) == told
        file.write_text(text, encoding="utf-8")
    assert check_sources(checked, follow_links=True, cached=True) == ()
    monkeypatch.setattr(rendered, "renderer", None)
    assert check_sources(checked, follow_links=True, cached=True) == ()


def test_entries_that_fit_and_hold_something_else_are_made_anew(checked: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    get = Cache.get

    def spoilt(cache: Cache, name: str, key: str) -> bytes | None:
        return None if get(cache, name, key) is None else b'{"page": 1}'

    monkeypatch.setattr(Cache, "get", spoilt)
    assert check_sources(checked, follow_links=True, cached=True) == ()
