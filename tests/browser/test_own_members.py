"""Members of the generator's classes are shortened where neither a browser nor the data has a property of that name."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from lxml import html
from playwright.sync_api import Browser

from mergeguide.generator import script_members
from mergeguide.generator.script_bundle import ENTRY, OF_REPLIES, joined_script
from mergeguide.generator.script_names import Names
from mergeguide.generator.script_tokens import tokens

OF_EVERYTHING = """
() => {
  const names = new Set(Object.keys(document.documentElement.style));
  for (const name of Object.getOwnPropertyNames(window)) {
    const value = window[name];
    for (const object of [value, value?.prototype])
      if (object instanceof Object) for (const each of Object.getOwnPropertyNames(object)) names.add(each);
    names.add(name);
  }
  return [...names];
}
"""
OF_BROWSERS = script_members.OF_BROWSERS


def test_a_name_that_a_browser_knows_stays(
    browser: Browser, site_address: str, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = browser.new_page()
    page.goto(site_address)
    of_browser = set(page.evaluate(OF_EVERYTHING))
    page.close()
    assert len(of_browser) > 4000
    monkeypatch.setattr(script_members, "OF_BROWSERS", frozenset())

    ours, of_replies = own_members(root, ENTRY), own_members(root, OF_REPLIES)

    assert {"fed", "offered"} <= ours
    assert {"ticks", "compared"} <= of_replies
    assert (ours | of_replies) & of_browser == OF_BROWSERS


def test_a_name_of_the_data_stays(built_site: Path, root: Path) -> None:
    page = html.parse(str(built_site / "case-text/index.html"))
    guide, replies = (json.loads(page.xpath(f"string(//script[@data-name='{name}'])")) for name in ("guide", "replies"))

    assert {"fields", "warnings", "ranges"} <= set(keys(guide))
    assert {"kinds", "means", "matches"} <= set(keys(replies))
    assert own_members(root, ENTRY) & set(keys(guide)) == set()
    assert own_members(root, OF_REPLIES) & {*keys(guide), *keys(replies)} == set()


def own_members(root: Path, entry: str) -> set[str]:
    """The names that are shortened in a script."""
    return set(script_members.own_members(Names(tokens(joined_script(root, entry)))))


def keys(value: Any) -> Iterator[str]:
    """The names of all that is in the data but of words: a script that asks for one by its name says so."""
    if isinstance(value, dict):
        for name, each in value.items():
            yield name
            if name != "words":
                yield from keys(each)
    elif isinstance(value, list):
        for each in value:
            yield from keys(each)
