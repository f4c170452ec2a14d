"""Search in three engines: not loaded before it is used, and the keyboard alone opens what is found."""

from __future__ import annotations

from reader import Reader
from window import wait_until

QUERY = "credly"
LOADED = r"""
() => performance.getEntriesByType('resource').filter(({ name }) => /search[./]/.test(name)).length
"""
FOUND = "() => document.querySelector('.md-search-result__list').innerHTML"
BEST = """
() => {
  const score = (link) => Number(link.firstElementChild.dataset.mdScore);
  const links = [...document.querySelectorAll('.md-search-result__item:first-child > a')];
  return links.sort((one, other) => score(other) - score(one))[0]?.href ?? '';
}
"""


def test_the_best_result_is_opened_by_keyboard_alone(reader: Reader) -> None:
    reader.open(f"privacy/?q={QUERY}")
    wait_until(lambda: reader.run(FOUND), "something is found")
    found = reader.run(FOUND)
    reader.open("privacy/")
    assert reader.run(LOADED) == 0
    reader.key("/")
    # Key by key, as a reader types: what is found for the beginning of the word comes and goes meanwhile.
    reader.type(QUERY)
    wait_until(lambda: reader.run(FOUND) == found, "the whole word is looked for")
    best = reader.run(BEST)
    assert best.startswith(reader.address(""))
    with reader.leaving():
        reader.window.press("Enter")
    assert reader.run("() => location.href") == best
