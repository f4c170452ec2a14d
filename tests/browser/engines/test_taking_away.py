"""Copying where the clipboard is refused, and a letter edited by hand, in three engines."""

from __future__ import annotations

from answers_from_data import barely_enough
from opening import LANGUAGES
from reader import Reader
from window import wait_until

REFUSE = """
() => { navigator.clipboard.writeText = () => Promise.reject(new DOMException('no', 'NotAllowedError')) }
"""


IN_VIEW = """
() => [...document.querySelectorAll('[data-copy-by-hand] :is([data-how], [data-text])')].every((each) => {
  const { top, bottom, height } = each.getBoundingClientRect();
  return height > 0 && top >= 0 && bottom <= innerHeight;
})
"""


def test_letter_is_copied_by_hand_where_the_clipboard_is_refused(reader: Reader) -> None:
    """The letter is selected and in view, the page says what to do, and the keys for copying take the whole letter."""
    answers = barely_enough(reader.guide, {"situation": "two-accounts"})
    reader.let_fill_in(answers)
    reader.run(REFUSE)
    reader.press("copy")
    finger = reader.run("() => matchMedia('(pointer: coarse)').matches")
    reader.wait_for_status(str(reader.words["copy-failed-touch" if finger else "copy-failed"]))
    wait_until(lambda: reader.run(IN_VIEW), "the words and the text are in view")
    reader.key("Control+c")
    assert reader.paste_on_paper() == reader.letter_for(answers)


def test_letter_edited_by_hand_is_what_is_copied(reader: Reader) -> None:
    """What is typed into the letter is in what is shown and in what is copied."""
    answers = barely_enough(reader.guide, {"situation": "two-accounts"})
    reader.let_fill_in(answers)
    reader.press("edit")
    wait_until(lambda: reader.at("[data-letter-paragraph]"), "the letter can be edited")
    reader.key("Control+End")
    reader.type(" Kind regards.")
    shown = reader.letter()
    assert shown.count(" Kind regards.") == 1
    assert shown.replace(" Kind regards.", "") == reader.letter_for(answers)
    reader.press("copy")
    reader.wait_for_status(str(reader.words["copied-request"]))
    assert reader.paste_on_paper() == shown


def test_answers_are_there_after_going_on_and_back_a_reload_and_in_the_other_language(reader: Reader) -> None:
    """Another page of the guide, then back; loaded anew; in the other language by the page's own menu: every answer and
    the letter are as they were.
    """
    answers = barely_enough(reader.guide, {"situation": "two-accounts"})
    reader.let_fill_in(answers)
    with reader.leaving():
        reader.window.open(reader.address("privacy/"))
    reader.back()
    wait_until(lambda: reader.letter() == reader.letter_for(answers), "the letter is as it was")
    assert reader.value("full-name") == answers["full-name"]
    reader.reload()
    wait_until(lambda: reader.letter() == reader.letter_for(answers), "the letter is there after the reload")
    assert reader.value("full-name") == answers["full-name"]
    others = [code for code in LANGUAGES if code != reader.code]
    for code in (*others, reader.code):
        reader.change_language(code)
        wait_until(lambda: reader.letter() == reader.letter_for(answers), f"the letter is there in {code}")
        assert reader.value("full-name") == answers["full-name"]
