"""Plain YAML, read with libyaml in a tenth of the time that ruamel.yaml needs.

Only what both are known to read alike goes this way: one document of mappings, lists and scalars, without anchors or
directives, without tags (but for another tool's own), in plain characters. Of everything else, and of every mistake,
``plain_yaml`` says nothing; then ruamel reads the file again and finds the words. What a scalar means is asked of
ruamel in both cases, so that there is one answer (libyaml's own is YAML 1.1, where ``no`` is false).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import yaml
from ruamel.yaml import YAML
from ruamel.yaml.nodes import ScalarNode

Lines = dict[tuple[str | int, ...], int]
"""Place → line, from 1; a place is the keys and indexes from the top."""

_UNUSUAL = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
"""Tabs, carriage returns, control characters and the line ends of YAML 1.1: the two readers differ about them."""

UNSHOWABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""Characters that neither HTML nor a file in UTF-8 can hold; only an escape brings them in: ``"\\0"``."""

_RUAMEL = YAML(typ="safe", pure=True)

_WORD = re.compile("[A-Za-z]|[^\x00-\x7f]")

_TYPED_WORDS = frozenset({"null", "true", "false"})
"""What is no text in YAML 1.2 although it begins with a letter, in lower case."""

_OWN_TAG = re.compile("!.|tag:yaml.org,2002:python/")
"""How a tag begins that only another tool knows; the others of YAML say what a value is."""


class _NotPlainError(Exception):
    """The file holds something that is left to ruamel."""


def plain_yaml(text: str, values: frozenset[str], *, foreign: bool = False) -> tuple[Any, Lines] | None:
    """Read plain YAML.

    Args:
        text: the file's text.
        values: the tags of scalars that are more than text.
        foreign: it is written for another tool, whose own tags are let through.

    Returns:
        The content, and the line (from 1) of every key and item; None where the file is not plain.
    """
    loader = getattr(yaml, "CSafeLoader", None)
    if loader is None or _UNUSUAL.search(text):
        return None
    builder = _Builder(iter(yaml.parse(text, Loader=loader)), values, foreign=foreign)
    try:
        return builder.document(), builder.lines
    except (_NotPlainError, yaml.YAMLError, ValueError, RecursionError, StopIteration):
        return None


class _Builder:
    """Turns events into plain values and notes where each stands."""

    def __init__(self, events: Iterator[Any], values: frozenset[str], *, foreign: bool) -> None:
        self.events, self.values, self.foreign = events, values, foreign
        self.lines: Lines = {}

    def document(self) -> Any:
        next(self.events)  # the stream begins
        begin = next(self.events)
        if not isinstance(begin, yaml.DocumentStartEvent) or begin.explicit:
            raise _NotPlainError
        content = self.value(next(self.events), ())
        end = next(self.events)
        if end.explicit or not isinstance(next(self.events), yaml.StreamEndEvent):
            raise _NotPlainError
        return content

    def value(self, event: Any, place: tuple[str | int, ...]) -> Any:
        tag = getattr(event, "tag", None)
        if getattr(event, "anchor", None) or (tag and not self.is_let_through(tag)):
            raise _NotPlainError
        if isinstance(event, yaml.ScalarEvent):
            return self.scalar(event)
        if isinstance(event, yaml.MappingStartEvent):
            return self.mapping(place)
        if isinstance(event, yaml.SequenceStartEvent):
            return self.sequence(place)
        raise _NotPlainError

    def is_let_through(self, tag: str) -> bool:
        """Whether a tag is another tool's own, as ``!ENV``; what it stands at is read as if it were not there."""
        return self.foreign and bool(_OWN_TAG.match(tag))

    def mapping(self, place: tuple[str | int, ...]) -> dict[Any, Any]:
        values: dict[Any, Any] = {}
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            if not isinstance(event, yaml.ScalarEvent):
                raise _NotPlainError
            key = self.value(event, place)
            if not isinstance(key, str) or key in values:
                raise _NotPlainError
            inner = (*place, key)
            self.lines[inner] = event.start_mark.line + 1
            values[key] = self.value(next(self.events), inner)
        return values

    def sequence(self, place: tuple[str | int, ...]) -> list[Any]:
        values: list[Any] = []
        while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
            inner = (*place, len(values))
            self.lines[inner] = event.start_mark.line + 1
            values.append(self.value(event, inner))
        return values

    def scalar(self, event: Any) -> Any:
        text: str = event.value
        if event.style == '"' and UNSHOWABLE.search(text):
            raise _NotPlainError
        if not event.implicit[0] or (_WORD.match(text) and text.lower() not in _TYPED_WORDS):
            return text
        tag = str(_RUAMEL.resolver.resolve(ScalarNode, text, (True, False)))
        return _RUAMEL.constructor.construct_object(ScalarNode(tag, text)) if tag in self.values else text
