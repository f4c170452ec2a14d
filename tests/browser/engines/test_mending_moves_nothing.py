"""What is touched stays where it is, in engines that hold the page still themselves and in those that do not."""

from __future__ import annotations

from answers_from_data import barely_enough
from reader import Reader

TOP = "(selector) => document.querySelector(selector).getBoundingClientRect().top"


def test_field_stays_while_its_error_is_mended(reader: Reader) -> None:
    """Key by key, from the error to the answer: the field does not move in the window."""
    reader.let_fill_in(barely_enough(reader.guide, {"situation": "two-accounts", "full-name": ""}))
    reader.press("copy")
    reader.click("[data-error-summary] a")
    places = [reader.window.run(TOP, '[name="full-name"]')]
    for key in "Hanako":
        reader.type(key)
        places.append(reader.window.run(TOP, '[name="full-name"]'))
    assert reader.problems() == []
    assert max(places) - min(places) < 2, places
