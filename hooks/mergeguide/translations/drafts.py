"""Languages that are not complete yet: built, so that translators see them, and named to readers from a minimum on."""

from __future__ import annotations

from collections.abc import Sequence

from mergeguide.data import Outline
from mergeguide.translations.stamps import WORDS
from mergeguide.translations.states import Section

FIRST_PAGES = ("index.md", "your-situation.md", "case-text.md")
"""The way from the front page to the letter."""

FIRST_WORDS = ("site", "nav", "not-found")
"""What stands around every page."""

_TO_WRITE = frozenset({"missing", "untracked"})


def listed_languages(guide: Outline, sections: Sequence[Section]) -> tuple[str, ...]:
    """The languages that readers and search engines are told of."""
    return tuple(
        code for code, language in guide.languages.items() if not language.draft or not _lacking(sections, code)
    )


def _lacking(sections: Sequence[Section], code: str) -> list[Section]:
    """What a draft still lacks before it is named to readers."""
    return [
        each
        for each in sections
        if each.code == code
        and (each.state in _TO_WRITE or (each.state == "renamed" and not each.text))
        and (each.name in FIRST_PAGES or (each.name == WORDS and each.key.partition(".")[0] in FIRST_WORDS))
    ]
