"""The files of stamps that finish a change, as text: for those who edit in the browser and run no command.

They are what ``sync`` would write, made beside the project, so that whoever looks at a change alters nothing of it.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import unified_diff
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from urllib.parse import quote, urlencode

from mergeguide.translations import STAMPS, Said, Section, sync


@dataclass(frozen=True)
class Offered:
    """A file of stamps, from the project's root, as it is and as it is to be; None where there is none."""

    path: str
    before: str | None
    after: str | None

    @property
    def patch(self) -> str:
        """What ``git apply`` takes."""
        tab = "\t" if " " in self.path else ""  # ends a name that has spaces, as git writes it
        old = "/dev/null" if self.before is None else f"a/{self.path}{tab}"
        new = "/dev/null" if self.after is None else f"b/{self.path}{tab}"
        mode = {self.before: "new file mode 100644\n", self.after: "deleted file mode 100644\n"}.get(None, "")
        lines = unified_diff(_lines(self.before), _lines(self.after), old, new)
        return f"diff --git a/{self.path} b/{self.path}\n{mode}{''.join(lines)}"

    def address(self, place: str) -> str:
        """Where it is edited, or begun, in the browser.

        Args:
            place: the repository's address and the branch, with ``{}`` where ``edit`` or ``new`` stands.
        """
        if self.before is not None:
            return f"{place.format('edit')}/{quote(self.path)}"
        folder, name = PurePosixPath(self.path).parent.as_posix(), PurePosixPath(self.path).name
        return f"{place.format('new')}/{quote(folder)}?{urlencode({'filename': name})}"


def offered(root: Path, source: str, sections: Sequence[Section], chosen: Sequence[Section]) -> Sequence[Offered]:
    """What becomes of the files of stamps when some sections are stamped; those that ``sync`` refuses stay as they are.

    Args:
        source: the source language.
        sections: all sections of all translations.
        chosen: those that are to be stamped.
    """
    with TemporaryDirectory() as name:
        beside = Path(name)
        if (root / STAMPS).is_dir():
            shutil.copytree(root / STAMPS, beside / STAMPS)
        sync(beside, source, sections, chosen, Said())
        paths = sorted({path for each in (root, beside) for path in _files(each)})
        found = [Offered(path, _text(root / path), _text(beside / path)) for path in paths]
    return [each for each in found if each.before != each.after]


def patch_of(files: Iterable[Offered]) -> str:
    """All of them as one patch."""
    return "".join(each.patch for each in files)


def _files(root: Path) -> Iterator[str]:
    yield from (file.relative_to(root).as_posix() for file in (root / STAMPS).rglob("*.yml"))


def _text(file: Path) -> str | None:
    return file.read_text(encoding="utf-8") if file.is_file() else None


def _lines(text: str | None) -> list[str]:
    return (text or "").splitlines(keepends=True)
