"""What ASCII can stand for a character that AWS might not be able to read.

The library's table is made small enough for the page: what Unicode takes apart anyhow stays out of it.
``docs/assets/javascripts/letters/transliteration.js`` asks the same questions in the same order, and a test holds the
two together.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import pairwise
from typing import Literal

from anyascii import anyascii

from mergeguide.schema import Character, CharacterKind, Signs, WarningsFile

Form = Literal["NFC", "NFKC", "NFKD"]

FORMS: tuple[Form, ...] = ("NFC", "NFKC", "NFKD")
"""The forms of a character that are looked up where it is not known as it stands, in this order."""

GAP = 16
"""Characters without an entry that a run of the page's table bridges; fewer make more runs, more make longer ones."""

Normalize = Callable[[Form, str], str]


@dataclass(frozen=True)
class Replacements:
    """What is looked up.

    Attributes:
        own: what ``warnings.yml`` says of single characters, by hand.
        table: what the library says, as far as Unicode does not say it.
        kinds: all kinds, the first that fits counts.
    """

    own: Mapping[str, str]
    table: Mapping[str, str]
    kinds: tuple[CharacterKind, ...]

    @cached_property
    def _edges(self) -> tuple[list[int], list[CharacterKind | None]]:
        """Where another kind begins, and which."""
        ranges = [(kind, kind.numbers) for kind in self.kinds]
        edges = sorted({0, *(edge for _, numbers in ranges for first, last in numbers for edge in (first, last + 1))})
        fitting = [
            next((kind for kind, numbers in ranges if any(first <= edge <= last for first, last in numbers)), None)
            for edge in edges
        ]
        return edges, fitting

    def kind(self, character: str) -> CharacterKind | None:
        """The kind of one character; None of ASCII."""
        starts, found = self._edges
        return found[bisect_right(starts, ord(character)) - 1]

    def known(self, character: str) -> str | None:
        """What stands for one character as it is, without asking for its parts."""
        if character.isascii():
            return character
        if character in self.own:
            return self.own[character]
        kind = self.kind(character)
        return "" if kind and kind.becomes == "nothing" else self.table.get(character)

    def replacement(self, text: str) -> str | None:
        """What stands for one character with the marks on it.

        Returns:
            ASCII; nothing at all where it cannot be seen and is taken out; None where a person has to decide.
        """
        known = self.known(text) if len(text) == 1 else None
        return self.by_parts(text, unicodedata.normalize) if known is None else known

    def by_parts(self, text: str, normalize: Normalize) -> str | None:
        """What stands for the parts of a character; None where one of them is not known."""
        first = self.kind(text[0])
        if first and first.becomes not in ("transliteration", "parts"):
            return None
        for form in FORMS:
            parts = normalize(form, text)
            if any(before == " " and self._joins(after) for before, after in pairwise(parts)):
                continue  # A spacing accent is no space.
            plain = [part for part in parts if not self._joins(part)]
            found = [self.known(part) for part in plain]
            # A character that has no other parts than itself says nothing of them.
            if plain and plain != [text] and None not in found:
                return "".join(part for part in found if part)
        return None

    def _joins(self, character: str) -> bool:
        kind = self.kind(character)
        return kind is not None and kind.joins


def replacements(file: WarningsFile) -> Replacements:
    """What ``warnings.yml`` and the library say together."""
    return _made(file.characters, file.signs, file.kinds)


@cache
def _made(
    characters: tuple[Character, ...], signs: tuple[Signs, ...], kinds: tuple[CharacterKind, ...]
) -> Replacements:
    own = {character: sign.ascii for sign in signs for character in sign.characters}
    own |= {entry.character: entry.ascii for entry in characters}
    whole: dict[str, str] = {}
    everything = Replacements(own, whole, kinds)
    for kind in kinds:
        if kind.becomes == "transliteration":
            for number in (number for first, last in kind.numbers for number in range(first, last + 1)):
                found = anyascii(chr(number))
                if found and everything.kind(chr(number)) is kind and chr(number) not in own:
                    whole[chr(number)] = found
    # What the oldest Unicode that Python knows takes apart, every browser does: the rest is written out.
    oldest = unicodedata.ucd_3_2_0.normalize
    table = {
        character: found
        for character, found in whole.items()
        if oldest("NFKD", character) == character or everything.by_parts(character, oldest) != found
    }
    return Replacements(own, table, kinds)


def runs(table: Mapping[str, str]) -> list[tuple[int, str]]:
    """A table as the page gets it: where a run of characters begins, and their texts with a space between.

    A character without an entry has an empty text; texts that hold a space do not come from the library.
    """
    found: list[tuple[int, list[str]]] = []
    for character, text in sorted(table.items()):
        number = ord(character)
        missing = number - found[-1][0] - len(found[-1][1]) if found else GAP
        if missing >= GAP:
            found.append((number, [text]))
        else:
            found[-1][1].extend(["" for _ in range(missing)] + [text])
    return [(first, " ".join(texts)) for first, texts in found]
