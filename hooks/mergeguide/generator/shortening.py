"""A script with short names for what it has named itself, and without white space that nothing needs.

It does the same, and takes a fifth less room after compression. Names of the whole script have two letters; within each
function of it, or each method of a class, names begin anew with one. What a script has not named itself stays: the
browser's names, those of properties, and words in texts.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import product

from mergeguide.generator.script_names import Names
from mergeguide.generator.script_tokens import Token, tokens, written

_LETTERS = "etnsoiarcldumphfgvbyjwkxqzSTCEAOLDPMIRNFHBUGVWYKXZQJ"

_KEYWORDS = frozenset({"as", "do", "if", "in", "is", "of"})


def shortened(script: str) -> str:
    """The same script, shorter.

    Raises:
        ValueError: something in it is no JavaScript as our modules are written.
    """
    parts = tokens(script)
    names = Names(parts)
    made = _short_names(names)
    renamed: list[Token] = []
    for index, (kind, text) in enumerate(parts):
        short = made.get(index, text)
        if short != text and index in names.shorthand:
            short = f"{text}:{short}"
        renamed.append(Token(kind, short))
    return written(renamed) + "\n"


def _short_names(names: Names) -> dict[int, str]:
    """What to write instead at the indexes of names."""
    texts = [token.text for token in names.tokens]
    regions = _regions(names)
    at_top = {texts[index] for index in names.declared if names.at_top(index)}
    inside: dict[int, dict[str, None]] = {}
    for index in sorted(names.declared):
        if texts[index] not in at_top:
            inside.setdefault(regions[index], {})[texts[index]] = None
    used = [index for index, token in enumerate(names.tokens) if token.kind == "word" and index not in names.properties]
    others = {texts[index] for index in used if texts[index] not in at_top | inside.get(regions[index], {}).keys()}
    often = Counter(texts[index] for index in used if texts[index] in at_top)
    of_all = dict(zip((name for name, _ in often.most_common()), _free(2, others), strict=False))
    taken = others | set(of_all.values())
    of_regions = {region: dict(zip(own, _free(1, taken), strict=False)) for region, own in inside.items()}
    return {
        index: of_regions.get(regions[index], {}).get(texts[index]) or of_all.get(texts[index]) or texts[index]
        for index in used
    }


def _regions(names: Names) -> list[int]:
    """For each token the statement of the script, or the member of one of its classes, that it belongs to."""
    regions, region = [], 0
    for index, token in enumerate(names.tokens):
        regions.append(region)
        holds, bracket = names.around[index]
        ends = token.text in (";", "}") and (bracket < 0 or holds == "class")
        begins_class = index + 1 < len(names.tokens) and names.around[index + 1] == ("class", index)
        region += ends or begins_class
    return regions


def _free(shortest: int, taken: set[str]) -> Iterator[str]:
    """Short names that are not taken, the shortest first."""
    if shortest == 1:
        yield from (letter for letter in _LETTERS if letter not in taken)
    pairs = map("".join, product(_LETTERS, _LETTERS + "0123456789"))
    yield from (pair for pair in pairs if pair not in taken | _KEYWORDS)
