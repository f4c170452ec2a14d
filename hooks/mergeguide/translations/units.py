"""What is translated, in units that are tracked one by one: the sections of a page, the entries of a language file.

A section is the text of one heading up to the next of any level, so that a change below a heading says nothing about
the heading. Title and description of a page are a section of their own, ``@meta``; what stands above the first heading
is ``@lead``. In a language file an entry is what stands under one key below a key at the top: ``fields.full-name``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from typing import Any

from mergeguide.data import Document, parse
from mergeguide.pages import FRONT_MATTER, written_headings
from mergeguide.translations.blocks import canonical
from mergeguide.translations.prose import words_of

META, LEAD = "@meta", "@lead"

_SHOWN = ("title", "description")
"""What readers see of a page's front matter."""

_OWN = frozenset({"language", "name", "source", "owners", "search", "dates"})
"""Parts of a language file that are that language's own, and no translation of another's."""

_OWN_ENTRIES = frozenset({"site.locale", "as-of.unknown-words"})

_STRING = re.compile(r"\n\n(?=[\w.-]+: )")

DIGITS = 12
"""How many digits of a digest a stamp has."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A section of a page, or an entry of a language file.

    Attributes:
        key: the id of its heading, or the entry's keys with a point between.
        line: where it begins.
        text: what is written there, without the heading's id.
    """

    key: str
    line: int
    text: str

    @property
    def digest(self) -> str:
        """What stands for the words of it; the same however they are written."""
        return digest(self.text)


@lru_cache(maxsize=4096)
def digest(text: str) -> str:
    """What stands for the words of a section."""
    return sha256(canonical(text).encode()).hexdigest()[:DIGITS]


def title_of(text: str) -> str:
    """The words of a section's heading."""
    return words_of(text.split("\n", 1)[0].lstrip("#"))


@lru_cache(maxsize=256)  # checks that look at the translations ask again for pages that have not changed
def page_units(source: str) -> tuple[Unit, ...]:
    """The sections of a page, in order. A heading without an id, which is a mistake, does not begin one."""
    lines = source.split("\n")
    front = FRONT_MATTER.match(source)
    begun = front[0].count("\n") if front else 0
    headings = [heading for heading in written_headings(source) if heading.id]
    found: dict[str, Unit] = {}
    if front:
        text = _meta(front[0])
        if text:
            found[META] = Unit(META, 1, text)
    ends = [*(heading.line - 1 for heading in headings), len(lines)]
    written = "\n".join(lines[begun : ends[0]])
    lead = written.strip("\n")
    if canonical(lead):
        found[LEAD] = Unit(LEAD, begun + 1 + len(written) - len(written.lstrip("\n")), lead)
    for heading, end in zip(headings, ends[1:], strict=True):
        # A heading may be written with a line under it instead of marks before it.
        below = heading.line + (not lines[heading.line - 1].startswith("#"))
        text = "\n".join([f"{'#' * heading.level} {heading.text}", *lines[below:end]]).rstrip("\n")
        found.setdefault(heading.id, Unit(heading.id, heading.line, text))
    return tuple(found.values())


def _meta(front: str) -> str:
    document = parse(front.removeprefix("---\n").removesuffix("---\n"), "")
    values: Mapping[str, Any] = document.tree if isinstance(document, Document) else {}
    return "\n\n".join(f"{name}: {values[name]}" for name in _SHOWN if values.get(name))


def word_units(document: Document) -> tuple[Unit, ...]:
    """The entries of a language file that are translated; of a draft only those that it has itself."""
    draft = document.tree.get("draft") is True
    return tuple(
        Unit(f"{top}.{key}", document.line((top, key)), "\n\n".join(_leaves(key, value)))
        for top, entries in document.tree.items()
        if top not in _OWN and isinstance(entries, dict)
        for key, value in entries.items()
        if f"{top}.{key}" not in _OWN_ENTRIES and (not draft or (top, key) in document.lines)
    )


@lru_cache(maxsize=4096)  # asked for by each check, and again at each build of a preview
def strings_of(text: str) -> tuple[tuple[str, str], ...]:
    """The strings of an entry of a language file, each with its keys; the items of a list share theirs."""
    parts = (part.partition(": ") for part in _STRING.split(text))
    return tuple((name, string) for name, _, string in parts)


def _leaves(name: str, value: object) -> Iterator[str]:
    if isinstance(value, dict):
        for key, item in value.items():
            yield from _leaves(f"{name}.{key}", item)
    elif isinstance(value, list):
        for item in value:
            yield from _leaves(name, item)
    else:
        yield f"{name}: {value}"
