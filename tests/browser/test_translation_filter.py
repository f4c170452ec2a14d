"""The filter above the table of translations: what fits is open, the rest is gone, and nothing asked for shows all."""

from __future__ import annotations

from playwright.sync_api import Browser

ROWS = (
    "rows => rows.filter((row) => row.checkVisibility()).map((row) => [row.dataset.size, row.dataset.severity ?? ''])"
)


def test_rows_that_fit_are_shown_and_counted(browser: Browser, site_address: str) -> None:
    page = browser.new_page()
    page.goto(f"{site_address}en/translation-status/")
    rows, status = page.locator(".mg-translations tbody tr"), page.locator(".mg-translations [role='status']")
    assert rows.evaluate_all(ROWS) == []
    assert status.inner_text() == f"Shown: {rows.count()}."

    page.get_by_label("Size").select_option("S")
    page.get_by_label("Severity").select_option("high")
    shown = rows.evaluate_all(ROWS)
    assert {tuple(row) for row in shown} == {("XS", "high"), ("S", "high")}
    assert status.inner_text() == f"Shown: {len(shown)}."

    for name in ("Size", "Severity"):
        page.get_by_label(name).select_option("")
    page.get_by_label("State").select_option("open")
    assert len(rows.evaluate_all(ROWS)) == page.locator(".mg-translations tr:has(td[data-open])").count()

    page.get_by_label("State").select_option("")
    assert page.locator(".mg-translations details:visible").count() == page.locator(".mg-translations details").count()
    page.close()
