"""``translations add-language`` and ``translations new``: files to begin a translation with, made from the source's.

What they hold is the source's own text, to be written over: ids, links, blocks and marks of evidence are right from the
beginning. ``sync`` refuses what still says what the source says, word for word.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from mergeguide.data import DATA, Outline
from mergeguide.i18n import tag_fault
from mergeguide.pages import DOCS
from mergeguide.problems import nearest
from mergeguide.translating.shown import COMMAND
from mergeguide.translations import FIRST_PAGES, FIRST_WORDS

DONE, COULD_NOT_RUN = 0, 2

CHECK = "python -m mergeguide check"


def add_language(root: Path, guide: Outline, options: argparse.Namespace) -> int:
    """Write the file of a new language, with the words that stand around every page."""
    code: str = options.code
    fault = tag_fault(code)
    path = DATA / "languages" / f"{code}.yml"
    if fault:
        return _refused(f'"{code}" {fault[0]}. {fault[1]}')
    if (root / path).exists():
        return _refused(f"{path.as_posix()} is there already. What is left to do: {COMMAND} status --language {code}")
    name: str = options.name
    if not name:
        return _refused(f"Say what the language calls itself: {COMMAND} add-language {code} --name NAME")
    source = guide.languages[guide.source_language]
    head = (
        "# yaml-language-server: $schema=../schemas/language.schema.json\n#\n"
        f"# Every string of {name} that does not stand on a page. What is not here yet is shown in {source.name}.\n"
        f"language: {code}\nname: {name}\nsource: false\ndraft: true\nowners: []\n"
    )
    parts = [head, *(_words_of(root, guide, part) for part in FIRST_WORDS)]
    (root / path).write_text("\n".join(parts), encoding="utf-8", newline="\n")
    print(f"Written: {path.as_posix()}. Its words are still {source.name}: write over them, with its own")
    print("language and country under site.locale, such as ko_KR. When that is done:")
    print(f"    {COMMAND} sync {path.as_posix()}")
    print("Then, page by page:")
    for page in FIRST_PAGES:
        print(f"    {COMMAND} new {page} --language {code}")
    print("Readers are told of the language when these are done. What is left, smallest first, at any time:")
    print(f"    {COMMAND} status --language {code}")
    return DONE


def new(root: Path, guide: Outline, options: argparse.Namespace) -> int:
    """Write a page, or a part of the language file, as the source has it."""
    drafts = [code for code, language in guide.languages.items() if not language.source]
    code: str = options.language or (drafts[0] if len(drafts) == 1 else "")
    if code not in drafts:
        return _refused(f"Name a translation with --language. {nearest(code, drafts)}Known: {', '.join(drafts)}.")
    for name in options.names:
        told = _new_page(root, guide, code, name) if name.endswith(".md") else _new_words(root, guide, code, name)
        if told:
            return _refused(told)
    return DONE


def _new_page(root: Path, guide: Outline, code: str, name: str) -> str:
    source, path = DOCS / guide.source_language / name, DOCS / code / name
    if not (root / source).is_file():
        known = [file.relative_to(root / source.parent).as_posix() for file in (root / source.parent).glob("**/*.md")]
        return f"There is no page {source.as_posix()}. {nearest(name, known)}"
    if (root / path).exists():
        return f"{path.as_posix()} is there already."
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).write_text((root / source).read_text(encoding="utf-8"), encoding="utf-8", newline="\n")
    _told(path, code, path.as_posix())
    return ""


def _new_words(root: Path, guide: Outline, code: str, part: str) -> str:
    path = DATA / "languages" / f"{code}.yml"
    text = (root / path).read_text(encoding="utf-8")
    known = [
        key
        for key, value in guide.documents[f"languages/{guide.source_language}"].tree.items()
        if isinstance(value, dict)
    ]
    if part not in known:
        return f'The language file has no part "{part}". {nearest(part, known)}'
    if re.search(rf"^{re.escape(part)}:", text, re.MULTILINE):
        return f'{path.as_posix()} has the part "{part}" already.'
    (root / path).write_text(f"{text.rstrip()}\n\n{_words_of(root, guide, part)}", encoding="utf-8", newline="\n")
    _told(path, code, path.as_posix())
    return ""


def _told(path: Path, code: str, place: str) -> None:
    print(f"Written: {path.as_posix()}, in the source's words: write over them, and leave ids, links and marks. Then:")
    print(f"    {COMMAND} sync {place}")
    print(f"What the checks say of it: {CHECK}")


def _words_of(root: Path, guide: Outline, part: str) -> str:
    """A part of the source's language file, as it is written there."""
    text = (root / DATA / "languages" / f"{guide.source_language}.yml").read_text(encoding="utf-8")
    return "".join(_lines_of(text, part)).rstrip() + "\n"


def _lines_of(text: str, part: str) -> Iterator[str]:
    inside = False
    for line in text.splitlines(keepends=True):
        if re.match(r"\S", line):
            inside = line.startswith(f"{part}:")
        if inside:
            yield line


def _refused(told: str) -> int:
    print(told, file=sys.stderr)
    return COULD_NOT_RUN
