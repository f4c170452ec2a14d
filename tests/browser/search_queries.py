"""The queries of ``search/queries.yml``, and what the search's modules find for them in an open page."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import yaml
from playwright.sync_api import Page

QUERIES = Path(__file__).parent / "search/queries.yml"
RANK = """
async ([site, code, queries]) => {
  const { Ranking } = await import(`${site}assets/javascripts/search/ranking.js`);
  const { shownPages } = await import(`${site}assets/javascripts/search/results.js`);
  const ranking = new Ranking(await (await fetch(`${site}search/${code}.json`)).json());
  return queries.map((query) => shownPages(ranking.pages(query)).map((sections) => sections[0].location));
}
"""


class Asked(NamedTuple):
    """A query, and the pages that answer it, by their file without its ending."""

    query: str
    right: frozenset[str]


def asked_queries(code: str, file: Path = QUERIES) -> list[Asked]:
    """The queries of a language."""
    written = yaml.safe_load(file.read_text(encoding="utf-8"))[code]
    return [Asked(str(query), frozenset(right)) for entry in written for query, right in entry.items()]


def page_of(location: str, code: str) -> str:
    """The page of a result: ``en/replies/#remind`` is one of ``replies``."""
    return location.removeprefix(f"{code}/").partition("#")[0].strip("/") or "index"


def ranked(page: Page, site: str, code: str, file: Path = QUERIES) -> dict[Asked, list[str]]:
    """The pages that the search finds for each query, the best first.

    Args:
        page: an open page of the site.
        site: the site's address, with a slash at its end.
        file: where the queries are written.
    """
    queries = asked_queries(code, file)
    found = page.evaluate(RANK, [site, code, [asked.query for asked in queries]])
    return {
        asked: [page_of(location, code) for location in locations]
        for asked, locations in zip(queries, found, strict=True)
    }
