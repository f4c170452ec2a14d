"""The pages that programs are told of, each with its whole address."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Entry:
    """A page of one language.

    Attributes:
        code: the language.
        name: the file's path below the language's folder, the same in every language.
        address: the page's address with its host.
        copy: the address of its copy in Markdown.
        title: its title.
        about: what it is about, in a sentence.
        section: the title of the part of the navigation that it is in; ``""`` for none.
        position: its place in the whole navigation.
    """

    code: str
    name: str
    address: str
    copy: str = ""
    title: str = ""
    about: str = ""
    section: str = ""
    position: int = 0


def by_name(entries: Iterable[Entry]) -> Mapping[str, Mapping[str, Entry]]:
    """The pages by their names, each with its languages."""
    found: dict[str, dict[str, Entry]] = defaultdict(dict)
    for entry in entries:
        found[entry.name][entry.code] = entry
    return found
