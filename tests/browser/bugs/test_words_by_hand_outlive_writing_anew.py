"""Bug: paragraphs edited by hand stayed on the page after "write it anew" and after "erase everything".

A paragraph whose text, as composed, had not changed was kept as it stood, with the reader's own changes in it. So
the page showed another letter than it copied, and what was to be erased was still to be read.
"""

from __future__ import annotations

from answers_from_data import complete
from case_text import CaseText


def _edit_first_paragraph(case: CaseText) -> None:
    case.fill_in(complete(case.guide))
    case.press("edit")
    case.add_by_hand(" BY HAND")
    case.press("edit")
    assert "BY HAND" in case.letter()
    case.page.once("dialog", lambda dialog: dialog.accept())


def test_letter_written_anew_shows_what_it_copies(ja: CaseText) -> None:
    """After writing anew the letter is that of the answers, shown and copied."""
    _edit_first_paragraph(ja)
    ja.press("regenerate")
    assert ja.letter() == ja.expected_letter()
    assert ja.copy() == ja.letter()


def test_erased_letter_holds_nothing_by_hand(ja: CaseText) -> None:
    """After erasing, nothing of what was written by hand is on the page."""
    _edit_first_paragraph(ja)
    ja.press("clear")
    assert "BY HAND" not in str(ja.widget.text_content())
