"""Language codes: what BCP 47 has is right, all else is told with what to write; each finds words and its script."""

from __future__ import annotations

import pytest

from mergeguide.i18n.language_tags import nearest_language, script_of, tag_fault

THEME = ["da", "de", "en", "es", "fr", "ja", "nb", "pt", "pt-BR", "zh", "zh-Hant", "zh-TW"]


@pytest.mark.parametrize(
    "code", ["en", "ja", "ne", "fil", "zh-TW", "zh-Hant", "zh-Hant-HK", "pt-BR", "es-419", "sr-Latn", "de-CH", "yue"]
)
def test_right_codes(code: str) -> None:
    assert tag_fault(code) is None


@pytest.mark.parametrize(
    ("code", "right"),
    [("pt_BR", "pt-BR"), ("zh-tw", "zh-TW"), ("zh_Hant_TW", "zh-Hant-TW"), ("EN", "en"), ("iw", "he")],
)
def test_codes_that_are_written_otherwise(code: str, right: str) -> None:
    fault = tag_fault(code)
    assert fault == ("is not how BCP 47 writes a language", f'Write "{right}".')


@pytest.mark.parametrize(
    "code", ["xx", "jp", "english", "e", "en--US", "", "日本語", "en us", "und", "x-ours", "en-ZZZZZ"]
)
def test_codes_of_no_language(code: str) -> None:
    fault = tag_fault(code)
    assert fault
    assert fault[0] == "is the code of no language"


@pytest.mark.parametrize(
    ("code", "nearest"),
    [("zh-TW", "zh-TW"), ("zh-HK", "zh-Hant"), ("pt-AO", "pt"), ("es-419", "es"), ("ne", "en"), ("yue", "en")],
)
def test_a_language_that_the_theme_lacks_takes_the_words_of_the_nearest(code: str, nearest: str) -> None:
    assert nearest_language(code, THEME, "en") == nearest


@pytest.mark.parametrize(
    ("code", "script"),
    [
        *[("en", "Latn"), ("ja", "Jpan"), ("vi", "Latn"), ("bg", "Cyrl"), ("fa", "Arab"), ("ka", "Geor")],
        *[("sr", "Cyrl"), ("sr-Latn", "Latn"), ("sr-ME", "Latn"), ("zh-TW", "Hant"), ("zh-Hant-HK", "Hant")],
        *[("xx", ""), ("x-ours", ""), ("english", ""), ("no language", "")],
    ],
)
def test_the_script_of_a_language_where_it_is_known(code: str, script: str) -> None:
    assert script_of(code) == script
