"""Which signs of a script can be left out, or are shorter otherwise, without another meaning."""

from __future__ import annotations

from collections.abc import Iterator

from mergeguide.generator.script_names import Names
from mergeguide.generator.script_tokens import Token

_LOOPS = frozenset({"for", "while"})
_DECLARING = frozenset({"const", "let"})
_BEFORE_VALUES = frozenset({"=", "=>", "(", "[", ",", ":", "...", "return", "of"})
"""After these a whole value begins, whatever it is made of."""
_AFTER_VALUES = frozenset({")", "]", ",", ";", "}"})
_IN_CHAINS = frozenset({".", "?.", "(", "["})
_TRUTHS = {"true": "!0", "false": "!1"}


def token_replacements(names: Names) -> dict[int, str]:
    """What to write instead at the indexes of tokens, most often nothing."""
    found: dict[int, str] = {}
    for index, token in enumerate(names.tokens[:-1]):
        following = names.tokens[index + 1]
        ends_list = token.text == "," and following.kind == "sign" and following.text in ")]}"
        ends_block = token.text == ";" and following.text == "}" and not _is_empty_loop(names, index)
        if ends_list or ends_block:
            found[index] = ""
        elif token.text == "(" and _holds_one_name(names, index):
            found |= {index: "", names.closing[index]: ""}
        elif token.text == "(" and following.text == ")" and _is_made_of_nothing(names, index):
            found |= {index: "", index + 1: ""}
        elif token.text == "(" and _is_needless(names, index):
            found |= {index: "", names.closing[index]: ""}
        elif _is_truth(names, index):
            found[index] = _TRUTHS[token.text]
    return found | _joined_declarations(names)


def _is_truth(names: Names, index: int) -> bool:
    """``true``, where nothing binds it more than ``!`` does."""
    if index in names.properties or names.tokens[index].kind != "word" or names.tokens[index].text not in _TRUTHS:
        return False
    return names.tokens[index + 1].text not in (*_IN_CHAINS, "**")


def _is_empty_loop(names: Names, index: int) -> bool:
    """``while (done());``: what a loop does is nothing, and that has to be said."""
    before = names.tokens[index - 1]
    if before.text != ")":
        return False
    return names.tokens[names.opening[index - 1] - 1].text in _LOOPS


def _holds_one_name(names: Names, index: int) -> bool:
    """``(name) =>``."""
    after = names.closing[index] + 1
    return names.closing[index] == index + 2 and after < len(names.tokens) and names.tokens[after].text == "=>"


def _is_made_of_nothing(names: Names, index: int) -> bool:
    """``new Map()``, where nothing is called or asked of it at once."""
    after = names.tokens[index + 2].text if index + 2 < len(names.tokens) else ""
    return names.tokens[index - 2].text == "new" and after not in (".", "?.", "(", "[")


def _is_needless(names: Names, index: int) -> bool:
    """Around a value that is one without brackets as well: all of it, or a name and what is asked of it.

    They are there for the type of what they hold, or for who reads the module.
    """
    tokens, end = names.tokens, names.closing[index]
    before, after = tokens[index - 1], tokens[end + 1] if end + 1 < len(tokens) else tokens[end]
    if before.text not in _BEFORE_VALUES or index - 1 in names.properties or after.text == "=>" or end == index + 1:
        return False
    if before.text == "=>" and tokens[index + 1].text == "{":
        return False
    own = list(_own_tokens(names, index))
    if any(token.text == "," for token in own):
        return False
    is_chain = all(token.kind in ("word", "text", "number") or token.text in _IN_CHAINS for token in own)
    asked = any(token.text == "?." for token in own) and after.text in (".", "(", "[")
    keyword = any(token.text in ("new", "in", "instanceof", "typeof", "await", "async", "function") for token in own)
    return after.text in _AFTER_VALUES or (is_chain and not asked and not keyword)


def _own_tokens(names: Names, index: int) -> Iterator[Token]:
    """What a bracket holds, but for what brackets within it hold."""
    within, end = index + 1, names.closing[index]
    while within < end:
        yield names.tokens[within]
        within = names.closing.get(within, within) + 1


def _joined_declarations(names: Names) -> dict[int, str]:
    """``const one = 1; let two = 2;`` is one statement as well, if ``let`` stands for both."""
    tokens = names.tokens
    found: dict[int, str] = {}
    for index, token in enumerate(tokens):
        if not _declares(names, index):
            continue
        if token.text == "const":
            found.setdefault(index, "let")
        if tokens[index - 1].text == "(":  # of a loop
            continue
        end = index
        while tokens[end].text != ";":
            end = names.closing.get(end, end) + 1
        if end + 1 < len(tokens) and _declares(names, end + 1):
            found |= {end: ",", end + 1: ""}
    return found


def _declares(names: Names, index: int) -> bool:
    token = names.tokens[index]
    return token.kind == "word" and token.text in _DECLARING and index not in names.properties
