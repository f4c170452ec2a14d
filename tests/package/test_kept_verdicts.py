"""What was judged of translations and schemas is taken up again only where judging anew would give the same."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from mergeguide.cached_loading import load_cached
from mergeguide.checks import translation_findings
from mergeguide.checks.pages import translations
from mergeguide.checks.pages.translations import TranslationFindings
from mergeguide.data import DATA, Guide, json_schema, schema_problems
from mergeguide.pages import PageText, Published, pages_of
from mergeguide.translations import Translations, cached_states, judged
from projects import TODAY

Edit = Callable[[str], str]
EDITS: dict[str, Edit] = {
    "docs/ja/glossary.md": lambda text: text.replace("このガイドで使う言葉", "ガイドの中で使う言葉", 1),
    "docs/en/open-the-form.md": lambda text: text.replace("(case-text.md)", "(privacy.md)", 1),
    "docs/_data/languages/ja.yml": lambda text: text.replace("依頼文をコピー", "文面をコピー", 1),
    "docs/_data/glossary.yml": lambda text: text.replace("preferred: 依頼文", "preferred: 依頼状", 1),
    "docs/_data/translations/en/pages/glossary.yml": lambda text: text.replace("source: ", "source: 0", 1),
}


@pytest.fixture
def project(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the pages and the data."""
    monkeypatch.setenv("MERGE_GUIDE_TODAY", TODAY)
    shutil.copytree(root / "docs", tmp_path / "docs")
    return tmp_path


def loaded(project: Path) -> Guide:
    """The data as it is now."""
    guide = load_cached(project)
    assert isinstance(guide, Guide)
    return guide


def state(project: Path, guide: Guide, *, cached: bool) -> Translations:
    """How far every section of the translations is."""
    pages = [page for page in pages_of(project, guide.languages) if isinstance(page, PageText)]
    return judged(project, guide, pages, cached=cached)


def findings(project: Path, guide: Guide, *, cached: bool) -> TranslationFindings:
    """What makes a build fail, and what translators are told."""
    return translation_findings(project, guide, Published(), cached=cached)


def test_every_edit_is_judged_as_without_a_cache(project: Path) -> None:
    """And so is the text as it was, once it is back."""
    whole = findings(project, loaded(project), cached=True)
    for name, edit in EDITS.items():
        file = project / name
        text = file.read_text(encoding="utf-8")
        assert edit(text) != text, name
        file.write_text(edit(text), encoding="utf-8")
        guide = loaded(project)
        plain = findings(project, guide, cached=False)
        assert plain != whole, name
        for _ in range(2):
            assert findings(project, guide, cached=True) == plain
        assert state(project, guide, cached=True) == state(project, guide, cached=False)
        file.write_text(text, encoding="utf-8")
    assert findings(project, loaded(project), cached=True) == whole


def test_what_is_judged_by_data_from_before_is_not_kept_for_the_data_as_it_is_now(project: Path) -> None:
    """A preview of broken data goes on with its last good state."""
    before = loaded(project)
    for name in ("docs/_data/languages/ja.yml", "docs/_data/glossary.yml"):
        file = project / name
        file.write_text(EDITS[name](file.read_text(encoding="utf-8")), encoding="utf-8")
    now = loaded(project)
    plain = [(state(project, each, cached=False), findings(project, each, cached=False)) for each in (before, now)]
    assert plain[0][0] != plain[1][0]
    assert plain[0][1] != plain[1][1]
    for each, expected in zip((before, now, before, now), plain * 2, strict=True):
        assert (state(project, each, cached=True), findings(project, each, cached=True)) == expected


def test_nothing_is_judged_twice(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first, guide = findings(project, loaded(project), cached=True), loaded(project)
    state(project, guide, cached=True)
    monkeypatch.setattr(cached_states, "section_states", None)
    monkeypatch.setattr(translations, "judged", None)
    assert state(project, guide, cached=True).sections
    assert findings(project, guide, cached=True) == first


def test_a_schema_that_is_wrong_is_told_each_time(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Under another name it is another; what was right before is not made anew."""
    assert schema_problems(project, cached=True) == ()
    folder = project / DATA / "schemas"
    moved = (folder / "fields.schema.json").rename(folder / "fiends.schema.json")
    for _ in range(2):
        assert [problem.rule for problem in schema_problems(project, cached=True)] == ["schema-drift"]
    moved.rename(folder / "fields.schema.json")
    monkeypatch.setattr(json_schema, "schema_texts", None)
    assert schema_problems(project, cached=True) == ()
