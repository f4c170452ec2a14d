"""The form in its parts: how each stands, folded and unfolded, one at a time; nothing in them is out of reach."""

from __future__ import annotations

import pytest
from answers_from_data import complete, missing
from case_text import CaseText
from opening import OpenCaseText
from playwright.sync_api import Locator, expect

from mergeguide.letters.answers import asked, effective_answers
from mergeguide.letters.validation import required
from turns import some_of

SIZES = [(360, 640), (1440, 900)]


def _part(case: CaseText, group: str) -> Locator:
    return case.page.locator(f'[data-part="{group}"]')


def _heading(case: CaseText, group: str) -> Locator:
    return case.page.locator(f'[data-part="{group}"] > summary')


def _open(case: CaseText) -> list[str]:
    script = "(all) => all.filter((each) => each.open && !each.hidden).map((each) => each.dataset.part)"
    return list(case.page.locator("[data-part]").evaluate_all(script))


def _shown(case: CaseText) -> list[str]:
    script = "(all) => all.filter((each) => !each.hidden).map((each) => each.dataset.part)"
    return list(case.page.locator("[data-part]").evaluate_all(script))


def _states(case: CaseText) -> dict[str, str]:
    case.draw()
    return {group: _part(case, group).locator("[data-part-state]").inner_text() for group in _shown(case)}


def _expected_states(case: CaseText) -> dict[str, str]:
    effective = effective_answers(case.guide, case.answers())
    found = missing(case.guide, effective)
    states = {}
    for group in _shown(case):
        fields = [field for field in case.guide.questions.values() if field.group == group and asked(field, effective)]
        left = sum(field.id in found for field in fields)
        needed = any(field.states or field.required_on_page or required(field, effective) for field in fields)
        said = "missing" if left else "done" if needed else "optional"
        states[group] = str(case.words[f"part-{said}"]).format(count=left)
    return states


def test_each_part_says_how_it_stands(case: CaseText) -> None:
    """What is left, that all is there, that nothing is asked for; with each answer."""
    assert _states(case) == _expected_states(case)
    case.answer("situation", "left-company")
    case.answer("full-name", "Hanako Example")
    assert _states(case) == _expected_states(case)
    for letter in case.guide.letters:
        case.fill_in(complete(case.guide, {"letter": letter}))
        states = _states(case)
        assert states == _expected_states(case)
        assert set(states.values()) <= {case.words["part-done"], case.words["part-optional"]}


def test_all_parts_are_open_at_first(look: CaseText) -> None:
    """Whoever looks for a field, by hand or by a program, finds it."""
    assert _open(look) == _shown(look)


@pytest.mark.some(1)
@pytest.mark.parametrize("window", SIZES)
def test_one_part_at_a_time(open_case_text: OpenCaseText, window: tuple[int, int]) -> None:
    """The part in work is open; the way on leads from part to part and at last to the letter; back to all at once."""
    ja = open_case_text("ja", viewport={"width": window[0], "height": window[1]})
    ja.answer("situation", "left-company")
    switch = ja.button("one-part")
    switch.click()
    shown = _shown(ja)
    assert _open(ja) == [shown[1]]
    for group in shown[2:]:
        ja.page.locator('[data-action="next-part"]').locator("visible=true").click()
        assert _open(ja) == [group]
        expect(_heading(ja, group)).to_be_focused()
        expect(_heading(ja, group)).to_be_in_viewport()
    ja.page.locator('[data-action="next-part"]').locator("visible=true").click()
    expect(ja.button("copy")).to_be_focused()
    switch.click()
    assert _open(ja) == shown


def test_heading_that_is_pressed_stays(open_case_text: OpenCaseText) -> None:
    """A long part above closes when the next one is opened: the pressed heading is still below the pointer."""
    ja = open_case_text("ja", viewport={"width": 1440, "height": 900})
    ja.button("one-part").click()
    _heading(ja, "source-account").click()
    heading = _heading(ja, "destination-account")
    heading.scroll_into_view_if_needed()
    top = "(heading) => heading.getBoundingClientRect().top"
    before = heading.evaluate(top)
    heading.click()
    assert _open(ja) == ["destination-account"]
    assert abs(heading.evaluate(top) - before) < 2


def test_error_opens_the_part_that_it_is_in(case: CaseText) -> None:
    """Every part is folded; each link of the list of errors opens the part of its field and goes there."""
    for group in _shown(case):
        _heading(case, group).press("Enter")
    assert _open(case) == []
    case.press("copy")
    links = case.summary.locator("a")
    assert links.count() > 5
    for link in some_of(links.all(), 3):
        link.click()
        place = "document.activeElement.closest('[data-part]').open && document.activeElement.checkVisibility()"
        assert case.page.evaluate(place)
        assert f"#{case.focused()}" == link.get_attribute("href")


def test_place_in_the_address_opens_its_part(open_case_text: OpenCaseText) -> None:
    """What the browser itself leads to is unfolded."""
    ja = open_case_text("ja")
    _heading(ja, "about-you").click()
    ja.page.evaluate("location.hash = 'mg-full-name'")
    assert "about-you" in _open(ja)


def _folded(case: CaseText) -> dict[str, bool]:
    """Whether the questions that can be left out are folded, by the part that they stand in."""
    script = "(all) => all.map((each) => [each.closest('[data-part]').dataset.part, !each.open])"
    return dict(case.page.locator("[data-further]").evaluate_all(script))


def test_what_can_be_left_out_is_folded_where_one_part_is_taken_at_a_time(case: CaseText) -> None:
    """Unless it was answered; an error in it unfolds it, and with all parts at once nothing of it is folded."""
    accounts = {"source-account", "destination-account"}
    assert _folded(case) == dict.fromkeys({"about-you", *accounts}, False)
    assert case.page.locator("[data-further] > summary").first.is_hidden()
    case.answer("alternate-email", "hanako@example")
    case.button("one-part").click()
    assert _folded(case) == {"about-you": False, **dict.fromkeys(accounts, True)}
    _heading(case, "about-you").click()
    case.page.locator("[data-further] > summary").locator("visible=true").click()
    assert _folded(case)["about-you"]
    case.press("copy")
    case.summary.locator('[href="#mg-alternate-email"]').click()
    assert not _folded(case)["about-you"]
    assert case.focused() == "mg-alternate-email"
    case.button("one-part").click()
    assert not any(_folded(case).values())


def test_questions_that_a_letter_does_not_ask_take_no_room(open_case_text: OpenCaseText) -> None:
    """Neither they nor the fold that they stand in, whether it is folded or not."""
    ja = open_case_text("ja", "?letter=confirm")
    ja.button("one-part").click()
    for further in ja.page.locator("[data-further]").all():
        assert further.evaluate("(further) => further.hidden")
    script = "(all) => all.filter((each) => each.hidden && each.getClientRects().length > 0).length"
    assert ja.page.locator("[data-field], [data-further], [data-part]").evaluate_all(script) == 0
