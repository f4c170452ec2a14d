"""Where in a script each of its names holds: in all of it, in a function with its parameters, in a loop, in a block."""

from __future__ import annotations

from dataclasses import dataclass, field

from mergeguide.generator.script_names import Names

_WITH_BRACKETS = frozenset({"if", "for", "while"})


@dataclass
class Scope:
    """Tokens from one index to another, and what is named for them.

    Attributes:
        start: the first token.
        end: the token after the last.
        names: what is named, in the order in which it is.
    """

    start: int
    end: int
    names: dict[str, None] = field(default_factory=dict)


class Scopes:
    """The scopes of a script; ``of_token`` has the innermost first."""

    def __init__(self, names: Names) -> None:
        """Look at a whole script."""
        self.names = names
        self.top = Scope(0, len(names.tokens))
        self._functions = self._found_functions()
        self._others: dict[int, Scope] = {}
        for index in sorted(names.declared):
            self._around(index).names[names.tokens[index].text] = None
        self.inner = sorted(self._distinct(), key=lambda scope: (scope.start, -scope.end))
        self._inner_naming: dict[str, list[Scope]] = {}
        for scope in reversed(self.inner):
            for name in scope.names:
                self._inner_naming.setdefault(name, []).append(scope)

    def holding(self, index: int, name: str) -> Scope | None:
        """The scope that gives a name its meaning at a token; none where the script has not named it."""
        for scope in self._inner_naming.get(name, ()):
            if scope.start <= index < scope.end:
                return scope
        return self.top if name in self.top.names else None

    def _distinct(self) -> list[Scope]:
        every = {id(scope): scope for scope in (*self._functions.values(), *self._others.values())}
        return [scope for scope in every.values() if scope.names]

    def _found_functions(self) -> dict[int, Scope]:
        """The scope of each function by its bracket of parameters, by its one parameter, and by its body's bracket."""
        tokens, closing = self.names.tokens, self.names.closing
        found: dict[int, Scope] = {}
        for index, token in enumerate(tokens):
            if token.text == "=>":
                start = self.names.opening.get(index - 1, index - 1)
                body = index + 1
            elif token.text == "(" and self.names.has_parameters(index) and tokens[closing[index] + 1].text == "{":
                start, body = index, closing[index] + 1
            else:
                continue
            braced = tokens[body].text == "{"
            scope = Scope(start, closing[body] + 1 if braced else self._end_of_value(body))
            found[start] = scope
            if braced:
                found[body] = scope
        return found

    def _around(self, index: int) -> Scope:
        """The scope that a name is given for."""
        if index in self._functions:
            return self._functions[index]
        bracket = self.names.around[index].bracket
        while bracket >= 0:
            if bracket in self._functions:
                return self._functions[bracket]
            if self.names.tokens[bracket - 1].text == "for":
                end = self._end_of_statement(self.names.closing[bracket] + 1)
                return self._others.setdefault(bracket, Scope(bracket, end))
            if self.names.around[bracket + 1].holds == "block":
                return self._others.setdefault(bracket, Scope(bracket, self.names.closing[bracket] + 1))
            bracket = self.names.around[bracket].bracket
        return self.top

    def _end_of_value(self, index: int) -> int:
        tokens, closing = self.names.tokens, self.names.closing
        while index < len(tokens) and tokens[index].text not in (",", ";") and not tokens[index].closes:
            index = closing.get(index, index) + 1
        return index

    def _end_of_statement(self, index: int) -> int:
        tokens, closing = self.names.tokens, self.names.closing
        if tokens[index].text == "{":
            end = closing[index] + 1
        elif tokens[index].text in _WITH_BRACKETS:
            end = self._end_of_statement(closing[index + 1] + 1)
        else:
            while tokens[index].text != ";":
                index = closing.get(index, index) + 1
            return index + 1
        while end < len(tokens) and tokens[end].text == "else":
            end = self._end_of_statement(end + 1)
        return end
