"""What is proposed in place of a character that AWS might not be able to read.

Promise: a letter or a sign is never merely taken out, a kanji, a kana, a Hangul or an emoji is never guessed at, and
what is proposed can be read by anybody.
"""

from __future__ import annotations

import gzip
import json
import sys
import unicodedata

import pytest

from mergeguide.data.guide import Guide
from mergeguide.letters.transliteration import Replacements, replacements, runs
from replaced_characters import ReplacedCharacter, replaced_characters

TABLE = replaced_characters()
ON_THE_PAGE = 4096
"""Bytes that the table may take there, packed as servers pack it."""
NO_GUESS = ("CJK ", "KANGXI ", "HIRAGANA ", "KATAKANA LETTER", "HANGUL ", "HALFWIDTH KATAKANA LETTER", "HENTAIGANA ")


@pytest.fixture(scope="session")
def known(guide: Guide) -> Replacements:
    """What the data and the library say together."""
    return replacements(guide.warnings)


def test_table_of_characters_is_of_unicode_and_large_enough() -> None:
    assert [entry.character for entry in TABLE if unicodedata.name(entry.character) != entry.name] == []
    assert len({entry.character for entry in TABLE}) >= 160
    assert len({entry.block for entry in TABLE}) >= 40


@pytest.mark.parametrize("entry", TABLE, ids=lambda entry: entry.name)
def test_what_is_proposed_for_a_character(known: Replacements, entry: ReplacedCharacter) -> None:
    assert known.replacement(entry.character) == entry.becomes


@pytest.mark.parametrize(
    ("cluster", "wanted"),
    [
        ("e\u0301", "e"),
        ("u\u0308\u0304", "u"),
        ("ø\u0301", "o"),
        ("и\u0306", "y"),
        ("α\u0314\u0301", "ha"),
        ("1\u20e3", "1"),
        ("\u00a9\ufe0f", "(C)"),
        ("e\ufe0f", "e"),
        ("か\u3099", None),
        ("山\u0301", None),
        ("😀\u0301", None),
        ("\u0301", None),
    ],
)
def test_a_letter_and_the_marks_on_it_are_one_character(known: Replacements, cluster: str, wanted: str | None) -> None:
    assert known.replacement(cluster) == wanted


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("Łukasz Żółć", "Lukasz Zolc"),
        ("Søren Ærø", "Soren Aero"),
        ("Đặng Thị Ánh", "Dang Thi Anh"),
        ("Gökçe Işık", "Gokce Isik"),
        ("Jürgen Groß", "Jurgen Gross"),
        ("Þórður", "Thordur"),
        ("O’Brien", "O'Brien"),
        ("CLF‑C02", "CLF-C02"),
        ("Ελένη", "Eleni"),
        ("Наталья", "Natal'ya"),
    ],
)
def test_a_whole_name_can_be_read_afterwards(known: Replacements, name: str, wanted: str) -> None:
    assert "".join(str(known.replacement(character)) for character in name) == wanted


@pytest.mark.exhaustive
def test_no_character_of_unicode_is_merely_taken_out_or_guessed_at(known: Replacements) -> None:
    """Every assigned character; only what nobody sees is taken out."""
    numbers = [number for number in range(0x80, sys.maxunicode + 1) if not 0xD800 <= number <= 0xDFFF]
    assigned = [chr(number) for number in numbers if unicodedata.category(chr(number)) not in ("Cn", "Co")]
    found = {character: known.replacement(character) for character in assigned}
    proposed = {character: plain for character, plain in found.items() if plain}
    assert len(proposed) > 3500
    assert [each for each, plain in proposed.items() if not (plain.isascii() and plain.isprintable())] == []
    taken_out = {each for each, plain in found.items() if plain == ""}
    # Formats, variation selectors, and fillers; Unicode calls the latter letters, and nothing is drawn for them.
    fillers = {each for each in taken_out if "FILLER" in unicodedata.name(each)}
    drawn_nothing = {each for each in taken_out if unicodedata.category(each) in ("Cf", "Mn")}
    assert taken_out == fillers | drawn_nothing
    assert {each for each in drawn_nothing if unicodedata.category(each) == "Mn"} <= {
        chr(number) for number in (0x34F, 0x17B4, 0x17B5, *range(0x180B, 0x1810), *range(0xFE00, 0xFE10))
    } | {chr(number) for number in range(0xE0100, 0xE01F0)}
    guessed = [each for each in proposed if unicodedata.name(each).startswith(NO_GUESS)]
    assert guessed == []
    blank = [each for each, plain in proposed.items() if not plain.strip()]
    assert {unicodedata.category(each) for each in blank} == {"Zs", "Zl", "Zp"}


@pytest.mark.parametrize(
    "block",
    [
        range(0xC0, 0x250),
        range(0x1E00, 0x1F00),
        range(0x391, 0x3CA),
        range(0x400, 0x482),
        range(0x2010, 0x2028),
        range(0x2030, 0x205F),
        range(0x20A0, 0x20C0),
    ],
    ids=lambda block: f"{block.start:04X}",
)
def test_whole_blocks_have_a_replacement(known: Replacements, block: range) -> None:
    assigned = [chr(number) for number in block if unicodedata.category(chr(number)) != "Cn"]
    assert [each for each in assigned if not known.replacement(each)] == []


def test_addresses_and_text_take_a_look_alike_for_the_same(guide: Guide, known: Replacements) -> None:
    look_alikes = guide.formats_file.look_alikes
    for characters, meant in ((look_alikes.hyphens, "-"), (look_alikes.dots, "."), (look_alikes.apostrophes, "'")):
        assert {character: known.replacement(character) for character in characters} == dict.fromkeys(characters, meant)


def test_what_hands_wrote_wins_over_the_library(guide: Guide, known: Replacements) -> None:
    for entry in guide.warnings.characters:
        assert known.replacement(entry.character) == entry.ascii
    for sign in guide.warnings.signs:
        assert {known.replacement(character) for character in sign.characters} == {sign.ascii}


def test_table_is_small_on_the_page(known: Replacements) -> None:
    text = json.dumps([runs(known.table), dict(known.own)], ensure_ascii=False, separators=(",", ":"))
    assert len(gzip.compress(text.encode(), 9)) < ON_THE_PAGE


def test_runs_hold_the_whole_table(known: Replacements) -> None:
    pairs = [
        (chr(first + index), text) for first, texts in runs(known.table) for index, text in enumerate(texts.split(" "))
    ]
    assert {character: text for character, text in pairs if text} == known.table
