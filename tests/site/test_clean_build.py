"""A build of the real site prints what it is doing, and nothing that asks for attention where nothing is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest
from steps import unexpected

from projects import Outcome


def test_a_strict_build_of_the_real_site_says_nothing_but_its_steps(real_build: tuple[Path, Outcome]) -> None:
    _, outcome = real_build
    assert outcome.status == 0
    assert "Documentation built" in outcome.output
    assert unexpected(outcome.output) == ""


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
