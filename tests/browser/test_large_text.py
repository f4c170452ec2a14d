"""Text that a reader has made larger for every page, without zooming: the window stays as wide as it is."""

from __future__ import annotations

import pytest
from answers_from_data import barely_enough
from opening import OpenCaseText

LARGE = {360: 24, 390: 32}
"""Width of a window -> the size of its text in CSS pixels, where browsers come with 16."""

BAR = """
() => {
  const bar = document.querySelector('.mg-bar');
  const parts = [...bar.children].filter((part) => part.checkVisibility()).map((part) => part.getBoundingClientRect());
  return { position: getComputedStyle(bar).position, lefts: parts.map((part) => part.left),
    rights: parts.map((part) => part.right), words: parts[0].width, size: parseFloat(getComputedStyle(bar).fontSize) };
}
"""


@pytest.mark.parametrize("width", LARGE)
def test_nothing_sticks_out_of_a_narrow_window_in_large_text(
    open_case_text: OpenCaseText, code: str, width: int
) -> None:
    """The header with its search, questions, and the bar below them once all is complete: it takes two rows, and covers
    nothing.
    """
    case = open_case_text(code, viewport={"width": width, "height": 780})
    case.page.context.new_cdp_session(case.page).send("Page.setFontSizes", {"fontSizes": {"standard": LARGE[width]}})
    case.fill_in(barely_enough(case.guide, {"situation": "two-accounts"}))
    assert case.page.evaluate("document.documentElement.scrollWidth") == width
    search = case.page.locator(".md-header__button[for='__search']").bounding_box()
    assert search
    assert search["x"] + search["width"] <= width
    bar = case.page.evaluate(BAR)
    assert min(bar["lefts"]) >= 0
    assert max(bar["rights"]) <= width
    assert bar["words"] > 3 * bar["size"], "it is not pressed together to a column of single signs"
    assert bar["position"] == "static"
