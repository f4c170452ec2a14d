"""From answers to a letter, and why a letter cannot be sent yet.

The browser has the same rules (``docs/assets/javascripts/letters/``); tests hold the two together.
"""

from __future__ import annotations

from mergeguide.letters.answers import SWITCHES, asked, condition_controls, effective_answers
from mergeguide.letters.answers_file import line_of, read_answers
from mergeguide.letters.composition import compose, letter_text
from mergeguide.letters.conditions import holds, possible, remaining_conditions
from mergeguide.letters.normalization import COMPOSED, INVISIBLE, KANA, VOICING, WHITE_SPACE, WIDE
from mergeguide.letters.reachability import answer_sets, reachable
from mergeguide.letters.transliteration import FORMS, replacements, runs
from mergeguide.letters.validation import in_words, judge_answers, required

__all__ = [
    "COMPOSED",
    "FORMS",
    "INVISIBLE",
    "KANA",
    "SWITCHES",
    "VOICING",
    "WHITE_SPACE",
    "WIDE",
    "answer_sets",
    "asked",
    "compose",
    "condition_controls",
    "effective_answers",
    "holds",
    "in_words",
    "judge_answers",
    "letter_text",
    "line_of",
    "possible",
    "reachable",
    "read_answers",
    "remaining_conditions",
    "replacements",
    "required",
    "runs",
]
