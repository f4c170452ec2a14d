"""A build of the real site prints what it is doing, and nothing that asks for attention where nothing is wrong."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from preview import previewing

from projects import ROOT, CopyProject, Project

PROGRESS = (
    r"INFO    -  (?:"
    r"mkdocs_static_i18n: Building '[\w-]+' documentation to directory: .+"
    r"|mkdocs_static_i18n: Translated \d+ navigation elements? to '[\w-]+'"
    r"|Cleaning site directory"
    r"|Building documentation(?:\.\.\.| to directory: .+)"
    r"|Documentation built in [\d.]+ seconds"
    r"|\[[\d:]+\] (?:Watching paths for changes: .+|Serving on .+)"
    # The one thing that grows by itself: the day of tests is fixed, so it says the same every day.
    r"|guide: docs/_data/freshness\.yml:\d+: .+\n    .+"
    r")\n"
)


def unexpected(log: str) -> str:
    """What a log has beside the steps of the build."""
    return re.sub(f"^{PROGRESS}", "", log + "\n", flags=re.MULTILINE).strip()


def test_a_strict_build_of_the_real_site_says_nothing_but_its_steps(tmp_path: Path) -> None:
    outcome = Project(ROOT).build("--strict", "--site-dir", tmp_path / "site")
    assert outcome.status == 0
    assert "Documentation built" in outcome.output
    assert unexpected(outcome.output) == ""


def test_a_preview_says_nothing_but_its_steps_at_the_start_and_after_an_edit(project_copy: CopyProject) -> None:
    project = project_copy()
    page = "docs/en/privacy.md"
    with previewing(project) as preview:
        assert unexpected(preview.log_until("Serving on")) == ""
        project.write(page, project.text(page) + "\nOne more line.\n")
        log = preview.log_until("Documentation built")
    assert unexpected(re.sub(r"^INFO    -  (?:\[[\d:]+\] )?(?:Detected file changes|Reloading).*\n", "", log)) == ""


@pytest.mark.parametrize(
    "line",
    [
        (
            "INFO    -  mkdocs_static_i18n: The 'extra.alternate' configuration contains a 'link' option that should "
            "be an absolute path '/' and end with a trailing '/' in {'name': '日本語', 'link': './', 'lang': 'ja'}"
        ),
        "INFO    -  Template skipped: '404.html' generated empty output.",
        'INFO    -  The following pages exist in the docs directory, but are not included in the "nav" configuration:',
        "WARNING -  Doc file 'ja/index.md' contains a link '../nothing.md', but the target is not found.",
        "DeprecationWarning: something is going away",
    ],
)
def test_a_line_that_is_no_step_is_found(line: str) -> None:
    assert (
        unexpected(f"INFO    -  Cleaning site directory\n{line}\nINFO    -  Documentation built in 1.00 seconds")
        == line
    )
