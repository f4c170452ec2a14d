"""Requirements 43 to 51: copying, saving, printing, editing by hand, the calendar."""

from __future__ import annotations

import datetime
import itertools
import re
from pathlib import Path

import pytest
from answers_from_data import barely_enough, complete
from case_text import CaseText
from icalendar import Calendar
from opening import OpenCaseText
from playwright.sync_api import Browser, Dialog, expect
from printed import comparable, missing_lines, sheets

from mergeguide.data.guide import Guide
from turns import some_of

NO_CLIPBOARD = {
    "refused": "navigator.clipboard.writeText = () => Promise.reject(new DOMException('no', 'NotAllowedError'))",
    "absent": "Object.defineProperty(navigator, 'clipboard', { value: undefined })",
}


def test_r43_clipboard_is_written_in_the_click_itself(ja: CaseText) -> None:
    """The text is handed to the clipboard before the click returns, as Safari demands."""
    ja.fill_in(complete(ja.guide))
    script = """
    () => {
      const written = [];
      navigator.clipboard.writeText = (text) => { written.push(text); return Promise.resolve(); };
      for (const button of document.querySelectorAll('case-generator [data-action="copy"]')) {
        if (button.checkVisibility()) button.click();
      }
      return written;
    }
    """
    written = ja.page.evaluate(script)
    assert written[0] == ja.letter()
    # What is chosen from a menu has nothing to copy.
    items = next(iter(ja.guide.editions.values())).items
    assert len(written) == 1 + sum(item.control != "select" for item in items)


@pytest.mark.parametrize("how", NO_CLIPBOARD)
def test_r43_without_a_clipboard_the_text_is_selected(case: CaseText, how: str) -> None:
    """If copying is refused or impossible, the text is selected and the keys to press are named."""
    case.fill_in(complete(case.guide))
    case.page.evaluate(f"() => {{ {NO_CLIPBOARD[how]} }}")
    case.press("copy")
    case.wait_for_status(case.words["copy-failed"])
    assert re.search(r"Ctrl\+C.*Command\+C", case.status())
    assert case.button("copy").inner_text() == case.words["copy"]
    selected = str(case.page.evaluate("getSelection().toString()"))
    assert missing_lines(case.letter().splitlines(), selected) == []


def test_r43_on_a_phone_no_keys_are_named(open_case_text: OpenCaseText, code: str) -> None:
    """Where copying is refused, a reader with a finger is told what a finger does; words and text are in the window."""
    case = open_case_text(code, viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    case.fill_in(complete(case.guide))
    case.page.evaluate(f"() => {{ {NO_CLIPBOARD['refused']} }}")
    case.button("copy").tap()
    case.wait_for_status(case.words["copy-failed-touch"])
    box = case.page.locator("[data-copy-by-hand]")
    assert box.locator("[data-how]").inner_text() == case.words["copy-failed-touch"]
    assert "Ctrl" not in box.inner_text()
    expect(box.locator("[data-how]")).to_be_in_viewport()
    expect(box.locator("[data-text]")).to_be_in_viewport()


def test_r43_what_is_selected_instead_is_just_the_letter(case: CaseText) -> None:
    """What Ctrl+C then takes is the letter alone: not its translation, which stands beside it on the page."""
    case.fill_in(complete(case.guide))
    case.page.locator('[data-toggle="gloss"]').check()
    case.page.evaluate(f"() => {{ {NO_CLIPBOARD['refused']} }}")
    case.press("copy")
    selected = str(case.page.evaluate("getSelection().toString()"))
    assert comparable(selected) == comparable(case.letter())


def test_r44_success_is_said_and_stays_said(open_case_text: OpenCaseText, code: str) -> None:
    """After copying, the status line and the button say so for as long as nothing changes; the focus stays."""
    case = open_case_text(code, clock=True)
    case.fill_in(complete(case.guide))
    case.button("copy").focus()
    case.page.keyboard.press("Enter")
    case.wait_for_status(case.words["copied-request"])
    case.page.clock.run_for(6000)
    assert case.status() == case.words["copied-request"]
    assert case.button("copy").inner_text() == case.words["copied-button"]
    assert case.focused() == "copy"


def test_r44_change_after_copying_is_pointed_out(open_case_text: OpenCaseText, code: str) -> None:
    """A change takes the success back at once, and a second later the status line says that it is not copied yet."""
    case = open_case_text(code, clock=True)
    case.fill_in(complete(case.guide))
    case.press("copy")
    case.wait_for_status(case.words["copied-request"])
    case.control("full-name").press_sequentially("xy")
    assert case.button("copy").inner_text() == case.words["copy"]
    case.page.clock.run_for(1100)
    assert case.status() == case.words["not-copied-yet"]
    assert (
        case.words["not-copied-yet"]
        == {"ja": "変更後はまだコピーしていません。", "en": "Changed since the last copy."}[code]
    )


def test_r44_change_by_hand_after_copying_is_pointed_out(open_case_text: OpenCaseText) -> None:
    """A change in the letter itself takes the success back as well."""
    ja = open_case_text("ja", clock=True)
    ja.fill_in(complete(ja.guide))
    ja.press("edit")
    ja.press("copy")
    ja.wait_for_status(ja.words["copied-request"])
    assert ja.button("copy").inner_text() == ja.words["copied-button"]
    ja.sheet.locator("[data-letter-paragraph]").first.focus()
    ja.page.keyboard.type("x")
    assert ja.button("copy").inner_text() == ja.words["copy"]
    ja.page.clock.run_for(1100)
    assert ja.status() == ja.words["not-copied-yet"]


def test_r44_reader_is_told_what_comes_next(case: CaseText) -> None:
    """After copying the request: the way to AWS's form, and no word of what comes later. What AWS does next, and that
    no second case is to be opened, stands where the first one has been created. A reply has no way to the form.
    """
    later = {"ja": ("2つ目のケース", "開かない", "メール"), "en": ("second case", "Do not open", "mail")}[case.code]
    way = case.page.locator("[data-next-step] a").first
    case.fill_in(complete(case.guide))
    assert way.is_hidden()
    case.copy()
    case.wait_for_status(str(case.words["copied-request"]))
    assert way.is_visible()
    assert way.get_attribute("href") == case.guide.editions_file.address
    assert not any(part in case.status() for part in later[:2])
    assert all(part in case.page.locator("[data-after-sending]").inner_text() for part in later)
    to_the_form = case.page.locator(".md-footer__link--next")
    assert to_the_form.is_visible()
    case.fill_in(complete(case.guide, {"letter": "confirm"}))
    case.copy()
    case.wait_for_status(str(case.words["copied"]))
    assert way.is_hidden()
    assert to_the_form.is_hidden()


def test_r44_copying_an_item_of_the_form_is_not_copying_the_letter(open_case_text: OpenCaseText, code: str) -> None:
    """What comes next after the letter is shown once the letter was copied, and only then is a change told as one."""
    case = open_case_text(code, clock=True)
    way = case.page.locator("[data-next-step] a").first
    items = case.page.locator("[data-edition]:visible [data-form-item]")
    case.fill_in(complete(case.guide))
    items.locator(':scope:not([data-fill="letter"]) [data-action="copy"]').first.click()
    case.wait_for_status(str(case.words["copied-item"]).partition("{label}")[0])
    assert way.is_hidden()
    case.type_into("notes", "x")
    case.page.clock.run_for(1100)
    assert case.status() == case.words["updated"]
    items.locator(':scope[data-fill="letter"] [data-action="copy"]').click()
    case.wait_for_status(str(case.words["copied-request"]))
    assert way.is_visible()
    items.locator(':scope:not([data-fill="letter"]) [data-action="copy"]').first.click()
    assert way.is_visible(), "the letter is still copied"


def test_r45_shown_copied_saved_and_printed_are_one_text(case: CaseText) -> None:
    """For each letter in each language: what is on the page, on the clipboard, in the file and on paper is the same,
    and the same as the command line prints.
    """
    guide = case.guide
    for letter, language in some_of(itertools.product(guide.letters, guide.letter_languages), 3):
        case.fill_in(complete(guide, {"letter": letter, "letter-language": language, "notes": "a  b\nc\n\nd"}))
        shown = case.letter()
        assert shown == case.expected_letter()
        assert case.copy() == shown
        assert case.saved_bytes() == (shown + "\n").replace("\n", "\r\n").encode()
        rendered = case.page.locator("[data-letter-paragraph]").all_inner_texts()
        assert "\n\n".join(rendered) == shown
        assert missing_lines(shown.splitlines(), "".join(sheets(case.page))) == []


def test_r45_copying_from_the_forms_item_gives_the_letter_as_well(ja: CaseText) -> None:
    """The item of AWS's form that takes the letter copies the very same text."""
    ja.fill_in(complete(ja.guide))
    ja.put_on_clipboard("before")
    ja.page.locator('[data-edition]:visible [data-fill="letter"] [data-action="copy"]').click()
    assert ja.clipboard() == ja.letter()


def test_r46_each_item_of_the_form_is_copied_on_its_own(case: CaseText) -> None:
    """For every edition, each item that is typed has a button that copies what goes in, and says which it was."""
    guide = case.guide
    for edition in some_of(guide.editions.values(), 2):
        answers = complete(guide, {"edition": edition.id})
        case.fill_in(answers)
        shown = case.page.locator(f'[data-edition="{edition.id}"] [data-form-item]')
        assert [row.get_attribute("data-form-item") for row in shown.all()] == [item.item for item in edition.items]
        for item, row in zip(edition.items, shown.all(), strict=True):
            if item.control == "select":
                assert row.locator('[data-action="copy"]').count() == 0
                continue
            case.put_on_clipboard("before")
            row.locator('[data-action="copy"]').click()
            if item.fill == "letter":
                wanted, told = case.letter(), str(case.words["copied-request"])
            else:
                wanted = answers[str(item.fill)]
                told = str(row.locator(".mg-item-label").text_content()).strip()
            case.wait_for_status(told)
            assert case.clipboard() == wanted, item.item


def test_r46_empty_item_copies_nothing_and_says_so(case: CaseText) -> None:
    """An item whose answer is missing leaves the clipboard alone and names what is missing."""
    case.put_on_clipboard("before")
    row = case.page.locator('[data-edition]:visible [data-form-item="form-email"]')
    row.locator('[data-action="copy"]').click()
    assert case.clipboard() == "before"
    label = str(row.locator(".mg-item-label").text_content()).strip()
    case.wait_for_status(case.words["item-missing"].replace("{label}", label))


def test_r46_what_the_form_has_no_item_for_is_named(case: CaseText) -> None:
    """What was answered and has no item of its own in this edition is said to stand in the letter."""
    case.fill_in(complete(case.guide))
    told = case.page.locator("[data-edition]:visible [data-in-letter]").inner_text()
    labels = case.guide.languages[case.code].fields
    for name in ("full-name", "former-company", "source-candidate-id", "destination-candidate-id"):
        assert labels[name].label in told
    assert labels["contact-email"].label not in told


def test_r47_file_is_plain_text_for_every_system(open_case_text: OpenCaseText) -> None:
    """UTF-8 without a mark, CRLF, a line end at the end, a name in ASCII with the letter and the day."""
    ja = open_case_text("ja", clock=True, timezone_id="Asia/Tokyo")
    ja.page.clock.set_fixed_time(datetime.datetime(2026, 11, 22, 3, 0, tzinfo=datetime.UTC))
    for letter in ja.guide.letters:
        ja.fill_in(complete(ja.guide, {"letter": letter, "letter-language": "ja"}))
        saved = ja.download()
        content = saved.path().read_bytes()
        assert not content.startswith(b"\xef\xbb\xbf")
        assert content.endswith(b"\r\n")
        assert b"\n" not in content.replace(b"\r\n", b"")
        assert b"\r" not in content.replace(b"\r\n", b"")
        assert content.decode("utf-8").replace("\r\n", "\n") == ja.letter() + "\n"
        assert saved.suggested_filename.isascii()
        assert re.fullmatch(rf"[a-z-]*{letter}-2026-11-22\.txt", saved.suggested_filename)


def test_r47_files_address_lives_long_enough_for_safari(open_case_text: OpenCaseText) -> None:
    """The file's temporary address is given back, but not within the first 40 seconds."""
    ja = open_case_text("ja", clock=True)
    ja.fill_in(complete(ja.guide))
    ja.page.evaluate(
        "() => { window.revoked = []; URL.revokeObjectURL = (address) => { window.revoked.push(address) } }"
    )
    ja.download()
    ja.page.clock.run_for(40_000)
    assert ja.page.evaluate("window.revoked.length") == 0
    ja.page.clock.run_for(60_000)
    assert ja.page.evaluate("window.revoked.length") == 1


def test_r48_there_is_no_mailto(look: CaseText) -> None:
    """Left out by choice: the first letter goes into a form, the later ones answer a mail, and mailto: starts a
    new one.
    """
    assert look.page.locator("case-generator [href^='mailto:']").count() == 0
    reply = look.page.locator('[data-companion="reply"]')
    assert re.search({"ja": "返信", "en": "Reply"}[look.code], str(reply.text_content()))


PAPERS = ("A4", "Letter")


def test_r49_paper_holds_the_letter_and_nothing_else(case: CaseText) -> None:
    """Each letter with all that can be in it comes out on one sheet, every line of it, without form and header."""
    wrong = []
    for letter, paper in some_of(itertools.product(case.guide.letters, PAPERS), 3):
        case.fill_in(complete(case.guide, {"letter": letter}))
        case.page.locator('[data-toggle="gloss"]').uncheck()
        printed = sheets(case.page, paper)
        assert comparable("".join(printed)) == comparable(case.letter()), letter
        if len(printed) != 1:
            wrong.append((letter, paper, len(printed)))
    assert wrong == []


def test_r49_translation_is_printed_only_if_it_is_shown(case: CaseText) -> None:
    """With the translation switched on it is on paper as well."""
    for letter in some_of(case.guide.letters, 2):
        case.fill_in(complete(case.guide, {"letter": letter}))
        case.page.locator('[data-toggle="gloss"]').check()
        printed = "".join(sheets(case.page))
        glosses = [line for text in case.page.locator("[data-gloss]").all_inner_texts() for line in text.splitlines()]
        assert missing_lines([*case.letter().splitlines(), *glosses], printed) == []


def test_r49_letter_with_its_translation_fits_one_sheet(ja: CaseText) -> None:
    """The letter and its translation share one sheet, too."""
    wrong = []
    for letter, paper in some_of(itertools.product(ja.guide.letters, PAPERS), 3):
        ja.fill_in(complete(ja.guide, {"letter": letter}))
        ja.page.locator('[data-toggle="gloss"]').check()
        pages = len(sheets(ja.page, paper))
        if pages != 1:
            wrong.append((letter, paper, pages))
    assert wrong == []


def test_r49_print_button_opens_the_browsers_dialogue(ja: CaseText) -> None:
    """The button prints once the letter is complete."""
    ja.fill_in(complete(ja.guide))
    ja.page.evaluate("() => { window.printed = 0; window.print = () => { window.printed += 1 } }")
    ja.press("print")
    assert ja.page.evaluate("window.printed") == 1


def test_r49_dark_palette_does_not_reach_the_paper(open_case_text: OpenCaseText) -> None:
    """Printed from the dark palette, the letter is dark on the paper's white."""
    ja = open_case_text("ja", color_scheme="dark")
    ja.fill_in(complete(ja.guide))
    ja.page.emulate_media(media="print")
    ink = "(paragraph) => getComputedStyle(paragraph).color.match(/[0-9.]+/g).slice(0, 3).map(Number)"
    for selector in ("[data-letter-paragraph]", ".mg-own"):
        assert max(ja.sheet.locator(selector).first.evaluate(ink)) < 110, selector


def test_r50_calendar_entry_holds_nothing_personal(case: CaseText) -> None:
    """The reminder is a day in the calendar, with none of the answers in it."""
    answers = complete(case.guide, {"situation": "name-differs", "edition": "2022-02"})
    case.fill_in(answers)
    saved = case.download("reminder")
    content = saved.path().read_bytes()
    assert saved.suggested_filename.endswith(".ics")
    text = content.decode("utf-8")
    typed = [value for name, value in answers.items() if name in case.guide.fields and len(value) > 4]
    choices = {field.id for field in case.guide.fields.values() if field.kind == "choice"}
    assert [value for name, value in answers.items() if value in typed and name not in choices and value in text] == []
    assert "http" not in text
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))
    assert b"\n" not in content.replace(b"\r\n", b"")
    unfolded = text.replace("\r\n ", "")
    assert re.match(r"BEGIN:VCALENDAR\r\nVERSION:2\.0\r\n", unfolded)
    assert unfolded.endswith("END:VEVENT\r\nEND:VCALENDAR\r\n")
    assert f"SUMMARY:{case.words['reminder-title']}\r\n" in unfolded.replace("\\,", ",").replace("\\;", ";")


def test_r50_calendar_reads_the_reminder_and_rings(open_case_text: OpenCaseText, code: str) -> None:
    """A calendar's own parser finds one event for the whole day, with an alarm in that day's morning."""
    case = open_case_text(code, clock=True, timezone_id="Asia/Tokyo")
    now = datetime.datetime(2026, 11, 24, 23, 0, tzinfo=datetime.UTC)
    case.page.clock.set_fixed_time(now)
    calendar = Calendar.from_ical(case.saved_bytes("reminder"))
    (event,) = calendar.walk("VEVENT")
    day = datetime.date(2026, 11, 25) + datetime.timedelta(days=case.guide.letters_file.remind_after_days)
    assert (event.decoded("DTSTART"), event.decoded("DTEND")) == (day, day + datetime.timedelta(days=1))
    assert event.decoded("DTSTAMP") == now
    assert (str(event["SUMMARY"]), str(event["DESCRIPTION"])) == (
        case.words["reminder-title"],
        case.words["reminder-text"],
    )
    assert event["TRANSP"] == "TRANSPARENT"
    (alarm,) = event.walk("VALARM")
    assert alarm["ACTION"] == "DISPLAY"
    assert str(alarm["DESCRIPTION"]) == case.words["reminder-title"]
    assert alarm.decoded("TRIGGER") == datetime.timedelta(hours=9)
    assert calendar["VERSION"] == "2.0"


@pytest.mark.some(1)
@pytest.mark.parametrize("origin", ["http", "file"])
def test_r50_each_reminder_is_an_entry_of_its_own(
    browser: Browser, guide: Guide, site_address: str, built_site: Path, origin: str
) -> None:
    """Whoever saves a reminder, and however often: no two have the same UID, from a disk neither."""
    uids = set()
    for _ in range(2):
        context = browser.new_context()
        site = site_address if origin == "http" else f"{built_site.as_uri()}/"
        ja = CaseText(context.new_page(), guide, "ja", site)
        ja.open("" if origin == "http" else "index.html")
        for _ in range(3):
            (event,) = Calendar.from_ical(ja.saved_bytes("reminder")).walk("VEVENT")
            uids.add(str(event["UID"]))
        context.close()
    assert len(uids) == 6
    assert all(re.fullmatch(r"[0-9a-f]{32}", uid) for uid in uids)


def test_r50_lines_are_folded_by_octets(case: CaseText) -> None:
    """Lines are as long as RFC 5545 allows, no longer, and no character is cut; each ends with CRLF."""
    content = case.saved_bytes("reminder")
    lines = content.removesuffix(b"\r\n").split(b"\r\n")
    assert b"\n" not in b"".join(lines)
    assert max(len(line) for line in lines) <= 75
    assert [line for line in lines if line != line.decode("utf-8").encode("utf-8")] == []
    for line, after in itertools.pairwise(lines):
        if after.startswith(b" "):
            # The next character, of up to four octets, had no room any more.
            assert len(line) + len(after.decode("utf-8")[1].encode("utf-8")) > 75


def test_r50_reminder_falls_on_the_readers_own_day(open_case_text: OpenCaseText) -> None:
    """The data's days from today, where today is the reader's: at eight in the morning in Japan not yesterday's."""
    ja = open_case_text("ja", clock=True, timezone_id="Asia/Tokyo")
    ja.page.clock.set_fixed_time(datetime.datetime(2026, 11, 24, 23, 0, tzinfo=datetime.UTC))
    text = ja.saved_bytes("reminder").decode().replace("\r\n ", "")
    day = datetime.date(2026, 11, 25) + datetime.timedelta(days=ja.guide.letters_file.remind_after_days)
    assert f"DTSTART;VALUE=DATE:{day:%Y%m%d}\r\n" in text
    assert f"DTEND;VALUE=DATE:{day + datetime.timedelta(days=1):%Y%m%d}\r\n" in text


def test_r51_letter_edited_by_hand_is_what_is_taken_away(case: CaseText) -> None:
    """After editing, what is shown, copied and saved is the edited text, and the page says that it is edited."""
    case.fill_in(complete(case.guide))
    case.press("edit")
    assert case.button("edit").get_attribute("aria-pressed") == "true"
    case.add_by_hand(" Dear Sir or Madam,")
    case.press("edit")
    assert case.button("edit").get_attribute("aria-pressed") == "false"
    assert case.page.locator("[data-edited]").is_visible()
    edited = case.letter()
    assert "Dear Sir or Madam," in edited
    assert case.copy() == edited
    assert case.saved_bytes() == (edited + "\n").replace("\n", "\r\n").encode()


def test_r51_answers_do_not_overwrite_what_was_edited(case: CaseText) -> None:
    """A change of answers leaves the edited letter alone; writing it anew asks first, and only yes overwrites."""
    case.fill_in(complete(case.guide))
    case.press("edit")
    case.add_by_hand(" EDITED")
    case.press("edit")
    case.type_into("full-name", "Another Name")
    case.answer("situation", "two-accounts")
    edited = case.letter()
    assert "EDITED" in edited
    assert "Another Name" not in edited

    asked: list[str] = []
    case.page.once("dialog", lambda dialog: _dismiss(dialog, asked))
    case.press("regenerate")
    assert case.letter() == edited
    assert asked == [case.words["regenerate-question"]]
    case.page.once("dialog", lambda dialog: dialog.accept())
    case.press("regenerate")
    assert case.letter() == case.expected_letter()
    assert "Another Name" in case.letter()
    assert case.page.locator("[data-edited]").is_hidden()


def test_r51_editing_without_a_change_costs_nothing(ja: CaseText) -> None:
    """Who looks at the letter in editing and changes nothing goes on as before."""
    ja.fill_in(barely_enough(ja.guide))
    ja.press("edit")
    ja.press("edit")
    assert ja.page.locator("[data-edited]").is_hidden()
    ja.type_into("full-name", "Another Name")
    assert ja.letter() == ja.expected_letter()


def test_r51_lines_broken_by_hand_stay_broken(ja: CaseText) -> None:
    """Enter within the letter makes a line end that is copied and saved."""
    ja.fill_in(barely_enough(ja.guide))
    ja.press("edit")
    ja.sheet.locator("[data-letter-paragraph]").first.focus()
    ja.page.keyboard.press("End")
    ja.page.keyboard.press("Enter")
    ja.page.keyboard.type("second line")
    ja.press("edit")
    assert ja.copy().startswith(f"{ja.expected_letter().splitlines()[0]}\nsecond line\n\n")


def _dismiss(dialog: Dialog, asked: list[str]) -> None:
    asked.append(dialog.message)
    dialog.dismiss()
