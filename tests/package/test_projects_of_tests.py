"""The projects that tests make are the same on every machine: nothing of whoever runs the tests is in them."""

from __future__ import annotations

from pathlib import Path

import pytest

from projects import OF_A_HOOK, commit, git

CONFIGURATION = """
[user]
name = Somebody
[commit]
gpgsign = true
[gpg]
program = false
[core]
autocrlf = true
hooksPath = {hooks}
"""
"""What a person may have set for all repositories: who signs commits, rewrites line ends, and refuses by a hook."""


def test_git_takes_nothing_from_the_person_at_the_machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    hook = tmp_path / "hooks/pre-commit"
    hook.parent.mkdir()
    hook.write_text("#!/bin/sh\nexit 1\n", encoding="utf-8")
    hook.chmod(0o755)
    configuration = tmp_path / "configuration"
    configuration.write_text(CONFIGURATION.format(hooks=hook.parent), encoding="utf-8")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(configuration))
    for name in OF_A_HOOK:
        monkeypatch.setenv(name, str(tmp_path / "another"))
    page = tmp_path / "project/docs/page.md"
    page.parent.mkdir(parents=True)
    page.write_bytes(b"words\r\n")

    commit(tmp_path / "project")

    assert git(tmp_path / "project", "log", "--format=%an %cn %G?").split() == ["Hanako", "Example"] * 2 + ["N"]
    assert git(tmp_path / "project", "cat-file", "-s", "HEAD:docs/page.md") == "7\n"
    assert not (tmp_path / "another").exists()
