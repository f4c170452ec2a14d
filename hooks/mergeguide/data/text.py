"""A file as text: read, or told in words why not, whatever file it is and whoever has saved it.

Text is composed on the way: macOS and some input methods write が as か and a mark, which looks the same and compares
as something else. Characters that NFC would replace by others are kept, kanji of names above all (U+FA19 by U+795E).
"""

from __future__ import annotations

import re
import stat
import unicodedata
from functools import cache
from pathlib import Path

from mergeguide.problems import Problem

BYTE_ORDER_MARK = "\ufeff"


def composed(text: str) -> str:
    """A text with its letters and their marks in one character each, where Unicode has it."""
    if unicodedata.is_normalized("NFC", text):
        return text
    parts = _kept().split(text)
    return "".join(part if number % 2 else unicodedata.normalize("NFC", part) for number, part in enumerate(parts))


@cache
def _kept() -> re.Pattern[str]:
    """Characters that are not themselves any more in NFC; beyond the supplementary ideographs there are none."""
    changed = (one for one in map(chr, range(0x80, 0x30000)) if not unicodedata.is_normalized("NFC", one))
    return re.compile(f"([{''.join(changed)}])")


def read_text(path: Path, shown: str) -> str | Problem:
    """Read a file, whatever its line ends are; it may begin with a byte-order mark.

    Args:
        path: where it is.
        shown: how a problem names it.
    """
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            return Problem(
                shown,
                1,
                "This is a folder, a pipe or a device, and no file.",
                "Move it away, or rename it.",
                "unreadable",
            )
        content = path.read_bytes()
    except OSError as error:
        return missing_or_unreadable(path, shown, error)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return _not_utf_8(shown, content[: error.start].count(b"\n") + 1)
    if 3 * text.count("\0") > len(text):  # UTF-16 without its mark: what is ASCII in it passes for UTF-8.
        return _not_utf_8(shown, text[: text.index("\0")].count("\n") + 1)
    if BYTE_ORDER_MARK in text:
        return Problem(
            shown,
            text[: text.index(BYTE_ORDER_MARK)].count("\n") + 1,
            "A byte-order mark (U+FEFF) stands here, where it is a character that nobody sees.",
            "Delete the line and write it anew; files that were joined have it where one of them began.",
            "byte-order-mark",
        )
    return composed(text.replace("\r\n", "\n").replace("\r", "\n"))


def _not_utf_8(shown: str, line: int) -> Problem:
    return Problem(shown, line, "The file is not in UTF-8.", "Save it again in the encoding UTF-8.", "encoding")


def missing_or_unreadable(path: Path, shown: str, error: OSError) -> Problem:
    """What an author reads instead of the operating system's error."""
    if not isinstance(error, FileNotFoundError):
        what = f"The file cannot be read: {error.strerror}."
        return Problem(shown, 1, what, "Check its permissions, and what it leads to if it is a link.", "unreadable")
    if path.is_symlink():
        remedy = "Delete it, or restore what it leads to."
        return Problem(
            shown, 1, f'The file is a link to "{path.readlink()}", which is not there.', remedy, "missing-file"
        )
    remedy = "Restore it; the guide cannot do without it."
    return Problem(shown, 1, "The file is missing.", remedy, "missing-file")
