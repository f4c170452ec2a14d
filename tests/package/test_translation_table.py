"""The table of translations: every section of every page, its state, and where it is edited."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from mergeguide.data.guide import Guide
from mergeguide.rendering import Fragments, RenderingContext, translation_table
from mergeguide.translations import badge
from projects import CopyProject

EDIT = "https://example.com/org/guide/edit/main/docs/"


def table(root: Path, guide: Guide, code: str = "en", edit_address: str = "") -> dict[str, Any]:
    """The table of a project in a language, page by page."""

    def report(*told: str) -> None:
        raise AssertionError(told)

    found = translation_table(RenderingContext(root, guide, code, Fragments(root), report, edit_address=edit_address))
    return {page["name"]: page for page in found["pages"]}


def test_each_section_has_a_row_with_its_state_in_words(project_copy: CopyProject, guide: Guide) -> None:
    project = project_copy()
    project.sync_translations()
    project.edit("docs/ja/privacy.md", "検索した言葉は送信しません。", "検索した言葉は記録しません。")
    page = table(project.root, guide)["privacy.md"]
    behind = [row for row in page["rows"] if row["cells"][0]["open"]]
    words = guide.languages["en"].status
    assert [(row["href"], row["cells"][0]["told"]) for row in behind] == [
        ("privacy.md#what-the-page-does", words["state-stale"])
    ]
    (column,) = page["columns"]
    assert (column["done"], column["total"]) == (len(page["rows"]) - 1, len(page["rows"]))


def test_what_a_page_tolerates_is_told_as_that_and_is_not_to_be_done(project_copy: CopyProject, guide: Guide) -> None:
    project = project_copy()
    project.sync_translations()
    project.edit("docs/ja/privacy.md", "タブを閉じます。保存", "タブを必ず閉じます。保存")
    file = project.root / "docs/en/privacy.md"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("---\n", "---\ni18n: {tolerance: minor}\n", 1), encoding="utf-8")
    page = table(project.root, guide)["privacy.md"]
    told = [row["cells"][0] for row in page["rows"]]
    words = guide.languages["en"].status["state-tolerated"]
    assert [cell["open"] for cell in told if cell["told"] == words] == [False]
    assert not any(cell["open"] for cell in told)


def test_titles_are_in_the_language_of_the_page_or_say_that_they_are_not(
    project_copy: CopyProject, guide: Guide
) -> None:
    assert table(project_copy().root, guide)["privacy.md"]["title"]["code"] == "en"
    project = project_copy()
    (project.root / "docs/en/privacy.md").unlink()
    assert table(project.root, guide)["privacy.md"]["title"] == {"text": "プライバシー", "code": "ja"}


def test_a_page_is_edited_or_begun_in_the_browser(project_copy: CopyProject, guide: Guide) -> None:
    project = project_copy()
    (project.root / "docs/en/privacy.md").unlink()
    pages = table(project.root, guide, edit_address=EDIT)
    edits = {name: page["columns"][0]["edit"] for name, page in pages.items()}
    assert edits["replies.md"] == f"{EDIT}en/replies.md"
    assert edits["privacy.md"] == "https://example.com/org/guide/new/main/docs/en?filename=privacy.md"
    assert edits[""] == f"{EDIT}_data/languages/en.yml"
    assert all(page["columns"][0]["edit"] == "" for page in table(project.root, guide).values())


@pytest.mark.parametrize(("done", "told"), [(200, "100 %"), (199, "99 %"), (0, "0 %")])
def test_a_badge_never_rounds_up(done: int, told: str) -> None:
    picture = ElementTree.fromstring(badge("English & <co>", done, 200))
    assert picture.get("aria-label") == f"English & <co>: {told}"
    assert [text.text for text in picture.iter("{http://www.w3.org/2000/svg}text")] == ["English & <co>", told]


def test_a_badge_of_nothing_says_nothing_is_done() -> None:
    assert ": 0 %" in badge("English", 0, 0)
