"""Stamps on disk: ``docs/_data/translations/<lang>/``, a file for each page and one for the language file.

Only ``sync`` writes stamps, and only ``parity`` the waivers beside them. Stamps hold digests of words, no commits and
no dates, so that they say the same after a rebase or a squash, in a shallow clone, and where there is no git at all.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path, PurePosixPath

from mergeguide.data import DATA, parse, read_text
from mergeguide.pages import DOCS, MARKDOWN
from mergeguide.problems import Problem
from mergeguide.translations.stamp_records import Stamp, Waiver, records_of

FOLDER = DATA / "translations"
"""Where stamps are, from the project's root."""

_PAGES, _WORDS = "pages", "words"

_WAIVERS = b"\nwaivers:"

_WAIVERS_BEGIN = (
    "# Each counts for a year at most: then somebody looks again whether the difference is meant.\nwaivers:\n"
)

WORDS = ""
"""What stands for the language file where the others are named after their page."""


@dataclass(frozen=True)
class Stamps:
    """The stamps of one page or of the language file.

    Attributes:
        path: the file, as problems show it; it need not exist.
        sections: section → its stamp.
        lines: section → its line.
        waivers: alarm of parity → why it is none.
        waiver_lines: the same → its line.
    """

    path: str
    sections: Mapping[str, Stamp]
    lines: Mapping[str, int]
    waivers: Mapping[str, Waiver] = field(default_factory=dict)
    waiver_lines: Mapping[str, int] = field(default_factory=dict)


def stamps_file(code: str, name: str) -> Path:
    """Where the stamps of a page, or of the language file, of a language are, from the project's root."""
    stem = next((name.removesuffix(ending) for ending in MARKDOWN if name.endswith(ending)), name)
    return FOLDER / code / (_PAGES + f"/{stem}.yml" if name != WORDS else f"{_WORDS}.yml")


@lru_cache(maxsize=1024)
def path_of(code: str, name: str) -> str:
    """The page, or the language file, from the project's root."""
    return (DOCS / code / name if name != WORDS else DATA / "languages" / f"{code}.yml").as_posix()


def page_of_stamps(code: str, path: str) -> str:
    """The page that a file of stamps is named after, whether or not there is one."""
    if path == stamps_file(code, WORDS).as_posix():
        return WORDS
    return PurePosixPath(path).relative_to((FOLDER / code / _PAGES).as_posix()).with_suffix(".md").as_posix()


def read_stamps(
    root: Path, code: str, names: Iterable[str] | None = None
) -> tuple[Mapping[str, Stamps], tuple[Problem, ...]]:
    """Every file of a language's stamps, by its path from the project's root, and what is wrong with any.

    Args:
        names: the pages whose stamps alone are wanted.
    """
    if names is None:
        return _read(root, _files(root, code))
    paths = (stamps_file(code, name).as_posix() for name in names)
    return _read(root, (path for path in paths if (root / path).exists()))


def _read(root: Path, paths: Iterable[str]) -> tuple[Mapping[str, Stamps], tuple[Problem, ...]]:
    found: dict[str, Stamps] = {}
    problems: list[Problem] = []
    for path in paths:
        text = read_text(root / path, path)
        stamps = (text,) if isinstance(text, Problem) else _stamps(path, text)
        if isinstance(stamps, Stamps):
            found[path] = stamps
        else:
            problems.extend(stamps)
    return found, tuple(problems)


@lru_cache(maxsize=256)  # asked for by each check, and again at each build of a preview
def _stamps(path: str, text: str) -> Stamps | tuple[Problem, ...]:
    document = parse(text, path)
    if isinstance(document, Problem):
        return (document,)
    record = records_of(document)
    if isinstance(record, tuple):
        return record
    lines = {key: document.line(("sections", key)) for key in record.sections}
    waived = {alarm: document.line(("waivers", alarm)) for alarm in record.waivers}
    return Stamps(path, record.sections, lines, record.waivers, waived)


def waivers_of(root: Path, codes: Iterable[str]) -> Mapping[tuple[str, str], Stamps]:
    """Language and page → its stamps, of those alone that have waivers and can be read."""
    return {
        (code, _existing_page(root, code, path)): stamps
        for code in codes
        for path, stamps in _read(root, (each for each in _files(root, code) if _has_waivers(root / each)))[0].items()
        if stamps.waivers
    }


def _existing_page(root: Path, code: str, path: str) -> str:
    """The page that a file of stamps is named after, with the ending that its own name has."""
    name = page_of_stamps(code, path)
    stem = name.removesuffix(".md")
    names = (f"{stem}{ending}" for ending in MARKDOWN if name != WORDS)
    return next((each for each in names if (root / path_of(code, each)).is_file()), name)


def _has_waivers(file: Path) -> bool:
    return _WAIVERS in file.read_bytes()


def _files(root: Path, code: str) -> Iterator[str]:
    if (root / stamps_file(code, WORDS)).exists():
        yield stamps_file(code, WORDS).as_posix()
    for folder, folders, names in os.walk(root / FOLDER / code / _PAGES):
        folders.sort()
        for name in sorted(names):
            if name.endswith(".yml") and not name.startswith("."):
                yield (Path(folder) / name).relative_to(root).as_posix()


def write_stamps(
    root: Path, path: str, original: str, sections: Mapping[str, Stamp], waivers: Mapping[str, Waiver]
) -> None:
    """Write the stamps of a page or of the language file, in the order given; no file where there are none."""
    file = root / path
    if not sections and not waivers:
        file.unlink(missing_ok=True)
        return
    file.parent.mkdir(parents=True, exist_ok=True)
    up = "../" * (len(PurePosixPath(path).parts) - len(DATA.parts) - 1)
    head = (
        f"# yaml-language-server: $schema={up}schemas/stamps.schema.json\n#\n"
        f"# What {original} said when each section was last held against it.\n"
        "# Written by: python -m mergeguide translations sync\n"
    )
    lines = [f"  {_key(key)}: {_value(stamp)}\n" for key, stamp in sections.items()]
    waived = [
        f'  {_quoted(alarm)}:\n    until: "{waiver.until}"\n    reason: {_quoted(waiver.reason)}\n'
        for alarm, waiver in waivers.items()
    ]
    text = (f"sections:\n{''.join(lines)}" if lines else "sections: {}\n") + _WAIVERS_BEGIN * bool(waived)
    file.write_text(f"{head}{text}{''.join(waived)}", encoding="utf-8", newline="\n")


def write_waivers(root: Path, source: str, code: str, name: str, waivers: Mapping[str, Waiver]) -> None:
    """Write the waivers of a page or of the language file; its stamps stay."""
    path = stamps_file(code, name).as_posix()
    stamps = read_stamps(root, code)[0].get(path)
    write_stamps(root, path, path_of(source, name), stamps.sections if stamps else {}, waivers)


def _key(key: str) -> str:
    return json.dumps(key) if key.startswith("@") or key[0].isdigit() else key


def _value(stamp: Stamp) -> str:
    digests = f'source: "{stamp.source}", translation: "{stamp.translation}"'
    if stamp.acknowledged is None:
        return f"{{{digests}}}"
    return "\n    " + digests.replace(", ", "\n    ") + f"\n    acknowledged: {_quoted(stamp.acknowledged)}"


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
