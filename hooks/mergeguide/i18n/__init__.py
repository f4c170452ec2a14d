"""Words of a language: labels, dates, placeholders, language tags."""

from __future__ import annotations

from mergeguide.i18n.dates import iso_date, letter_date, shown_date
from mergeguide.i18n.labels import choice_label, conditions_in_words, control_label
from mergeguide.i18n.language_tags import blanks_between_words, nearest_language, script_of, tag_fault
from mergeguide.i18n.placeholders import SLOT, fill

__all__ = [
    "SLOT",
    "blanks_between_words",
    "choice_label",
    "conditions_in_words",
    "control_label",
    "fill",
    "iso_date",
    "letter_date",
    "nearest_language",
    "script_of",
    "shown_date",
    "tag_fault",
]
