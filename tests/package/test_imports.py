"""What a command need not import, it does not: that takes longer than its work. No clock is asked."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from mergeguide.cached_loading import load_cached
from mergeguide.data import Guide
from projects import PATIENCE, copy_project, environment

HEAVY = ("jinja2", "langcodes", "lxml", "markdown", "pydantic", "mergeguide.schema", "mergeguide.cached_loading")
RUN = f"""
import sys
from mergeguide.__main__ import main

status = main(sys.argv[1:])
print("imported:", *(name for name in {HEAVY!r} if name in sys.modules))
sys.exit(status)
"""
SECTION = "privacy.md#what-the-page-does"
OLD, NEW = "検索した言葉は送信しません。", "検索した言葉は記録しません。"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project in which a section is stale, and whose data was loaded before."""
    made = tmp_path_factory.mktemp("imports") / "guide"
    copy_project(made)
    assert run(made, "translations", "sync", "--all", "--acknowledge", "As it was read.")[0] == 0
    page = made / "docs/ja/privacy.md"
    page.write_text(page.read_text(encoding="utf-8").replace(OLD, NEW), encoding="utf-8")
    assert isinstance(load_cached(made), Guide)
    return made


def run(project: Path, *arguments: str) -> tuple[int, str, list[str]]:
    """A command in a process of its own: how it ended, what it printed, what it has imported of what is heavy."""
    done = subprocess.run(
        [sys.executable, "-c", RUN, *arguments],
        cwd=project,
        env=environment(PYTHONPATH=str(Path(__file__).parents[2] / "hooks")),
        capture_output=True,
        timeout=PATIENCE,
        check=False,
        text=True,
        encoding="utf-8",
    )
    assert "imported:" in done.stdout, done.stderr
    text, _, imported = done.stdout.rpartition("imported:")
    return done.returncode, text, imported.split()


@pytest.mark.parametrize("language", ["en", "ja"])
def test_the_difference_of_a_section_needs_no_models(project: Path, language: str) -> None:
    status, text, imported = run(project, "translations", "diff", f"docs/{language}/{SECTION}")
    assert status == 1
    assert f"docs/en/{SECTION} is stale" in text
    assert imported == []


def test_without_the_cache_the_data_is_judged_first_and_the_answer_is_the_same(project: Path) -> None:
    _, kept, _ = run(project, "translations", "diff", f"docs/en/{SECTION}")
    (project / ".cache/guide/data").unlink()
    status, text, imported = run(project, "translations", "diff", f"docs/en/{SECTION}")
    assert (status, text) == (1, kept)
    assert "pydantic" in imported


def test_the_list_of_rules_needs_no_models(project: Path) -> None:
    status, _, imported = run(project, "rules")
    assert (status, imported) == (0, [])
