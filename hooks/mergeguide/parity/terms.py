"""The glossary's terms in a section: where the source says one, the translation does by words that are allowed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

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


def forbidden_words(terms: tuple[Term, ...], code: str) -> list[tuple[str, str]]:
    """What no text in a language must say, and what it is to say instead, term by term."""
    renderings = [rendering for term in terms if (rendering := term.words.get(code))]
    return [(words, rendering.preferred) for rendering in renderings for words in rendering.forbidden]


def forbidden(words: Iterable[tuple[str, str]], text: str) -> Iterator[tuple[str, str]]:
    """Those of ``forbidden_words`` that a text says; what is quoted is somebody else's."""
    plain = _unquoted(text)
    yield from (each for each in words if each[0] in plain)


def shortened(long_vowels: tuple[str, ...], text: str) -> Iterator[tuple[str, str]]:
    """Words that lack the sign of their long vowel, each with the word as the guide writes it."""
    plain = _unquoted(text)
    for word, short, without_sign in _without_signs(long_vowels):
        if short in plain and without_sign.search(plain):
            yield short, word


@lru_cache(maxsize=16)  # every section of a language is searched for the same words
def _without_signs(long_vowels: tuple[str, ...]) -> list[tuple[str, str, re.Pattern[str]]]:
    shorter = ((word, word.removesuffix("ー")) for word in long_vowels)
    return [(word, short, re.compile(rf"{re.escape(short)}(?!ー)")) for word, short in shorter]


@lru_cache(maxsize=4096)  # asked for by each rule, and again at each build of a preview
def _unquoted(text: str) -> str:
    return _QUOTED.sub("", text)
