"""Which signs of a script can be left out, or are shorter otherwise, without another meaning."""

from __future__ import annotations

from mergeguide.generator.script_names import Names

_LOOPS = frozenset({"for", "while"})
_DECLARING = frozenset({"const", "let"})


def spared(names: Names) -> dict[int, str]:
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
    return found | _joined_declarations(names)


def _is_empty_loop(names: Names, index: int) -> bool:
    """``while (done());``: what a loop does is nothing, and that has to be said."""
    before = names.tokens[index - 1]
    if before.text != ")":
        return False
    opening = next(start for start, end in names.closing.items() if end == index - 1)
    return names.tokens[opening - 1].text in _LOOPS


def _holds_one_name(names: Names, index: int) -> bool:
    """``(name) =>``."""
    after = names.closing[index] + 1
    return names.closing[index] == index + 2 and after < len(names.tokens) and names.tokens[after].text == "=>"


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
