"""What may not stand in any file of the repository: places of one machine, people's addresses, people's IDs."""

from __future__ import annotations

import json
import os
import re
import shutil
import socket
import subprocess
from pathlib import Path

import pytest

from projects import ROOT, Outcome, run

AWS_OWN = {"aws-cs-trainingcertification-form@amazon.com", "no-reply@signin.aws", "no-reply@login.awsapps.com"}
"""AWS's addresses, which the guide has to name."""
NEEDED_IN_TESTS = {"gmial.com", "gmail.com", "yaho.co.jp", "docomo.ne.jp", "ezweb.ne.jp", "b.cd", "xn--r8jz45g.jp"}
"""Domains that the page treats in a way of their own (mistyped, everybody's, old mobile mail, in code), and the
shortest one there is; only tests may name them."""
ADDRESS = re.compile(r"[\w.%+-]+@[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}", re.IGNORECASE | re.ASCII)
CANDIDATE_ID = re.compile(r"\bAWS[0-9]{8,}|\bAWS(?=[0-9X]*X)[0-9X]{8,}")
MADE_UP_ID = re.compile(r"AWS000000\d{2,}|AWS[01]{8}|AWSX{8}")
HOME = re.compile(r"(?<![\w.])/(?:" + "|".join(["work", "root", "home", "Users", "mnt", "srv"]) + r")/[\w.-]")
PACKAGE_HOST = re.compile(
    r"https?://[\w.-]*(?:" + "|".join(["pypi", "pythonhosted", "artifact", "nexus", "registry", "mirror"]) + r")"
    r"|(?:--)?(?:extra-)?index-url\s*[=\s]\s*http",
    re.IGNORECASE,
)


@pytest.fixture(scope="module")
def names() -> list[str]:
    """Every file that is in the repository or on its way into it."""
    if not shutil.which("git") or not (ROOT / ".git").exists():
        pytest.skip("this is no Git checkout, so nobody can tell which files belong to it")
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=ROOT, check=True, capture_output=True).stdout.decode("utf-8")
    return [name for name in listed.split("\0") if name]


@pytest.fixture(scope="module")
def texts(names: list[str]) -> dict[str, str]:
    """The text files among them."""
    names = [name for name in names if (ROOT / name).is_file()]
    return {name: text for name in names if (text := text_of(ROOT / name)) is not None}


def text_of(file: Path) -> str | None:
    """A file's text; None for a picture or the like."""
    try:
        return file.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return None


def found(texts: dict[str, str], pattern: re.Pattern[str]) -> list[str]:
    """Where a pattern is found, as ``path:line: match``."""
    return [
        f"{name}:{text.count(chr(10), 0, match.start()) + 1}: {match[0]}"
        for name, text in texts.items()
        for match in pattern.finditer(text)
    ]


def test_the_files_of_the_repository_are_read(texts: dict[str, str]) -> None:
    # Else the tests below would pass on nothing.
    assert {"README.md", "mkdocs.yml", "docs/ja/index.md", "hooks/field_gate.py", "requirements.lock"} <= set(texts)


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        (HOME, "see " + "/".join(["", "home", "somebody", "project"])),
        (PACKAGE_HOST, "from https://" + "pypi.example.org/simple"),
        (PACKAGE_HOST, "--index" + "-url https://example.org/"),
        (ADDRESS, "somebody" + "@mail.example.org"),
        (CANDIDATE_ID, "AWS" + "01234567"),
    ],
)
def test_the_patterns_find_what_they_are_for(pattern: re.Pattern[str], text: str) -> None:
    assert pattern.search(text)


def test_no_file_names_a_place_on_one_machine(texts: dict[str, str]) -> None:
    assert found(texts, HOME) == []


def test_no_file_is_a_link(names: list[str]) -> None:
    # A link says where something lies on the machine of whoever made it.
    assert [name for name in names if (ROOT / name).is_symlink()] == []


def test_no_file_names_a_host_of_packages(texts: dict[str, str]) -> None:
    assert found(texts, PACKAGE_HOST) == []


@pytest.mark.parametrize(
    ("lock", "tools"),
    [
        ("package-lock.json", {"typescript", "@biomejs/biome"}),
        ("tests/benchmarks/package-lock.json", {"lighthouse"}),
        (".ci/prose/package-lock.json", {"@textlint/kernel", "textlint-rule-preset-ja-technical-writing"}),
        (".ci/mutants/package-lock.json", {"@babel/parser", "@stryker-mutator/instrumenter"}),
    ],
)
def test_a_lock_of_npm_holds_hashes_and_no_address(texts: dict[str, str], lock: str, tools: set[str]) -> None:
    packages = json.loads(texts[lock])["packages"]
    needed = {name: package for name, package in packages.items() if name}

    assert {f"node_modules/{tool}" for tool in tools} <= set(needed)
    assert [name for name, package in needed.items() if not package["integrity"].startswith("sha512-")] == []
    assert [name for name, package in needed.items() if "resolved" in package] == []


@pytest.mark.parametrize(
    ("target", "asked"),
    [("serve", 0), ("build", 0), ("quick", 0), ("lint", 1), ("test", 1), ("bench", 1), ("prose", 1)],
)
def test_only_what_judges_or_measures_asks_for_node(target: str, asked: int) -> None:
    assert commands_of(target).count(".ci/environment node") == asked


@pytest.mark.parametrize(
    ("target", "command"),
    [
        ("serve", "-m mkdocs serve --livereload --dev-addr 127.0.0.1:8000"),
        ("build", "-m mkdocs build --strict --clean"),
    ],
)
def test_the_preview_reloads_at_its_address_and_the_build_is_strict(target: str, command: str) -> None:
    assert commands_of(target).splitlines().count(f".venv/bin/python {command}") == 1


def commands_of(target: str) -> str:
    """What make runs for a target."""
    if not shutil.which("make"):
        pytest.skip("there is no make")
    # A make above this one hands down what it was given.
    own = {name: value for name, value in os.environ.items() if name not in ("MAKEFLAGS", "MFLAGS", "ADDRESS")}
    command = ["make", "--dry-run", target]
    return subprocess.run(command, cwd=ROOT, env=own, check=True, capture_output=True, text=True).stdout


def asked_for(address: str) -> Outcome:
    """What ``make serve`` is told of an address before it serves there."""
    return run(ROOT / ".ci/address.py", address, cwd=ROOT)


def test_an_address_that_is_taken_or_none_is_told_before_the_preview() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        taken = f"127.0.0.1:{listener.getsockname()[1]}"
        outcomes = {address: asked_for(address) for address in (taken, "127.0.0.1", "127.0.0.1:99999")}

    for address, outcome in outcomes.items():
        said, remedy = outcome.output.splitlines()
        assert outcome.status == 1
        assert said.startswith(f"serve: {address} cannot be used: ")
        assert remedy == "  Another one: make serve ADDRESS=127.0.0.1:8001"


def test_an_address_that_is_free_is_not_spoken_of() -> None:
    assert asked_for("127.0.0.1:0") == Outcome(0, "")


def test_work_to_do_is_no_failure_of_make_translate() -> None:
    target = (ROOT / "Makefile").read_text(encoding="utf-8").partition("\ntranslate: ")[2].partition("\n\n")[0]
    assert "translations status || [ $$? = 1 ]\n" in target
    assert "source .venv/bin/activate" in target


def test_addresses_can_be_nobodys(texts: dict[str, str]) -> None:
    def can_be_nobodys(match: str) -> bool:
        place, address = match.split(": ")
        domain = address.rsplit("@", 1)[1].lower()
        # example.com and its kin are nobody's (RFC 2606, and JPRS for example.co.jp).
        return (
            "example" in [label.strip("-") for label in domain.split(".")]
            or address in AWS_OWN
            or (place.startswith("tests/") and domain in NEEDED_IN_TESTS)
        )

    addresses = found(texts, ADDRESS)

    assert addresses
    assert [match for match in addresses if not can_be_nobodys(match)] == []


def test_candidate_ids_can_be_nobodys(texts: dict[str, str]) -> None:
    ids = found(texts, CANDIDATE_ID)

    assert ids
    assert [match for match in ids if not MADE_UP_ID.fullmatch(match.split(": ")[1])] == []
