"""Text as authors' machines save it: read, composed, or told in words why it cannot be read."""

from __future__ import annotations

import os
import unicodedata
from pathlib import Path

import pytest

from mergeguide.data.text import composed, read_text
from mergeguide.problems import Problem

SHOWN = "docs/en/page.md"


def problem(file: Path) -> Problem:
    """What is told about a file that cannot be read."""
    found = read_text(file, SHOWN)
    assert isinstance(found, Problem)
    assert found.path == SHOWN
    assert found.remedy
    return found


@pytest.mark.parametrize(
    "text",
    ["がぎぐげご パピプペポ", "ガ", "é à ü", "Łukasz Åström", "한국어", "Tiếng Việt", "ờ", "か゚", "plain", ""],
)
def test_decomposed_text_becomes_what_was_typed(text: str) -> None:
    assert composed(unicodedata.normalize("NFD", text)) == unicodedata.normalize("NFC", text)


@pytest.mark.parametrize("text", ["\ufa19", "\ufa1b", "\ufa1e", "\u212b \u2126 \u212a", "\U0002f800"])
def test_characters_that_nfc_would_replace_stay(text: str) -> None:
    assert unicodedata.normalize("NFC", text) != text
    assert composed(text) == text
    assert composed(text + "か\u3099") == text + "が"


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_a_mark_and_line_ends_are_no_text(tmp_path: Path, ends: str, mark: bytes) -> None:
    file = tmp_path / "page.md"
    file.write_bytes(mark + f"一{ends}二{ends}".encode())
    assert read_text(file, SHOWN) == "一\n二\n"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "shift_jis", "euc-jp"])
def test_another_encoding_is_told(tmp_path: Path, encoding: str) -> None:
    file = tmp_path / "page.md"
    file.write_bytes("Words.\n文章です。\n".encode(encoding))
    found = problem(file)
    assert (found.rule, found.message) == ("encoding", "The file is not in UTF-8.")


def test_ascii_in_utf_16_without_its_mark_is_told(tmp_path: Path) -> None:
    file = tmp_path / "page.md"
    file.write_bytes("Words.\n".encode("utf-16-le"))
    assert problem(file).rule == "encoding"


@pytest.mark.parametrize(("text", "line"), [("\ufeff\ufeffx", 1), ("a\n\ufeffb\n", 2), ("a\nb\ufeff", 2)])
def test_a_mark_inside_is_told_at_its_line(tmp_path: Path, text: str, line: int) -> None:
    file = tmp_path / "page.md"
    file.write_text(text, encoding="utf-8")
    found = problem(file)
    assert (found.rule, found.line) == ("byte-order-mark", line)


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    assert problem(tmp_path / "gone.md").message == "The file is missing."


def test_a_link_that_leads_nowhere_is_told(tmp_path: Path) -> None:
    file = tmp_path / "page.md"
    file.symlink_to("user@host.4242")
    assert problem(file).message == 'The file is a link to "user@host.4242", which is not there.'


def test_a_link_to_itself_is_told(tmp_path: Path) -> None:
    file = tmp_path / "page.md"
    file.symlink_to(file.name)
    assert problem(file).message.startswith("The file cannot be read: ")


def test_a_file_that_nobody_may_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    file = tmp_path / "page.md"
    file.touch()
    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert problem(file).message == "The file cannot be read: Permission denied."


def test_folders_and_pipes_are_no_text(tmp_path: Path) -> None:
    (tmp_path / "folder.md").mkdir()
    os.mkfifo(tmp_path / "pipe.md")
    assert problem(tmp_path / "folder.md").rule == problem(tmp_path / "pipe.md").rule == "unreadable"
