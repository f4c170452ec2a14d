"""The cases of each rule, ``cases/<rule>.yml``: small edits of the real guide, and the problems that they make.

A case breaks when its rule goes away, and when the real guide no longer holds. Keys are checked, so that a misspelt
expectation is not taken for none.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, TypeAdapter
from ruamel.yaml import YAML

FOLDER = Path(__file__).with_name("cases")
Read = Callable[[str], bytes]
"""Gives what a file holds, by its path from the project's root."""


def _kebab(name: str) -> str:
    return name.rstrip("_").replace("_", "-")


Words = str | tuple[str, ...]
"""What a text says: the whole of it, or in brackets parts that it has, where the rest depends on other data."""


def says(text: str, words: Words) -> bool:
    """Whether a message or a remedy is what a case expects."""
    return text == words if isinstance(words, str) else all(part in text for part in words)


class Part(BaseModel):
    """A part of a case; unknown keys are refused."""

    model_config = ConfigDict(extra="forbid", frozen=True, alias_generator=_kebab)


def key_line(lines: Sequence[str], path: Sequence[str]) -> int:
    """The index of a key's line in block style, given the keys above it."""
    at = -1
    indent = -1
    for key in path:
        wanted = re.compile(rf"^( *)(?:- )?[\"']?{re.escape(key)}[\"']?:")
        for number in range(at + 1, len(lines)):
            match = wanted.match(lines[number])
            # The first key is one of the file itself.
            if match and (len(match[1]) > indent if at >= 0 else not match[1]):
                at, indent = number, len(match[1])
                break
        else:
            raise AssertionError(f"no key {' > '.join(path)}")
    return at


def _below(lines: Sequence[str], at: int) -> int:
    """The index after the last line that belongs to the key at an index."""
    indent = len(lines[at]) - len(lines[at].lstrip())
    rest = range(at + 1, len(lines))
    return next((n for n in rest if lines[n].strip() and len(lines[n]) - len(lines[n].lstrip()) <= indent), len(lines))


class Edit(Part):
    """One change to one file.

    Attributes:
        file: its path from the project's root.
        key: the keys down to one in block style; ``value`` takes the place of what is there, or the key goes.
        replace: a text that the file has once; ``with`` takes its place.
        append: goes to the file's end.
        copy_of: the file gets the content of this one.
        write: the file's new content; the file need not exist.
        write_base64: the same as bytes.
        encode: the encoding that the file is saved in anew.
        line_ends: what ends its lines from then on.
        delete: the file goes.
    """

    file: str
    key: tuple[str, ...] = ()
    value: str | None = None
    replace: str | None = None
    with_: str = ""
    append: str | None = None
    copy_of: str | None = None
    write: str | None = None
    write_base64: str | None = None
    encode: str | None = None
    line_ends: str | None = None
    delete: bool = False

    def content(self, read: Read) -> bytes | None:
        """What the file holds afterwards; None where it is gone."""
        if self.delete:
            return None
        if self.copy_of is not None:
            return read(self.copy_of)
        if self.write_base64 is not None:
            return base64.b64decode(self.write_base64)
        if self.write is not None:
            return self.write.encode()
        before = read(self.file)
        if self.line_ends is not None:
            return before.replace(b"\n", self.line_ends.encode())
        if self.append is not None:
            return before + self.append.encode()
        text = before.decode()
        if self.encode is not None:
            return text.encode(self.encode, errors="replace")
        if self.key:
            return self._with_key(text).encode()
        assert self.replace, f"the edit of {self.file} says nothing"
        assert text.count(self.replace) == 1, f"{self.file} has {self.replace!r} {text.count(self.replace)} times"
        return text.replace(self.replace, self.with_).encode()

    def _with_key(self, text: str) -> str:
        lines = text.splitlines(keepends=True)
        at = key_line(lines, self.key)
        name = lines[at][: lines[at].index(":") + 1]
        lines[at : _below(lines, at)] = [] if self.value is None else [f"{name} {self.value}\n"]
        return "".join(lines)


class Expected(Part):
    """One problem.

    Attributes:
        file: its path from the project's root.
        at: a line of the edited file, without its indent, or a text that only this line has.
        nth: which of several such lines.
        key: instead: the keys down to the one on the line.
        line: the line's number, where a file cannot be read or is not there.
        rule: the broken rule, where it is not the one of the file of cases.
        message: what the message says.
        remedy: what the remedy says.
    """

    file: str
    at: str | None = None
    nth: int | None = None
    key: tuple[str, ...] = ()
    line: int | None = None
    rule: str = ""
    message: Words
    remedy: Words

    def place(self, read: Read) -> tuple[str, int]:
        """Path and line as the problem shows them."""
        return self.file, self.line or self._marked(read(self.file).decode("utf-8-sig"))

    def _marked(self, text: str) -> int:
        if self.key:
            return key_line(text.splitlines(), self.key) + 1
        assert self.at, f"the problem in {self.file} needs at:, key: or line:"
        lines = list(enumerate(text.splitlines(), 1))
        found = [number for number, line in lines if line.strip() == self.at]
        found = found or [number for number, line in lines if self.at in line]
        assert found, f"{self.file} has no line {self.at!r}"
        assert self.nth or len(found) == 1, f"{self.file} has {self.at!r} at {found}; say which with nth:"
        return found[(self.nth or 1) - 1]


Judge = Literal["sources", "site", "schema", "letter", "notes", "translations", "signing"]


class Case(Part):
    """Some edits and all problems that they make, in order; none where the rule has to be silent.

    Attributes:
        judge: who tells the problems: what judges the ``sources``, a built ``site``, the JSON ``schema``s or the
            answers for a ``letter``; what tells the maintainer ``notes``, or translators about ``translations``;
            or the ``signing`` of all claims.
        committed: the project is under git, as it was before the edits.
    """

    describe: str
    committed: bool = False
    judge: Judge = "sources"
    edit: Sequence[Edit]
    problems: Sequence[Expected]

    def changes(self, root: Path) -> dict[str, bytes | None]:
        """File → its content after all edits of a project; None where it is gone."""
        changes: dict[str, bytes | None] = {}
        for edit in self.edit:
            changes[edit.file] = edit.content(reading(root, changes))
        return changes


def reading(root: Path, changes: dict[str, bytes | None]) -> Read:
    """Reads the files of a project as they are after some changes."""

    def read(file: str) -> bytes:
        content = changes[file] if file in changes else (root / file).read_bytes()
        assert content is not None, f"{file} is gone"
        return content

    return read


def cases_of(rule: str) -> Sequence[Case]:
    """Read the cases of a rule."""
    return TypeAdapter(list[Case]).validate_python(YAML(typ="safe", pure=True).load(FOLDER / f"{rule}.yml"))


CASES = {path.stem: cases_of(path.stem) for path in sorted(FOLDER.glob("*.yml"))}
"""Rule → its cases."""
