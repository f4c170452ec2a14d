"""A text with a single mark: the mark is found, though texts without any are not searched."""

from __future__ import annotations

import pytest

from mergeguide.parity.elements import elements
from mergeguide.translations import words_of

HAS = {
    "](merge.md)": "link",
    "[@merge](https://example.com/)": "link",
    "<https://example.com/>": "link",
    "~~~\nmerge\n~~~": "code",
    "```\nmerge\n```": "code",
    "/// note": "block",
    "!!! note": "block",
    "??? note": "block",
    '=== "One"': "markup",
    '--8<-- "merge"': "markup",
    "$$": "markup",
    "++enter++": "markup",
    "- [ ] merge": "markup",
    "merge { .wide }": "markup",
    "<br>": "markup",
    "a | b\n--- | ---": "table",
    "[^merge]": "footnote",
    "`merge`": "name",
    "hanako@example.com": "name",
    "AWS_REGION": "name",
    "13 days": "number",
    "１３日": "number",
}

SAYS = {
    "`merge`": "merge",
    r"2 \> 1": "2 > 1",
    "one<!-- two -->": "one",
    "one[@merge-claim]": "one",
    "one [@two](https://example.com/)": "one @two",
    "[one](two.md)": "one",
    "one { .two }": "one",
    "*one*": "one",
    "_one_": "one",
    "one &amp; two": "one & two",
    " one\n two ": "one two",
    "統合 する": "統合する",
}


@pytest.mark.parametrize(("text", "kind"), HAS.items())
def test_what_is_all_that_a_text_has_is_found(text: str, kind: str) -> None:
    assert [element.kind for element in elements(text)] == [kind]


@pytest.mark.parametrize(("text", "words"), SAYS.items())
def test_words_are_without_their_one_mark(text: str, words: str) -> None:
    assert words_of(text) == words
