"""What the contributing pages show of commands is what the commands print, tried in the order of the page."""

from __future__ import annotations

import re
import shlex

import pytest

from projects import CopyProject, git, run

CONSOLE = re.compile(r"^```console\n\$ python (.*)\n((?:.*\n)*?)```$", re.MULTILINE)
SOURCE = ("docs/ja/privacy.md", "終わったら「今すぐ消す」を押し", "終わったら必ず「今すぐ消す」を押し")
TRANSLATION = (
    "docs/en/privacy.md",
    'press "Erase now" when you are done',
    'always press "Erase now" when you are done',
)
"""What the page's example changes: the source before the first command, the translation before it is recorded."""


@pytest.mark.parametrize("language", ["ja", "en"])
def test_each_command_prints_what_the_page_says(project_copy: CopyProject, language: str) -> None:
    project = project_copy()
    project.sync_translations()
    for arguments in (("init", "-q"), ("add", "-A"), ("commit", "-qm", "begin")):
        git(project.root, *arguments)
    project.edit(*SOURCE)
    shown = CONSOLE.findall(project.text(f"docs/{language}/contributing.md"))
    assert len(shown) == 5
    for command, output in shown:
        if " sync " in command:
            project.edit(*TRANSLATION)
        outcome = run(*shlex.split(command), cwd=project.root, PYTHONPATH=str(project.root / "hooks"))
        assert outcome.output.rstrip() == output.rstrip(), f"docs/{language}/contributing.md shows: python {command}"
