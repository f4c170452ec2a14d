"""Where things stand in a YAML file, so that an edit can be made there as an author would make it.

Read with ruamel's nodes and not with the package's own documents, so that a mistake there is not made twice.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from ruamel.yaml import YAML
from ruamel.yaml.error import StreamMark
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

Steps = tuple[str | int, ...]


@dataclass(frozen=True)
class Place:
    """One entry of a mapping, or one item of a list.

    Attributes:
        path: keys and indexes from the top.
        start: the index in the text at which the entry begins (its key, or the item itself).
        value_start: where its value begins.
        value_end: where its value ends.
        value: the text of a scalar; None for anything else.
        kind: scalar, map or list.
        flow: whether it stands in brackets.
        line: its line, from 1.
    """

    path: Steps
    start: int
    value_start: int
    value_end: int
    value: str | None
    kind: str
    flow: bool
    line: int

    @property
    def key(self) -> str:
        """The last key; of an item in a list, the list's."""
        return next(str(step) for step in reversed(self.path) if isinstance(step, str))

    @property
    def is_item(self) -> bool:
        """Whether it is an item of a list."""
        return isinstance(self.path[-1], int)


class YamlText:
    """A YAML file's text with its places."""

    def __init__(self, text: str) -> None:
        """Find every place."""
        self.text = text
        self.places = {place.path: place for place in _walk(text, YAML(typ="safe", pure=True).compose(text), (), False)}
        self._below = defaultdict[Steps, list[Place]](list)
        for path, place in self.places.items():
            self._below[path[:-1]].append(place)

    def __getitem__(self, path: Steps) -> Place:
        return self.places[path]

    def below(self, *path: str | int) -> Iterator[Place]:
        """The places directly below another, in order."""
        yield from self._below.get(path, ())

    def scalars(self, *top: str | int) -> Iterator[Place]:
        """Every scalar below a place."""
        for place in self.places.values():
            if place.kind == "scalar" and place.path[: len(top)] == top:
                yield place

    def value(self, *path: str | int) -> str | None:
        """The scalar at a path; None where there is none."""
        place = self.places.get(path)
        return place.value if place else None

    def with_value(self, place: Place, new: str) -> str:
        """The text with another value, written as given."""
        return self.text[: place.value_start] + new + self.text[place.value_end :]

    def with_key(self, place: Place, new: str) -> str:
        """The text with another key."""
        key = str(place.path[-1])
        start = self.text.index(key, place.start)
        return self.text[:start] + new + self.text[start + len(key) :]

    def without(self, place: Place) -> str:
        """The text without an entry or item."""
        if place.flow:
            start, end = place.start, place.value_end
            siblings = list(self.below(*place.path[:-1]))
            at = siblings.index(place)
            if at + 1 < len(siblings):
                end = siblings[at + 1].start
            elif at:
                start = siblings[at - 1].value_end
            return self.text[:start] + self.text[end:]
        start, end = self.block(place)
        return self.text[:start] + self.text[end:]

    def block(self, place: Place) -> tuple[int, int]:
        """The whole lines of an entry in block style, with the comments inside of it."""
        start = self.text.rfind("\n", 0, place.start) + 1
        indent = place.start - start
        if place.is_item:
            indent = self.text.index("-", start) - start
        position = self.text.find("\n", place.start) + 1 or len(self.text)
        end = position
        while position < len(self.text):
            stop = self.text.find("\n", position) + 1 or len(self.text)
            line = self.text[position:stop]
            stripped = line.strip()
            if stripped and not stripped.startswith("#"):
                own = len(line) - len(line.lstrip())
                if own <= indent and not (own == indent and stripped.startswith("- ") and not place.is_item):
                    break
                end = stop
            position = stop
        return start, end

    def with_entry_before(self, place: Place, entry: str) -> str:
        """The text with another entry of the same mapping in front of one."""
        if place.flow:
            return self.text[: place.start] + entry + ", " + self.text[place.start :]
        indent = " " * (place.start - self.text.rfind("\n", 0, place.start) - 1)
        return self.text[: place.start] + entry + "\n" + indent + self.text[place.start :]


def _walk(text: str, node: Node, path: Steps, flow: bool) -> Iterator[Place]:
    flow = flow or bool(getattr(node, "flow_style", False))
    if isinstance(node, MappingNode):
        for key, value in node.value:
            yield from _place(text, (*path, key.value), key.start_mark, value, flow)
    elif isinstance(node, SequenceNode):
        for index, value in enumerate(node.value):
            yield from _place(text, (*path, index), value.start_mark, value, flow)


def _place(text: str, path: Steps, mark: StreamMark, node: Node, flow: bool) -> Iterator[Place]:
    start, end = node.start_mark.index, node.end_mark.index
    scalar = isinstance(node, ScalarNode)
    if isinstance(node, ScalarNode) and node.style in ("|", ">"):
        # The end of a block scalar is noted behind the blank lines that follow it.
        end = start + len(text[start:end].rstrip())
    kind = "scalar" if scalar else "map" if isinstance(node, MappingNode) else "list"
    yield Place(path, mark.index, start, end, node.value if scalar else None, kind, flow, mark.line + 1)
    yield from _walk(text, node, path, flow)
