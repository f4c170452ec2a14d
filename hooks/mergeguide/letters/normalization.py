"""What Japanese input methods do to addresses and IDs, and what comes with pasting, undone.

The operations are named in ``formats.yml``; ``docs/assets/javascripts/letters/normalization.js`` does the
same in the browser, and a test holds the two together.
"""

from __future__ import annotations

import re
import unicodedata

from mergeguide.schema import Format, LookAlikes, Repair

WHITE_SPACE = "\t\n\v\f\r \u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff"
"""What counts as white space, as a character class; spelt out because Python's ``\\s`` and JavaScript's differ."""

INVISIBLE = "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
"""Zero-width characters and marks of writing direction, as a character class."""

WIDE = "\u2024-\u2026\u3000\ufb00-\ufb06\ufe50-\ufe6f\uff01-\uff65\uffe0-\uffe2\uffe4-\uffe6"
"""What stands for plain characters in another width: full-width and small forms, dot leaders, ligatures of a PDF.

Not all that NFKC takes apart: it makes a space and a combining mark of a spacing accent, a fraction's slash of
"\u00bd", and a company of "\u337f"; U+FFE3 is such an accent in full width.
"""

KANA = "(?:[\uff66-\uff9d]|[\u3041-\u3096\u30a1-\u30fa](?=[\uff9e\uff9f]))[\uff9e\uff9f]?"
"""Half-width kana, and a half-width voicing mark with the kana before it."""

VOICING = {"\uff9e": "\u309b", "\uff9f": "\u309c"}
"""Half-width voicing marks that follow no kana; NFKC would make combining ones of them."""

COMPOSED = "\u0000-\u052f\u1100-\u11ff\u1e00-\u1fff\u2126\u212a\u212b\u3041-\u3096\u3099-\u30ff\uac00-\ud7a3"
"""Letters and marks that are composed: Latin, Greek, Cyrillic, kana, Hangul.

No others, so that Python and a browser whose Unicode is of another year agree, and a kanji keeps its own form.
"""


def repaired(answer: str, form: Format, look_alikes: LookAlikes) -> str:
    """An answer after all repairs of its format; repairing it again changes nothing."""
    for repair in form.repairs:
        answer = _repair(answer, repair, form, look_alikes)
    return answer


def _repair(text: str, repair: Repair, form: Format, look_alikes: LookAlikes) -> str:
    match repair:
        case "width":
            return _in_one_width(text)
        case "invisible":
            return re.sub(f"[{INVISIBLE}]", "", text)
        case "hyphens":
            return re.sub(f"[{look_alikes.hyphens}]", "-", text)
        case "dots":
            return re.sub(f"[{look_alikes.dots}]", ".", text)
        case "apostrophes":
            return re.sub(f"[{look_alikes.apostrophes}]", "'", text)
        case "spaces":
            return re.sub(f"[{WHITE_SPACE}]", "", text)
        case "single-spaces":
            return re.sub(f"[{WHITE_SPACE}]+", " ", text)
        case "edges":
            return re.sub(f"^[{WHITE_SPACE}]+|[{WHITE_SPACE}]+$", "", text)
        case "lines":
            text = re.sub("\r\n?", "\n", text)
            return re.sub("\n{3,}", "\n\n", re.sub("[ \t\u3000]+(?=\n|$)", "", text))
        case "upper":
            return re.sub("[a-z]", lambda match: match[0].upper(), text)
        case "digits":
            return re.sub("[^0-9]", "", text)
        case "escapes":
            return _without_escapes(text)
        case "pasted":
            return _without_pasted(text, form)


def _in_one_width(text: str) -> str:
    text = re.sub(f"[{WIDE}]|{KANA}", lambda match: unicodedata.normalize("NFKC", match[0]), text)
    text = re.sub("[\uff9e\uff9f]", lambda match: VOICING[match[0]], text)
    return re.sub(f"[{COMPOSED}]+", lambda match: unicodedata.normalize("NFC", match[0]), text)


def _without_escapes(text: str) -> str:
    """Until there are none: an address that was escaped twice must not change again when it is repaired again."""
    if not re.search("[Mm][Aa][Ii][Ll][Tt][Oo]:", text):
        return text
    before = ""
    while before != text:
        before = text
        text = re.sub("%([2-6][0-9A-Fa-f]|7[0-9A-Ea-e])", lambda match: chr(int(match[1], 16)), text)
    return text


def _without_pasted(text: str, form: Format) -> str:
    """Layer by layer, since a link can stand in brackets and those in quotation marks."""
    before = ""
    while before != text:
        before = text
        for pasted in form.pasted:
            match = re.search(pasted.matches, text)
            kept = "".join(part or "" for part in match.groups()) if match else text
            if len(kept) < len(text):
                text = kept
                break
    return text
