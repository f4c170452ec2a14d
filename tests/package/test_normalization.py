"""What input methods do to addresses, names and IDs is undone; what is free text is left alone.

Promise: repairing twice changes nothing (the browser repairs on leaving a field and again before the letter), and
every full-width form of a character is taken for the character. Nothing is taken apart: a spacing accent stays one.
"""

from __future__ import annotations

import re
import sys
import unicodedata
from collections.abc import Callable, Iterator, Sequence

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from japanese_characters import jis_x_0208
from mergeguide.data.guide import Guide
from mergeguide.letters.normalization import repaired
from turns import examples

Repair = Callable[[str, str], str]
FORMATS = ("email", "candidate-id", "name", "line", "text", "date", "phone")

TYPED = st.text(
    alphabet=st.one_of(
        st.characters(),
        st.sampled_from(
            " \t\r\n\u3000\u00a0\u200b\u200d\ufeff\u3002\uff0e\u30fc\u2212\u0301\u3099\uff76\uff9e.-@AWS09az"
        ),
    ),
    max_size=30,
)


@pytest.fixture(scope="session")
def repair(guide: Guide) -> Repair:
    """Repair an answer of a format: ``repair("ＡＷＳ", "candidate-id")``."""
    return lambda answer, form: repaired(answer, guide.formats[form], guide.formats_file.look_alikes)


def test_every_format_is_tried(guide: Guide) -> None:
    assert tuple(guide.formats) == FORMATS


@pytest.mark.parametrize("form", FORMATS)
@given(typed=TYPED)
@example(typed="e\u200b\u0301 x")
@example(typed="e \u0301@example.com")
@example(typed="e\u00a8")
@example(typed="a \n\n \n\n\u3000b")
@settings(max_examples=examples(300), deadline=None, derandomize=True)
def test_normalization_again_changes_nothing(repair: Repair, form: str, typed: str) -> None:
    once = repair(typed, form)
    assert repair(once, form) == once


@given(typed=TYPED)
@settings(max_examples=examples(300), deadline=None, derandomize=True)
def test_an_address_has_no_white_space_at_its_edges_and_its_sign_after_repairs(repair: Repair, typed: str) -> None:
    """Between words a single space stays, so that a name in front of an address is refused and not joined to it."""
    white = {"\t", "\n", "\v", "\f", "\r", "\u2028", "\u2029", "\ufeff"}
    after = repair(f" {typed} @ {typed} ", "email")
    assert not any(
        character in white or unicodedata.category(character) == "Zs" for character in after.replace(" ", "")
    )
    assert after == after.strip(" ")
    assert not {"  ", " @", "@ "} & {after[place : place + 2] for place in range(len(after) - 1)} or "@" in typed


@given(typed=st.text(alphabet=st.characters(codec="ascii", categories=["L", "N", "P", "S"]), max_size=40))
@settings(max_examples=examples(200), deadline=None, derandomize=True)
def test_plain_letters_digits_and_marks_are_left_as_they_are(repair: Repair, typed: str) -> None:
    # What looks like an address can have come with more than that; see test_addresses.
    assert "@" in typed or repair(typed, "email") == typed
    assert repair(typed, "line") == typed
    assert repair(typed, "text") == typed


def test_full_width_characters_of_an_address_become_half_width(repair: Repair) -> None:
    characters = jis_x_0208()
    assert len(characters) == 6879
    full_width = {character: unicodedata.normalize("NFKC", character) for character in characters}
    # No white space: in an address it goes altogether.
    ascii_of = {
        wide: plain for wide, plain in full_width.items() if plain.isascii() and plain.strip() and wide != plain
    }
    assert set("ＡＺａｚ０９＠．＿＋－") <= {*ascii_of, "－"}
    assert len(ascii_of) > 80
    for wide, plain in ascii_of.items():
        assert repair(f"h{wide}x@example.com", "email") == f"h{plain}x@example.com", wide


def test_what_is_no_ascii_in_jis_x_0208_stays_and_is_told(repair: Repair) -> None:
    hyphens, dots = "‐―－−ー", "。．"
    for character in jis_x_0208():
        after = repair(character, "email")
        if character in hyphens:
            assert after == "-", character
        elif character in dots:
            assert after == ".", character
        elif character == "´":
            assert after == "'"
        elif not unicodedata.normalize("NFKC", character).isascii():
            assert after, character
            assert not after.isascii(), f"{character} must not vanish or turn into something else: {after!r}"


@pytest.mark.parametrize("hyphen", list("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u30fc\uff70\ufe63\uff0d"))
def test_look_alike_hyphens_become_hyphens(repair: Repair, hyphen: str) -> None:
    assert repair(f"hanako{hyphen}e@mail{hyphen}a.example.com", "email") == "hanako-e@mail-a.example.com"


@pytest.mark.parametrize("dot", list("\u3002\uff61\uff0e"))
def test_look_alike_dots_become_dots(repair: Repair, dot: str) -> None:
    assert repair(f"hanako@example{dot}com", "email") == "hanako@example.com"


@pytest.mark.parametrize(
    ("typed", "form", "wanted"),
    [
        ("　ｈａｎａｋｏ＠ｅｘａｍｐｌｅ．ｃｏｍ　", "email", "hanako@example.com"),
        ("hanako@example.com\n", "email", "hanako@example.com"),
        ("<hanako@example.com>", "email", "hanako@example.com"),
        ("hanako\u200b@\u2060example.com\ufeff", "email", "hanako@example.com"),
        ("aws0000000a", "candidate-id", "AWS0000000A"),
        ("ＡＷＳ００００００００", "candidate-id", "AWS00000000"),
        (" AWS 0000 0000 ", "candidate-id", "AWS00000000"),
        ("　Hanako　　Example　", "name", "Hanako Example"),
        ("Ｈａｎａｋｏ　Ｅｘａｍｐｌｅ", "name", "Hanako Example"),
        ("Example\u00a0Corporation", "line", "Example Corporation"),
        ("Jean-Paul O’Example", "name", "Jean-Paul O’Example"),
        ("Ma\u0308rz GmbH", "line", "März GmbH"),
        ("ｶﾞｲﾄﾞ", "line", "ガイド"),
        ("カﾞイト\u3099", "line", "ガイド"),
        ("x ﾞｱﾞ", "line", "x ゛ア\u3099"),
        ("ＯＰＥＮ￣ＡＷＳ", "line", "OPEN￣AWS"),
        ("O´Brien", "name", "O'Brien"),
        ("O\u1ffdBrien", "name", "O'Brien"),
        ("o´brien@example.com", "email", "o'brien@example.com"),
        ("D´Example S.A.", "line", "D'Example S.A."),
        ("Mu¨ller", "name", "Mu¨ller"),
        ("Example ½ ™ ① ㈱ ㍿ №", "line", "Example ½ ™ ① ㈱ ㍿ №"),
        ("神谷 \ufa19", "line", "神谷 \ufa19"),
        ("\u0e19\u0e33", "line", "\u0e19\u0e33"),
        ("taro‥yamada…x@example.com", "email", "taro..yamada...x@example.com"),
        ("hanako﹫example﹒com", "email", "hanako@example.com"),
        ("ﬁnance@example.com", "email", "finance@example.com"),
        ("\u1112\u1161\u11ab", "line", "한"),
        (" 2026-03-31 ", "date", "2026-03-31"),
        ("03-1234-5678", "phone", "0312345678"),
        ("０３（１２３４）５６７８", "phone", "0312345678"),
    ],
)
def test_what_is_typed_and_what_is_meant(repair: Repair, typed: str, form: str, wanted: str) -> None:
    assert repair(typed, form) == wanted


def everything() -> Iterator[str]:
    """Every code point that can stand in text."""
    return (chr(number) for number in range(sys.maxunicode + 1) if not 0xD800 <= number <= 0xDFFF)


def every_character() -> Iterator[str]:
    """Every code point that Unicode has given to somebody."""
    return (character for character in everything() if unicodedata.category(character) not in ("Cn", "Co"))


def torn_apart(text: str) -> int:
    """How often a blank stands before a combining mark, as in what NFKC makes of a spacing accent."""
    return sum(unicodedata.category(after).startswith("M") for after in re.findall(" (.)", text, re.DOTALL))


def test_nothing_is_taken_apart_into_a_blank_and_a_mark(repair: Repair) -> None:
    torn = {character for character in everything() if torn_apart(unicodedata.normalize("NFKC", character))}
    assert set("´¨¯¸˘˙˚˛˜˝ͺ΄΅᾽‗‾゛゜￣") <= torn
    assert len(torn) > 40
    for form in ("email", "candidate-id", "name", "line", "text", "date"):
        for character in torn:
            typed = f"O{character}BRIEN"
            assert repair(typed, form) in (typed, unicodedata.normalize("NFC", typed), "O'BRIEN"), (form, character)


@pytest.mark.exhaustive
@pytest.mark.some(2)
@pytest.mark.parametrize("form", FORMATS)
def test_every_character_stays_whole_and_is_repaired_once(repair: Repair, form: str) -> None:
    stays_whole(repair, form, [*every_character()])


@pytest.mark.exhaustive
@pytest.mark.whole("test_every_character_stays_whole_and_is_repaired_once")
@pytest.mark.parametrize("form", FORMATS)
def test_every_code_point_stays_whole_and_is_repaired_once(repair: Repair, form: str) -> None:
    stays_whole(repair, form, [*everything()])


def stays_whole(repair: Repair, form: str, characters: Sequence[str]) -> None:
    """No character is torn apart, between letters, blanks or kana, and repairing again changes nothing."""
    for start in range(0, len(characters), 4096):
        for before, after in (("x", "y"), ("x ", " y"), ("カ", "が")):
            typed = "".join(f"{before}{character}{after}" for character in characters[start : start + 4096])
            once = repair(typed, form)
            assert torn_apart(once) <= torn_apart(typed)
            assert repair(once, form) == once


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("one\r\ntwo\rthree", "one\ntwo\nthree"),
        ("one  \ntwo\t\nthree　", "one\ntwo\nthree"),
        ("one\n\n\n\ntwo", "one\n\ntwo"),
        ("\n\n one\n\n", "one"),
        ("  one\n    two", "one\n    two"),
        ("ＡＷＳ　１２３ － ー 。", "ＡＷＳ　１２３ － ー 。"),
        ("a\u200bb \u202a😀 e\u0301", "a\u200bb \u202a😀 e\u0301"),
        ("$& {full-name} <b>", "$& {full-name} <b>"),
    ],
)
def test_notes_keep_what_was_typed_apart_from_line_ends(repair: Repair, typed: str, wanted: str) -> None:
    assert repair(typed, "text") == wanted


@given(typed=st.text(alphabet=st.characters(exclude_characters="\r\n\t \u3000"), max_size=40))
@settings(max_examples=examples(300), deadline=None, derandomize=True)
def test_notes_lose_nothing_but_blanks_at_their_edges(repair: Repair, typed: str) -> None:
    assert repair(f"x{typed}x", "text") == f"x{typed}x"
