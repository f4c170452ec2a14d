"""A script in JavaScript as tokens, without white space and comments: words, signs, texts, numbers, patterns."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

_TOKEN = re.compile(
    r"""
    \s* (?: (?: //[^\n]* | /\*(?:[^*]|\*(?!/))*\*/ ) \s* )*
    (?:
    (?P<word> \#?[A-Za-z_$][\w$]* )
  | (?P<sign> [][{}();,:] | \?\?=? | \?\. | => | \.\.\. | \*\*=? | [=!]==? | [<>]= | &&=? | \|\|=? | \+\+ | --
            | [-+*/%&|^]= | << | >>>? | [<>+*/%&|^!~?=.-] )
  | (?P<text> "[^"\\\n]*(?:\\.[^"\\\n]*)*" | '[^'\\\n]*(?:\\.[^'\\\n]*)*' )
  | (?P<number> 0[xX][0-9a-fA-F_]+ | \d[\d_]*(?:\.\d+)?(?:[eE][+-]?\d+)? )
  | (?P<template> ` )
  | (?P<end> \Z )
  | (?P<unknown> . )
    )
    """,
    re.VERBOSE,
)

_PATTERN = re.compile(r"/(?:[^/\\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+/[a-z]*")

_TEMPLATE = re.compile(r"(?:[^`\\$]|\\[\s\S]|\$(?!\{))*(?:`|\$\{)")

_LOOKED_INTO = frozenset({"`", "{", "}", "/", "/="})
"""What may begin a template or a pattern, go on with one, or be a sign; and what tells which of them it is."""

_BEFORE_VALUES = frozenset({"return", "typeof", "case", "in", "of", "new", "delete", "void", "else", "await", "yield"})


class Token(NamedTuple):
    """A part of a script; a template is one token up to each value within it and one from each on.

    Attributes:
        kind: word, sign, text, number, pattern or template.
        opens: whether something begins here that another token closes.
        closes: whether something ends here that another token has opened.
    """

    kind: str
    text: str
    opens: bool = False
    closes: bool = False


def tokens(script: str) -> list[Token]:
    """The tokens of a script.

    Raises:
        ValueError: something in it is none that is known here.
    """
    return _Reading(script).found


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


class _Reading:
    """A script that is being read: the tokens found so far, and what is open at the end of them."""

    def __init__(self, script: str) -> None:
        self.found: list[Token] = []
        self._script = script
        self._open_braces: list[str] = []
        # What is written alike is the same token, so that few have to be made.
        self._known: dict[str, Token] = {}
        place: int | None = 0
        while place is not None:
            place = self._read_on(place)

    def _read_on(self, place: int) -> int | None:
        """Read up to a template or a pattern and past it, and say how far that is, or to the script's end."""
        known, found = self._known, self.found
        for match in _TOKEN.finditer(self._script, place):
            kind = str(match.lastgroup)
            text = match[kind]
            if text in known:
                found.append(known[text])
            elif text in _LOOKED_INTO:
                token = self._looked_into(kind, text, match.start(kind))
                found.append(token)
                if len(token.text) > len(text):
                    return match.start(kind) + len(token.text)
            elif kind == "end":
                break
            elif kind == "unknown":
                raise _no_token(self._script, match.start(kind))
            else:
                known[text] = Token(kind, text, text in ("(", "["), text in (")", "]"))
                found.append(known[text])
        return None

    def _looked_into(self, kind: str, text: str, place: int) -> Token:
        """The token at a place where its first sign alone does not tell which it is."""
        if text.startswith("/"):
            is_pattern = _value_follows(self.found)
            return Token("pattern", _matched(_PATTERN, self._script, place)) if is_pattern else Token(kind, text)
        if text == "{":
            self._open_braces.append(text)
            return Token(kind, text, opens=True)
        if text == "}" and self._open_braces.pop() == "{":
            return Token(kind, text, closes=True)
        piece = text + _matched(_TEMPLATE, self._script, place + 1)
        if piece.endswith("${"):
            self._open_braces.append("${")
        return Token("template", piece, piece.endswith("${"), piece.startswith("}"))


def _value_follows(before: list[Token]) -> bool:
    if not before:
        return True
    last = before[-1]
    return last.text in _BEFORE_VALUES if last.kind == "word" else last.kind == "sign" and last.text not in ")]}"


def _matched(pattern: re.Pattern[str], script: str, place: int) -> str:
    match = pattern.match(script, place)
    if match is None:
        raise _no_token(script, place)
    return match.group()


def _no_token(script: str, place: int) -> ValueError:
    return ValueError(f"no JavaScript that is known here: {script[place : place + 40]!r}")
