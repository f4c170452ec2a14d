"""As a person would: from the front page to the three letters that she needs, on a small screen, by keyboard alone."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from answers_from_data import Answers, asked_fields, complete
from case_text import CaseText, address_of
from opening import CLIPBOARD
from playwright.sync_api import Browser, Page, ViewportSize

from mergeguide.data.guide import Guide
from mergeguide.letters.answers import effective_answers
from mergeguide.letters.composition import compose, letter_text

TELEPHONE: ViewportSize = {"width": 360, "height": 640}
FARTHEST = 250
"""Presses of Tab after which a place cannot be reached."""


class Keyboard:
    """Somebody who has nothing but the keys."""

    def __init__(self, case: CaseText) -> None:
        self.case = case
        self.page: Page = case.page

    def reach(self, selector: str, *, back: bool = False) -> None:
        """Press Tab, or Shift and Tab, until the keyboard is at that place, and see that the place is in view."""
        there = "(selector) => document.activeElement.matches(selector)"
        for _ in range(FARTHEST):
            if self.page.evaluate(there, selector):
                break
            self.page.keyboard.press("Shift+Tab" if back else "Tab")
        else:
            pytest.fail(f"{selector} cannot be reached")
        seen = "() => { const { top, bottom } = document.activeElement.getBoundingClientRect();"
        assert self.page.evaluate(f"{seen} return bottom > 0 && top < innerHeight; }}"), selector

    def press(self, selector: str, *, back: bool = False) -> None:
        """Go to a button or link and press it."""
        self.reach(selector, back=back)
        self.page.keyboard.press("Enter")

    def choose(self, name: str, value: str, *, back: bool = False) -> None:
        """Go to a group of choices and choose one with the arrows."""
        self.reach(f'[name="{name}"]', back=back)
        if self.case.control(name).and_(self.page.locator(":checked")).count() == 0:
            self.page.keyboard.press("Space")
        for _ in range(self.case.control(name).count()):
            if self.case.option(name, value).is_checked():
                return
            self.page.keyboard.press("ArrowDown")
        pytest.fail(f"{name}: {value} cannot be chosen")

    def write(self, name: str, text: str) -> None:
        """Go to a field and type into it, in place of what is there."""
        self.reach(f'[name="{name}"]')
        self.page.keyboard.press("Control+a")
        self.page.keyboard.insert_text(text)

    def answer(self, answers: Answers) -> None:
        """Answer the questions from the top of the form downwards."""
        guide = self.case.guide
        asked = {field.id for field in asked_fields(guide, answers)}
        for group in guide.form.groups:
            for field in guide.fields.values():
                if field.group != group.id or field.id not in asked:
                    continue
                if field.states:
                    self.choose(field.state_control, answers[field.state_control])
                if field.kind == "choice":
                    self.choose(field.id, answers[field.id])
                elif field.id in answers and self.case.control(field.id).is_visible():
                    self.write(field.id, answers[field.id])


@pytest.fixture
def reader(browser: Browser, guide: Guide, site_address: str, code: str) -> Iterator[Keyboard]:
    """A reader on the front page of her language, on a telephone's screen."""
    context = browser.new_context(viewport=TELEPHONE, permissions=[*CLIPBOARD])
    case = CaseText(context.new_page(), guide, code, site_address)
    case.page.goto(site_address + address_of(code, ""))
    yield Keyboard(case)
    assert case.said == []
    context.close()


def test_from_the_front_page_to_the_three_letters(reader: Keyboard) -> None:
    """The request, then the approval of the accounts, then the reminder: each complete on the clipboard."""
    case, guide = reader.case, reader.case.guide
    reader.press(".mg-doors a[href*='case-text']")
    reader.page.wait_for_url("**/case-text/")
    case.sheet.wait_for()

    # She wants the letter at once, and is told what it needs.
    reader.press('.mg-actions [data-action="copy"]')
    assert len(case.problems()) > 3
    reader.press("[data-error-summary] a")
    assert case.focused().startswith("mg-situation")

    request = complete(guide, {"situation": "left-company", "work-mailbox": "lost"})
    reader.answer(request | {"full-name": "Ｈａｎａｋｏ\u3000Ｅｘａｍｐｌｅ"})
    reader.press('.mg-actions [data-action="copy"]')
    case.wait_for_status(str(case.words["copied-request"]))
    assert case.problems() == []
    assert case.clipboard() == _letter(guide, request)

    # AWS has answered with the list of accounts, and it is right.
    reader.choose("letter", "confirm", back=True)
    confirm = complete(guide, {**request, "letter": "confirm"})
    reader.write("case-id", confirm["case-id"])
    reader.press('.mg-actions [data-action="copy"]')
    case.wait_for_status(str(case.words["copied"]))
    assert case.clipboard() == _letter(guide, confirm)

    # Nothing comes for days.
    reader.choose("letter", "remind", back=True)
    remind = complete(guide, {**confirm, "letter": "remind"})
    reader.write("first-sent-on", remind["first-sent-on"])
    reader.press('.mg-actions [data-action="copy"]')
    case.wait_for_status(str(case.words["copied"]))
    assert case.clipboard() == _letter(guide, remind)
    assert case.page.evaluate("document.scrollingElement.scrollWidth") <= TELEPHONE["width"]


def _letter(guide: Guide, answers: Answers) -> str:
    effective = effective_answers(guide, answers)
    return letter_text(compose(guide, effective, effective["letter-language"]))
