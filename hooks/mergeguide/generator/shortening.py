"""A script with short names for what it has named itself, and without signs and white space that nothing needs.

It does the same, and takes a quarter less room after compression. Names of the whole script have two letters; within it
each scope takes the first letters that mean nothing else there, so that functions that are alike read alike; those then
stand side by side. What a script has not named itself stays: the browser's names, those of data, and words in texts.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from itertools import product

from mergeguide.generator.script_members import own_members
from mergeguide.generator.script_names import Names
from mergeguide.generator.script_order import alike_together
from mergeguide.generator.script_scopes import Scope, Scopes
from mergeguide.generator.script_signs import token_replacements
from mergeguide.generator.script_tokens import Token, tokens

_LETTERS = "etnsoiarcldumphfgvbyjwkxqzSTCEAOLDPMIRNFHBUGVWYKXZQJ"

_KEYWORDS = frozenset({"as", "do", "if", "in", "is", "of"})


def shortened(script: str, *, members: bool = False) -> str:
    """The same script, shorter.

    Args:
        members: those of its classes are shortened as well, which only a script can have whose data has a model here.

    Raises:
        ValueError: something in it is no JavaScript as our modules are written.
    """
    parts = tokens(script)
    names = Names(parts)
    of_classes = _short_members(names) if members else {}
    variables = _short_variables(names)
    replacements = token_replacements(names)
    renamed: list[Token] = []
    for index, token in enumerate(parts):
        text = token.text
        short = replacements.get(index, text)
        if index in names.properties:
            short = of_classes.get(text, text)
        elif index in names.shorthand:
            key, value = of_classes.get(text, text), variables.get(index, text)
            short = key if key == value else f"{key}:{value}"
        elif index in variables:
            short = variables[index]
        if short == text:
            renamed.append(token)
        elif short:
            renamed.append(Token("sign" if short.startswith("!") else token.kind, short))
    return alike_together(renamed) + "\n"


def _short_members(names: Names) -> dict[str, str]:
    """What to write instead of the names of members."""
    taken = {names.tokens[index].text for index in names.properties | names.shorthand}
    return dict(zip(own_members(names), _free(1, taken), strict=False))


def _short_variables(names: Names) -> dict[int, str]:
    """What to write instead at the indexes of names."""
    scopes = Scopes(names)
    used = [index for index, token in enumerate(names.tokens) if token.kind == "word" and index not in names.properties]
    texts = {index: names.tokens[index].text for index in used}
    meant = {index: scopes.holding(index, texts[index]) for index in used}
    others = {texts[index] for index in used if meant[index] is None}
    often = Counter(texts[index] for index in used if meant[index] is scopes.top)
    short: dict[int, str] = {}

    def name(scope: Scope, within: list[int], found: dict[str, str]) -> None:
        short.update((index, found[texts[index]]) for index in within if meant[index] is scope)

    name(scopes.top, used, dict(zip((text for text, _ in often.most_common()), _free(2, others), strict=False)))
    for scope in scopes.inner:
        within = used[bisect_left(used, scope.start) : bisect_left(used, scope.end)]
        taken = {short.get(index, texts[index]) for index in within if meant[index] is None or index in short}
        name(scope, within, dict(zip(scope.names, _free(1, taken), strict=False)))
    return short


def _free(shortest: int, taken: set[str]) -> Iterator[str]:
    """Short names that are not taken, the shortest first."""
    if shortest == 1:
        yield from (letter for letter in _LETTERS if letter not in taken)
    pairs = map("".join, product(_LETTERS, _LETTERS + "0123456789"))
    yield from (pair for pair in pairs if pair not in taken | _KEYWORDS)
