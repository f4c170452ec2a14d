"""``translations parity``: what it finds it mends byte for byte, or waives by the command that it prints."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
from command import Outcome, called

from mergeguide.day import today
from projects import copy_project

Capture = pytest.CaptureFixture[bytes]
PAGE, SOURCE = "docs/en/replies.md", "docs/ja/replies.md"
STAMPS = "docs/_data/translations/en/pages/replies.yml"


class Guide:
    """A copy of the project."""

    def __init__(self, root: Path, capture: Capture) -> None:
        self.root, self.capture = root, capture

    def parity(self, *arguments: str) -> Outcome:
        """Run the command there."""
        return called(self.capture, "translations", "parity", *arguments, root=self.root)

    def text(self, name: str) -> str:
        """What a file holds."""
        return (self.root / name).read_bytes().decode()

    def edit(self, name: str, pattern: str, new: str) -> None:
        """Replace the first text of a kind in a file."""
        text, times = re.subn(pattern, new, self.text(name), count=1)
        assert times == 1, pattern
        (self.root / name).write_bytes(text.encode())


def waiving(told: Outcome, reason: str) -> list[str]:
    """What waives the first difference that is told, by the command that is printed with it."""
    command = next(line.strip() for line in told.text.splitlines() if "--waive" in line)
    return shlex.split(command.replace("REASON", reason).replace("DATE", today().isoformat()))[5:]


@pytest.fixture
def copied(tmp_path: Path, capsysbinary: Capture) -> Guide:
    copy_project(tmp_path / "guide")
    made = Guide(tmp_path / "guide", capsysbinary)
    stamped = called(capsysbinary, "translations", "sync", "--all", "--acknowledge", "As it was read.", root=made.root)
    assert stamped.status == 0, stamped.err
    assert made.parity().status == 0
    return made


def test_a_damaged_page_is_mended_byte_for_byte(copied: Guide) -> None:
    before = copied.text(PAGE)
    copied.edit(PAGE, r" \{ #spam-folder \}", "")
    copied.edit(PAGE, r"(?m)^## ", "### ")
    copied.edit(PAGE, r"(?ms)^(### Reply .*?\n)(## .*?\n)(?=### )", r"\2\1")
    copied.edit(PAGE, r"\]\(([a-z-]+\.md)[^)]*\)", r"](troubleshooting.md)")
    assert copied.parity(PAGE).status == 1

    mended = copied.parity("--fix", PAGE)

    assert mended.status == 0, mended.text
    assert f"Mended: {PAGE}" in mended.text
    assert copied.text(PAGE) == before


def test_an_alarm_is_waived_by_the_command_that_it_prints(copied: Guide) -> None:
    copied.edit(PAGE, r"\]\(([a-z-]+\.md)[^)]*\)", r"](troubleshooting.md)")
    told = copied.parity(SOURCE)
    assert told.status == 1
    waive = waiving(told, "It says more there.")
    alarm = waive[:2]
    for given, wanted in (
        (["--until", "2099-12-31"], "--reason"),
        (["--reason", "It is meant."], "--until"),
        (["--reason", "It is meant.", "--until", "2020-01-01"], "is over"),
        (["--reason", "It is meant.", "--until", "2099-12-31"], "Name a day up to "),
    ):
        refused = copied.parity(*alarm, *given)
        assert refused.status == 2
        assert wanted in refused.err

    done = copied.parity(*waive)

    assert done.status == 0, done.err
    assert copied.parity().status == 0
    assert 'reason: "It says more there."' in copied.text(STAMPS)
    # Another difference at the same place is another alarm.
    copied.edit(PAGE, r"\]\(troubleshooting\.md\)", r"](privacy.md)")
    assert copied.parity(PAGE).status == 1


def test_nothing_is_waived_while_the_stamps_of_the_page_cannot_be_read(copied: Guide) -> None:
    copied.edit(PAGE, r"(?m)^### (.*\{ #spam-folder \})$", r"## \1")
    waive = waiving(copied.parity(PAGE), "It belongs there.")
    stamps = copied.text(STAMPS)
    merging = stamps.replace("sections:\n", "<<<<<<< HEAD\nsections:\n=======\nsections:\n>>>>>>> theirs\n")
    (copied.root / STAMPS).write_bytes(merging.encode())

    refused = copied.parity(*waive)

    assert (refused.status, refused.text) == (2, "")
    assert STAMPS in refused.err
    assert copied.text(STAMPS) == merging
    (copied.root / STAMPS).write_bytes(stamps.encode())
    assert copied.parity(*waive).status == 0


def test_a_page_has_its_waivers_however_its_name_ends(copied: Guide) -> None:
    for code, target in (("ja", "privacy"), ("en", "replies")):
        page = f"# More {{ #more }}\n\n[One]({target}.md), `{target}`\n"
        (copied.root / f"docs/{code}/more.markdown").write_text(page, encoding="utf-8")
    for _ in ("the link", "the name"):
        told = copied.parity("docs/en/more.markdown")
        assert told.status == 1
        assert copied.parity(*waiving(told, "It is meant.")).status == 0
    assert copied.parity().status == 0
    assert copied.text("docs/_data/translations/en/pages/more.yml").count("It is meant.") == 2


def test_a_waiver_that_waives_nothing_is_told_and_dropped(copied: Guide) -> None:
    before = copied.text(STAMPS)
    waivers = 'waivers:\n  "replies:link-parity:012345": {until: "2099-12-31", reason: It was meant.}\n'
    (copied.root / STAMPS).write_bytes((before + waivers).encode())
    told = copied.parity()
    assert told.status == 1
    assert "[orphaned-waiver]" in told.text

    assert copied.parity("--fix").status == 0
    assert copied.text(STAMPS) == before


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["docs/en/reply.md"], 'There is no page "docs/en/reply.md". Did you mean "docs/en/replies.md"?'),
        (["--language", "eo"], 'There is no translation "eo".'),
        (["--waive", "docs/en/replies.md#x:link-parity:012345"], "There is no alarm"),
    ],
    ids=["page", "language", "alarm"],
)
def test_what_does_not_exist_is_said(capsysbinary: Capture, arguments: list[str], told: str) -> None:
    done = called(capsysbinary, "translations", "parity", *arguments)
    assert (done.status, done.text) == (2, "")
    assert told in done.err
