"""Bug: a letter edited by hand was lost on reload, on the other language's page and on leaving, without a word."""

from __future__ import annotations

from answers_from_data import complete
from case_text import CaseText, address_of


def _edit(case: CaseText, words: str) -> None:
    case.press("edit")
    case.add_by_hand(words)
    case.press("edit")


def test_words_by_hand_survive_reload_and_leaving(case: CaseText) -> None:
    """They are there again, said to be hers, and copied."""
    case.fill_in(complete(case.guide))
    _edit(case, " BY HAND")
    before = case.letter()
    assert "BY HAND" in before
    case.page.reload()
    assert (case.letter(), case.copy()) == (before, before)
    assert case.page.locator("[data-edited]").is_visible()
    assert case.words["edited"] in case.page.locator("[data-edited]").inner_text()
    case.page.locator("case-generator a[href*='before-you-start']").first.click()
    case.page.wait_for_url("**/before-you-start/**")
    case.open()
    assert (case.letter(), case.copy()) == (before, before)


def test_words_by_hand_are_on_the_other_languages_page(ja: CaseText) -> None:
    """The letter that she changed is the same there, and her own words say that they have no translation."""
    ja.fill_in(complete(ja.guide))
    _edit(ja, " BY HAND")
    before = ja.letter()
    own = ja.sheet.locator("[data-gloss]").first
    assert own.inner_text() == ja.words["own-wording"]
    ja.page.goto(ja.site + address_of("en"))
    en = CaseText(ja.page, ja.guide, "en", ja.site)
    assert (en.letter(), en.copy()) == (before, before)
    assert en.words["edited"] in en.page.locator("[data-edited]").inner_text()


def test_words_left_in_the_middle_of_editing_are_kept(ja: CaseText) -> None:
    """She need not have finished: every key press counts."""
    ja.fill_in(complete(ja.guide))
    ja.press("edit")
    ja.add_by_hand(" BY HAND")
    ja.page.reload()
    assert "BY HAND" in ja.copy()


def test_change_of_an_answer_is_told_even_after_a_reload(case: CaseText) -> None:
    """A letter in her words says when the answers would give another one by now, and only then."""
    case.fill_in(complete(case.guide))
    _edit(case, " BY HAND")
    behind = case.page.locator("[data-behind]")
    assert behind.is_hidden()
    case.page.reload()
    assert behind.is_hidden()
    case.type_into("full-name", "Another Name")
    assert behind.is_visible()
    case.page.reload()
    assert behind.is_visible()
    assert behind.inner_text() == case.words["edited-behind"]
    assert "Another Name" not in case.letter()


def test_each_letter_has_its_own_words(case: CaseText) -> None:
    """The request in her words stays the request: the other letters, and the other language, are not touched by it."""
    case.fill_in(complete(case.guide))
    _edit(case, " BY HAND")
    request = case.letter()
    case.fill_in(complete(case.guide, {"letter": "confirm"}))
    assert case.letter() == case.copy() == case.expected_letter()
    assert case.page.locator("[data-edited]").is_hidden()
    _edit(case, " OTHERWISE")
    confirm = case.letter()
    case.answer("letter", "request")
    assert case.letter() == case.copy() == request
    case.answer("letter-language", "ja")
    assert case.letter() == case.expected_letter()
    case.answer("letter-language", "en")
    case.page.reload()
    assert case.letter() == request
    case.page.once("dialog", lambda dialog: dialog.accept())
    case.press("regenerate")
    assert case.letter() == case.expected_letter()
    case.answer("letter", "confirm")
    assert case.letter() == confirm


def test_letter_chosen_while_editing_ends_the_editing(ja: CaseText) -> None:
    """Her words stay with the letter that she wrote them into."""
    ja.fill_in(complete(ja.guide))
    ja.press("edit")
    ja.add_by_hand(" BY HAND")
    ja.fill_in(complete(ja.guide, {"letter": "remind"}))
    assert ja.letter() == ja.copy() == ja.expected_letter()
    assert ja.page.locator("[contenteditable]").count() == 0
    assert ja.button("edit").get_attribute("aria-pressed") == "false"
    ja.answer("letter", "request")
    assert "BY HAND" in ja.copy()


def test_paragraph_emptied_by_hand_is_left_out_for_good(ja: CaseText) -> None:
    """What she took out is in no letter that is shown, copied or kept."""
    ja.fill_in(complete(ja.guide))
    expected = ja.letter().split("\n\n", 1)[1]
    ja.press("edit")
    ja.sheet.locator("[data-letter-paragraph]").first.focus()
    ja.page.keyboard.press("Control+a")
    ja.page.keyboard.press("Delete")
    ja.press("edit")
    assert ja.letter() == ja.copy() == expected
    ja.page.reload()
    assert ja.letter() == ja.copy() == expected
