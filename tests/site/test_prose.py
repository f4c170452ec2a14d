"""The words of pages and language files, as ``.ci/prose`` judges them in ``make lint``."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

from projects import ROOT

JUDGE = ROOT / ".ci/prose/judge.js"

GOOD = {
    "docs/ja/index.md": "# はじめに { #start }\n\n統合の前に、アカウントを確かめます。\n",
    "docs/ja/terms.md": "# 用語 { #terms }\n\n認定アカウントを確かめます。\n",
    "docs/en/index.md": "# Start { #start }\n\nCheck the account before the merge.\n",
    "docs/_data/languages/ja.yml": "site:\n  name: ガイド\n  line: 統合の前に読みます。\n",
    "docs/_data/languages/en.yml": "site:\n  name: Guide\n  line: Read this before the merge.\n",
}

SPOILED = {
    "docs/ja/index.md": ("アカウントを確かめます。", "アカウントを見れます。", 3, "technical/"),
    "docs/ja/terms.md": ("認定アカウント", "認証アカウント", 3, "glossary"),
    "docs/en/index.md": ("Check the account", "Utilize the account", 3, "plain"),
    "docs/_data/languages/ja.yml": ("統合の前に読みます。", "統合の前にAWS を読みます。", 3, "spacing/"),
    "docs/_data/languages/en.yml": ("Read this before", "Read javascript before", 3, "terminology"),
}
"""File → what is written there, what in its place, the line, and the rule that finds it."""


def judged(folder: Path, files: dict[str, str]) -> subprocess.CompletedProcess[str]:
    """What is said of some pages and language files."""
    assert (JUDGE.parent / "node_modules").exists(), "textlint is not there: make test installs it"
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    shutil.copy(ROOT / "docs/_data/glossary.yml", folder / "docs/_data")
    node = Path(sys.executable).parent / "node"
    return subprocess.run([node, JUDGE], cwd=folder, capture_output=True, text=True, check=False)


def test_sentences_without_a_fault_pass(tmp_path: Path) -> None:
    outcome = judged(tmp_path, GOOD)
    assert (outcome.returncode, outcome.stderr) == (0, "")


def test_a_faulty_sentence_is_told_with_its_file_and_line_in_every_language(tmp_path: Path) -> None:
    spoiled = {name: GOOD[name].replace(old, new) for name, (old, new, _, _) in SPOILED.items()}
    outcome = judged(tmp_path, GOOD | spoiled)
    assert outcome.returncode == 1, outcome.stderr
    told = {line.partition(": ")[0]: line.rpartition("[")[2] for line in outcome.stdout.splitlines()}
    assert {*told} == {f"{name}:{line}" for name, (_, _, line, _) in SPOILED.items()}, outcome.stdout
    for name, (_, _, line, rule) in SPOILED.items():
        assert told[f"{name}:{line}"].startswith(rule), outcome.stdout


def test_whoever_runs_the_tests_runs_it() -> None:
    assert "\n  node .ci/prose/judge.js\n" in (ROOT / ".ci/lint").read_text(encoding="utf-8")
    assert "\n.ci/lint\n" in (ROOT / ".ci/judge").read_text(encoding="utf-8")
