"""Bug: on a page that the browser had translated, the letter edited by hand was the translation, names and all.

It was read back from the page. So was what is printed, and what is selected where copying is refused; and the copy
button, whose text the translator had replaced, threw an error.
"""

from __future__ import annotations

import pytest
from answers_from_data import complete
from case_text import CaseText
from printed import comparable, sheets
from translated import MARK, translate

REFUSED = "() => { navigator.clipboard.writeText = () => Promise.reject(new DOMException('no', 'NotAllowedError')) }"

pytestmark = pytest.mark.parametrize("rude", [True, False], ids=["rude", "polite"])


@pytest.fixture
def letter(case: CaseText, rude: bool) -> str:
    """A finished letter on a page that is then translated."""
    case.fill_in(complete(case.guide))
    finished = case.letter()
    translate(case.page, rude=rude)
    assert MARK in str(case.widget.text_content())
    assert (MARK in case.letter()) is rude
    return finished


@pytest.mark.some(1)
def test_copied_and_saved_is_the_letter(case: CaseText, letter: str) -> None:
    """Copying, twice, gives the letter, and so does the file; the button says that it was copied."""
    assert case.copy() == letter
    case.wait_for_status(MARK)
    assert case.button("copy").inner_text() == f"{MARK}{str(case.words['copied-button'])[::-1]}{MARK}"
    assert case.copy() == letter
    assert case.saved_bytes() == (letter + "\n").replace("\n", "\r\n").encode()
    case.type_into("full-name", "Another Name")
    assert case.copy() == letter.replace("Hanako Example", "Another Name")


@pytest.mark.some(1)
def test_each_item_of_the_form_is_copied_as_it_is(case: CaseText, letter: str) -> None:
    """What goes into AWS's items is taken from the answers."""
    answers = case.answers()
    edition = next(iter(case.guide.editions.values()))
    for item in edition.items:
        row = case.page.locator(f'[data-edition="{edition.id}"] [data-form-item="{item.item}"]')
        if not item.fill or row.locator('[data-action="copy"]').count() == 0:
            continue
        case.put_on_clipboard("before")
        row.locator('[data-action="copy"]').click()
        assert case.clipboard() == (letter if item.fill == "letter" else answers[item.fill]), item.item


@pytest.mark.some(1)
def test_printed_is_the_letter(case: CaseText, letter: str) -> None:
    """On paper stands the letter's own text."""
    case.page.locator('[data-toggle="gloss"]').uncheck()
    case.page.evaluate("() => window.goesOn.disconnect()")
    printed = "".join(sheets(case.page))
    assert comparable(printed) == comparable(letter)


@pytest.mark.some(1)
def test_selected_where_copying_is_refused_is_the_letter(case: CaseText, letter: str) -> None:
    """What Ctrl+C then takes is the letter with its blank lines, even if the box was translated meanwhile."""
    case.put_on_clipboard("before")
    case.page.evaluate(REFUSED)
    case.press("copy")
    case.page.locator("[data-copy-by-hand]").wait_for()
    assert case.page.locator("[data-copy-by-hand] [data-text]").evaluate(
        "(box) => { const { top, bottom } = box.getBoundingClientRect(); return bottom > 0 && top < innerHeight }"
    )
    case.page.keyboard.press("Control+c")
    assert case.clipboard().replace("\r\n", "\n") == letter


@pytest.mark.some(1)
def test_selected_instead_of_an_item_is_its_answer(case: CaseText, letter: str) -> None:
    """The same for one of AWS's items; the box stands with the item."""
    case.put_on_clipboard("before")
    case.page.evaluate(REFUSED)
    row = case.page.locator('[data-edition]:visible [data-form-item="form-email"]')
    row.locator('[data-action="copy"]').click()
    row.locator("[data-copy-by-hand]").wait_for()
    case.page.keyboard.press("Control+c")
    assert case.clipboard() == case.answers()["contact-email"]


def test_edited_by_hand_holds_what_the_reader_wrote_and_nothing_else(case: CaseText, letter: str, rude: bool) -> None:
    """Her words come into the letter, the translation does not; a translator that takes no notice costs her a key
    press, and she is told.
    """
    case.page.evaluate("() => window.goesOn.disconnect()")
    case.press("edit")
    if rude:
        # Translated again while she is in it.
        translate(case.page, rude=True)
    case.add_by_hand(" BY HAND")
    if rude:
        assert case.status() == case.words["translated"]
        case.add_by_hand(" BY HAND")
    first, rest = letter.split("\n\n", 1)
    expected = f"{first} BY HAND\n\n{rest}"
    assert case.copy() == expected
    case.press("edit")
    assert case.copy() == expected
    assert case.saved_bytes() == (expected + "\n").replace("\n", "\r\n").encode()
    assert MARK not in str(case.page.evaluate("JSON.stringify({ ...sessionStorage })"))
    case.page.reload()
    assert case.copy() == expected


@pytest.mark.some(1)
def test_at_the_next_key_the_page_shows_the_letter_again(case: CaseText, letter: str) -> None:
    """Also the paragraphs that the key does not change, and those of the translation."""
    case.page.evaluate("() => window.goesOn.disconnect()")
    case.control("notes").press("End")
    case.page.keyboard.type(".")
    case.draw()
    assert case.letter() == letter.replace(case.answers()["notes"][:-1], case.answers()["notes"])
    assert MARK not in str(case.page.locator("[data-letter]").text_content())


@pytest.mark.some(1)
def test_what_she_writes_into_the_letter_stays(case: CaseText, letter: str) -> None:
    """The frame after a key puts right what something else has changed, not what is hers."""
    case.page.evaluate("() => window.goesOn.disconnect()")
    first, rest = letter.split("\n\n", 1)
    written = f"{first} BY HAND\n\n{rest}"
    case.press("edit")
    case.add_by_hand(" BY HAND")
    assert case.letter() == written
    case.control("notes").press("End")
    case.page.keyboard.type(".")
    case.draw()
    assert case.letter() == written
