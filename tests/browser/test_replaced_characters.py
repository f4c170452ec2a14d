"""Characters that AWS may not read: the page proposes what the package does, and offers it first.

Promise: no letter is merely taken out, no reading of a kanji or a kana is guessed at, and where nothing can take a
character's place the first button leads to where it stands.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from answers_from_data import complete
from case_text import CaseText
from modules import run_modules

from mergeguide.letters.transliteration import replacements
from replaced_characters import replaced_characters
from turns import some_of

MODULES = ("letters/transliteration",)
PROPOSALS = "return given.map((text) => modules.replacement(guide, text));"
CHUNK = 0x8000


def chunks() -> Iterator[list[str]]:
    """Every code point that can stand in text, or some of them, so many at a time."""
    for start in range(0, 0x110000, CHUNK):
        numbers = some_of(range(start, start + CHUNK), 41)
        yield [chr(number) for number in numbers if not 0xD800 <= number <= 0xDFFF]


def test_the_page_proposes_what_the_table_says(untouched: dict[str, CaseText]) -> None:
    """Each member of the table, by the page's own modules."""
    en, table = untouched["en"], replaced_characters()
    got = run_modules(en.page, en.site, MODULES, PROPOSALS, [entry.character for entry in table])
    assert got == [entry.becomes for entry in table]


def test_page_and_package_propose_the_same_for_every_code_point(untouched: dict[str, CaseText]) -> None:
    """Assigned or not, alone, with a mark on it and as a phone writes signs that are emoji too."""
    en = untouched["en"]
    known = replacements(en.guide.warnings)
    for chunk in chunks():
        for texts in (chunk, *([f"{character}{after}" for character in chunk] for after in "\u0301\ufe0f")):
            got = run_modules(en.page, en.site, MODULES, PROPOSALS, texts)
            differing = [
                (text, theirs, known.replacement(text))
                for text, theirs in zip(texts, got, strict=True)
                if theirs != known.replacement(text)
            ]
            assert differing == []


SCRIPTS = """
const guessed = /[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}\\p{Emoji_Presentation}]/u;
const wrong = [];
for (let number = 0x80; number < 0x110000; number += 1) {
  const character = String.fromCodePoint(number);
  if (guessed.test(character) && modules.replacement(guide, character)) wrong.push(character);
}
return wrong;
"""


def test_no_han_kana_hangul_or_emoji_is_transliterated(untouched: dict[str, CaseText]) -> None:
    """By the browser's own knowledge of scripts; the two that only look like kana are of no script."""
    en = untouched["en"]
    assert run_modules(en.page, en.site, MODULES, SCRIPTS, None) == []


def _rows(case: CaseText) -> list[list[str]]:
    rows = case.characters.locator("li").all()
    return [row.locator("button").all_inner_texts() for row in rows]


def _proposing(case: CaseText, answers: dict[str, str]) -> list[list[str]]:
    case.fill_in(complete(case.guide, answers))
    assert case.copy() == "before"
    return _rows(case)


def _ends(rows: list[list[str]]) -> list[list[str]]:
    """The first and the last button of each row: what is proposed, and leaving it."""
    return [[row[0], row[-1]] for row in rows]


def _go_or_accept(case: CaseText) -> list[str]:
    return [case.words["character-go"], case.words["character-accept"]]


def _replace(case: CaseText, ascii_text: str) -> str:
    return str(case.words["character-replace"]).replace("{ascii}", ascii_text)


def test_a_polish_letter_is_replaced_by_what_it_is(case: CaseText) -> None:
    """The first button of its row mends it, the second leaves it."""
    assert _proposing(case, {"full-name": "Łukasz Example"}) == [[_replace(case, "L"), case.words["character-accept"]]]
    case.characters.locator("li button").first.click()
    assert case.value("full-name") == "Lukasz Example"
    assert "Lukasz Example" in case.copy()


@pytest.mark.some(3)
@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("CLF‑C02", "CLF-C02"),
        ("Groß & Søn", "Gross & Son"),
        ("Cafe\u0301 Ma\u0308rz", "Cafe Marz"),
        ("O´Brien", "O'Brien"),
        ("5′ or 6″", "5' or 6\""),
        ("€5, £6, ¥7", "EUR5, GBP6, JPY7"),
        ("a\u200bb\u00adc\ufeffd", "abcd"),
        ("x–y—z", "x-y-z"),
        ("「AWS」→ok…", '"AWS"->ok...'),
        ("$& Ł $1", "$& L $1"),
    ],
)
def test_first_buttons_give_a_letter_in_ascii(case: CaseText, typed: str, wanted: str) -> None:
    """Whatever stands in the notes, the first buttons one after the other make ASCII of it and lose nothing."""
    assert _proposing(case, {"notes": f"x {typed} x"})
    while case.characters.is_visible():
        case.characters.locator("li button").first.click()
    letter = case.copy()
    assert letter.isascii()
    assert f"x {wanted} x" in letter


@pytest.mark.some(3)
@pytest.mark.parametrize("character", [*"佐々あヤ가😀㈱ｱ", "か\u3099"])
def test_where_nothing_can_be_proposed_the_first_button_leads_to_the_field(case: CaseText, character: str) -> None:
    """The field has the focus then, and the character is what is selected in it."""
    assert _ends(_proposing(case, {"notes": f"x {character} x"})) == [_go_or_accept(case)]
    case.characters.locator("li button").first.click()
    assert case.focused() == "mg-notes"
    control = case.control("notes")
    assert control.evaluate("(it) => it.value.slice(it.selectionStart, it.selectionEnd)") == character
    assert control.evaluate(
        "(it) => { const at = it.getBoundingClientRect();"
        " return document.elementFromPoint(at.x + at.width / 2, at.y + at.height / 2) === it }"
    )
    case.page.keyboard.insert_text("Sato")
    assert case.characters.is_hidden()
    assert "x Sato x" in case.copy()


def test_mark_that_stands_alone_is_led_to_as_well(case: CaseText) -> None:
    """Nothing is proposed for it, and it is not hidden behind the bracket before it."""
    assert _ends(_proposing(case, {"notes": "x \u0301 x"})) == [_go_or_accept(case)]
    assert "\u25cc\u0301" in case.characters.inner_text()
    case.characters.locator("li button").first.click()
    assert case.focused() == "mg-notes"


def test_long_vowel_mark_is_kana_after_kana_and_a_hyphen_elsewhere(case: CaseText) -> None:
    """In one answer both: the hyphen is proposed for the one between digits alone."""
    rows = _proposing(case, {"notes": "x 3ーーーー4 サーーバ x"})
    assert _ends(rows) == [[_replace(case, "-"), case.words["character-accept"]], _go_or_accept(case)]
    case.characters.locator("li button").first.click()
    assert case.value("notes") == "x 3----4 サーーバ x"
    assert _ends(_rows(case)) == [_go_or_accept(case)]
    assert "サーーバ" in case.characters.locator("li").inner_text()


def test_letter_edited_by_hand_is_led_to_its_character(case: CaseText) -> None:
    """Finished editing or not, the first button leads into the letter, where the character is selected."""
    case.fill_in(complete(case.guide))
    case.press("edit")
    case.add_by_hand(" Ł 佐 x")
    case.press("edit")
    assert case.copy() == "before"
    letter, accept = case.words["character-go-letter"], case.words["character-accept"]
    assert _rows(case) == [[_replace(case, "L"), accept], [letter, accept]]
    case.characters.locator("li button").first.click()
    assert _rows(case) == [[letter, accept]]
    case.characters.locator("li button").first.click()
    assert case.page.evaluate("document.activeElement.hasAttribute('data-letter-paragraph')")
    assert case.page.evaluate("getSelection().toString()") == "佐"
    case.page.keyboard.insert_text("Sa")
    assert case.characters.is_hidden()
    assert " L Sa x" in case.copy()


def test_the_list_follows_what_is_written_but_keeps_its_buttons(en: CaseText) -> None:
    """A row stays the same element while nothing about it changes, so that nobody loses her place."""
    _proposing(en, {"notes": "佐"})
    en.page.evaluate("() => { window.row = document.querySelector('[data-characters] li') }")
    en.type_into("former-company", "Example")
    assert en.page.evaluate("document.querySelector('[data-characters] li') === window.row")
    en.type_into("notes", "佐 Ł")
    assert en.characters.locator("li").count() == 2
    en.type_into("notes", "Sato")
    assert en.characters.is_hidden()
