"""What Japanese input methods do to addresses and IDs, undone.

The operations are named in ``formats.yml``; ``docs/assets/javascripts/repairing.js`` does the same in the
browser, and a test holds the two together.
"""

from __future__ import annotations

import re
import unicodedata

from mergeguide.fields import Format, LookAlikes, Repair

WHITE_SPACE = "\t\n\v\f\r \u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff"
"""What counts as white space, as a character class; spelt out because Python's ``\\s`` and JavaScript's differ."""
INVISIBLE = "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
"""Zero-width characters and marks of writing direction, as a character class."""


def repaired(answer: str, form: Format, look_alikes: LookAlikes) -> str:
    """An answer after all repairs of its format; repairing it again changes nothing."""
    for repair in form.repairs:
        answer = _repair(answer, repair, look_alikes)
    return answer


def _repair(text: str, repair: Repair, look_alikes: LookAlikes) -> str:
    match repair:
        case "width":
            return unicodedata.normalize("NFKC", text)
        case "invisible":
            return re.sub(f"[{INVISIBLE}]", "", text)
        case "hyphens":
            return re.sub(f"[{look_alikes.hyphens}]", "-", text)
        case "dots":
            return re.sub(f"[{look_alikes.dots}]", ".", text)
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
