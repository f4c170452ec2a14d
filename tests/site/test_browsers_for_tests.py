"""The set-up finds the browsers of the tests, or says in words which one is missing, before anything else runs."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from projects import ROOT, Outcome

pytestmark = pytest.mark.skipif(os.name != "posix", reason="the set-up is a shell script")
TOOLS = ("sh", "dirname", "grep", "cat", "env", "id", "tr", "sed")
ANSWERS = {
    "chromium": "Chromium 150.0",
    "chromium-headless-shell": "Chromium 150.0",
    "firefox-esr": "Mozilla Firefox 150.0esr",
    "WebKitWebDriver": "--replace-on-new-session",
    "Xvfb": "",
}
"""What each program says when it is asked what it is."""
Machine = Callable[..., Outcome]


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    """Run a script of ``.ci/`` where there are some programs and no others: no package manager, no network."""

    def run(programs: dict[str, str], script: str, *arguments: str, **changes: str) -> Outcome:
        folder = tmp_path / "programs"
        folder.mkdir()
        for tool in TOOLS:
            (folder / tool).symlink_to(str(shutil.which(tool)))
        for name, words in programs.items():
            (folder / name).write_text(f"#!/bin/sh\necho '{words}'\n", encoding="utf-8")
            (folder / name).chmod(0o755)
        done = subprocess.run(
            [str(ROOT / ".ci" / script), *arguments],
            env={"PATH": str(folder), "HOME": str(tmp_path), **changes},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            check=False,
        )
        return Outcome(done.returncode, done.stdout.decode("utf-8").replace(f"{folder}/", ""))

    return run


SHOWN = ("sh", "-c", 'echo "chromium=${CHROMIUM##*/} firefox=${FIREFOX##*/} webkit=${WEBKIT_DRIVER##*/}"')
SHELL = ("sh", "-c", 'echo "chromium=${CHROMIUM##*/} shell=${CHROMIUM_SHELL##*/}"')


def test_the_tests_are_handed_all_three(machine: Machine) -> None:
    outcome = machine(ANSWERS, "browsers", *SHOWN)
    assert outcome.status == 0
    assert outcome.output.splitlines()[-1] == "chromium=chromium firefox=firefox-esr webkit=WebKitWebDriver"
    assert "not tried" not in outcome.output


def test_chromium_without_its_windows_is_taken_where_it_is(machine: Machine) -> None:
    outcome = machine(ANSWERS, "browsers", *SHELL)
    assert outcome.status == 0
    assert outcome.output.splitlines()[-1] == "chromium=chromium shell=chromium-headless-shell"


def test_without_a_headless_shell_the_tests_only_take_longer(machine: Machine) -> None:
    there = {name: words for name, words in ANSWERS.items() if name != "chromium-headless-shell"}
    outcome = machine(there, "browsers", *SHELL)
    assert outcome.status == 0
    assert "the tests take longer" in outcome.output
    assert outcome.output.splitlines()[-1] == "chromium=chromium shell="


def test_the_chromium_that_is_named_is_the_only_one(machine: Machine) -> None:
    outcome = machine(ANSWERS, "browsers", *SHELL, CHROMIUM="chromium")
    assert outcome.status == 0
    assert outcome.output.splitlines()[-1] == "chromium=chromium shell="


@pytest.mark.parametrize(
    ("missing", "told", "shown"),
    [
        ("firefox-esr", "not tried in Firefox", "chromium=chromium firefox= webkit=WebKitWebDriver"),
        ("WebKitWebDriver", "not tried in WebKitGTK", "chromium=chromium firefox=firefox-esr webkit="),
        ("Xvfb", "not tried in WebKitGTK", "chromium=chromium firefox=firefox-esr webkit="),
    ],
)
def test_what_is_not_there_is_told_and_the_others_are_used(
    machine: Machine, missing: str, told: str, shown: str
) -> None:
    there = {name: words for name, words in ANSWERS.items() if name != missing}
    outcome = machine(there, "browsers", *SHOWN)
    assert outcome.status == 0
    assert outcome.output.count("not tried") == 1
    assert told in outcome.output
    assert "apt-get install" in outcome.output, "there is no remedy"
    assert outcome.output.splitlines()[-1] == shown


def test_without_a_chromium_nothing_runs_and_each_system_has_its_remedy(machine: Machine) -> None:
    outcome = machine({name: words for name, words in ANSWERS.items() if name != "chromium"}, "browsers", *SHOWN)
    assert outcome.status != 0
    assert "chromium=" not in outcome.output
    for system in ("Debian:", "Ubuntu:", "Fedora:", "Arch:", "macOS:"):
        assert f"  {system}" in outcome.output


@pytest.mark.parametrize("variable", ["CHROMIUM", "CHROMIUM_SHELL", "FIREFOX", "WEBKIT_DRIVER"])
@pytest.mark.parametrize("named", ["nothing-of-this-name", "cat"])
def test_a_program_that_is_named_and_is_no_browser_stops_everything(
    machine: Machine, variable: str, named: str
) -> None:
    outcome = machine(ANSWERS, "browsers", *SHOWN, **{variable: named})
    assert outcome.status == 2
    assert f"{variable}={named}" in outcome.output
    assert "chromium=" not in outcome.output


def test_a_program_that_only_asks_for_a_snap_is_passed_over(machine: Machine) -> None:
    outcome = machine(ANSWERS | {"firefox-esr": "Command requires the snap to be installed."}, "browser", "firefox")
    assert outcome.status == 1
    assert "firefox-esr does not start: passed over" in outcome.output


RUNS = ".ci/browsers", ".venv/bin/python", ".venv/bin/npm"
"""What the targets of the Makefile run."""
NEED_A_CHROMIUM = {
    "pictures": "ran .ci/pictures.py",
    "pdf": "ran .ci/pdf.py site pdf",
    "quick": "ran -m pytest",
    "bench": "ran tests/benchmarks/every_table.py",
    "test-all": "ran .ci/judge",
    "mutants": "ran .ci/mutants/script_mutants.py",
}
"""Target → the beginning of what it runs with a Chromium."""


def made(folder: Path, target: str, browser: str) -> Outcome:
    """Make a target of the real Makefile where everything that it runs only says so, and a browser is found as told."""
    shutil.copy(ROOT / "Makefile", folder)
    says = dict.fromkeys(RUNS, 'echo "ran $* with ${CHROMIUM-}"') | {".ci/environment": "", ".ci/browser": browser}
    for name, command in says.items():
        program = folder / name
        program.parent.mkdir(parents=True, exist_ok=True)
        program.write_text(f"#!/bin/sh\n{command}\n", encoding="utf-8")
        program.chmod(0o755)
    # A make above this one hands down what it was given.
    own = {name: value for name, value in os.environ.items() if name not in ("MAKEFLAGS", "MFLAGS", "CHROMIUM")}
    done = subprocess.run(
        ["make", target], cwd=folder, env=own, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False
    )
    return Outcome(done.returncode, done.stdout.decode("utf-8"))


@pytest.mark.skipif(shutil.which("make") is None, reason="there is no make here")
@pytest.mark.parametrize("target", NEED_A_CHROMIUM)
def test_a_target_that_needs_a_chromium_stops_where_there_is_none(tmp_path: Path, target: str) -> None:
    outcome = made(tmp_path, target, "echo 'browser: there is none' >&2; exit 1")
    assert outcome.status != 0
    assert "browser: there is none" in outcome.output
    ran = [line for line in outcome.output.splitlines() if line.startswith("ran ")]
    assert [line for line in ran if not line.startswith(("ran -m mkdocs", "ran ci --prefix"))] == []


@pytest.mark.skipif(shutil.which("make") is None, reason="there is no make here")
@pytest.mark.parametrize("target", NEED_A_CHROMIUM)
def test_a_target_that_needs_a_chromium_is_handed_it(tmp_path: Path, target: str) -> None:
    outcome = made(tmp_path, target, "echo '/opt/a browser'")
    assert outcome.status == 0, outcome.output
    (ran,) = [line for line in outcome.output.splitlines() if line.startswith(NEED_A_CHROMIUM[target])]
    assert ran.endswith(" with /opt/a browser")
