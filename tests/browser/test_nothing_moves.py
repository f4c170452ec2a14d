"""Nothing that the reader touches moves: neither while she presses it, nor while she mends an error in it.

Browsers hold the page still by themselves, but not all of them: Chromium is told not to here, as it is in WebKit.
"""

from __future__ import annotations

from typing import Any

import pytest
from answers_from_data import complete
from case_text import CaseText
from opening import OpenCaseText
from waiting import wait_for

TELEPHONE = {"viewport": {"width": 390, "height": 700}, "has_touch": True, "is_mobile": True}
WINDOWS: list[Any] = [
    pytest.param({**TELEPHONE}, id="finger"),
    pytest.param({"viewport": {"width": 1440, "height": 900}}, id="mouse"),
]
UNLIKELY = "．　ＡＷＳ０００００００１＠ｇｍｉａｌ．ｃｏｍ  "
"""Full width, blanks and a misspelt domain: each field repairs it, warns of it or hints at it."""
WATCH = """
() => {
  document.documentElement.style.overflowAnchor = 'none';
  window.watched = [];
  for (const type of ['pointerdown', 'click']) {
    addEventListener(type, ({ target }) => {
      const control = target.closest('label')?.control ?? target;
      watched.push([type, control.id || control.dataset.action, control.getBoundingClientRect().top]);
    }, true);
  }
}
"""
PLACE = """
(control) => {
  const { x, y, width, height } = control.getBoundingClientRect();
  return [x + width / 2, y + height / 2, y];
}
"""
NEXT = """
(here) => {
  const all = [...document.querySelectorAll('.mg-form :is(input, textarea, button)')];
  scrollBy(0, here.getBoundingClientRect().top - 120);
  const bar = document.querySelector('.mg-bar').getBoundingClientRect();
  const within = ({ top, bottom }) => top >= 60 && bottom <= innerHeight && (bottom <= bar.top || top >= bar.bottom);
  const next = all.slice(all.indexOf(here) + 1).filter((each) => each.checkVisibility());
  return next.find((each) => !each.closest('[data-aside]') && within(each.getBoundingClientRect()));
}
"""
"""The next control below a field, when the field is brought to the same place in the window."""
IN_WINDOW = "(each) => { const box = each.getBoundingClientRect(); return box.top >= 40 && box.bottom <= innerHeight }"


def _opened(open_case_text: OpenCaseText, window: dict[str, Any]) -> CaseText:
    case = open_case_text("ja", **window)
    case.page.evaluate("document.documentElement.style.overflowAnchor = 'none'")
    case.page.evaluate(WATCH)
    return case


def _press(case: CaseText, window: dict[str, Any], control: Any) -> float:
    """Press a control where it is now, without looking again; where it was in the window."""
    x, y, top = control.evaluate(PLACE)
    if window.get("has_touch"):
        case.page.touchscreen.tap(x, y)
    else:
        case.page.mouse.click(x, y)
    return float(top)


def _inputs(case: CaseText) -> list[str]:
    names = "(inputs) => inputs.filter((each) => each.checkVisibility()).map((each) => each.name)"
    return list(case.page.locator(".mg-form .mg-input").evaluate_all(names))


def _settled(case: CaseText) -> None:
    """Until the page has taken the press for what it is."""
    wait_for(case.page, "document.querySelector('case-generator').changes.waiting.length === 0")


@pytest.mark.some(1)
@pytest.mark.parametrize("window", WINDOWS)
def test_press_after_any_field_lands_and_moves_nothing(open_case_text: OpenCaseText, window: dict[str, Any]) -> None:
    """From each field, whatever is said about its answer on leaving it, the next press hits what it was aimed at."""
    case = _opened(open_case_text, window)
    answers = complete(case.guide)
    case.fill_in(answers)
    told = 0
    for name in _inputs(case):
        case.fill_in(answers)
        here = case.control(name)
        here.focus()
        here.select_text()
        case.page.keyboard.insert_text(UNLIKELY)
        below = here.evaluate_handle(NEXT).as_element()
        assert below is not None
        case.page.evaluate("watched.length = 0")
        top = _press(case, window, below)
        _settled(case)
        aimed = below.evaluate("(each) => each.id || each.dataset.action")
        watched = case.page.evaluate("watched")
        assert [(kind, where) for kind, where, _ in watched[:2]] == [("pointerdown", aimed), ("click", aimed)], name
        assert [abs(at - top) < 1 for _, _, at in watched[:2]] == [True, True], name
        assert abs(below.evaluate(PLACE)[2] - top) < 2, name
        told += case.aside(name).locator("p").count()
    assert told >= 5, "something was said about some fields"


@pytest.mark.some(1)
@pytest.mark.parametrize("window", WINDOWS[::-1])
def test_field_stays_while_its_error_is_mended(open_case_text: OpenCaseText, window: dict[str, Any]) -> None:
    """Error by error, key by key: the field that is mended stays where it is, and so does the list of errors."""
    case = _opened(open_case_text, window)
    case.fill_in(complete(case.guide))
    for name in _inputs(case):
        if case.guide.fields[name].format == "email":
            case.control(name).fill("x")
    case.control("full-name").fill("")
    case.press("copy")
    wrong = [str(link.get_attribute("href")).removeprefix("#mg-") for link in case.summary.locator("a").all()]
    assert len(wrong) >= 4
    height = case.summary.evaluate("(summary) => summary.offsetHeight")
    for number, name in enumerate(wrong):
        field = case.control(name)
        field.focus()
        field.evaluate("(field) => { scrollBy(0, field.getBoundingClientRect().top - 300); field.select() }")
        places = [field.evaluate(PLACE)[2]]
        for key in "Hanako Example" if name == "full-name" else f"hanako{number}@example.com":
            case.page.keyboard.insert_text(key)
            places.append(field.evaluate(PLACE)[2])
        assert case.error_at(name).text_content() == ""
        assert max(places) - min(places) < 2, (name, places)
        if name != wrong[-1]:
            assert case.summary.evaluate("(summary) => summary.offsetHeight") == height
    assert case.problems() == []
    assert case.copy() == case.expected_letter()


@pytest.mark.some(1)
@pytest.mark.parametrize("window", WINDOWS)
def test_pressed_button_stays_with_what_is_said(open_case_text: OpenCaseText, window: dict[str, Any]) -> None:
    """Each button that changes the page is still where it was pressed, and the status line is in the window."""
    case = _opened(open_case_text, window)
    case.page.on("dialog", lambda dialog: dialog.accept())
    case.fill_in(complete(case.guide))
    for action in ("copy", "swap", "clear"):
        button = case.button(action).first
        button.evaluate("(button) => scrollBy(0, button.getBoundingClientRect().top - innerHeight / 2)")
        before = _press(case, window, button)
        if action != "swap":
            case.wait_for_status(case.words["cleared" if action == "clear" else "copied-request"])
            assert case.page.locator(".mg-status").evaluate(IN_WINDOW)
        assert abs(button.evaluate(PLACE)[2] - before) < 2, action
        assert button.evaluate(IN_WINDOW), action


def test_focus_goes_on_from_what_was_pressed(ja: CaseText) -> None:
    """A button that goes when it is pressed leaves the focus at what it was about, never at the page's beginning."""
    ja.page.on("dialog", lambda dialog: dialog.accept())
    ja.fill_in(complete(ja.guide))
    ja.type_into("full-name", "Ｈａｎａｋｏ")
    ja.aside("full-name").get_by_role("button").first.press("Enter")
    assert ja.focused() == "mg-full-name"
    ja.control("full-name").fill("Hanako Example")
    for action in ("swap", "copy", "clear"):
        ja.fill_in(complete(ja.guide))
        ja.button(action).first.press("Enter")
        assert ja.focused() == action
    ja.fill_in(complete(ja.guide))
    ja.button("edit").press("Enter")
    ja.add_by_hand(" BY HAND")
    ja.button("edit").press("Enter")
    assert ja.focused() == "edit"
    ja.button("regenerate").press("Enter")
    assert ja.page.evaluate("document.activeElement.matches('[data-letter]')")
    assert ja.status() == ja.words["regenerated"]
