"""A section that has not been translated yet: in the script of another language, or in the source's own words."""

from __future__ import annotations

import re
from functools import lru_cache

from mergeguide.i18n import script_of
from mergeguide.translations import Section, words_of

LIMIT = 0.3
"""So much of a section is in its language's script, whatever it quotes and names in another."""

_ENOUGH = 40
"""A section with fewer letters may be a name."""

_QUOTED = re.compile(r"「[^」]*」|\"[^\"]*\"|“[^”]*”|`[^`]*`|<[^>]*>|\([^)]*\)|（[^）]*）")

_SCRIPTS = {
    "Arab": r"[\u0600-\u06ff\u0750-\u077f\u0870-\u08ff]",
    "Armn": r"[\u0530-\u058f]",
    "Beng": r"[\u0980-\u09ff]",
    "Cyrl": r"[\u0400-\u052f]",
    "Deva": r"[\u0900-\u097f]",
    "Ethi": r"[\u1200-\u139f]",
    "Geor": r"[\u10a0-\u10ff\u1c90-\u1cbf]",
    "Grek": r"[\u0370-\u03ff\u1f00-\u1fff]",
    "Gujr": r"[\u0a80-\u0aff]",
    "Guru": r"[\u0a00-\u0a7f]",
    "Hans": r"[\u3400-\u9fff]",
    "Hant": r"[\u3400-\u9fff]",
    "Hebr": r"[\u0590-\u05ff]",
    "Jpan": r"[\u3040-\u30ff\u3400-\u9fff]",
    "Khmr": r"[\u1780-\u17ff]",
    "Knda": r"[\u0c80-\u0cff]",
    "Kore": r"[\uac00-\ud7a3]",
    "Laoo": r"[\u0e80-\u0eff]",
    "Latn": r"[A-Za-z\u00c0-\u024f\u1e00-\u1eff]",
    "Mlym": r"[\u0d00-\u0d7f]",
    "Mymr": r"[\u1000-\u109f]",
    "Orya": r"[\u0b00-\u0b7f]",
    "Sinh": r"[\u0d80-\u0dff]",
    "Taml": r"[\u0b80-\u0bff]",
    "Telu": r"[\u0c00-\u0c7f]",
    "Thaa": r"[\u0780-\u07bf]",
    "Thai": r"[\u0e00-\u0e7f]",
    "Tibt": r"[\u0f00-\u0fff]",
}
"""Script as ISO 15924 has it → its letters, by the blocks of Unicode (Blocks.txt). Of others nothing is said."""


def not_translated(section: Section) -> str:
    """How a section shows that it has not been translated; ``""`` where it does not."""
    own, letters = _letters(script_of(section.code), section.text)
    if letters < _ENOUGH:
        return ""
    if own < LIMIT * letters:
        return f'Of its {letters} letters {own} are in the script of "{section.code}".'
    same = words_of(section.text) == words_of(section.source_text)
    return "It has the very words of the source." if same else ""


@lru_cache(maxsize=4096)
def _letters(script: str, text: str) -> tuple[int, int]:
    """How many letters of a section are in a script, all where nobody knows its letters, and how many there are."""
    plain = _QUOTED.sub("", text)
    letters = sum(map(str.isalpha, plain))
    return len(re.findall(_SCRIPTS[script], plain)) if script in _SCRIPTS else letters, letters
