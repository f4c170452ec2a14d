"""A script in JavaScript as tokens, without white space and comments: words, signs, texts, numbers, patterns."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

_TOKEN = re.compile(
    r"""
    (?P<nothing> \s+ | //[^\n]* | /\*(?:[^*]|\*(?!/))*\*/ )
  | (?P<text> "(?:[^"\\\n]|\\.)*" | '(?:[^'\\\n]|\\.)*' )
  | (?P<number> 0[xX][0-9a-fA-F_]+ | \d[\d_]*(?:\.\d+)?(?:[eE][+-]?\d+)? )
  | (?P<word> \#?[A-Za-z_$][\w$]* )
  | (?P<sign> \?\?=? | \?\. | => | \.\.\. | \*\*=? | [=!]==? | [<>]= | &&=? | \|\|=? | \+\+ | -- | [-+*/%&|^]=
            | << | >>>? | [][{}();,<>+*/%&|^!~?:=.-] )
    """,
    re.VERBOSE,
)

_PATTERN = re.compile(r"/(?:[^/\\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+/[a-z]*")

_TEMPLATE = re.compile(r"(?:[^`\\$]|\\[\s\S]|\$(?!\{))*(?:`|\$\{)")

_BEFORE_VALUES = frozenset({"return", "typeof", "case", "in", "of", "new", "delete", "void", "else", "await", "yield"})


class Token(NamedTuple):
    """A part of a script; a template is one token up to each value within it and one from each on."""

    kind: str
    text: str

    @property
    def opens(self) -> bool:
        """Whether something begins here that another token closes."""
        return (self.kind == "sign" and self.text in "([{") or (self.kind == "template" and self.text.endswith("${"))

    @property
    def closes(self) -> bool:
        """Whether something ends here that another token has opened."""
        return (self.kind == "sign" and self.text in ")]}") or (self.kind == "template" and self.text.startswith("}"))


def tokens(script: str) -> list[Token]:
    """The tokens of a script.

    Raises:
        ValueError: something in it is none that is known here.
    """
    found: list[Token] = []
    open_braces: list[str] = []
    place = 0
    while place < len(script):
        character = script[place]
        if character == "`" or (character == "}" and open_braces[-1:] == ["${"]):
            token = _template(script, place, open_braces)
        elif character == "/" and script[place + 1] not in "/*" and _value_follows(found):
            token = Token("pattern", _matched(_PATTERN, script, place).group())
        else:
            match = _matched(_TOKEN, script, place)
            token = Token(str(match.lastgroup), match.group())
            if token.text == "{":
                open_braces.append("{")
            elif token.text == "}":
                open_braces.pop()
        place += len(token.text)
        if token.kind != "nothing":
            found.append(token)
    return found


def written(parts: Iterable[Token]) -> str:
    """The script of some tokens, with no space but where two would be another token without it."""
    texts: list[str] = []
    before = Token("", "")
    for token in parts:
        if _runs_into(before, token):
            texts.append(" ")
        texts.append(token.text)
        before = token
    return "".join(texts)


def _runs_into(before: Token, after: Token) -> bool:
    if after.kind in ("word", "number"):
        return before.kind in ("word", "number", "pattern")
    return before.text[-1:] == after.text[0] and after.text[0] in "+-"


def _template(script: str, place: int, open_braces: list[str]) -> Token:
    if script[place] == "}":
        open_braces.pop()
    token = Token("template", script[place] + _matched(_TEMPLATE, script, place + 1).group())
    if token.opens:
        open_braces.append("${")
    return token


def _value_follows(before: list[Token]) -> bool:
    if not before:
        return True
    last = before[-1]
    return last.text in _BEFORE_VALUES if last.kind == "word" else last.kind == "sign" and last.text not in ")]}"


def _matched(pattern: re.Pattern[str], script: str, place: int) -> re.Match[str]:
    match = pattern.match(script, place)
    if match is None:
        raise ValueError(f"no JavaScript that is known here: {script[place : place + 40]!r}")
    return match
