"""The languages side by side. What is missing, doubled or misplaced has its cases in ``tests/rules``."""

from __future__ import annotations

import pytest
from tiny_pages import page

from mergeguide.data.guide import Guide
from mergeguide.pages.page_index import Collected
from mergeguide.parity.headings import parity_problems
from mergeguide.parity.scripts import not_translated
from mergeguide.translations.states import Section

JAPANESE = """\
---
title: 題
---

# 題 { #title }

## 一 { #one }

### 二 { #two }

## 三 { #three }
"""


def found(guide: Guide, *pages: Collected) -> list[tuple[str, int, str, str]]:
    """Path, line, rule and message of each problem."""
    return [(item.path, item.line, item.rule, item.message) for item in parity_problems(guide, pages)]


def in_english(*changes: tuple[str, str]) -> Collected:
    """The English page beside the Japanese one, with texts replaced."""
    source = JAPANESE
    for old, new in changes:
        assert source.count(old) == 1
        source = source.replace(old, new)
    return page(source, "en")


ORIGINAL = page(JAPANESE, "ja")


def test_equal_pages_have_no_problems(guide: Guide) -> None:
    assert found(guide, ORIGINAL, in_english(("題 {", "Title {"), ("一", "One"), ("二", "Two"), ("三", "Three"))) == []


def test_pages_in_folders_are_told_apart(guide: Guide) -> None:
    pages = [page("# A { #a }\n", "ja", "index.md"), page("# A { #a }\n", "en", "more/index.md")]
    assert [problem[0] for problem in found(guide, *pages)] == ["docs/ja/index.md", "docs/en/more/index.md"]


HUMAN_RIGHTS = {
    "en": "All human beings are born free and equal in dignity and rights.",
    "bg": "Всички хора се раждат свободни и равни по достойнство и права.",
    "sr": "Сва људска бића рађају се слободна и једнака у достојанству и правима.",
    "sr-Latn": "Sva ljudska bića rađaju se slobodna i jednaka u dostojanstvu i pravima.",
    "fa": "تمام افراد بشر آزاد به دنیا می‌آیند و از لحاظ حیثیت و حقوق با هم برابرند.",
    "ur": "تمام انسان آزاد اور حقوق و عزت کے اعتبار سے برابر پیدا ہوئے ہیں۔ انہیں ضمیر اور عقل ودیعت ہوئی ہے۔",
    "bn": "সমস্ত মানুষ স্বাধীনভাবে সমান মর্যাদা এবং অধিকার নিয়ে জন্মগ্রহণ করে। তাঁদের বিবেক এবং বুদ্ধি আছে।",
    "ta": "மனிதப் பிறவியினர் சகலரும் சுதந்திரமாகவே பிறக்கின்றனர்; அவர்கள் மதிப்பிலும், உரிமைகளிலும் சமமானவர்கள்.",
    "ne": "सबै व्यक्तिहरू जन्मजात स्वतन्त्र हुन् ती सबैको समान अधिकार र महत्व छ। निजहरूमा विचार शक्ति र सद्विचार छ।",
    "mr": "सर्व मानवी व्यक्ती जन्मतःच स्वतंत्र आहेत व त्यांना समान प्रतिष्ठा व समान अधिकार आहेत.",
    "ka": "ყველა ადამიანი იბადება თავისუფალი და თანასწორი თავისი ღირსებითა და უფლებებით.",
    "hy": "Բոլոր մարդիկ ծնվում են ազատ ու հավասար իրենց արժանապատվությամբ ու իրավունքներով։",
    "vi": "Tất cả mọi người sinh ra đều được tự do và bình đẳng về nhân phẩm và quyền lợi.",
}
"""The beginning of the Universal Declaration of Human Rights."""


def in_section(code: str, text: str) -> Section:
    """A section of a translation beside its Japanese original."""
    source = "すべての人間は、生れながらにして自由であり、かつ、尊厳と権利とについて平等である。"
    return Section(code, "page.md", "one", "fresh", f"docs/{code}/page.md", 1, source_text=source, text=text)


@pytest.mark.parametrize("code", HUMAN_RIGHTS)
def test_a_section_in_the_script_of_its_language_is_translated(code: str) -> None:
    assert not_translated(in_section(code, HUMAN_RIGHTS[code])) == ""


@pytest.mark.parametrize("code", HUMAN_RIGHTS)
def test_a_section_in_another_script_is_not_translated(code: str) -> None:
    other = "bg" if code in ("en", "sr-Latn", "vi") else "en"
    told = not_translated(in_section(code, HUMAN_RIGHTS[other]))
    assert told == f'Of its 51 letters 0 are in the script of "{code}".'


def test_nothing_is_said_of_a_script_whose_letters_are_not_known_but_that_the_words_are_the_source_s() -> None:
    section = in_section("nqo", HUMAN_RIGHTS["en"])
    assert not_translated(section) == ""
    assert not_translated(in_section("nqo", section.source_text * 2)) == ""
    assert not_translated(
        Section(*("nqo", "page.md", "one", "fresh", "docs/nqo/page.md", 1), source_text="a " * 50, text="a " * 50)
    )
