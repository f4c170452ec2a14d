"""Bug: once a letter was edited by hand and the editing finished, a second press on "edit" let nothing be written."""

from __future__ import annotations

from answers_from_data import complete
from case_text import CaseText


def test_letter_can_be_edited_again(ja: CaseText) -> None:
    """Each time the editing begins, the letter can be written into, and what is written is what is copied."""
    ja.fill_in(complete(ja.guide))
    for words in (" ONCE", " TWICE"):
        ja.press("edit")
        ja.add_by_hand(words)
        ja.press("edit")
    assert "ONCE" in ja.letter()
    assert "TWICE" in ja.letter()
    assert ja.copy() == ja.letter()
