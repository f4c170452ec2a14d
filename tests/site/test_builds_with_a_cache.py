"""A build is the same whatever lies in ``.cache/``, and leaves a cache that the next one can use."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from mergeguide.cache import FOLDER
from projects import PATIENCE, Project, copy_project, environment

Files = Mapping[str, bytes]


def site_of(folder: Path) -> Files:
    """Every file of a built site."""
    files = (file for file in folder.rglob("*") if file.is_file())
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in files}


def built(project: Project) -> Files:
    """Build, strictly, without a word."""
    outcome = project.build("--strict", "--quiet")
    assert (outcome.status, outcome.output) == (0, "")
    return site_of(project.root / "site")


def entries(project: Project) -> Files:
    """Every entry of the cache."""
    return {file.name: file.read_bytes() for file in (project.root / FOLDER).iterdir()}


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> tuple[Project, Files, Files]:
    """A project, its site as the first build makes it, and the cache that was left behind."""
    project = copy_project(tmp_path_factory.mktemp("cached"))
    site = built(project)
    return project, site, entries(project)


@pytest.fixture
def cached(first: tuple[Project, Files, Files]) -> tuple[Project, Files, Files]:
    """The same, with that cache back in its place."""
    project, _, cache = first
    folder = project.root / FOLDER
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(mode=0o700, parents=True)
    for name, content in cache.items():
        (folder / name).write_bytes(content)
    return first


def test_the_next_build_takes_the_cache_and_is_the_same(cached: tuple[Project, Files, Files]) -> None:
    project, site, _ = cached
    times = {file: file.stat().st_mtime_ns for file in (project.root / FOLDER).iterdir()}
    kinds = {file.name.partition("-")[0] for file in times}
    of_pages = {"collected", "copy", "rendered", "searched", "text"}
    assert kinds == of_pages | {"data", "script", "sections", "template", "translations", "verdict"}
    assert built(project) == site
    assert {file: file.stat().st_mtime_ns for file in (project.root / FOLDER).iterdir()} == times


def test_a_damaged_cache_is_made_anew(cached: tuple[Project, Files, Files]) -> None:
    project, site, cache = cached
    damaged: dict[str, bytes] = {}
    for number, (name, content) in enumerate(sorted(cache.items())):
        damaged[name] = (content[: len(content) // 2], b"\x80\x04N." + content, content + b"\0", b"")[number % 4]
        (project.root / FOLDER / name).write_bytes(damaged[name])
    assert built(project) == site
    after = entries(project)
    assert after.keys() == cache.keys()
    assert [name for name, content in after.items() if content == damaged[name]] == []


@pytest.mark.whole("test_a_damaged_cache_is_made_anew")
def test_a_project_that_can_keep_nothing_is_built(cached: tuple[Project, Files, Files]) -> None:
    project, site, _ = cached
    shutil.rmtree(project.root / FOLDER)
    (project.root / FOLDER).write_text("in the way", encoding="utf-8")
    try:
        assert built(project) == site
    finally:
        (project.root / FOLDER).unlink()


@pytest.mark.whole("test_the_next_build_takes_the_cache_and_is_the_same")
def test_two_builds_at_once_share_an_empty_cache(cached: tuple[Project, Files, Files]) -> None:
    project, site, cache = cached
    shutil.rmtree(project.root / FOLDER)
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet"]
    folders = [project.root / f"site-{number}" for number in (1, 2)]
    builds = [
        subprocess.Popen([*command, "--site-dir", folder], cwd=project.root, env=environment()) for folder in folders
    ]
    assert [build.wait(PATIENCE) for build in builds] == [0, 0]
    assert [site_of(folder) for folder in folders] == [site, site]
    # Python may write the same code in more than one way.
    assert entries(project).keys() == cache.keys()


EDITS: Mapping[str, Mapping[str, tuple[str, str]]] = {
    "templates": {
        "overrides/main.html": ('<p class="mg-top">', '<p class="mg-top" id="edited">'),
        "overrides/fragments/form-map.html": ('<div class="mg-map-sheet">', '<div class="mg-map-sheet" id="edited">'),
    },
    "a page": {"docs/en/glossary.md": ("\n## ", "\n## Edited { #edited }\n\nEdited [here](privacy.md).\n\n## ")},
    "a script": {"docs/assets/javascripts/page/session-storage.js": ("const VERSION = ", "const VERSION = 1")},
    "data": {"docs/_data/languages/en.yml": ("{title: About you}", "{title: About you edited}")},
    "a page that comes": {},
    "Markdown": {"mkdocs.yml": ("      custom_checkbox: true", "      custom_checkbox: false")},
    "the hooks": {"hooks/mergeguide/markup/language_spans.py": ('"notranslate"', '"notranslate edited"')},
}


@pytest.mark.some(1)
@pytest.mark.parametrize("kind", EDITS)
def test_what_was_edited_is_seen_where_it_counts(cached: tuple[Project, Files, Files], kind: str) -> None:
    project, site, _ = cached
    before = {name: project.text(name) for name in EDITS[kind]}
    page = project.root / "docs/en/edited.md"
    try:
        for name, (old, new) in EDITS[kind].items():
            project.write(name, before[name].replace(old, new, 1))
            assert project.text(name) != before[name], name
        if not EDITS[kind]:
            page.write_text("# Edited\n", encoding="utf-8")
        with_cache = outcome_and_site(project)
        shutil.rmtree(project.root / FOLDER)
        assert with_cache == outcome_and_site(project)
        assert with_cache[2] != site
    finally:
        page.unlink(missing_ok=True)
        for name, text in before.items():
            project.write(name, text)


def outcome_and_site(project: Project) -> tuple[int, str, Files]:
    """How a build ended, what it said, and what it left behind."""
    outcome = project.build("--quiet")
    return outcome.status, outcome.output, site_of(project.root / "site")


def test_what_is_wrong_is_said_at_every_build(cached: tuple[Project, Files, Files]) -> None:
    project, *_ = cached
    page = "docs/en/glossary.md"
    text = project.text(page)
    try:
        project.write(page, text + "\n[nowhere](nowhere.md), [no heading](privacy.md#nowhere), [@no-such-claim].\n")
        first, second = project.build(), project.build()
        assert (second.status, second.warnings, second.places) == (first.status, first.warnings, first.places)
        for words in ("'nowhere.md'", "'privacy.md#nowhere'", "no-such-claim"):
            assert words in second.output
    finally:
        project.write(page, text)
