"""The glossary's terms in a section: where the source says one, the translation does by words that are allowed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mergeguide.schema import Rendering, Term
from mergeguide.translations import Section, words_of

_QUOTED = re.compile(r"「[^」]*」|『[^』]*』|\"[^\"]*\"|“[^”]*”")


def unrendered(terms: tuple[Term, ...], source: str, section: Section) -> Iterator[tuple[Term, Rendering]]:
    """The terms that the source says in a section, and the translation does not."""
    own = words_of(section.text).lower()
    for term in said(terms, source, words_of(section.source_text)):
        rendering = term.words.get(section.code)
        if (
            rendering
            and not term.general
            and not any(words.lower() in own for words in (rendering.preferred, *rendering.allowed))
        ):
            yield term, rendering


def said(terms: tuple[Term, ...], code: str, text: str) -> Iterator[Term]:
    """The terms that a text in a language says; in a longer term no shorter one is looked for."""
    for words, term in _longest_first(terms, code):
        if words in text:
            yield term
            text = text.replace(words, "\n")


def _longest_first(terms: tuple[Term, ...], code: str) -> list[tuple[str, Term]]:
    found = [(term.words[code].preferred, term) for term in terms if code in term.words]
    return sorted(found, key=lambda each: -len(each[0]))


def forbidden(terms: tuple[Term, ...], code: str, text: str) -> Iterator[tuple[str, str]]:
    """What a text in a language must not say, and what it is to say instead; what is quoted is somebody else's."""
    plain = _QUOTED.sub("", text)
    for term in terms:
        rendering = term.words.get(code)
        for words in rendering.forbidden if rendering else ():
            if words in plain:
                assert rendering
                yield words, rendering.preferred


def shortened(long_vowels: tuple[str, ...], text: str) -> Iterator[tuple[str, str]]:
    """Words that lack the sign of their long vowel, each with the word as the guide writes it."""
    plain = _QUOTED.sub("", text)
    for word in long_vowels:
        short = word.removesuffix("ー")
        if re.search(rf"{re.escape(short)}(?!ー)", plain):
            yield short, word
