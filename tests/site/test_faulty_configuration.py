"""A careless edit of ``mkdocs.yml`` is told in words, or does no harm; never is there a traceback."""

from __future__ import annotations

import re

import pytest
from preview import previewing

from projects import CopyProject

CONFIGURATION = "mkdocs.yml"
DARK = r'    - media: "\(prefers-color-scheme: dark\)"\n(?:      .*\n)+'


@pytest.mark.parametrize(
    "deleted",
    [DARK, r"  palette:\n(?:    .*\n)+", r"      toggle:\n        icon: material/weather-sunny\n        name: light\n"],
    ids=["one palette", "all palettes", "a toggle"],
)
def test_palettes_that_no_language_has_words_for_are_told(project_copy: CopyProject, deleted: str) -> None:
    project = project_copy()
    text, count = re.subn(deleted, "", project.text(CONFIGURATION))
    assert count == 1
    project.write(CONFIGURATION, text)

    outcome = project.build()

    assert outcome.status == 1
    assert "The theme has not the three palettes that the languages have words for." in outcome.output
    assert "List under theme: palette: in mkdocs.yml " in outcome.output
    assert "Traceback" not in outcome.output


def test_a_mistyped_extension_is_told_by_the_check_and_the_build(project_copy: CopyProject) -> None:
    project = project_copy({CONFIGURATION: ("  - tables\n", "  - tabels\n")})

    by_command, by_build = project.check(), project.build()

    line = project.line(CONFIGURATION, "- tabels")
    (place,) = by_command.places
    assert place.startswith(f'{CONFIGURATION}:{line}: The Markdown extension "tabels" cannot be used: ')
    for outcome in (by_command, by_build):
        assert outcome.status == 1
        assert "No module named 'tabels'" in outcome.output
        assert "Traceback" not in outcome.output


def test_a_configuration_without_extra_is_previewed(project_copy: CopyProject) -> None:
    project = project_copy()
    text, count = re.subn(r"\nextra:\n(?:  .*\n)+", "\n", project.text(CONFIGURATION))
    assert count == 1
    project.write(CONFIGURATION, text)

    with previewing(project) as preview:
        assert "Traceback" not in preview.log_until("Serving on")
        assert preview.get("en/privacy/")[0] == 200
