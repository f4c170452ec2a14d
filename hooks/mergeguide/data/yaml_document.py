"""One YAML file, read so that every value keeps the line it stands on.

What is plain is read with libyaml (``plain_yaml``), all else with ruamel.yaml; both as YAML 1.2, as editors do (``yes``
stays a word). ruamel's nodes are turned into plain values here, because the data means less than YAML can say: no key
twice, and neither anchors nor tags, which take words away unseen (``label: &more text`` is "text") and can blow a few
lines up to any size.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.nodes import MappingNode, Node, SequenceNode
from ruamel.yaml.tokens import ScalarToken

from mergeguide.data.plain_yaml import UNSHOWABLE, plain_yaml
from mergeguide.data.text import read_text
from mergeguide.problems import Problem

Place = tuple[str | int, ...]
"""Where a value stands: keys and indexes from the top."""

_CORE = "tag:yaml.org,2002:"

CORE_VALUES = frozenset(_CORE + name for name in ("null", "bool", "int", "float"))
"""What is more than text. ruamel also knows dates, ``=`` and ``<<``, which are text in YAML 1.2."""

_KNOWN = CORE_VALUES | {_CORE + name for name in ("str", "timestamp", "value", "merge", "map", "seq")}


@dataclass(frozen=True)
class Document:
    """A file that could be read.

    Attributes:
        path: as it is printed in problems.
        tree: the content as dicts, lists and scalars.
        lines: the line (from 1) of every key and item.
    """

    path: str
    tree: dict[str, Any]
    lines: Mapping[Place, int]

    def existing(self, place: Sequence[str | int]) -> Place:
        """As much of a path of keys and indexes as exists."""
        return next(
            (tuple(place[:depth]) for depth in range(len(place), 0, -1) if tuple(place[:depth]) in self.lines), ()
        )

    def line(self, place: Sequence[str | int]) -> int:
        """The line (from 1) of the value at a path of keys and indexes, as far down as the path exists."""
        return self.lines.get(self.existing(place), 1)

    def problem(self, place: Sequence[str | int], message: str, remedy: str, rule: str) -> Problem:
        """A problem of the value at a path of keys and indexes."""
        return Problem(self.path, self.line(place), message, remedy, rule)


class _NotOursError(Exception):
    """YAML that is valid, and that the data does without; holds line, message, remedy and rule."""


class _Builder:
    """Turns nodes into plain values and notes where each stands."""

    def __init__(self, yaml: YAML, *, foreign: bool) -> None:
        self.yaml, self.foreign = yaml, foreign
        self.lines: dict[Place, int] = {}

    def value(self, node: Node, place: Place) -> Any:
        if not self.foreign:
            self._refuse(node)
        if isinstance(node, MappingNode):
            return self._mapping(node, place)
        if isinstance(node, SequenceNode):
            values = []
            for index, item in enumerate(node.value):
                inner = (*place, index)
                self.lines[inner] = _line(item)
                values.append(self.value(item, inner))
            return values
        strange = UNSHOWABLE.search(node.value)
        if strange:
            raise _NotOursError(
                _line(node),
                f"The value has the character U+{ord(strange[0]):04X}, which no page can show.",
                "Delete it, or the escape that stands for it.",
                "character",
            )
        return self.yaml.constructor.construct_object(node) if node.tag in CORE_VALUES else node.value

    def _mapping(self, node: MappingNode, place: Place) -> dict[Any, Any]:
        values: dict[Any, Any] = {}
        for key_node, value_node in node.value:
            key = None if isinstance(key_node.value, list) else self.value(key_node, place)
            if not isinstance(key, str):
                raise _NotOursError(_line(key_node), "A key has to be a text.", "Write it in quotes.", "yaml")
            if key in values:
                raise _NotOursError(
                    _line(key_node),
                    f'The key "{key}" stands twice in one mapping.',
                    "Delete one of the two, or rename it.",
                    "duplicate-key",
                )
            inner = (*place, key)
            self.lines[inner] = _line(key_node)
            values[key] = self.value(value_node, inner)
        return values

    def _refuse(self, node: Node) -> None:
        """Refuse an anchor (an alias always needs one) and a tag that changes what a value is."""
        if node.anchor:
            what = f'"&{node.anchor}" is an anchor'
        elif node.tag not in _KNOWN:
            what = f'"{node.tag}" is a tag'
        else:
            return
        raise _NotOursError(
            _line(node),
            f"{what} of YAML, which the data does without.",
            "Write the value out; put it in quotes if it begins with & or !.",
            "yaml-anchor-or-tag",
        )


def _line(node: Node) -> int:
    line: int = node.start_mark.line
    return line + 1


def read(path: Path, shown: str, *, foreign: bool = False) -> Document | Problem:
    """Read one YAML file.

    Args:
        path: where it is.
        shown: how problems name it.
        foreign: it is written for another tool, whose anchors and tags are let through.

    Returns:
        The document, or the one problem that kept it from being read.
    """
    text = read_text(path, shown)
    if isinstance(text, Problem):
        return text
    return parse(text, shown, foreign=foreign)


def parse(text: str, shown: str, *, foreign: bool = False) -> Document | Problem:
    """Read YAML that stands in a file, or in a part of one; see ``read``."""
    plain = plain_yaml(text, CORE_VALUES, foreign=foreign)
    if plain and isinstance(plain[0], dict):
        return Document(shown, *plain)
    return parse_carefully(text, shown, foreign=foreign)


def parse_carefully(text: str, shown: str, *, foreign: bool = False) -> Document | Problem:
    """Read any YAML, and say what is wrong with it; see ``read``."""
    yaml = YAML(typ="safe", pure=True)
    # A warning to the console is no problem with a place; the builder refuses anchors anyway.
    yaml.composer.warn_double_anchors = False
    builder = _Builder(yaml, foreign=foreign)
    try:
        node = yaml.compose(text)
        tree = builder.value(node, ()) if node else None
    except _NotOursError as refused:
        return Problem(shown, *refused.args)
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        opened = _quote_over_lines(text, mark.index if mark else len(text))
        begun = error.context_mark
        where = f"(begun at line {begun.line + 1})" if begun and mark and begun.line != mark.line else ""
        what = " ".join(str(part) for part in (error.context, where, error.problem) if part)
        return Problem(
            shown,
            mark.line + 1 if mark else 1,
            f"This is not valid YAML: {what}.",
            f"A quote that is opened at line {opened} may lack its end."
            if opened
            else "Check indentation, quotes and colons here.",
            "yaml",
        )
    except (YAMLError, ValueError, KeyError, RecursionError) as error:
        first = str(error).splitlines()[0] if str(error) else type(error).__name__
        return Problem(
            shown,
            # Only the one about characters knows where it is.
            text[: getattr(error, "position", 0)].count("\n") + 1,
            f"This is not valid YAML: {first}",
            "Check the file's characters and indentation.",
            "yaml",
        )
    if not isinstance(tree, dict):
        return Problem(
            shown, 1, "The file has no keys at its top.", "Start from a file of the same kind.", "empty-file"
        )
    return Document(shown, tree, builder.lines)


def _quote_over_lines(text: str, until: int) -> int | None:
    """The line at which the last quoted text begins that goes on over several lines, up to where a mistake is noticed.

    A quote without its end is noticed only where the next one opens, which may be far below; quotes that follow are
    then taken inside out, and are none. One that is meant to go on says so with a backslash at each line's end.
    """
    quotes: list[int] = []
    try:
        for token in YAML(typ="safe", pure=True).scan(text):
            lines = text[token.start_mark.index : token.end_mark.index].split("\n")
            meant = all(line.endswith("\\") for line in lines[:-1])
            before = token.end_mark.index <= until
            if isinstance(token, ScalarToken) and token.style in ("'", '"') and not meant and before:
                quotes.append(token.start_mark.line + 1)
    except YAMLError:
        pass  # That there is a mistake is known; up to it the quotes were seen.
    return quotes[-1] if quotes else None
