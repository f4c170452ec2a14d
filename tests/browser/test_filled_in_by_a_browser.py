"""What a browser fills in by itself when a page comes again: what was kept is the one memory."""

from __future__ import annotations

from answers_from_data import complete
from case_text import CaseText

FILL_IN = """
([name, value]) => {
  const control = document.querySelector(name);
  if (value === null) control.checked = !control.checked;
  else control.value = value;
  dispatchEvent(new PageTransitionEvent('pageshow'));
}
"""
"""As browsers do: no event tells of it, and the page is shown afterwards."""


def test_it_gives_way_to_what_was_kept(en: CaseText) -> None:
    """An answer, a choice that is none, and AWS's mail."""
    en.fill_in(complete(en.guide))
    en.page.reload()
    kept, letter = en.answers(), en.letter()
    en.page.evaluate(FILL_IN, ["[name='full-name']", "Taro Example"])
    assert (en.answers(), en.letter()) == (kept, letter)
    gloss = en.page.locator("[data-toggle='gloss']")
    en.page.evaluate(FILL_IN, ["[data-toggle='gloss']", None])
    assert not gloss.is_checked()
    en.page.evaluate(FILL_IN, ["[name='aws-reply']", "We will merge your accounts."])
    assert en.control("aws-reply").input_value() == ""


def test_the_page_begins_once_where_nothing_was_filled_in(en: CaseText) -> None:
    """To begin takes a phone as long as the rest of what the generator does while the page loads."""
    en.fill_in(complete(en.guide))
    en.page.reload()
    en.page.evaluate("() => { window.emptied = 0; addEventListener('reset', () => { window.emptied += 1 }) }")
    en.page.evaluate("() => dispatchEvent(new PageTransitionEvent('pageshow'))")
    assert en.page.evaluate("window.emptied") == 0
    en.page.evaluate(FILL_IN, ["[name='full-name']", "Taro Example"])
    assert en.page.evaluate("window.emptied") == 1
