"""AWS's form beside the letter: the chosen edition's items and steps, in AWS's order, and what does not fit."""

from __future__ import annotations

from answers_from_data import complete, later_letters
from case_text import CaseText
from opening import OpenCaseText


def test_chosen_edition_alone_is_shown(case: CaseText) -> None:
    """Each edition shows its own items, in its order, and its own steps; the newest one is chosen at first."""
    guide = case.guide
    assert case.answers()["edition"] == next(iter(guide.editions))
    for edition in guide.editions.values():
        case.answer("edition", edition.id)
        shown = case.page.locator("[data-edition]:visible")
        assert [each.get_attribute("data-edition") for each in shown.all()] == [edition.id]
        items = shown.locator("[data-form-item]").all()
        assert [item.get_attribute("data-form-item") for item in items] == [item.item for item in edition.items]
        assert shown.locator(".mg-step").count() == len(edition.steps)


def test_items_bear_the_labels_that_were_seen(case: CaseText) -> None:
    """Each item has AWS's own words, in the language in which they were seen."""
    for edition in case.guide.editions.values():
        case.answer("edition", edition.id)
        for item in edition.items:
            place = case.page.locator(f'[data-edition="{edition.id}"] [data-form-item="{item.item}"]')
            for label in item.labels[edition.language]:
                assert place.locator(f".mg-screen[lang={edition.language}]", has_text=label).count() == 1


def test_items_lead_to_their_documentation(look: CaseText) -> None:
    """Each item links to its own section of the page about the fields."""
    for place in look.page.locator("[data-form-item]").all():
        href = str(place.locator("a").first.get_attribute("href"))
        assert href.endswith(f"form-fields/#field-{place.get_attribute('data-form-item')}")


LINES = """
(place) => {
  const range = document.createRange();
  const texts = document.createTreeWalker(place, NodeFilter.SHOW_TEXT);
  const lines = new Map();
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    for (let at = 0; at < text.length; at += 1) {
      range.setStart(text, at);
      range.setEnd(text, at + 1);
      const { top } = range.getBoundingClientRect();
      lines.set(top, (lines.get(top) ?? '') + text.data[at]);
    }
  }
  return [...lines.values()];
}
"""


def test_address_too_long_for_its_line_breaks_before_its_domain(open_case_text: OpenCaseText, code: str) -> None:
    """What is read there is typed elsewhere: "example.co" on one line and "m" on the next is another address."""
    case = open_case_text(code, viewport={"width": 360, "height": 800})
    place = case.page.locator('[data-form-item="form-email"]:visible [data-item-value]')
    numbers = set()
    for length in range(3, 30, 3):
        case.answer("contact-email", f"{'a' * length}@example.com")
        case.draw()
        lines = place.evaluate(LINES)
        assert lines[-1].endswith("example.com"), lines
        numbers.add(len(lines))
    assert {1, 2} <= numbers


def test_letters_that_answer_a_mail_have_no_form(case: CaseText) -> None:
    """For the later letters the form goes and the page says to reply to AWS's mail."""
    for letter in later_letters(case.guide):
        case.answer("letter", letter)
        assert case.page.locator('[data-companion="form"]').is_hidden()
        assert case.page.locator('[data-companion="reply"]').is_visible()
    case.answer("letter", "request")
    assert case.page.locator('[data-companion="form"]').is_visible()
    assert case.page.locator('[data-companion="reply"]').is_hidden()


def test_letter_too_long_for_the_edition_is_pointed_out(case: CaseText) -> None:
    """An edition that takes so many characters and no more says so, with both numbers, and only that edition."""
    guide = case.guide
    [(edition, longest)] = [
        (edition.id, item.longest) for edition in guide.editions.values() for item in edition.items if item.longest
    ]
    case.fill_in(complete(guide, {"edition": edition}))
    told = case.page.locator("[data-too-long]")
    assert told.inner_text() == ""
    room = longest - len(case.letter())
    case.type_into("notes", case.value("notes") + "x" * room)
    assert len(case.letter()) == longest
    assert told.inner_text() == ""
    case.type_into("notes", case.value("notes") + "x")
    assert str(longest + 1) in told.inner_text()
    assert str(longest) in told.inner_text()
    case.answer("edition", next(iter(guide.editions)))
    assert told.inner_text() == ""


def test_what_is_chosen_from_a_menu_is_ticked_and_never_copied(case: CaseText) -> None:
    """A menu takes no paste: its item has a tick, which leaves the letter on the clipboard and can be taken back."""
    for edition in case.guide.editions.values():
        case.fill_in(complete(case.guide, {"edition": edition.id}))
        letter = case.copy()
        for item in edition.items:
            place = case.page.locator(f'[data-edition="{edition.id}"] [data-form-item="{item.item}"]')
            tick, copying = place.locator('[data-action="done"]'), place.locator('[data-action="copy"]')
            chosen = item.control == "select"
            assert (tick.count(), copying.count()) == ((1, 0) if chosen else (0, 1)), item.item
            if chosen:
                assert tick.get_attribute("aria-pressed") == "false"
                tick.click()
                assert tick.get_attribute("aria-pressed") == "true"
                assert case.clipboard() == letter
                tick.press("Space")
                assert tick.get_attribute("aria-pressed") == "false"
                tick.press("Enter")
                assert tick.get_attribute("aria-pressed") == "true"
                label = " / ".join(item.labels[edition.language])
                assert str(tick.text_content()).endswith(label), "a screen reader hears which item it is"


def test_ticks_outlive_answers_and_editions_and_go_with_clearing(case: CaseText) -> None:
    """What was chosen in AWS's form stays chosen while answers change; a new beginning takes the ticks back."""
    shown = case.page.locator('[data-action="done"]:visible')
    shown.first.click()
    newest, older, *_ = case.guide.editions
    case.answer("edition", older)
    assert shown.first.get_attribute("aria-pressed") == "false"
    case.answer("edition", newest)
    case.type_into("full-name", "Hanako Example")
    assert shown.first.get_attribute("aria-pressed") == "true"
    case.page.once("dialog", lambda dialog: dialog.accept())
    case.press("clear")
    ticks = case.page.locator('[data-action="done"]')
    assert {tick.get_attribute("aria-pressed") for tick in ticks.all()} == {"false"}
