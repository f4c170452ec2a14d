"""A page that does not say its path, as another theme's: answers are not kept, and everything else works."""

from __future__ import annotations

from playwright.sync_api import Page, Route


def test_the_letter_is_made_though_nothing_can_be_kept(page: Page, site_address: str) -> None:
    def without_path(route: Route) -> None:
        answer = route.fetch()
        body = answer.text()
        assert body.count('id="__config"') == 1
        route.fulfill(response=answer, body=body.replace('id="__config"', 'id="other"'))

    page.route("**/en/case-text/", without_path)
    page.goto(f"{site_address}en/case-text/")
    page.locator('[name="full-name"]').fill("Hanako Example")
    page.locator("[data-letter]", has_text="Hanako Example").wait_for()
    assert page.evaluate("sessionStorage.length") == 0
