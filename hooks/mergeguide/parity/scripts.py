"""A section that has not been translated yet: in the script of another language, or in the source's own words."""

from __future__ import annotations

import re
from functools import lru_cache

from mergeguide.translations import Section, words_of

LIMIT = 0.3
"""So much of a section is in its language's script, whatever it quotes and names in another."""

_ENOUGH = 40
"""A section with fewer letters may be a name."""

_QUOTED = re.compile(r"「[^」]*」|\"[^\"]*\"|“[^”]*”|`[^`]*`|<[^>]*>|\([^)]*\)|（[^）]*）")

_SCRIPTS = {
    "ja": r"[\u3040-\u30ff\u3400-\u9fff]",
    "zh": r"[\u3400-\u9fff]",
    "ko": r"[\uac00-\ud7a3]",
    "ru": r"[\u0400-\u04ff]",
    "uk": r"[\u0400-\u04ff]",
    "el": r"[\u0370-\u03ff]",
    "th": r"[\u0e00-\u0e7f]",
    "ar": r"[\u0600-\u06ff]",
    "he": r"[\u0590-\u05ff]",
    "hi": r"[\u0900-\u097f]",
}

_LATIN = r"[A-Za-z\u00c0-\u024f]"


def not_translated(section: Section) -> str:
    """How a section shows that it has not been translated; ``""`` where it does not."""
    own, letters = _letters(section.code, section.text)
    if letters < _ENOUGH:
        return ""
    if own < LIMIT * letters:
        return f'Of its {letters} letters {own} are in the script of "{section.code}".'
    same = words_of(section.text) == words_of(section.source_text)
    return "It has the very words of the source." if same else ""


@lru_cache(maxsize=4096)
def _letters(code: str, text: str) -> tuple[int, int]:
    """How many letters of a section are in its language's script, and how many there are."""
    plain = _QUOTED.sub("", text)
    own = len(re.findall(_SCRIPTS.get(code.partition("-")[0], _LATIN), plain))
    return own, sum(map(str.isalpha, plain))
