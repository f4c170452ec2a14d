"""What is touched stays where it is, in engines that hold the page still themselves and in those that do not."""

from __future__ import annotations

from answers_from_data import barely_enough
from reader import Reader

TOP = "(selector) => document.querySelector(selector).getBoundingClientRect().top"


def test_field_stays_while_its_error_is_mended(reader: Reader) -> None:
    """Key by key, from the error to the answer: the field does not move in the window."""
    reader.fill_in(barely_enough(reader.guide, {"situation": "two-accounts", "full-name": ""}))
    reader.press("copy")
    reader.click("[data-error-summary] a")
    places = [reader.window.run(TOP, '[name="full-name"]')]
    for key in "Hanako":
        reader.type(key)
        places.append(reader.window.run(TOP, '[name="full-name"]'))
    assert reader.problems() == []
    assert max(places) - min(places) < 2, places


UNDER_THE_HEADER = """
() => {
  const at = document.activeElement;
  const named = at;
  const header = document.querySelector('.md-header').offsetHeight;
  const hidden = at.closest('form') && named.getBoundingClientRect().top < header - 1;
  return hidden ? at.name || at.tagName : '';
}
"""


def test_going_back_by_keyboard_shows_each_field(reader: Reader) -> None:
    """Whoever goes back through the form sees each field below the header."""
    reader.click('[name="notes"]')
    hidden = []
    for _ in range(12):
        reader.key("Shift+Tab")
        hidden.append(reader.window.run(UNDER_THE_HEADER))
    assert [name for name in hidden if name] == []
