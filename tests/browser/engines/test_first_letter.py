"""The first letter, from an empty form to the clipboard, in three engines."""

from __future__ import annotations

from answers_from_data import barely_enough, complete
from reader import Reader

from turns import draws_some


def test_whole_letter_is_typed_and_copied(reader: Reader) -> None:
    """Every question answered by keys and clicks: the letter shown and pasted is the command line's, byte for byte.

    In ``make test`` every question that has to be answered.
    """
    answered = barely_enough if draws_some() else complete
    answers = answered(reader.guide, {"situation": "left-company", "work-mailbox": "lost"})
    reader.fill_in(answers)
    reader.press("copy")
    reader.wait_for_status(str(reader.words["copied-request"]))
    assert reader.letter() == reader.letter_for(answers)
    assert reader.paste_on_paper() == reader.letter_for(answers)


def test_errors_are_mended_one_by_one(reader: Reader) -> None:
    """The list leads to each missing answer in turn, loses it when it is given, and is gone at the end."""
    answers = barely_enough(reader.guide, {"situation": "two-accounts"})
    reader.press("copy")
    assert len(reader.problems()) > 3
    while problems := reader.problems():
        control, *_ = problems
        reader.click("[data-error-summary] a")
        assert reader.at(f'[name="{control}"]')
        reader.answer(control, answers[control])
        assert control not in reader.problems()
    reader.press("copy")
    reader.wait_for_status(str(reader.words["copied-request"]))
    assert reader.letter() == reader.letter_for(answers)
