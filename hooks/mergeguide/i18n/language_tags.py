"""Language codes as BCP 47 has them, which pages, addresses and browsers are told: ``en``, ``zh-TW``, ``zh-Hant``."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

_NEAR = 10
"""How far apart languages may be for one to stand in for the other, as langcodes counts: zh-HK and zh-TW are, da and
nb are not."""


_WITHOUT_BLANKS = frozenset({"bo", "dz", "ja", "km", "lo", "my", "th", "yue", "zh"})


_SURE = {"ja": "Jpan", "ko": "Kore", "zh": "Hans", **dict.fromkeys(("de", "en", "es", "fr", "pt"), "Latn")}
"""Codes that are right, and their scripts, without asking langcodes, whose tables take half as long to read as all the
data."""


def tag_fault(code: str) -> tuple[str, str] | None:
    """What is wrong with a code, and what to write instead; None where it is a right one."""
    if code in _SURE:
        return None
    from langcodes import standardize_tag, tag_is_valid
    from langcodes.tag_parser import LanguageTagError

    hyphens = code.replace("_", "-")
    try:
        right = standardize_tag(hyphens) if tag_is_valid(hyphens) else ""
    except LanguageTagError:
        right = ""
    if not right or right.startswith(("und", "x-")):
        return (
            "is the code of no language",
            "Take one of BCP 47: a language as en, and if need be its script or region.",
        )
    return None if right == code else ("is not how BCP 47 writes a language", f'Write "{right}".')


def nearest_language(code: str, known: Iterable[str], otherwise: str) -> str:
    """The known language whose words a reader of another understands best."""
    languages = list(known)
    if code in languages:
        return code
    from langcodes import closest_supported_match  # for the reason that _SURE has

    return closest_supported_match(code, languages, max_distance=_NEAR) or otherwise


@cache
def script_of(code: str) -> str:
    """The script in which most people write a language, as ISO 15924 has it: ``Cyrl``; ``""`` where it is not known.

    A code may name it (``sr-Latn``); else it is what Unicode's CLDR calls likely, also by the region (``zh-TW``).
    """
    if code in _SURE:
        return _SURE[code]
    from langcodes import Language  # for the reason that _SURE has
    from langcodes.data_dicts import LIKELY_SUBTAGS
    from langcodes.tag_parser import LanguageTagError

    try:
        language = Language.get(code)
    except LanguageTagError:
        return ""
    # Of what it does not know, CLDR says that it is likely to be English.
    tags = (tag for tag in language.broader_tags() if not tag.startswith("und"))
    likely = next((LIKELY_SUBTAGS[tag] for tag in tags if tag in LIKELY_SUBTAGS), "und")
    return language.script or Language.get(likely, normalize=False).script or ""


def blanks_between_words(code: str) -> bool:
    """Whether a language has spaces between its words, so that they can be counted."""
    return code.split("-")[0] not in _WITHOUT_BLANKS
