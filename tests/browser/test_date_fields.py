"""A date is one field of text: written as people write dates, printed in the words of the letter, told where wrong."""

from __future__ import annotations

from answers_from_data import complete
from case_text import CaseText
from opening import OpenCaseText
from playwright.sync_api import expect

WRITTEN = (
    ("令和8年3月31日", "31 March 2026"),
    ("２０２６／３／３１", "31 March 2026"),
    ("Mar 31, 2026", "31 March 2026"),
    ("2026年3月", "March 2026"),
)
"""As it is typed, and as an English letter prints it."""

WRONG = {
    "2026-02-30": "date-no-day",
    "2026年13月1日": "date-no-month",
    "03/04/2026": "date-two-ways",
    "3月末": "date-form",
    "2099-12-31": "last-day-to-come",
}


def test_a_date_is_one_field_that_says_how_to_write_it(case: CaseText) -> None:
    case.answer("situation", "left-company")
    field = case.control("left-on")
    assert (field.count(), field.get_attribute("type"), field.get_attribute("autocomplete")) == (1, "text", "off")
    described = str(field.get_attribute("aria-describedby")).split()
    assert str(case.words["date-hint"]) in " ".join(case.page.locator(f"#{one}").inner_text() for one in described)


def test_what_she_writes_stays_and_the_letter_prints_it(case: CaseText) -> None:
    case.fill_in(complete(case.guide, {"situation": "left-company"}))
    for typed, printed in WRITTEN:
        case.type_into("left-on", typed)
        assert case.value("left-on") == typed
        assert case.aside("left-on").inner_text() == ""
        assert f"Last day of employment: {printed}\n" in f"{case.letter()}\n"
        assert case.copy() == case.expected_letter()


def test_a_wrong_date_is_told_at_its_field(case: CaseText) -> None:
    for typed, error in WRONG.items():
        case.fill_in(complete(case.guide, {"situation": "left-company"}))
        assert case.problems() == []
        case.fill_in({"situation": "left-company", "left-on": typed})
        case.press("copy")
        assert case.problems() == [case.message("left-on", error)]
        expect(case.error_at("left-on")).to_have_text(case.message("left-on", error))


def test_today_is_not_still_to_come(open_case_text: OpenCaseText) -> None:
    """Her own day counts: in Japan it begins nine hours before the one that others count by."""
    ja = open_case_text("ja", timezone_id="Asia/Tokyo", clock=True)
    ja.page.clock.set_fixed_time("2026-11-25T22:00:00Z")
    for day, told in (("2026年11月26日", []), ("2026年11月27日", ["last-day-to-come"])):
        ja.fill_in(complete(ja.guide, {"situation": "left-company", "left-on": day}))
        ja.press("copy")
        assert ja.problems() == [ja.message("left-on", error) for error in told]
