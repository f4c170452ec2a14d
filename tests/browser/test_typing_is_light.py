"""A key is followed by the letter, and by nothing that makes the browser lay the whole page out once more for it."""

from __future__ import annotations

from answers_from_data import complete
from case_text import CaseText

TYPED = ("full-name", "contact-email", "source-login-email", "destination-login-email", "left-on", "notes")
KEY = """
([name, key]) => {
  const asking = [
    [Element.prototype, 'getBoundingClientRect'], [Element.prototype, 'getClientRects'],
    [Document.prototype, 'elementFromPoint'],
  ];
  const before = asking.map(([holder, ask]) => holder[ask]);
  let asked = 0;
  asking.forEach(([holder, ask], index) => {
    holder[ask] = function (...given) { asked += 1; return before[index].apply(this, given) };
  });
  const control = document.getElementsByName(name)[0];
  control.value += key;
  control.dispatchEvent(new InputEvent('input', { bubbles: true }));
  asking.forEach(([holder, ask], index) => { holder[ask] = before[index] });
  return asked;
}
"""
IN_PLACE = "(roles) => roles.map((each) => each.textContent)"


def test_a_key_asks_for_no_layout_before_the_letter_is_there(case: CaseText) -> None:
    """While an answer only grows; the drawing of the two accounts has it with the next frame."""
    case.fill_in(complete(case.guide, {"situation": "left-company"}))
    for name in TYPED:
        case.control(name).focus()
        case.page.evaluate(KEY, [name, "x"])
        assert case.page.evaluate(KEY, [name, "x"]) == 0, name
        assert case.letter() == case.expected_letter()
    case.page.evaluate("() => new Promise(requestAnimationFrame)")
    drawn = case.page.locator("[data-role-address]").evaluate_all(IN_PLACE)
    assert drawn == [case.value("source-login-email"), case.value("destination-login-email")]
