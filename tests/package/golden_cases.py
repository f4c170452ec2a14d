"""Golden files for the data's errors: one case a file, a small edit and the problems that it makes.

A case edits a copy of the real ``docs/_data/``; so it breaks when a rule goes away, and when the real data no
longer hold. Keys are checked, so that a misspelt expectation is not taken for none.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict
from ruamel.yaml import YAML

from mergeguide.data.paths import DATA

FOLDER = Path(__file__).with_name("goldens")


def _kebab(name: str) -> str:
    return name.rstrip("_").replace("_", "-")


Parts = Annotated[tuple[str, ...], BeforeValidator(lambda value: [value] if isinstance(value, str) else value)]
"""Texts that all have to stand in another; a single one may be written without brackets."""


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
        key: the keys down to one in block style; ``value`` takes the place of what stands there, or it goes.
        replace: a text that stands in the file once; ``with`` takes its place.
        append: goes to the file's end.
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
    write: str | None = None
    write_base64: str | None = None
    encode: str | None = None
    line_ends: str | None = None
    delete: bool = False

    def apply(self, data: Path) -> None:
        """Change the file below a data folder."""
        path = data / self.file
        if self.delete:
            path.unlink()
        elif self.write_base64 is not None:
            path.write_bytes(base64.b64decode(self.write_base64))
        elif self.write is not None:
            path.write_bytes(self.write.encode())
        elif self.encode is not None:
            path.write_bytes(path.read_text(encoding="utf-8").encode(self.encode, errors="replace"))
        elif self.line_ends is not None:
            path.write_bytes(path.read_bytes().replace(b"\n", self.line_ends.encode()))
        elif self.append is not None:
            path.write_bytes(path.read_bytes() + self.append.encode())
        elif self.key:
            lines = path.read_bytes().decode().splitlines(keepends=True)
            at = key_line(lines, self.key)
            name = lines[at][: lines[at].index(":") + 1]
            lines[at : _below(lines, at)] = [] if self.value is None else [f"{name} {self.value}\n"]
            path.write_bytes("".join(lines).encode())
        else:
            assert self.replace, f"the edit of {self.file} says nothing"
            text = path.read_bytes().decode()
            assert text.count(self.replace) == 1, f"{self.file} has {self.replace!r} {text.count(self.replace)} times"
            path.write_bytes(text.replace(self.replace, self.with_).encode())


class Expected(Part):
    """One problem.

    Attributes:
        file: below ``docs/_data/``.
        at: a line of the edited file, without its indent, or a text that only this line has.
        nth: which of several such lines.
        key: instead: the keys down to the one on the line.
        line: the line's number, where a file cannot be read or is not there.
        message: what the message says, in parts.
        remedy: what the remedy says, in parts.
    """

    file: str
    at: str | None = None
    nth: int | None = None
    key: tuple[str, ...] = ()
    line: int | None = None
    rule: str
    message: Parts
    remedy: Parts

    def place(self, data: Path) -> tuple[str, int]:
        """Path and line as the problem shows them."""
        return f"{DATA.as_posix()}/{self.file}", self.line or self._marked(data)

    def _marked(self, data: Path) -> int:
        text = (data / self.file).read_text(encoding="utf-8-sig")
        if self.key:
            return key_line(text.splitlines(), self.key) + 1
        assert self.at, f"the problem in {self.file} needs at:, key: or line:"
        lines = list(enumerate(text.splitlines(), 1))
        found = [number for number, line in lines if line.strip() == self.at]
        found = found or [number for number, line in lines if self.at in line]
        assert found, f"{self.file} has no line {self.at!r}"
        assert self.nth or len(found) == 1, f"{self.file} has {self.at!r} at {found}; say which with nth:"
        return found[(self.nth or 1) - 1]


class Case(Part):
    """One golden file; ``problems`` are all that there are, in order."""

    describe: str
    edit: Sequence[Edit]
    problems: Sequence[Expected]


def case_of(name: str) -> Case:
    """Read a golden file."""
    return Case.model_validate(YAML(typ="safe", pure=True).load(FOLDER / f"{name}.yml"))


NAMES = sorted(path.stem for path in FOLDER.glob("*.yml"))
