"""What the last check of an English letter finds in a text, by the page's own module.

Promise: what ASCII can stand for is found by itself, once for each character; what only a person can write anew is
found once in an answer, with what goes with it; each finding leads to where it stands.
"""

from __future__ import annotations

import pytest
from case_text import CaseText
from modules import run_modules

MODULES = ("letters/characters",)
FINDINGS = """
const [texts, accepted] = given;
return texts.map((text) => modules.findingsIn(guide, text, "notes", new Set(accepted)).map((finding) => {
  const { field, ascii, graphemes, excerpt, language } = finding;
  if (field !== "notes") throw new Error(field);
  const place = text.slice(...modules.placeOf(guide, text, finding));
  const characters = graphemes.map(({ character }) => character);
  if (ascii === null) return [characters, excerpt, language, place];
  return [...characters, ascii, excerpt + language, place, modules.replaceGrapheme(guide, text, graphemes[0], ascii)];
}));
"""


def replaced(character: str, ascii_text: str, text: str) -> list[object]:
    """A character that ASCII can stand for, and the text in which it does; it is led to by itself."""
    return [character, ascii_text, "", character, text]


def anew(characters: str, excerpt: str, language: str, place: str) -> list[object]:
    """Text to be written anew: its characters with a bar between them, how it goes on, what is led to."""
    return [characters.split("|"), excerpt, language, place]


FOUND: dict[str, list[list[object]]] = {
    "plain \x7f ~ ASCII\n\tof two lines": [],
    "Łukasz": [replaced("Ł", "L", "Lukasz")],
    "Ł and Ł": [replaced("Ł", "L", "L and L")],
    # A mark belongs to the character that it stands on, and the same one without it is another character.
    "Cafe\u0301 e": [replaced("e\u0301", "e", "Cafe e")],
    "Q\u0301 Q\u0301\u0302": [replaced("Q\u0301", "Q", "Q Q\u0301\u0302"), replaced("Q\u0301\u0302", "Q", "Q\u0301 Q")],
    # A mark that stands on nothing is drawn on a circle.
    "x \u0301 x": [anew("\u0301", "\u25cc\u0301 x", "", "\u0301")],
    "a\u200b\u0301b": [anew("\u200b|\u0301", "a\u200b\u25cc\u0301b", "", "\u200b\u0301")],
    "\u3099\u0301": [anew("\u3099|\u0301", "\u25cc\u3099\u25cc\u0301", "", "\u3099\u0301")],
    "か\u3099": [anew("か\u3099", "か\u3099", "ja", "か\u3099")],
    # Emoji and Hangul are of no language that a letter can be in: only what has no blank between goes with them.
    "😀 Ł": [anew("😀", "😀 Ł", "", "😀"), replaced("Ł", "L", "😀 L")],
    "😀Ł x – y": [anew("😀|Ł", "😀Ł x – y", "", "😀Ł"), replaced("–", "-", "😀Ł x - y")],
    "한국어 메일": [anew("한|국|어|메|일", "한국어 메일", "", "한국어")],
    # With Japanese goes every sign of Japanese, and whatever has no blank between.
    "Łukasz から": [replaced("Ł", "L", "Lukasz から"), anew("か|ら", "から", "ja", "から")],
    "ab「山」c 、 d「e」": [anew("「|山|」|、|「|」", "ab「山」c 、 d「e」", "ja", "「山」")],
    "한 山 、": [anew("한|山|、", "한 山 、", "ja", "한")],
    "日本 日 Ł日": [anew("日|本|日|Ł|日", "日本 日 Ł日", "ja", "日本")],
    "山\nŁ\t川": [anew("山|川", "山\nŁ\t川", "ja", "山"), replaced("Ł", "L", "山\nL\t川")],
    "山 a\u3000b": [anew("山", "山 a\u3000b", "ja", "山"), replaced("\u3000", " ", "山 a b")],
    # A sign of Japanese where nothing has to be written anew is replaced.
    "「AWS」": [replaced("「", '"', '"AWS」'), replaced("」", '"', '「AWS"')],
    # A long-vowel mark is one after kana, and else a hyphen.
    "サーーバ 3ーー4": [
        anew("サ|ー|ー|バ", "サーーバ 3ーー4", "ja", "サーーバ"),
        replaced("ー", "-", "サーーバ 3--4"),
    ],
    "ー4": [replaced("ー", "-", "-4")],
    "3ー4 サーバ": [replaced("ー", "-", "3-4 サーバ"), anew("サ|ー|バ", "サーバ", "ja", "サーバ")],
    "山 ー": [anew("山", "山 ー", "ja", "山"), replaced("ー", "-", "山 -")],
    # How it goes on is shown from the word's beginning, as much as is enough to find it.
    "Please look at AWSからの先月": [anew("か|ら|の|先|月", "AWSからの先月", "ja", "からの先月")],
    "a " + "山" * 30: [anew("|".join("山" * 30), "山" * 30, "ja", "山" * 30)],
    "a " + "山" * 31: [anew("|".join("山" * 31), "山" * 30 + "…", "ja", "山" * 31)],
}


@pytest.fixture
def en(untouched: dict[str, CaseText]) -> CaseText:
    """A page on which the module is run."""
    return untouched["en"]


def test_findings_in_a_text(en: CaseText) -> None:
    got = run_modules(en.page, en.site, MODULES, FINDINGS, [[*FOUND], []])
    for (text, wanted), found in zip(FOUND.items(), got, strict=True):
        assert found == wanted, text


def test_what_the_reader_leaves_is_not_found_again(en: CaseText) -> None:
    """The hyphen is left and the long-vowel mark is not; what is left in one field is not left in another."""
    body = f"const key = (...unit) => modules.keyOf(...unit); {FINDINGS}".replace(
        "new Set(accepted)", "new Set(accepted.map(([field, character, literal]) => key(field, {character, literal})))"
    )
    accepted = [["notes", "ー", False], ["reason", "Ł", False], ["notes", "Ø", False]]
    got = run_modules(en.page, en.site, MODULES, body, [["3ー4 サーバ", "Ł Ø"], accepted])
    assert got == [[anew("サ|ー|バ", "サーバ", "ja", "サーバ")], [replaced("Ł", "L", "L Ø")]]


def test_findings_in_a_letter_are_those_of_its_answers(en: CaseText) -> None:
    """Its wording is left out; an answer that stands in it twice is looked at once."""
    answer = {"field": "notes", "text": "Ł"}
    paragraphs = [
        {"id": "one", "lines": [[{"text": "Ø "}, answer], [{"field": "reason", "text": "x"}]]},
        {"id": "two", "lines": [[answer, {"field": "full-name", "text": "Ł"}]]},
    ]
    body = "return modules.findingsInAnswers(guide, given, new Set()).map(({ field, ascii }) => [field, ascii]);"
    assert run_modules(en.page, en.site, MODULES, body, paragraphs) == [["notes", "L"], ["full-name", "L"]]


def test_what_has_to_be_written_anew_is_told_from_what_goes_with_it(en: CaseText) -> None:
    body = """
    const [finding] = modules.findingsIn(guide, given, "notes", new Set());
    return modules.anewIn(guide, finding).map(({ character }) => character);
    """
    assert run_modules(en.page, en.site, MODULES, body, "日本 日 Ł日") == [*"日本日日"]


def test_place_of_what_is_no_longer_there(en: CaseText) -> None:
    body = """
    const [[ascii], [anew]] = given.map((text) => modules.findingsIn(guide, text, "notes", new Set()));
    return [ascii, anew].map((finding) => modules.placeOf(guide, "サーバ 3-4 L", finding) ?? null);
    """
    assert run_modules(en.page, en.site, MODULES, body, ["3ー4", "山"]) == [None, None]


def test_characters_are_named_by_what_they_are(en: CaseText) -> None:
    """Some by a name of their own, the others by their kind; what stands on plain ASCII by the mark."""
    words = en.guide.languages["en"]
    kinds = {
        "\u0301": "mark",
        "Q\u0301": "mark",
        "e\u0301": "latin",
        "Ł": "latin",
        "山": "kanji",
        "\u200b\u0301": "invisible",
    }
    body = "return given.map((text) => modules.characterName(guide, text));"
    got = run_modules(en.page, en.site, MODULES, body, [*kinds, "–", "x"])
    assert got == [*(words.character_kinds[kind] for kind in kinds.values()), words.characters["u2013"], ""]
