"""Which properties of the generator's script are its own: members of its classes that nobody else knows by name."""

from __future__ import annotations

from collections import Counter
from typing import get_type_hints, is_typeddict

from mergeguide.generator import browser_model
from mergeguide.generator.script_names import Names

OF_BROWSERS = frozenset(
    (
        *("accept", "all", "button", "check", "close", "closed", "constructor", "data"),
        *("forget", "form", "hide", "input", "mark", "open", "pressed", "read", "refresh"),
        *("release", "released", "reset", "restore", "sheet", "show", "start", "stop"),
        *("toggle", "waiting", "write"),
    )
)
"""Members of the generator's classes that objects of a browser have too; a test asks one."""

_NAMED_BY_DATA = frozenset({"words", "dataset"})
"""What has a property for each word of a language, or for each attribute of an element."""

OF_DATA = frozenset(
    name for kind in vars(browser_model).values() if is_typeddict(kind) for name in get_type_hints(kind)
)
"""What the data that comes with the page is asked for."""


def own_members(names: Names) -> list[str]:
    """The names of such members, those that stand most often first.

    A name that is a key of some object anywhere is none, since objects come from elsewhere, and are kept; but it may be
    taken from ``this``: ``const { form } = this``. Nor is what an element has, which any script of the page can see.
    """
    tokens = names.tokens
    own: Counter[str] = Counter()
    keys: set[str] = set()
    for index in names.properties | names.shorthand:
        text, before = tokens[index].text, tokens[index - 1].text
        if before in (".", "?."):
            given = tokens[index - 2].text == "this" and tokens[index + 1].text == "="
            named = tokens[index - 2].text in _NAMED_BY_DATA
        else:
            given = names.around[index].holds == "class" and tokens[index + 1].kind != "word"
            named = names.around[index].holds != "class" and not _is_from_this(names, index)
        own[text] += given
        if named or (given and _is_of_element(names, index)):
            keys.add(text)
    often = Counter(tokens[index].text for index in names.properties | names.shorthand)
    found = {name for name, given in own.items() if given} - keys - OF_BROWSERS - OF_DATA
    return sorted(found, key=lambda name: (-often[name], name))


def _is_from_this(names: Names, index: int) -> bool:
    after = names.closing[names.around[index].bracket] + 1
    return [token.text for token in names.tokens[after : after + 3]] == ["=", "this", ";"]


def _is_of_element(names: Names, index: int) -> bool:
    """Whether a member or a field is one of a class that extends a browser's."""
    holds, bracket = names.around[index]
    while holds != "class":
        holds, bracket = names.around[bracket]
    return names.tokens[bracket - 2].text == "extends"
