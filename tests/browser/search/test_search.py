"""Search as a reader uses it: loaded when it is used, in her language, however the words come into the field."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from case_text import address_of
from playwright.sync_api import Page, Route, expect
from search_box import SearchBox
from typing_japanese import input_method
from waiting import at_rest

from mergeguide.data.guide import Guide
from serving import ServeFolder

QUERIES = {"ja": "迷惑メール", "en": "spam folder"}
"""What the section ``replies/#spam-folder`` answers in each language."""
ANSWER = "replies/#spam-folder"


def test_nothing_of_search_is_loaded_before_it_is_used_and_then_one_language(search: SearchBox) -> None:
    at_rest(search.page)
    assert search.loaded_for_search == []

    search.field.click()

    expect(search.state).not_to_have_text(re.compile("初期化|Initializing"))
    worker, index = search.loaded_for_search
    assert re.fullmatch(r"assets/javascripts/search\.[0-9a-f]{8}\.js", worker)
    assert index == f"search/{search.code}.json"


def test_results_are_in_the_page_s_own_language(search: SearchBox) -> None:
    search.search_for("AWS")

    below = [link.get_attribute("href") or "" for link in search.results.all()]
    assert len(below) > 5
    assert {"/en/" in address for address in below} == {search.code == "en"}
    assert search.said == []


def test_the_best_result_is_opened_by_keyboard_alone(search: SearchBox) -> None:
    search.page.keyboard.press("/")
    search.page.keyboard.insert_text(QUERIES[search.code])
    expect(search.results.first).to_be_visible()

    search.page.keyboard.press("Enter")

    search.page.wait_for_url("**/" + address_of(search.code, ANSWER))


def test_results_are_walked_through_by_the_arrow_keys(search: SearchBox) -> None:
    search.search_for(QUERIES[search.code])

    for nth in (0, 1, 0):
        search.page.keyboard.press("ArrowUp" if search.results.nth(1).evaluate(HAS_FOCUS) else "ArrowDown")
        assert search.results.nth(nth).evaluate(HAS_FOCUS)
    search.page.keyboard.press("Escape")
    expect(search.page.locator("#__search")).not_to_be_checked()


HAS_FOCUS = "(link) => link === document.activeElement"


def test_an_address_with_a_query_shows_its_results(page: Page, site_address: str, code: str) -> None:
    search = SearchBox(page, site_address, code).open(f"?q={QUERIES[code]}")

    expect(search.field).to_have_value(QUERIES[code])
    expect(search.page.locator(f".md-search-result__item > a[href$='{ANSWER}']")).to_be_visible()


def test_found_words_are_marked(search: SearchBox) -> None:
    search.search_for(QUERIES[search.code].upper())

    marked = search.page.locator(f".md-search-result__item > a[href$='{ANSWER}'] h2 mark").all_inner_texts()
    assert "".join(marked).lower() in (QUERIES[search.code], QUERIES[search.code].replace(" ", ""))


def test_text_that_comes_without_a_key_is_searched_for(search: SearchBox) -> None:
    """Pasted by a long press, dictated, or put in by an extension."""
    search.field.click()
    search.page.keyboard.insert_text(QUERIES[search.code])

    expect(search.results.first).to_be_visible()


def test_what_an_input_method_commits_is_searched_for(page: Page, site_address: str) -> None:
    search = SearchBox(page, site_address, "ja").open("what-moves/")
    search.field.click()
    with input_method(page) as ime:
        ime.compose("めいわく")
        ime.settle("迷惑メール")

        expect(search.results.first).to_be_visible()


def test_search_is_emptied_by_its_button(search: SearchBox) -> None:
    search.search_for(QUERIES[search.code])

    search.page.locator(".md-search__form [type=reset]").click()

    expect(search.results).to_have_count(0)


def test_search_works_below_a_path_and_on_a_page_that_is_not_there(
    page: Page, built_site: Path, serve_folder: ServeFolder, code: str
) -> None:
    search = SearchBox(page, serve_folder(built_site, below="/merge/guide/"), code).open("open-the-form/")
    search.search_for(QUERIES[code])
    search.results.nth(1).click()
    page.wait_for_url("**/merge/guide/" + address_of(code, ANSWER))


def test_a_page_from_a_disk_says_that_it_cannot_search(page: Page, built_site: Path, guide: Guide, code: str) -> None:
    page.goto(f"{built_site.as_uri()}/{address_of(code, 'what-moves/')}index.html")
    page.locator(".md-search__input").click()

    expect(page.locator(".md-search-result__meta")).to_have_text(guide.languages[code].search.on_disk)


@pytest.mark.parametrize("lost", ["**/search/*.json", "**/javascripts/search.*.js"], ids=["index", "worker"])
def test_search_that_could_not_be_loaded_says_so_and_is_tried_again(search: SearchBox, guide: Guide, lost: str) -> None:
    search.page.route(lost, lambda route: route.abort())
    search.field.click()
    expect(search.state).to_have_text(guide.languages[search.code].search.failed)

    search.page.unroute(lost)
    search.page.keyboard.press("Escape")
    search.search_for(QUERIES[search.code])


def test_what_looks_like_html_is_shown_as_text(search: SearchBox) -> None:
    def answer(route: Route) -> None:
        text = "<img src=x onerror=document.title=1> & merge 統合"
        page = {"location": "replies/", "title": text, "about": "", "weight": 1, "sections": [{"title": text}]}
        page["sections"] = [{"id": "top", "title": text, "text": text}]
        route.fulfill(json={"alike": [], "passedOver": [], "pages": [page]})

    search.page.route("**/search/*.json", answer)
    search.search_for("merge")

    assert search.page.locator(".md-search-result img").count() == 0
    assert "<img src=x onerror=document.title=1> & merge 統合" in search.results.first.inner_text()
