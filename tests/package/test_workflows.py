"""The workflows on GitHub: they run what they name and nothing newer, and may do no more than they need."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from projects import ROOT

FOLDER = ROOT / ".github" / "workflows"
WORKFLOWS = sorted(file.name for file in FOLDER.glob("*.yml"))
PINNED = re.compile(r"[\w./-]+@[0-9a-f]{40} # v[0-9]+\.[0-9]+\.[0-9]+")
OUTSIDERS_SAY = re.compile(r"\$\{\{[^}]*\bgithub\.(?:event\b|head_ref)[^}]*\}\}")
"""What the author of a pull request can choose: in a command it would be one."""
EVERY_WORKFLOW = pytest.mark.parametrize("name", WORKFLOWS)


def text_of(name: str) -> str:
    """A workflow's text."""
    return (FOLDER / name).read_text(encoding="utf-8")


def read(name: str) -> Any:
    """A workflow, every value as it is written: YAML 1.1 would take ``on`` for true."""
    return yaml.load(text_of(name), Loader=yaml.BaseLoader)


def jobs(name: str) -> Mapping[str, Any]:
    """The jobs of a workflow."""
    found: Mapping[str, Any] = read(name)["jobs"]
    return found


def steps(name: str) -> Iterator[Mapping[str, Any]]:
    """Every step of every job."""
    for job in jobs(name).values():
        yield from job["steps"]


def writes(permissions: Mapping[str, str] | str) -> set[str]:
    """What may be written."""
    assert not isinstance(permissions, str), "write-all and the like name nothing"
    return {what for what, how in permissions.items() if how not in ("read", "none")}


@EVERY_WORKFLOW
def test_an_action_is_the_commit_of_a_version_that_is_named(name: str) -> None:
    used = re.findall(r"\buses: *(.*)", text_of(name))
    assert used
    assert [line for line in used if not PINNED.fullmatch(line)] == []


def test_an_action_is_the_same_commit_everywhere() -> None:
    used = {tuple(line.split("@", 1)) for name in WORKFLOWS for line in re.findall(r"\buses: *(.*)", text_of(name))}
    actions = [action for action, _ in used]
    assert sorted(actions) == sorted(set(actions))


@EVERY_WORKFLOW
def test_a_workflow_may_only_read_and_only_publishing_writes(name: str) -> None:
    assert writes(read(name)["permissions"]) == set()
    writing = {job: writes(found["permissions"]) for job, found in jobs(name).items() if "permissions" in found}
    expected = {"publish": {"pages", "id-token"}} if name == "publish.yml" else {}
    assert {job: what for job, what in writing.items() if what} == expected


@EVERY_WORKFLOW
def test_no_secret_is_within_reach_of_a_pull_request(name: str) -> None:
    assert "pull_request_target" not in read(name)["on"]
    assert "secrets." not in text_of(name)
    assert [step["run"] for step in steps(name) if OUTSIDERS_SAY.search(step.get("run", ""))] == []
    checkouts = [step for step in steps(name) if step.get("uses", "").startswith("actions/checkout@")]
    assert [step for step in checkouts if step.get("with", {}).get("persist-credentials") != "false"] == []


@EVERY_WORKFLOW
def test_a_job_ends_by_itself(name: str) -> None:
    assert [job for job, found in jobs(name).items() if int(found["timeout-minutes"]) > 120] == []


def test_what_is_published_was_checked_and_knows_its_address() -> None:
    assert read("publish.yml")["on"]["push"] == {"branches": ["main"]}
    found = jobs("publish.yml")
    build = found["build"]
    (made,) = [step for step in build["steps"] if step.get("run") == "make check"]
    assert made["env"] == {
        "SITE_URL": "${{ needs.address.outputs.address }}",
        "REPO_URL": "${{ github.server_url }}/${{ github.repository }}",
    }
    assert build["steps"].index(made) < len(build["steps"]) - 1
    assert (build["needs"], found["publish"]["needs"]) == ("address", "build")


def test_a_pull_request_is_built_and_kept() -> None:
    assert read("preview.yml")["on"] == "pull_request"
    runs = [step.get("run") or step["uses"].partition("@")[0] for step in steps("preview.yml")]
    assert runs.index("make check") < runs.index("actions/upload-artifact")


def test_a_pull_request_is_told_what_it_does_to_translations_whether_or_not_its_check_is_green() -> None:
    found = list(steps("preview.yml"))
    (checkout,) = [step for step in found if step.get("uses", "").startswith("actions/checkout@")]
    assert checkout["with"]["fetch-depth"] == "0", "the commit that it is held against has to be there"
    (summary,) = [step for step in found if "translations summary" in step.get("run", "")]
    assert summary["if"] == "always()"
    assert "GITHUB_STEP_SUMMARY" in summary["run"]
    (kept,) = [step["with"]["path"] for step in found if step.get("with", {}).get("name") == "translations"]
    assert f"--folder {kept} " in summary["run"]
    assert read("preview.yml")["permissions"] == {"contents": "read"}


def test_outside_links_are_asked_for_each_week_and_by_no_build() -> None:
    assert set(read("links.yml")["on"]) == {"schedule", "workflow_dispatch"}
    (cron,) = [each["cron"] for each in read("links.yml")["on"]["schedule"]]
    assert re.fullmatch(r"[0-9]+ [0-9]+ \* \* [0-6]", cron)
    others = "".join(text_of(name) for name in WORKFLOWS if name != "links.yml") + Path(ROOT, "Makefile").read_text()
    assert "lychee" not in others
