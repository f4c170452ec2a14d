"""Requirements 29 to 35: input as Japanese people type it."""

from __future__ import annotations

import re

from answers_from_data import Answers, barely_enough, complete
from case_text import CaseText
from modules import run_modules
from playwright.sync_api import expect
from typing_japanese import input_method

from japanese_characters import full_width, jis_x_0208
from mergeguide.data.guide import Guide
from mergeguide.letters.normalization import repaired
from mergeguide.letters.transliteration import replacements
from mergeguide.schema.fields import Field
from turns import some_of

COMPOSED = (("full-name", "ｔａ"), ("contact-email", "ｔａ"), ("source-candidate-id", "ａｗｓ０"), ("notes", "かな"))
"""A field of each kind that is typed into, and what an input method shows in it before it is settled."""


def test_r29_nothing_changes_while_text_is_being_converted(case: CaseText) -> None:
    """While an input method is at work the field holds what it shows, and nothing else on the page moves."""
    with input_method(case.page) as method:
        letter = case.letter()
        for name, shown in COMPOSED:
            case.control(name).focus()
            for end in range(1, len(shown) + 1):
                method.compose(shown[:end])
                assert case.value(name) == shown[:end]
                assert case.letter() == letter
                assert case.aside(name).inner_text() == ""
            method.settle(shown)
            assert case.value(name) == shown
            letter = case.letter()
            assert letter == case.expected_letter()


def test_r29_settled_text_is_repaired_on_leaving_and_not_before(ja: CaseText) -> None:
    """A conversion that is settled stays as it is until the field is left."""
    with input_method(ja.page) as method:
        ja.control("full-name").focus()
        method.compose("Ｈａｎａｋｏ")
        method.settle("Ｈａｎａｋｏ")
        assert ja.value("full-name") == "Ｈａｎａｋｏ"
        assert ja.aside("full-name").inner_text() == ""
        ja.page.keyboard.press("Tab")
        assert ja.value("full-name") == "Hanako"


def test_r30_answers_are_repaired_for_the_letter_before_the_field_is_left(ja: CaseText) -> None:
    """The letter shows what will be sent, half-width, even while the field still has the focus."""
    ja.fill_in(barely_enough(ja.guide))
    ja.control("full-name").focus()
    ja.control("full-name").select_text()
    ja.page.keyboard.insert_text("Ｈａｎａｋｏ\u3000Ｙａｍａｄａ")
    assert ja.value("full-name") == "Ｈａｎａｋｏ\u3000Ｙａｍａｄａ"
    assert ja.letter().splitlines()[-1] == "Hanako Yamada"


def test_r30_fields_repair_all_of_jis_x_0208_as_the_command_line_does(ja: CaseText) -> None:
    """Every Japanese character, typed into a field of each format, becomes what the command line makes of it."""
    guide = ja.guide
    ja.fill_in(complete(guide, {"edition": "2022-02"}))
    typed = jis_x_0208()
    assert len(typed) == 6879
    for field in some_of(_one_of_each_format(guide), 2):
        ja.type_into(field.id, typed)
        wanted = repaired(typed, guide.formats[str(field.format)], guide.formats_file.look_alikes)
        assert ja.value(field.id) == wanted, field.format


def _one_of_each_format(guide: Guide) -> list[Field]:
    """A field for each format; not those that the browser itself converts while it is typed into."""
    found: dict[str, Field] = {}
    for field in guide.fields.values():
        if field.format not in (None, "email", "date") and "request" in (field.letters or guide.letters):
            found.setdefault(field.format, field)
    return list(found.values())


def test_r30_each_character_is_repaired_alike_in_every_format(untouched: dict[str, CaseText]) -> None:
    """Each character of JIS X 0208 alone and between letters: browser and command line agree in every format."""
    ja = untouched["ja"]
    guide = ja.guide
    texts = [
        text for character in some_of(jis_x_0208(), 5) for text in (character, f"a{character}1", f" {character} x")
    ]
    body = """
    const { formats, characters } = guide;
    return Object.fromEntries(Object.entries(formats).map(([id, format]) =>
      [id, given.map((text) => modules.repaired(text, format, characters))]));
    """
    got = run_modules(ja.page, ja.site, ("letters/normalization",), body, texts)
    assert got.keys() == guide.formats.keys()
    for name, form in guide.formats.items():
        wanted = [repaired(text, form, guide.formats_file.look_alikes) for text in texts]
        assert [pair for pair in zip(got[name], wanted, strict=True) if pair[0] != pair[1]] == [], name


def test_r30_look_alikes_become_what_was_meant(ja: CaseText) -> None:
    """In addresses and IDs minus, dashes and the long-vowel mark become hyphens, the Japanese full stop a dot."""
    for sign in "−‐–—ー―－":
        ja.type_into("contact-email", f"hana{sign}ko＠example。co．jp")
        assert ja.value("contact-email") == "hana-ko@example.co.jp"


def test_r31_caret_is_never_set_in_address_fields(ja: CaseText) -> None:
    """No code sets the caret, which browsers forbid in fields for addresses; repairing one throws nothing."""
    ja.page.evaluate(
        """() => {
          window.carets = [];
          for (const name of ['setSelectionRange', 'setRangeText']) {
            const real = HTMLInputElement.prototype[name];
            HTMLInputElement.prototype[name] = function (...values) {
              window.carets.push(this.name);
              return real.apply(this, values);
            };
          }
        }"""
    )
    for name in ("contact-email", "full-name", "source-candidate-id"):
        ja.control(name).focus()
        ja.page.keyboard.insert_text("ａｂ＠ｃ．ｄ")
        ja.control(name).blur()
        ja.aside(name).locator("button").click()
    assert ja.page.evaluate("window.carets") == []
    assert ja.said == []


def test_r32_enter_that_settles_a_conversion_does_nothing_else(ja: CaseText) -> None:
    """The Enter key that ends a conversion presses no button, sends no form and judges nothing."""
    with input_method(ja.page) as method:
        ja.page.evaluate("() => { window.stayed = true }")
        ja.put_on_clipboard("before")
        for name, shown in COMPOSED:
            ja.control(name).focus()
            method.compose(shown)
            method.press_enter()
            method.settle(shown)
            assert ja.focused() == f"mg-{name}"
        assert ja.clipboard() == "before"
        assert ja.summary.is_hidden()
        assert ja.page.evaluate("window.stayed") is True


def test_r32_enter_in_a_field_does_not_send_the_form(ja: CaseText) -> None:
    """A plain Enter in a one-line field does nothing: no reload, no copy, no judgement."""
    ja.page.evaluate("() => { window.stayed = true }")
    ja.put_on_clipboard("before")
    for name in ("full-name", "contact-email", "source-candidate-id"):
        ja.control(name).press_sequentially("x")
        ja.page.keyboard.press("Enter")
        assert ja.value(name) != ""
    assert ja.page.evaluate("window.stayed") is True
    assert ja.page.url.endswith("/case-text/")
    assert ja.clipboard() == "before"
    assert ja.summary.is_hidden()


def test_r33_each_character_that_is_not_ascii_is_named_before_copying(case: CaseText) -> None:
    """JIS X 0208 in the notes: copying stops, and each character that can be replaced is listed by number and name."""
    known = replacements(case.guide.warnings)
    replaced = [each for each in jis_x_0208() if not each.isascii() and known.replacement(each) is not None]
    case.fill_in(complete(case.guide, {"notes": f"x {' '.join(replaced)} x"}))
    assert case.copy() == "before"
    listed = case.characters.locator("li > span").all_text_contents()
    numbers = {match[1] for text in listed if (match := re.search(r"U\+([0-9A-F]{4,6})", text))}
    assert numbers == {f"{ord(each):04X}" for each in replaced}
    language = case.guide.languages[case.code]
    names = {*language.characters.values(), *language.character_kinds.values()}
    assert [text for text in listed if not any(name in text for name in names)] == []


def test_r33_all_that_has_to_be_written_anew_is_found_once(case: CaseText) -> None:
    """The whole of JIS X 0208 at once: copying stops, and one line says that there is Japanese."""
    case.fill_in(complete(case.guide, {"notes": f"x{jis_x_0208()}x"}))
    assert case.copy() == "before"
    assert case.characters.locator("li").count() == 1


def test_r33_replacements_are_ascii(untouched: dict[str, CaseText]) -> None:
    """What is offered in a character's place is ASCII; where nothing fits, the character can be taken out."""
    body = "return given.map((character) => modules.replacement(guide, character));"
    offered = run_modules(
        untouched["ja"].page, untouched["ja"].site, ("letters/transliteration",), body, [*jis_x_0208(), *"ōéÅß’“—…"]
    )
    assert [each for each in offered if each is not None and not each.isascii()] == []
    assert sum(each is not None for each in offered) > 90


def test_r33_copied_letter_is_ascii_but_for_what_was_confirmed(case: CaseText) -> None:
    """Each character is replaced, taken out or left by name; what is copied then holds only what was left."""
    case.fill_in(complete(case.guide, {"notes": "Room 3ー4, “Zürich” 山 and a\u3000b", "former-company": "Café"}))
    assert case.copy() == "before"
    rows = case.characters.locator("li")
    for left in range(7, 0, -1):
        assert rows.count() == left
        keep = "山" in rows.first.inner_text()
        (rows.first.locator("button").last if keep else rows.first.locator("button").first).click()
    assert case.characters.is_hidden()
    assert case.focused() == "copy"
    copied = case.copy()
    assert {character for character in copied if not character.isascii()} == {"山"}
    assert 'Room 3-4, "Zurich" 山 and a b' in copied
    assert "Cafe" in copied


def test_r33_confirmed_character_is_not_asked_for_again_but_a_new_one_is(ja: CaseText) -> None:
    """A character that the reader decided to leave stays decided for that answer; others are asked about."""
    ja.fill_in(complete(ja.guide, {"notes": "山"}))
    ja.copy()
    ja.characters.locator("li button").last.click()
    assert "山" in ja.copy()
    ja.type_into("notes", "山 川")
    assert ja.copy() == "before"
    assert ja.characters.locator("li").count() == 1
    assert "川" in ja.characters.locator("li").inner_text()
    assert "山" not in ja.characters.locator("li").inner_text()


def test_r33_letter_edited_by_hand_is_checked_as_well(ja: CaseText) -> None:
    """Characters that come in while editing by hand are asked about before the letter is taken."""
    ja.fill_in(complete(ja.guide))
    ja.press("edit")
    paragraph = ja.sheet.locator("[data-letter-paragraph]").first
    paragraph.focus()
    ja.page.keyboard.press("Control+End")
    ja.page.keyboard.insert_text(" 山ー")
    assert ja.copy() == "before"
    assert ja.characters.is_visible()
    assert "山ー" in ja.characters.locator("li").inner_text()


def test_r33_letter_in_japanese_is_not_asked_about(ja: CaseText) -> None:
    """A letter in Japanese may hold Japanese."""
    ja.fill_in(complete(ja.guide, {"letter-language": "ja", "notes": "よろしくお願いします。"}))
    assert "よろしくお願いします。" in ja.copy()


def test_r34_names_are_never_turned_into_roman_letters(ja: CaseText) -> None:
    """Kana and kanji stay what they are and are asked for in Roman letters: no guess is made for anybody."""
    ja.fill_in(barely_enough(ja.guide))
    for name in ("山田花子", "やまだ はなこ", "ヤマダ ハナコ"):
        ja.type_into("full-name", name)
        assert ja.value("full-name") == name
        assert ja.copy() == "before"
        assert ja.problems() == [ja.message("full-name", "name-in-japanese")]
        assert not re.search("(?i)yamada|hanako ", ja.letter())


def test_r34_company_in_japanese_stays_and_is_asked_about(ja: CaseText) -> None:
    """A company's name in kanji is not rewritten either; the last check asks about it."""
    ja.fill_in(complete(ja.guide, {"former-company": "株式会社 例"}))
    assert ja.value("former-company") == "株式会社 例"
    assert ja.copy() == "before"
    assert ja.characters.locator("li").count() == 1


def test_r35_full_width_input_is_taken_everywhere(ja: CaseText) -> None:
    """Everything that is typed, typed in full width, gives the same letter as in half width."""
    answers: Answers = complete(ja.guide, {"situation": "name-differs", "edition": "2022-02"})
    ja.fill_in(answers)
    wanted = ja.copy()
    assert wanted != "before"
    fields = [field for field in ja.guide.fields.values() if field.kind in ("line", "address-or-state")]
    typed = [field for field in fields if field.id in answers]
    assert len(typed) > 10
    for field in some_of(typed, 2):
        ja.type_into(field.id, full_width(answers[field.id]))
    assert ja.copy() == wanted
    expect(ja.summary).to_be_hidden()


def test_r35_full_width_in_the_notes_is_no_error(ja: CaseText) -> None:
    """Free text keeps its widths and is no error; the last check offers the half-width letters."""
    ja.fill_in(complete(ja.guide, {"notes": "ＡＢＣ１２３"}))
    ja.copy()
    assert ja.problems() == []
    assert ja.characters.locator("li").count() == 6
