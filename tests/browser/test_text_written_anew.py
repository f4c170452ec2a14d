"""Text in an English letter that only a person can write anew: found once for each answer, with all ways out of it.

Promise: a sentence in Japanese is one line, its buttons lead to the field, to ready sentences, to a letter in Japanese;
a company's name is rewritten only as the reader confirms, and never where it is in kanji or kana.
"""

from __future__ import annotations

import pytest
from answers_from_data import complete
from case_text import CaseText
from modules import run_modules

from company_names import REWRITTEN
from mergeguide.i18n import fill

SENTENCE = "先月も同じ依頼をしましたが、まだ返信がありません。"
MODULES = ("letters/suggestions",)
REWRITING = "return given.map((name) => modules.suggestionFor(guide, 'former-company', name).rewritten);"


def asked_about(case: CaseText, answers: dict[str, str]) -> list[list[str]]:
    """The buttons of each line that is shown when the letter is copied."""
    case.fill_in(complete(case.guide, answers))
    assert case.copy() == "before"
    return [row.locator("button").all_inner_texts() for row in case.characters.locator("li").all()]


def press(case: CaseText, text: str) -> None:
    """Press a button of the list by its words."""
    case.characters.get_by_role("button", name=text, exact=True).click()


def replacing(case: CaseText, ascii_text: str) -> str:
    """The button that puts some text in a place."""
    shown = case.words["character-space"] if ascii_text == " " else ascii_text
    return fill(str(case.words["character-replace"]), {"ascii": shown})


def opening(case: CaseText) -> str:
    """The button that leads to the ready sentences."""
    title = case.guide.languages[case.code].groups["statements"].title
    return fill(str(case.words["text-opens"]), {"group": title})


def writing(case: CaseText) -> str:
    """The button that makes the letter one in Japanese."""
    language = case.guide.languages[case.code].character_languages["ja"]
    return fill(str(case.words["text-letter-language"]), {"language": language})


def contains_japanese(case: CaseText, field: str) -> str:
    """The line's words."""
    words = case.guide.languages[case.code]
    slots = {"label": words.fields[field].label, "language": words.character_languages["ja"]}
    return fill(str(case.words["text"]), slots)


def test_a_sentence_in_the_notes_is_one_line_with_all_ways_out(case: CaseText) -> None:
    """Not a line for each character: what is wrong, how it begins, and four buttons."""
    go, accept = case.words["character-go"], case.words["character-accept"]
    assert asked_about(case, {"notes": SENTENCE}) == [[go, opening(case), writing(case), accept]]
    row = case.characters.locator("li")
    assert row.locator("span").first.inner_text() == contains_japanese(case, "notes")
    assert row.locator("[translate=no]").inner_text() == SENTENCE
    assert case.guide.languages[case.code].suggestions["ready-sentence"] in row.inner_text()
    assert case.characters.get_by_role("button").count() == 4


def test_long_text_is_shown_as_it_begins(en: CaseText) -> None:
    """From the word that is not English on, as much as is enough to find it."""
    asked_about(en, {"notes": f"Please look at AWSからの{SENTENCE * 9}"})
    shown = en.characters.locator("li [translate=no]").inner_text()
    assert shown == f"AWSからの{SENTENCE}"[:30] + "…"


def test_each_field_has_a_line_of_its_own(case: CaseText) -> None:
    """Two fields with Japanese are two lines, in the letter's order; only the notes lead to ready sentences."""
    go, accept = case.words["character-go"], case.words["character-accept"]
    rows = asked_about(case, {"reason": "会社を辞めたため。", "notes": SENTENCE})
    assert rows == [[go, writing(case), accept], [go, opening(case), writing(case), accept]]
    said = case.characters.locator("li > span").all_inner_texts()
    assert said == [contains_japanese(case, "reason"), contains_japanese(case, "notes")]


@pytest.mark.some(4)
@pytest.mark.parametrize(
    ("notes", "mended"),
    [
        ("2026年3月に「AWS」から…と言われました。（山田）", []),
        ("「AWS Certified Solutions Architect」の認定が表示されません。", []),
        ("はい、 そうです 。 A→Bに変えました", []),
        ("先月も依頼しました。　返信がありません。\n\nお願いします。", []),
        ("한국어 메일", []),
        ("😀 thanks 👍🏽", []),
        ("😀 ありがとう ☆ 山", []),
        ("Łukasz から", ["L"]),
        ("“Zürich” 山 and a　b", ['"', "u", '"', " "]),
        ("3ー4 山", ["-"]),
        ("A→B, C、D 山", ["->"]),
    ],
)
def test_what_belongs_to_the_text_is_no_line_of_its_own(en: CaseText, notes: str, mended: list[str]) -> None:
    """Punctuation of a sentence goes with it; letters and signs that stand apart keep what can take their place."""
    rows = asked_about(en, {"notes": notes})
    proposed = [row[0] for row in rows]
    assert proposed.count(en.words["character-go"]) == 1
    others = [text for text in proposed if text != en.words["character-go"]]
    assert others == [replacing(en, text) for text in mended]


def test_other_writings_are_named_and_nothing_is_offered_that_does_not_help(case: CaseText) -> None:
    """No letter can be in them: the line says what they are, and offers no other language."""
    go, accept = case.words["character-go"], case.words["character-accept"]
    kinds = case.guide.languages[case.code].character_kinds
    for notes, kind in (("한국어", "hangul"), ("😀", "emoji"), ("ไทย", "other")):
        assert asked_about(case, {"notes": notes}) == [[go, opening(case), accept]], notes
        assert kinds[kind] in case.characters.locator("li > span").inner_text()


def test_going_to_the_field_selects_the_sentence_and_no_other_words(case: CaseText) -> None:
    """What she types takes its place; the English before and behind it stays."""
    asked_about(case, {"notes": f"Please hurry. {SENTENCE} Thanks, 山"})
    press(case, case.words["character-go"])
    assert case.focused() == "mg-notes"
    selected = case.control("notes").evaluate("(it) => it.value.slice(it.selectionStart, it.selectionEnd)")
    assert selected == SENTENCE


def test_ready_sentences_are_opened_in_view_with_the_focus(case: CaseText) -> None:
    """The first of their parts that fits the letter, open, and its title below the header."""
    asked_about(case, {"notes": SENTENCE})
    press(case, opening(case))
    group = case.page.locator('[data-part="statements"]')
    assert case.page.evaluate("document.activeElement.matches('[data-part=\"statements\"] details[open] summary')")
    hidden, middle = case.page.evaluate("[document.querySelector('.md-header').offsetHeight, innerHeight / 2]")
    assert hidden <= group.locator("p").first.evaluate("(title) => title.getBoundingClientRect().top") <= middle
    group.locator("input[type=checkbox]:visible").first.check()
    case.type_into("notes", "")
    assert case.characters.is_hidden()
    assert case.copy().isascii()


def test_no_ready_sentences_are_offered_where_a_letter_has_none(case: CaseText) -> None:
    """The letter that confirms takes notes, but no ready sentence."""
    go, accept = case.words["character-go"], case.words["character-accept"]
    assert asked_about(case, {"letter": "confirm", "notes": SENTENCE}) == [[go, writing(case), accept]]


def test_letter_in_japanese_takes_the_sentence_as_it_is(case: CaseText) -> None:
    """One press: the letter's language changes, the focus is where it can be changed back, nothing is asked."""
    asked_about(case, {"notes": SENTENCE, "former-company": "株式会社例"})
    case.characters.get_by_role("button", name=writing(case), exact=True).last.click()
    assert case.option("letter-language", "ja").is_checked()
    assert case.focused() == "mg-letter-language-ja"
    assert case.characters.is_hidden()
    letter = case.copy()
    assert SENTENCE in letter
    assert letter == case.expected_letter()


def test_sentence_that_is_left_is_not_asked_about_again_until_it_changes(case: CaseText) -> None:
    """Its punctuation is left with it; what is written afterwards is asked about alone."""
    asked_about(case, {"notes": SENTENCE})
    press(case, case.words["character-accept"])
    assert case.characters.is_hidden()
    assert case.focused() == "copy"
    assert SENTENCE in case.copy()
    case.type_into("notes", f"{SENTENCE} 川")
    assert case.copy() == "before"
    assert case.characters.locator("li [translate=no]").inner_text() == "川"


def test_company_in_kanji_gets_a_suggestion_and_no_name(case: CaseText) -> None:
    """Her company's English name is hers to know."""
    go, accept = case.words["character-go"], case.words["character-accept"]
    assert asked_about(case, {"former-company": "株式会社例"}) == [[go, writing(case), accept]]
    row = case.characters.locator("li")
    assert row.locator("span").first.inner_text() == contains_japanese(case, "former-company")
    assert case.guide.languages[case.code].suggestions["company-name"] in row.inner_text()
    press(case, go)
    assert case.focused() == "mg-former-company"


def test_company_in_latin_letters_is_rewritten_as_she_confirms(case: CaseText) -> None:
    """Nothing is rewritten before; the second of the two is as good as the first."""
    go, accept = case.words["character-go"], case.words["character-accept"]
    rewriting = [replacing(case, "Example K.K."), replacing(case, "Example Inc.")]
    assert asked_about(case, {"former-company": "株式会社Example"}) == [[*rewriting, go, writing(case), accept]]
    assert case.value("former-company") == "株式会社Example"
    press(case, rewriting[1])
    assert case.value("former-company") == "Example Inc."
    assert case.characters.is_hidden()
    assert case.focused() == "copy"
    assert "Example Inc." in case.copy()


def test_page_rewrites_companies_as_the_data_says(untouched: dict[str, CaseText]) -> None:
    """Each name of the table, by the page's own modules."""
    en = untouched["en"]
    assert run_modules(en.page, en.site, MODULES, REWRITING, [*REWRITTEN]) == [*REWRITTEN.values()]


def test_several_replacements_can_be_made_at_once(case: CaseText) -> None:
    """One press takes all that is proposed; the text that has to be written anew stays, and so does its line."""
    rows = asked_about(case, {"full-name": "Yūko Ōno", "notes": f"“x” – y {SENTENCE}"})
    mendable = [row for row in rows if row[0] != case.words["character-go"]]
    assert len(mendable) == 5
    press(case, fill(str(case.words["characters-mend-all"]), {"count": "5"}))
    assert case.value("full-name") == "Yuko Ono"
    assert case.value("notes") == f'"x" - y {SENTENCE}'
    assert case.characters.locator("li").count() == 1
    assert case.button("mend-all").is_hidden()
    assert case.page.evaluate("document.activeElement.hasAttribute('data-characters')")


def test_one_replacement_needs_no_button_for_all(case: CaseText) -> None:
    asked_about(case, {"full-name": "Łukasz Example", "notes": SENTENCE})
    assert case.button("mend-all").is_hidden()


def test_letter_edited_by_hand_has_one_line_and_no_other_language(case: CaseText) -> None:
    """In Japanese it would be another letter than the one that she wrote."""
    case.fill_in(complete(case.guide))
    case.press("edit")
    case.add_by_hand(f" {SENTENCE} Ō ā")
    assert case.copy() == "before"
    rows = [row.locator("button").all_inner_texts() for row in case.characters.locator("li").all()]
    letter, accept = case.words["character-go-letter"], case.words["character-accept"]
    assert rows == [[letter, accept], [replacing(case, "O"), accept], [replacing(case, "a"), accept]]
    assert case.characters.locator("li [translate=no]").inner_text().startswith(SENTENCE[:10])
    press(case, fill(str(case.words["characters-mend-all"]), {"count": "2"}))
    press(case, letter)
    assert case.page.evaluate("getSelection().toString()") == SENTENCE
    case.page.keyboard.insert_text("I asked before.")
    assert case.characters.is_hidden()
    assert "I asked before. O a" in case.copy()
