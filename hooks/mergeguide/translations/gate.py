"""What a build makes of the states: whoever edits the source is told, whoever edits a translation says how far it is.

A stale section is never a reason to stop: the source would stand still until each translator has time. A section that
was edited while it was stale is one, because only its editor knows whether it says the same again. One that was edited
while it was fresh needs no word: see ``editors``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Iterator

from mergeguide.problems import Problem
from mergeguide.translations.states import SETTLED, Section

_COMMAND = "python -m mergeguide translations"

MOST = 5
"""How many sections of a language are named one by one."""


def unsynced_problems(unsaid: Iterable[Section]) -> Iterator[Problem]:
    """Sections of which whoever edited them has not said how far they are."""
    for section in unsaid:
        assert section.original
        path, line = section.original
        yield Problem(
            section.path,
            section.line,
            f'The section "{section.key}" was edited, but what it is to follow has changed too: {path}:{line}.',
            f"See what has changed:\n{_COMMAND} diff {section.address}\n"
            f"If it says the same again:\n{_COMMAND} sync {section.address}\n"
            f"If it is as old as before:\n{_COMMAND} sync {section.address} --still-old",
            "unsynced-translation",
        )


def behind(sections: Iterable[Section]) -> Iterator[Section]:
    """What translators have to do; what is missing, or is too much, fails a build by rules of its own."""
    yield from (each for each in sections if each.state not in SETTLED and each.state != "missing")


def notes(sections: Iterable[Section], unsaid: Container[Section]) -> Iterator[Problem]:
    """What translators are told of what is behind; it stops nobody. Of what is ``unsaid``, the build speaks anyhow.

    What a page tolerates is told by ``status`` alone.
    """
    by_language: dict[str, list[Section]] = {}
    for section in sections:
        if section not in unsaid and not section.tolerated:
            by_language.setdefault(section.code, []).append(section)
    for code, found in by_language.items():
        yield _note(code, found)


def _note(code: str, sections: list[Section]) -> Problem:
    first = sections[0]
    named = ", ".join(dict.fromkeys(f"{each.address} ({each.state})" for each in sections[:MOST]))
    more = f", and {len(sections) - MOST} more" if len(sections) > MOST else ""
    return Problem(
        first.path,
        first.line,
        f'The language "{code}" has {in_words(sections)}: {named}{more}.',
        f"Whoever translates sees what has changed with:\n{_COMMAND} diff --language {code}",
        "stale-translation",
    )


def in_words(sections: Iterable[Section]) -> str:
    """How many sections are in which state: ``2 stale sections and 1 untracked section``."""
    counted = Counter(section.state for section in sections)
    return " and ".join(f"{count} {state} section{'s' * (count > 1)}" for state, count in counted.items())
