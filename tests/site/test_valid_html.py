"""Every built page is what the standard of HTML asks for; ``.htmlvalidate.mjs`` says by which rules it is judged."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from projects import ROOT

TOOL = ROOT / "node_modules/.bin/html-validate"


def judged(folder: Path) -> tuple[int, str]:
    """The exit status and the words of html-validate on all pages below a folder."""
    assert TOOL.exists(), "html-validate is not there: make test installs it from package-lock.json"
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    command = [str(TOOL), "--config", ".htmlvalidate.mjs", "--formatter", "text", f"{folder}/**/*.html"]
    outcome = subprocess.run(
        command, env=os.environ | {"PATH": path}, cwd=ROOT, capture_output=True, text=True, check=False
    )
    return outcome.returncode, outcome.stdout + outcome.stderr


def test_every_page_is_valid(built_site: Path) -> None:
    assert judged(built_site) == (0, "")


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        ("<h1 ", '<p id="__search"></p><h1 ', "no-dup-id"),
        ("</article>", "", "close-order"),
        ("</article>", "<ul><p>Text</p></ul></article>", "element-permitted-content"),
        ("</article>", '<img src="../assets/images/mark.svg"></article>', "wcag/h37"),
    ],
)
def test_what_is_wrong_is_found(built_site: Path, tmp_path: Path, old: str, new: str, rule: str) -> None:
    text = (built_site / "glossary/index.html").read_text(encoding="utf-8")
    (tmp_path / "page.html").write_text(text.replace(old, new, 1), encoding="utf-8")
    status, told = judged(tmp_path)
    assert status == 1
    assert rule in told
