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
    """Every file of a built site, but for the packed sitemap, which has the time in it."""
    files = (file for file in folder.rglob("*") if file.is_file() and file.name != "sitemap.xml.gz")
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
    assert len(times) > 40
    assert built(project) == site
    assert {file: file.stat().st_mtime_ns for file in (project.root / FOLDER).iterdir()} == times


def test_a_damaged_cache_is_made_anew(cached: tuple[Project, Files, Files]) -> None:
    project, site, cache = cached
    for number, (name, content) in enumerate(sorted(cache.items())):
        damaged = (content[: len(content) // 2], b"\x80\x04N." + content, content[:-1] + b"\0", b"")[number % 4]
        (project.root / FOLDER / name).write_bytes(damaged)
    assert built(project) == site
    assert entries(project) == cache


def test_a_project_that_can_keep_nothing_is_built(cached: tuple[Project, Files, Files]) -> None:
    project, site, _ = cached
    shutil.rmtree(project.root / FOLDER)
    (project.root / FOLDER).write_text("in the way", encoding="utf-8")
    try:
        assert built(project) == site
    finally:
        (project.root / FOLDER).unlink()


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


def test_a_template_that_was_edited_is_seen(cached: tuple[Project, Files, Files]) -> None:
    project, *_ = cached
    edits = {
        "overrides/main.html": ('<p class="mg-top md-grid">', '<p class="mg-top md-grid" id="edited">'),
        "overrides/fragments/form-map.html": ('<div class="mg-map-sheet">', '<div class="mg-map-sheet" id="edited">'),
    }
    before = {name: project.text(name) for name in edits}
    try:
        for name, (old, new) in edits.items():
            project.edit(name, old, new)
        site = built(project)
    finally:
        for name, text in before.items():
            project.write(name, text)
    assert b'<p class="mg-top md-grid" id="edited">' in site["index.html"]
    assert b'<div class="mg-map-sheet" id="edited">' in site["open-the-form/index.html"]
