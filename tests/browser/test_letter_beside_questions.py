"""From 1,100 px on the letter stands beside the questions: what a question does is seen while it is answered."""

from __future__ import annotations

from typing import Any

import pytest
from answers_from_data import asked_fields, complete
from case_text import CaseText
from opening import OpenCaseText

from mergeguide.i18n import SLOT

WIDE = (1100, 1440)
MARKED = """
() => [...document.querySelectorAll('[data-fed]')].map((row) => {
  const { top, bottom } = row.getBoundingClientRect();
  const sheet = row.closest('[data-letter]').getBoundingClientRect();
  const header = document.querySelector('.md-header').offsetHeight;
  const seen = top >= Math.max(header, sheet.top) && bottom <= Math.min(innerHeight, sheet.bottom);
  return [row.dataset.paragraph, seen];
})
"""
SIDE_BY_SIDE = """
() => {
  const panel = document.querySelector('[data-letter-panel]').getBoundingClientRect();
  return [...document.querySelectorAll('.mg-groups .mg-input')].filter((each) => each.checkVisibility())
    .every((each) => each.getBoundingClientRect().right <= panel.left);
}
"""


def _window(width: int, height: int = 768) -> dict[str, Any]:
    return {"viewport": {"width": width, "height": height}}


def _printing(case: CaseText, field: str) -> set[str]:
    """The paragraphs that print a field's answer."""
    found = set()
    for name, paragraph in case.guide.paragraphs.items():
        lines: list[str | None] = [line.id for line in paragraph.lines]
        for line in lines or [None]:
            if field in SLOT.findall(case.guide.languages["en"].text(name, line)):
                found.add(name)
    return found


@pytest.mark.parametrize("width", WIDE)
def test_question_at_hand_has_its_paragraph_in_view(open_case_text: OpenCaseText, code: str, width: int) -> None:
    """While any question has the focus, the paragraph that prints its answer is marked and in the window."""
    case = open_case_text(code, **_window(width))
    answers = complete(case.guide, {"situation": "left-company", "source-full-name": "Hanako Sample"})
    case.fill_in(answers)
    assert case.page.evaluate(SIDE_BY_SIDE)
    looked = 0
    for field in asked_fields(case.guide, answers):
        printing = _printing(case, field.id)
        if not printing or field.id not in answers:
            continue
        place = f'[data-field="{field.id}"] :is(input, textarea)'
        case.page.locator(place).locator("visible=true").first.focus()
        (marked,) = case.page.evaluate(MARKED)
        assert marked[0] in printing, field.id
        assert marked[1], field.id
        looked += 1
    assert looked > 12


def test_paragraph_comes_into_view_when_it_begins(open_case_text: OpenCaseText) -> None:
    """A paragraph that is there only once something is written is shown with the first sign."""
    ja = open_case_text("ja", **_window(1280, 640))
    ja.control("notes").focus()
    assert ja.page.evaluate(MARKED) == []
    ja.page.keyboard.type("I")
    assert ja.page.evaluate(MARKED) == [["notes", True]]


def test_nothing_scrolls_while_she_writes_into_the_letter(open_case_text: OpenCaseText) -> None:
    """The paragraph of the question that she was at last stays where she has left it: she looks at another one."""
    ja = open_case_text("ja", **_window(1280, 640))
    ja.fill_in(complete(ja.guide))
    ja.control("full-name").focus()
    ja.press("edit")
    last = ja.sheet.locator("[data-letter-paragraph]").last
    last.click()
    ja.page.keyboard.type("a")
    ja.draw()
    where = "(sheet) => [scrollY, sheet.scrollTop, sheet.closest('[data-letter-panel]').scrollTop]"
    last.evaluate("(paragraph) => paragraph.scrollIntoView({ block: 'nearest' })")
    before = ja.sheet.evaluate(where)
    assert before[1] > 0, "the letter is too short to scroll: the test tests nothing"
    ja.page.keyboard.type("b")
    ja.draw()
    ja.draw()
    assert ja.sheet.evaluate(where) == before


def test_blank_leads_to_its_question(open_case_text: OpenCaseText) -> None:
    """Pressing any blank puts the keyboard where its question is answered."""
    ja = open_case_text("ja", **_window(1280, 900))
    blanks = ja.sheet.locator("[data-letter-paragraph] .mg-blank")
    asked = blanks.evaluate_all("(all) => all.map((each) => each.dataset.asks)")
    assert len(set(asked)) > 5
    for number, field in enumerate(asked):
        blanks.nth(number).click()
        there = "(field) => document.activeElement.closest('[data-field]').dataset.field"
        assert ja.page.evaluate(there) == field
        assert ja.page.locator(":focus").evaluate("(at) => at.matches('input, textarea')")


def test_letter_follows_the_questions_where_there_is_no_room(open_case_text: OpenCaseText) -> None:
    """Just below that width the letter stands after the questions and does not scroll by itself."""
    ja = open_case_text("ja", **_window(1099))
    below = """
    () => document.querySelector('[data-letter]').getBoundingClientRect().top
      > document.querySelector('.mg-groups').getBoundingClientRect().bottom
    """
    assert ja.page.evaluate(below)
    assert ja.sheet.evaluate("(sheet) => sheet.scrollHeight <= sheet.clientHeight + 1")
