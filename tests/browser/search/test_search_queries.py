"""What readers type into the search finds the page that answers it: ``queries.yml``, over the built site."""

from __future__ import annotations

import pytest
from case_text import address_of
from playwright.sync_api import Page
from search_queries import Asked, asked_queries, ranked

FIRST = 0.85
AMONG_THREE = 0.97


@pytest.fixture
def answers(page: Page, site_address: str, code: str) -> dict[Asked, list[str]]:
    """The pages that are found for each query, the best first."""
    page.goto(site_address + address_of(code, "privacy/"))
    return ranked(page, site_address, code)


@pytest.mark.in_each
def test_the_right_page_is_found(answers: dict[Asked, list[str]], code: str) -> None:
    queries = asked_queries(code)
    assert len(queries) >= 60

    late = [asked.query for asked in queries if not asked.right & set(answers[asked][:3])]
    second = [asked.query for asked in queries if not asked.right & set(answers[asked][:1])]

    assert len(late) <= (1 - AMONG_THREE) * len(queries), late
    assert len(second) <= (1 - FIRST) * len(queries), second
