"""What the words of a section show: that it is not translated yet, lacks a term, or has one that is not the guide's."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from mergeguide.data import Guide
from mergeguide.parity.alarms import Alarm
from mergeguide.parity.scripts import not_translated
from mergeguide.parity.terms import forbidden, forbidden_words, shortened, unrendered
from mergeguide.problems import Problem
from mergeguide.translations import META, Section, words_of

_GLOSSARY = "docs/_data/glossary.yml"


def word_alarms(guide: Guide, section: Section) -> Iterator[Alarm]:
    """What shows in its words that a section says something else, or has not been translated."""

    def alarm(message: str, remedy: str, rule: str, *differs: str) -> Alarm:
        problem = Problem(section.path, section.line, message, remedy, rule)
        return Alarm(section.code, section.name, section.key, problem, differs)

    if why := not_translated(section):
        message = f'The section "{section.key}" is not translated yet. {why}'
        yield alarm(message, "Translate it.", "not-translated")
        return
    # A title or a string of the site has no room for every word.
    if not section.name or section.key == META:
        return
    for term, rendering in unrendered(guide.terms, guide.source_language, section):
        said = term.words[guide.source_language].preferred
        words = ", ".join(f'"{each}"' for each in (rendering.preferred, *rendering.allowed))
        message = f'The section "{section.key}" does not say "{said}", which its original says.'
        yield alarm(
            message, f"Say it with one of {words}, or allow other words in {_GLOSSARY}.", "term-parity", term.id
        )


def wrong_terms(guide: Guide, sections: Iterable[Section]) -> Iterator[Problem]:
    """Words that the glossary forbids, in translations and in what they are translated from."""
    seen: set[tuple[str, str]] = set()
    not_said = {code: forbidden_words(guide.terms, code) for code in guide.languages}
    for each in sections:
        texts = [(each.code, each.path, each.line, each.text)]
        if each.original and (each.original[0], each.key) not in seen:
            seen.add((each.original[0], each.key))
            texts.append((guide.source_language, *each.original, each.source_text))
        for code, path, line, text in texts:
            said = words_of(text)
            vowels = guide.long_vowels.get(code, ())
            for words, instead in (*forbidden(not_said[code], said), *shortened(vowels, said)):
                yield _wrong_term(path, line, each.key, words, instead)


def _wrong_term(path: str, line: int, section: str, words: str, instead: str) -> Problem:
    return Problem(
        path,
        line,
        f'The section "{section}" says "{words}", which the guide calls "{instead}".',
        f'Write "{instead}", put the words in quotation marks if they are somebody else\'s, or see {_GLOSSARY}.',
        "forbidden-term",
    )
