"""One YAML file, read so that every value keeps the line it stands on.

ruamel.yaml reads YAML 1.2, as editors do (``yes`` stays a word), and refuses duplicate keys.
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.constructor import DuplicateKeyError
from ruamel.yaml.error import MarkedYAMLError, YAMLError

from mergeguide.problems import Problem


@dataclass(frozen=True)
class Document:
    """A file that could be read.

    Attributes:
        path: as it is printed in problems.
        tree: the loaded mapping, with ruamel's line marks.
    """

    path: str
    tree: CommentedMap

    def plain(self) -> dict[str, Any]:
        """The content as dicts, lists and scalars, for the models."""
        plain: dict[str, Any] = _plain(self.tree)
        return plain

    def existing(self, place: Sequence[str | int]) -> tuple[str | int, ...]:
        """As much of a path of keys and indexes as exists."""
        node: Any = self.tree
        for depth, step in enumerate(place):
            try:
                node = node[step]
            except (KeyError, IndexError, TypeError):
                return tuple(place[:depth])
        return tuple(place)

    def line(self, place: Sequence[str | int]) -> int:
        """The line (from 1) of the value at a path of keys and indexes, as far down as the path exists."""
        node: Any = self.tree
        line = 1
        for step in place:
            if isinstance(node, CommentedMap) and step in node:
                line = node.lc.key(step)[0] + 1
            elif isinstance(node, CommentedSeq) and isinstance(step, int) and step < len(node):
                line = node.lc.item(step)[0] + 1
            else:
                break
            node = node[step]
        return line


def _plain(value: Any) -> Any:
    if isinstance(value, CommentedMap):
        return {_plain(key): _plain(item) for key, item in value.items()}
    if isinstance(value, CommentedSeq):
        return [_plain(item) for item in value]
    # YAML 1.2 has no dates, ruamel reads them all the same; the data means the text.
    if isinstance(value, datetime.date):
        return value.isoformat()[:10]
    if isinstance(value, str):
        return str(value)
    return value


def read(path: Path, shown: str) -> Document | Problem:
    """Read one YAML file.

    Args:
        path: where it is.
        shown: how problems name it.

    Returns:
        The document, or the one problem that kept it from being read.
    """
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        return Problem(shown, 1, "The file is missing.", "Restore it; the guide cannot do without it.", "missing-file")
    except OSError as error:
        return Problem(shown, 1, f"The file cannot be read: {error.strerror}.", "Check its permissions.", "unreadable")
    except UnicodeDecodeError as error:
        line = path.read_bytes()[: error.start].count(b"\n") + 1
        return Problem(shown, line, "The file is not in UTF-8.", "Save it again in the encoding UTF-8.", "encoding")
    return parse(text, shown)


def parse(text: str, shown: str) -> Document | Problem:
    """Read YAML that stands in a file, or in a part of one; see ``read``."""
    try:
        tree = YAML(typ="rt", pure=True).load(text)
    except DuplicateKeyError as error:
        mark = error.problem_mark
        key = str(error.problem).split('"')[1] if '"' in str(error.problem) else "?"
        return Problem(
            shown,
            mark.line + 1 if mark else 1,
            f'The key "{key}" stands twice in one mapping.',
            "Delete one of the two, or rename it.",
            "duplicate-key",
        )
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        what = " ".join(str(part) for part in (error.context, error.problem) if part)
        return Problem(
            shown,
            mark.line + 1 if mark else 1,
            f"This is not valid YAML: {what}.",
            "Check indentation, quotes and colons here.",
            "yaml",
        )
    except (YAMLError, ValueError, RecursionError) as error:
        first = str(error).splitlines()[0] if str(error) else type(error).__name__
        return Problem(
            shown,
            1,
            f"This is not valid YAML: {first}",
            "Check the file's characters and indentation.",
            "yaml",
        )
    if not isinstance(tree, CommentedMap):
        return Problem(
            shown, 1, "The file has no keys at its top.", "Start from a file of the same kind.", "empty-file"
        )
    return Document(shown, tree)
