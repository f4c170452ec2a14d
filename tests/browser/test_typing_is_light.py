"""A key is followed by the letter, by no more work than that needs, and by nothing that moves."""

from __future__ import annotations

import pytest
from answers_from_data import asked_fields, complete
from case_text import CaseText
from opening import OpenCaseText

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


PLACES = """
(name) => new Promise(requestAnimationFrame).then(() => {
  const inputs = [...document.querySelectorAll('.mg-groups .mg-input')].filter((each) => each.checkVisibility());
  const here = inputs.findIndex((each) => each.name === name);
  return inputs.slice(here).map((each) => each.getBoundingClientRect().top);
})
"""
"""Where a field and those below it are in the window, once the page is drawn."""


@pytest.mark.parametrize("window", [(360, 640), (1100, 768)])
def test_nothing_below_moves_while_an_answer_grows(open_case_text: OpenCaseText, window: tuple[int, int]) -> None:
    """Neither the field that is typed into nor any below it, though the letter and the drawing above change."""
    ja = open_case_text("ja", viewport={"width": window[0], "height": window[1]})
    answers = complete(ja.guide, {"situation": "left-company"})
    ja.fill_in(answers)
    looked = 0
    for field in asked_fields(ja.guide, answers):
        if field.kind == "choice" or field.id not in answers:
            continue
        ja.control(field.id).focus()
        # Before an address's name: another domain may be asked about.
        ja.page.keyboard.press("Home")
        before = ja.page.evaluate(PLACES, field.id)
        for key in "xy":
            ja.page.keyboard.type(key)
            after = ja.page.evaluate(PLACES, field.id)
            assert max(abs(now - then) for now, then in zip(after, before, strict=True)) < 1, field.id
        looked += 1
    assert looked > 12
