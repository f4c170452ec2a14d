"""What was worked out before, in ``.cache/guide/`` of the project: it saves time, and nothing depends on it.

An entry counts only if it is whole and was made from the same things, which its key names. Anything else that lies
there (damaged, cut off, of another version, another build's that is at work right now) is passed over and written
anew. Where nothing can be written, nothing is kept.

The digest of an entry finds accidents. It cannot find somebody who writes a false entry on purpose: that would need a
secret, and the project has no place for one. So data is kept as JSON, nothing is ever unpickled, and a folder that
is another user's, or that others may write into, is not used at all. Compiled templates are code. Whoever can write
them into a folder that is ours alone could as well write ``hooks/``, or ``hooks/__pycache__/``, which Python runs on
the same terms.
"""

from __future__ import annotations

import os
import stat
from contextlib import suppress
from functools import cache
from hashlib import sha256
from pathlib import Path

FOLDER = Path(".cache/guide")
"""Where entries are, from the project's root."""


def digest(*parts: str | bytes) -> str:
    """A short text that stands for some parts; other parts, or the same divided otherwise, have another."""
    found = sha256()
    for part in parts:
        content = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        found.update(b"%d:" % len(content))
        found.update(content)
    return found.hexdigest()


@cache
def code_digest() -> str:
    """What stands for the code of this package, as it was when the process first asked.

    What begins with a dot is no code: an editor's lock, a link to nowhere above all.
    """
    package = Path(__file__).parent
    return digest(*(file.read_bytes() for file in sorted(package.rglob("[!.]*.py"))))


class Cache:
    """The entries of one project."""

    def __init__(self, root: Path) -> None:
        """Keep entries below a project's root."""
        self._folder = root / FOLDER

    def get(self, name: str, key: str) -> bytes | None:
        """What was kept under a name, if it was made from what the key says."""
        if not self._is_ours():
            return None
        try:
            seal, _, content = (self._folder / name).read_bytes().partition(b"\n")
        except OSError:
            return None
        return content if seal == _seal(key, content) else None

    def put(self, name: str, key: str, content: bytes) -> None:
        """Keep something under a name, instead of what was there."""
        file = self._folder / name
        # Another build may read the entry, or write it, at the same time: it appears as a whole.
        unfinished = file.with_name(f"{name}.{os.getpid()}")
        try:
            self._folder.parent.mkdir(exist_ok=True)
            self._folder.mkdir(mode=stat.S_IRWXU, exist_ok=True)
            if not self._is_ours():
                return
            unfinished.write_bytes(b"%b\n%b" % (_seal(key, content), content))
            unfinished.replace(file)
        except OSError:
            with suppress(OSError):
                unfinished.unlink(missing_ok=True)

    def _is_ours(self) -> bool:
        """Whether the folder is one that nobody else writes into."""
        try:
            found = self._folder.lstat()
        except OSError:
            return False
        if not stat.S_ISDIR(found.st_mode):
            return False
        # Windows has neither: there a folder has the permissions of the project that it lies in.
        return not hasattr(os, "getuid") or (
            found.st_uid == os.getuid() and not found.st_mode & (stat.S_IWGRP | stat.S_IWOTH)
        )


def _seal(key: str, content: bytes) -> bytes:
    return digest(key, content).encode()
