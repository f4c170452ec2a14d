"""Whoever gets the shared tab finds nothing of who had it before."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from case_text import CaseText
from playwright.sync_api import Browser, Error, Page
from shared_tab import SharedTab, wants_its_own
from typing_japanese import input_method

from mergeguide.data.guide import Guide

LEFT = "() => [{ ...sessionStorage }, { ...localStorage }, window.name, document.cookie, history.length]"
LEAVE = """
() => {
  localStorage.x = window.name = 'x';
  document.cookie = 'x=x';
  history.pushState(null, '', '#x');
}
"""


@pytest.fixture
def tab(browser: Browser) -> Iterator[SharedTab]:
    """A tab of this test alone."""
    one = SharedTab(browser)
    yield one
    one.close()


def test_nothing_is_left_of_the_test_before(tab: SharedTab, guide: Guide, site_address: str) -> None:
    with tab.lend(site_address) as page:
        before = CaseText(page, guide, "ja", site_address).open()
        untouched = page.evaluate(LEFT)
        before.type_into("full-name", "Hanako Example")
        page.evaluate(LEAVE)
        page.goto(f"{site_address}privacy/")
        before.leave()

    with tab.lend(site_address) as page:
        after = CaseText(page, guide, "ja", site_address).open()
        assert page == before.page
        assert page.evaluate(LEFT) == untouched
        assert after.value("full-name") == ""
        page.evaluate("() => console.log('heard')")
        after.leave()

    assert (before.said, after.said) == ([], ["heard"])


def test_whoever_comes_meanwhile_gets_another(tab: SharedTab, site_address: str) -> None:
    with tab.lend(site_address) as one, tab.lend(site_address) as other:
        assert one.context != other.context
    with tab.lend(site_address) as again:
        assert again == other


def test_a_tab_that_has_opened_another_is_not_lent_again(tab: SharedTab, site_address: str) -> None:
    with tab.lend(site_address) as first:
        first.context.new_page()
    with tab.lend(site_address) as second:
        assert second != first


def test_a_tab_whose_test_has_failed_is_not_lent_again(tab: SharedTab, site_address: str) -> None:
    with tab.lend(site_address) as first:
        tab.discard(first)
    with tab.lend(site_address) as second:
        assert second.context != first.context


def test_an_input_method_leaves_the_page_with_whoever_had_it(page: Page) -> None:
    with input_method(page) as method:
        method.compose("かな")
    with pytest.raises(Error):
        method.compose("かな")


def _listens(case: CaseText) -> None:
    case.page.once("dialog", lambda dialog: dialog.accept())


def _presses(case: CaseText) -> None:
    case.press("copy")


def test_who_listens_gets_a_tab_of_its_own() -> None:
    assert wants_its_own(_listens)
    assert not wants_its_own(_presses)
