"""Bug: leaving a field with the mouse moved the page under the pointer, so that the click was lost.

The note about a repair, or the error that went, came on ``change``, which fires between pressing and releasing the
button: what had been pressed was no longer under the pointer, and nothing was clicked.
"""

from __future__ import annotations

from answers_from_data import complete
from case_text import CaseText


def test_choice_below_a_repaired_field_takes_the_click(ja: CaseText) -> None:
    """Typed in full width, then a radio below is pressed with the mouse: the text is repaired and the radio chosen."""
    ja.control("full-name").focus()
    ja.page.keyboard.insert_text("Ｈａｎａｋｏ\u3000Ｅｘａｍｐｌｅ")
    _click_where_it_is(ja, '[name="source-account-kind"][value="builder-id"]')
    assert ja.option("source-account-kind", "builder-id").is_checked()
    ja.aside("full-name").locator(".mg-repair").wait_for()
    assert ja.value("full-name") == "Hanako Example"


def test_choice_below_a_mended_error_takes_the_click(ja: CaseText) -> None:
    """The same where it is an error and the summary that go."""
    ja.fill_in(complete(ja.guide, {"contact-email": "x", "source-account-kind": "unknown"}))
    ja.press("copy")
    ja.control("contact-email").focus()
    ja.control("contact-email").select_text()
    ja.page.keyboard.insert_text("ｈ＠ｅｘａｍｐｌｅ．ｃｏｍ")
    _click_where_it_is(ja, '[name="source-account-kind"][value="login-with-amazon"]')
    assert ja.option("source-account-kind", "login-with-amazon").is_checked()


def test_copy_button_takes_the_click_of_who_comes_from_a_field(ja: CaseText) -> None:
    """From a field that is to be repaired straight to the button: one click copies the repaired letter."""
    ja.fill_in(complete(ja.guide))
    ja.put_on_clipboard("before")
    ja.control("notes").focus()
    ja.page.keyboard.press("Control+End")
    ja.page.keyboard.type("  \n\n\n\nmore")
    _click_where_it_is(ja, '.mg-actions [data-action="copy"]')
    ja.wait_for_status(ja.words["copied-request"])
    assert ja.clipboard() == ja.letter() == ja.expected_letter()
    assert "\n\n\n" not in ja.clipboard()


def _click_where_it_is(case: CaseText, selector: str) -> None:
    """Press the mouse where the control is now, and let go there, however the page moves meanwhile."""
    control = case.widget.locator(selector)
    control.scroll_into_view_if_needed()
    box = control.bounding_box()
    assert box
    case.page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    case.page.mouse.down()
    case.page.mouse.up()
