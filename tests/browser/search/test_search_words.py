"""What the search takes for the same: by width, kana, long vowels; by the forms of words; by what a language says."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

RUN = """
async ([site, index, asked]) => {
  const load = (name) => import(`${site}assets/javascripts/search/${name}.js`);
  const { Ranking } = await load('ranking');
  const { shownPages } = await load('results');
  const ranking = new Ranking(index);
  return asked.map((query) => shownPages(ranking.pages(query)));
}
"""


@pytest.fixture(scope="module")
def page(browser: Browser, site_address: str) -> Iterator[Page]:
    """A page of the site, on which the modules are run."""
    with browser.new_context() as context:
        opened = context.new_page()
        opened.goto(f"{site_address}privacy/")
        yield opened


def searched(page: Page, site: str, texts: dict[str, str], *queries: str, **words: Any) -> list[list[dict[str, Any]]]:
    """What is found for queries in pages that have each one section, given by title and text."""
    pages = [
        {
            "location": f"{number}/",
            "title": title,
            "about": "",
            "weight": 1,
            "sections": [{"id": "top", "title": title, "text": text}],
        }
        for number, (title, text) in enumerate(texts.items())
    ]
    index = {"alike": [], "passedOver": [], "pages": pages, **words}
    return [[sections[0] for sections in found] for found in page.evaluate(RUN, [site, index, list(queries)])]


def titles(found: list[dict[str, Any]]) -> list[str]:
    """The titles of what was found, without marks."""
    return [each["title"].replace("<mark>", "").replace("</mark>", "") for each in found]


@pytest.mark.parametrize(
    ("written", "asked"),
    [
        ("AWS認定", "ＡＷＳ"),
        ("ビルダーID", "ﾋﾞﾙﾀﾞｰ"),
        ("ビルダーID", "ビルダ"),
        ("迷惑メールフォルダー", "フォルダ"),
        ("ユーザ名", "ユーザー"),
        ("リカバリーメール", "りかばりー"),
        ("AWS認定アカウント", "認定"),
        ("認定アカウント", "アカウント"),
        ("APNアカウント", "APN アカウント"),
        ("氏名の変更", "氏名変更"),
        ("依頼を取り消す", "取り消し"),
        ("認定を引き継ぐ", "引き継ぎ"),
        ("Merging accounts", "merge"),
        ("It is merged", "merging"),
        ("One company", "companies"),
        ("Replies", "reply"),
        ("It stopped", "stop"),
        ("My certifications", "certification"),
        ("Certifications", "certif"),
        ("AWS Builder ID", "builderid"),
        ("Don\u2019t wait", "don't"),
    ],
)
def test_is_found(page: Page, site_address: str, written: str, asked: str) -> None:
    (found,) = searched(page, site_address, {written: "", "それ以外": "何もありません。Something else."}, asked)

    assert titles(found) == [written]


@pytest.mark.parametrize(
    ("written", "asked"),
    [("A reply", "replace"), ("Hidden", "id"), ("読める", "メール"), ("退職した", "退会")],
)
def test_is_not_found(page: Page, site_address: str, written: str, asked: str) -> None:
    (found,) = searched(page, site_address, {written: ""}, asked)

    assert found == []


def test_words_for_the_same_thing_are_found_after_the_word_itself(page: Page, site_address: str) -> None:
    texts = {"アカウントの統合": "", "アカウントのマージ": "", "アカウントの削除": ""}
    one, other = searched(page, site_address, texts, "マージ", "統合", alike=[["統合", "マージ"]])

    assert titles(one) == ["アカウントのマージ", "アカウントの統合"]
    assert titles(other) == ["アカウントの統合", "アカウントのマージ"]


def test_words_that_tell_nothing_are_passed_over_unless_they_are_all(page: Page, site_address: str) -> None:
    texts = {"What is it?": "", "The exam": ""}
    with_another, alone = searched(page, site_address, texts, "what exam", "what", passedOver=["what"])

    assert titles(with_another) == ["The exam"]
    assert titles(alone) == ["What is it?"]


def test_title_before_text_all_words_before_some_and_the_phrase_before_its_words(page: Page, site_address: str) -> None:
    texts = {
        "One": "The badge of an account is here. Another account.",
        "Badge": "It is here.",
        "Account": "It is missing here.",
        "Account badge": "It is missing here, and something else is not.",
        "Badge of an account": "It is missing here, and something else is not.",
    }
    word, words = searched(page, site_address, texts, "badge", "account badge")

    assert titles(word)[0] == "Badge"
    assert titles(word)[-1] == "One"
    assert titles(words)[:2] == ["Account badge", "Badge of an account"]


def test_words_are_marked_as_they_are_written_and_missing_ones_named_as_they_were_typed(
    page: Page, site_address: str
) -> None:
    text = "長い文。" * 60 + "会社のﾒｰﾙを読めません。" + "長い文。" * 60
    ((found,),) = searched(page, site_address, {"a < b & c": text}, "ＭＥＲＧＥ メール")

    assert "<mark>ﾒｰﾙ</mark>を読めません。" in found["text"]
    assert len(found["text"]) < 200
    assert found["title"] == "a &#60; b &#38; c"
    assert found["terms"] == {"メール": True, "merge": False}
