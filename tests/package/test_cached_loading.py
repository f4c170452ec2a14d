"""The data is taken from the cache only where loading it anew would give the same."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from mergeguide import cached_loading, kept_data
from mergeguide.cache import FOLDER, Cache
from mergeguide.cached_loading import load_cached
from mergeguide.data import DATA, Guide
from mergeguide.loading import load, models_of
from mergeguide.problems import Problem


@pytest.fixture(scope="module")
def loaded_once(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data alone, loaded once. Do not write into it: ``project`` is a copy."""
    project = tmp_path_factory.mktemp("loaded")
    shutil.copytree(root / DATA, project / DATA)
    assert isinstance(load_cached(project), Guide)
    assert entry(project).is_file()
    return project


@pytest.fixture
def project(loaded_once: Path, tmp_path: Path) -> Path:
    """The data alone, loaded once."""
    return shutil.copytree(loaded_once, tmp_path / "project")


@pytest.fixture
def loads(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The projects that were loaded from their files."""
    roots: list[Path] = []

    def noted(root: Path) -> Guide | tuple[Problem, ...]:
        roots.append(root)
        return load(root)

    monkeypatch.setattr(cached_loading, "load", noted)
    return roots


def entry(project: Path) -> Path:
    """Where the data is kept."""
    return project / FOLDER / "data"


def loaded(project: Path) -> Guide:
    """The guide as ``load_cached`` gives it."""
    guide = load_cached(project)
    assert isinstance(guide, Guide)
    return guide


def test_what_is_kept_is_the_guide_itself(project: Path, loads: list[Path]) -> None:
    kept, plain = loaded(project), load(project)
    assert loads == []
    assert isinstance(plain, Guide)
    assert (kept.records, list(kept.languages.items())) == (plain.records, list(plain.languages.items()))
    assert kept.documents.keys() == plain.documents.keys()
    for name, document in plain.documents.items():
        assert (kept.documents[name].path, kept.documents[name].tree) == (document.path, document.tree)
        assert dict(kept.documents[name].lines) == document.lines


def test_a_line_that_is_asked_for_is_the_one_in_the_file(project: Path) -> None:
    plain = load(project)
    assert isinstance(plain, Guide)
    places: list[list[str | int]] = [["claims", 3, "sources"], ["claims", 3, "no-such-key"], ["nowhere"], []]
    for place in places:
        assert loaded(project).documents["claims"].line(place) == plain.documents["claims"].line(place)


def test_lines_move_with_a_remark_that_changes_nothing_else(project: Path) -> None:
    before = loaded(project).documents["claims"].line(["claims", 3])
    file = project / DATA / "claims.yml"
    file.write_text(f"# a remark\n{file.read_text(encoding='utf-8')}", encoding="utf-8")
    for _ in range(3):
        assert loaded(project).documents["claims"].line(["claims", 3]) == before + 1


@pytest.mark.usefixtures("quick_loading")
def test_every_file_that_is_edited_is_read_anew(project: Path, loads: list[Path]) -> None:
    for number, name in enumerate(models_of(project), 1):
        file = project / DATA / f"{name}.yml"
        time = file.stat().st_mtime_ns
        file.write_text(file.read_text(encoding="utf-8") + "\n", encoding="utf-8")
        os.utime(file, ns=(time, time))
        loaded(project)
        loaded(project)
        assert len(loads) == number, name


def test_an_edit_with_a_mistake_is_told_each_time_and_not_kept(project: Path) -> None:
    file = project / DATA / "timings.yml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text + "more: 1\n", encoding="utf-8")
    told = load(project)
    assert told
    assert [load_cached(project), load_cached(project)] == [told, told]
    file.write_text(text, encoding="utf-8")
    assert isinstance(load_cached(project), Guide)


@pytest.mark.parametrize("name", ["claims.yml", "languages/en.yml"])
def test_a_file_that_has_gone_is_missed(project: Path, name: str) -> None:
    (project / DATA / name).unlink()
    assert load_cached(project) == load(project)
    assert not isinstance(load_cached(project), Guide)


def test_a_language_that_comes_is_seen(project: Path) -> None:
    shutil.copy(project / DATA / "languages/en.yml", project / DATA / "languages/fr.yml")
    assert load_cached(project) == load(project) != ()


@pytest.mark.parametrize("change", ["code", "library", "python"])
def test_what_other_code_has_loaded_is_loaded_anew(
    project: Path, loads: list[Path], monkeypatch: pytest.MonkeyPatch, change: str
) -> None:
    match change:
        case "code":
            monkeypatch.setattr(kept_data, "code_digest", lambda: "another")
        case "library":
            monkeypatch.setattr(kept_data, "version", lambda _: "99")
        case "python":
            monkeypatch.setattr("sys.version", "99")
    loaded(project)
    assert loads == [project]


ENTRIES: dict[str, Callable[[bytes], bytes]] = {
    "no JSON": lambda _: b"\x80\x04K\x00.",
    "no mapping": lambda _: b"[1]",
    "a file less": lambda content: json.dumps({**json.loads(content), "claims": None}).encode(),
    "no such file": lambda _: b"{}",
    "nested without end": lambda _: b"[" * 100_000,
}


def change_entry(project: Path, made: Callable[[bytes], bytes]) -> None:
    """Let what is kept of a project's data be something else that fits it."""
    key = kept_data.data_key(project)
    assert key is not None
    content = Cache(project).get("data", key)
    assert content is not None
    Cache(project).put("data", key, made(content))


@pytest.mark.parametrize("made", ENTRIES.values(), ids=ENTRIES)
def test_an_entry_that_fits_and_holds_something_else_is_loaded_anew(
    project: Path, loads: list[Path], made: Callable[[bytes], bytes]
) -> None:
    change_entry(project, made)
    assert loaded(project).records == load(project).records  # type: ignore[union-attr]
    assert loads[0] == project


def test_data_that_was_saved_while_it_was_read_is_not_kept(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = project / DATA / "timings.yml"
    entry(project).unlink()

    def overtaken(root: Path) -> Guide | tuple[Problem, ...]:
        guide = load(root)
        file.write_text(file.read_text(encoding="utf-8") + "\n", encoding="utf-8")
        return guide

    monkeypatch.setattr(cached_loading, "load", overtaken)
    loaded(project)
    assert not entry(project).exists()


def test_a_key_that_json_would_change_is_not_kept(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    entry(project).unlink()
    guide = load(project)
    assert isinstance(guide, Guide)
    guide.documents["timings"].tree["timings"][0][1] = "a key that is a number"
    monkeypatch.setattr(cached_loading, "load", lambda _: guide)
    loaded(project)
    assert not entry(project).exists()


def test_the_outline_is_that_of_the_guide(project: Path) -> None:
    whole, outline = loaded(project), kept_data.kept_outline(project)
    assert outline
    assert outline.source_language == whole.source_language
    assert [*outline.languages] == [*whole.languages]
    for code, language in whole.languages.items():
        found = outline.languages[code]
        assert (found.name, found.source, found.draft) == (language.name, language.source, language.draft)
        assert tuple(found.owners) == language.owners
    assert outline.documents.keys() == whole.documents.keys()


def test_there_is_no_outline_of_data_that_nobody_knows_to_be_right(project: Path) -> None:
    file = project / DATA / "timings.yml"
    file.write_text(file.read_text(encoding="utf-8") + "more: 1\n", encoding="utf-8")
    assert kept_data.kept_outline(project) is None
    assert not isinstance(load_cached(project), Guide)
    assert kept_data.kept_outline(project) is None


@pytest.mark.parametrize("made", ENTRIES.values(), ids=ENTRIES)
def test_of_an_entry_that_holds_something_else_there_is_an_outline_of_what_it_says_of_languages_or_none(
    project: Path, made: Callable[[bytes], bytes]
) -> None:
    change_entry(project, made)
    assert kept_data.kept_outline(project) is None
