"""The tokens of the theme's script, and where each bracket closes."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from mergeguide.generator import Token


class Script:
    """The tokens of a script, and where each bracket of it closes."""

    def __init__(self, parts: Sequence[Token]) -> None:
        self.parts = parts
        self.ends: dict[int, int] = {}
        opened: list[int] = []
        for index, token in enumerate(parts):
            if token.closes:
                self.ends[opened.pop()] = index
            if token.opens:
                opened.append(index)

    def after(self, index: int) -> int:
        """The place after a token and, where it opens something, after what closes that."""
        while self.parts[index].opens:
            index = self.ends[index]
        return index + 1

    def until(self, index: int, sign: str) -> int:
        """The next place of a sign, or of what closes the brackets around, whichever comes first."""
        while self.parts[index].text != sign and not self.parts[index].closes:
            index = self.after(index)
        return index

    def without(self, ranges: Iterable[tuple[int, int]]) -> Script:
        """The script without some of its tokens."""
        parts: list[Token] = []
        place = 0
        for start, stop in sorted(ranges):
            # What is left out may lie in what is left out already.
            parts += self.parts[place:start]
            place = max(place, stop)
        return Script([*parts, *self.parts[place:]])

    def quoted(self, index: int) -> str | None:
        """The text at a place without its quotation marks; none where there is something else."""
        token = self.parts[index]
        return token.text[1:-1] if token.kind == "text" else None

    def texts(self, start: int, stop: int) -> set[str]:
        """The texts in quotation marks from one place to another, without these."""
        places = self._places_of_texts
        within = places[bisect_left(places, start) : bisect_left(places, stop)]
        return {self.parts[index].text[1:-1] for index in within}

    @cached_property
    def _places_of_texts(self) -> list[int]:
        return [index for index, token in enumerate(self.parts) if token.kind == "text"]

    def names(self, start: int, stop: int) -> set[str]:
        """The names from one place to another, but for those of properties."""
        return {
            self.parts[index].text
            for index in range(start, stop)
            if self.parts[index].kind == "word" and self.parts[index - 1].text not in (".", "?.")
        }

    @cached_property
    def statements(self) -> list[tuple[int, int]]:
        """The statements within the function that is the whole script."""
        return list(self._found_statements())

    def _found_statements(self) -> Iterator[tuple[int, int]]:
        index = next(place for place, token in enumerate(self.parts) if token.text == "{") + 1
        while not self.parts[index].closes:
            stop = self._function_end(index) or self.until(index, ";")
            if not self.parts[stop].closes and self.parts[stop].text == ";":
                stop += 1
            yield index, stop
            index = stop

    def _function_end(self, index: int) -> int | None:
        if self.parts[index].text != "function":
            return None
        return self.after(self.after(index + 2))
