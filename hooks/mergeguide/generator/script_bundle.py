"""The modules of a script as one text: of the generator, the reply reader, the search and others.

Browsers refuse to load module files from ``file://`` (their origin is opaque), and the guide promises to work
there and without any request after load. So the modules of ``docs/assets/javascripts/`` are written as standard
modules, are tested as such, and are put into the page one after the other, each after those that it imports from, in
one scope: a name at the top of a module is no other module's, which a test sees to. ``import`` and ``export`` are left
out; comments that have a line of their own, types, indentation and blank lines stay behind in the files. What readers
get of that has shorter names (``shortening``).
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from mergeguide.generator.shortening import shortened

MODULES = Path("docs/assets/javascripts")
"""Where the modules are, from the project's root."""

ENTRY = "case-generator.js"

OF_SENTENCES = "ready-sentences.js"
"""The module that a page with ready sentences begins with."""

OF_TRANSLATIONS = "translation-filter.js"
"""The module that the page on the state of translations begins with."""

OF_REPLIES = "reply-reader.js"
"""The module that reads AWS's replies on the generator's page."""

_IMPORT = re.compile(r'^import \{[^}]*\} from "(\.[a-z./-]+\.js)";\n', re.MULTILINE)

_COMMENT = re.compile(r"^ *(?://.*|/\*\*(?:[^*]|\*(?!/))*\*/)\n|/\*\* @type [^*]* \*/ ", re.MULTILINE)

_INDENTATION = re.compile(r"^\s+", re.MULTILINE)

_EXPORT = re.compile(r"^export (?=(?:async )?(?:function|class|const) )", re.MULTILINE)


def page_script(root: Path, entry: str = ENTRY) -> str:
    """What readers get of a module of a project and those that it needs."""
    return _shortened(joined_script(root, entry), members=entry in (ENTRY, OF_REPLIES))


_shortened = cache(shortened)


def joined_script(root: Path, entry: str = ENTRY) -> str:
    """A module of a project and those that it needs, in the order in which they need each other, as one text."""
    folder = root / MODULES
    paths = {path.relative_to(folder).as_posix(): path for path in folder.rglob("[!.]*.js")}
    versions = tuple(sorted((name, path.stat().st_mtime_ns) for name, path in paths.items()))
    return _joined(folder, entry, versions)


def words_said(root: Path, names: Iterable[str]) -> list[str]:
    """Of the names of words those that the generator's script may look up; the page alone has the others.

    Any text that is one counts, ``words.undo``, and the beginning of a name that the script puts together:
    `kept-${state}`.
    """
    script = joined_script(root)
    begun = tuple(re.findall(r"`([a-z-]+-)\$\{", script))
    mentioned = set(re.findall(r'(?:"|\bwords\.)([a-z]+(?:-[a-z]+)*)\b', script))
    return [name for name in names if name in mentioned or name.startswith(begun)]


@cache
def _joined(folder: Path, entry: str, _: tuple[tuple[str, int], ...]) -> str:
    done: dict[str, str] = {}
    _add(folder, entry, done)
    return "".join(done.values())


def _add(folder: Path, name: str, done: dict[str, str]) -> None:
    source = (folder / name).read_text(encoding="utf-8-sig")
    for path in _IMPORT.findall(source):
        needed = posixpath.normpath(posixpath.join(posixpath.dirname(name), path))
        if needed not in done:
            _add(folder, needed, done)
    done[name] = _INDENTATION.sub("", _COMMENT.sub("", _EXPORT.sub("", _IMPORT.sub("", source))))
