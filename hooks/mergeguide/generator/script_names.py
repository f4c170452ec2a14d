"""Which words of a script are names that it has given itself, and where: for scripts as our modules are written.

That is: every statement ends with a semicolon, as Biome writes them; blocks follow ``)``, ``=>``, a keyword or another
statement; there is no ``var``, no label, and no block after ``case``.
"""

from __future__ import annotations

from typing import NamedTuple

from mergeguide.generator.script_tokens import Token

_BEFORE_BLOCKS = frozenset({")", "=>", "else", "try", "finally", "do", "{", "}", ";"})
_OF_MEMBERS = frozenset({"get", "set", "async", "static"})
_WITH_BRACKETS = frozenset({"if", "for", "while", "switch"})
_NO_TOKEN = Token("", "")
_SCRIPT = -1
"""Stands for the place of the bracket around what stands in none."""


class Place(NamedTuple):
    """The innermost bracket around a token: what it holds, and its index."""

    holds: str
    bracket: int


class Names:
    """The names of a script.

    Attributes:
        around: the innermost bracket around each token; a bracket stands in the one around itself.
        closing: the index of what closes each opening token.
        opening: the index of what opens each closing token.
        declared: indexes at which a name is given.
        properties: indexes of words that are no variables, but what something has.
        shorthand: indexes of words that are both: ``{ name }``.
    """

    def __init__(self, tokens: list[Token]) -> None:
        """Look at a whole script."""
        self.tokens = tokens
        self.around: list[Place] = []
        self.closing: dict[int, int] = {}
        self.declared: set[int] = set()
        self.properties: set[int] = set()
        self.shorthand: set[int] = set()
        self._match_brackets()
        self.opening = {end: start for start, end in self.closing.items()}
        for index, token in enumerate(tokens):
            if token.kind == "word":
                self._tell_properties(index)
        for index in range(len(tokens)):
            if index not in self.properties:
                self._take_declared(index)

    def at_top(self, index: int) -> bool:
        """Whether a name that is given here is one of the whole script, if need be from a pattern: ``const [a] =``."""
        holds, bracket = self.around[index]
        while holds in ("object", "["):
            holds, bracket = self.around[bracket]
        return bracket == _SCRIPT

    def _token(self, index: int) -> Token:
        return self.tokens[index] if 0 <= index < len(self.tokens) else _NO_TOKEN

    def _text(self, index: int) -> str:
        return self._token(index).text

    def _match_brackets(self) -> None:
        open_brackets = [Place("block", _SCRIPT)]
        for index, token in enumerate(self.tokens):
            if token.closes:
                self.closing[open_brackets.pop().bracket] = index
            self.around.append(open_brackets[-1])
            if token.opens:
                open_brackets.append(Place(self._held(index), index))

    def _held(self, index: int) -> str:
        """What a bracket holds."""
        if self._text(index) != "{":
            return "[" if self._text(index) == "[" else "("
        if self._begins_class(index):
            return "class"
        return "block" if index == 0 or self._text(index - 1) in _BEFORE_BLOCKS else "object"

    def _begins_class(self, index: int) -> bool:
        """``class Name {`` or ``class Name extends Other {``."""
        words = [self._text(each) for each in range(max(0, index - 4), index)]
        return words[-2:-1] == ["class"] or (words[-4:-3] == ["class"] and words[-2] == "extends")

    def _tell_properties(self, index: int) -> None:
        before, holds = self._text(index - 1), self.around[index].holds
        if (
            before in (".", "?.")
            or self._text(index).startswith("#")
            or (holds == "class" and before in {"{", "}", ";", *_OF_MEMBERS})
        ):
            self.properties.add(index)
        elif holds == "object" and self._begins_key(index):
            is_key = self._text(index + 1) in (":", "(") or self._token(index + 1).kind == "word"
            (self.properties if is_key else self.shorthand).add(index)

    def _begins_key(self, index: int) -> bool:
        """Whether a word in the braces of an object or a pattern stands where a key does: ``{ key``, ``, get key``."""
        before = index - 2 if self._text(index - 1) in _OF_MEMBERS else index - 1
        return self._text(before) in ("{", ",")

    def _take_declared(self, index: int) -> None:
        token, following = self.tokens[index], self._token(index + 1)
        if token.kind == "word":
            if token.text in ("const", "let"):
                self._take_list(index + 1, len(self.tokens))
            elif token.text in ("function", "class") and following.kind == "word":
                self.declared.add(index + 1)
            elif following.text == "=>":
                self.declared.add(index)
        elif token.text == "(" and self.has_parameters(index):
            self._take_list(index + 1, self.closing[index])

    def has_parameters(self, index: int) -> bool:
        """Whether a bracket is that of a function, or of ``catch``."""
        after, before = self._text(self.closing[index] + 1), self._token(index - 1)
        return after == "=>" or (after == "{" and before.kind == "word" and before.text not in _WITH_BRACKETS)

    def _take_list(self, index: int, end: int) -> None:
        """Names and patterns, with what they stand for where nothing is given: ``a, { b, c: d = 1 } = {}, ...rest``."""
        while index < end:
            index = self._take_pattern(index)
            if self._text(index) != ",":
                return
            index += 1

    def _take_pattern(self, index: int) -> int:
        """The index after it."""
        if self._text(index) == "...":
            index += 1
        if self.tokens[index].kind == "word":
            self.declared.add(index)
            index += 1
        else:
            end = self.closing[index]
            inside = index + 1
            while inside < end:
                if self._text(inside) == ",":
                    inside += 1
                elif self._text(index) == "{" and self._text(inside + 1) == ":":
                    inside = self._take_pattern(inside + 2)
                else:
                    inside = self._take_pattern(inside)
            index = end + 1
        return self._after_value(index + 1) if self._text(index) == "=" else index

    def _after_value(self, index: int) -> int:
        while index < len(self.tokens) and self._text(index) not in (",", ";", ")", "}", "]"):
            index = self.closing.get(index, index) + 1
        return index
