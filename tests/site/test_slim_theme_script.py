"""The pages have nothing that the reduced script of the theme no longer serves."""

from __future__ import annotations

import json

import pytest
from lxml.html import HtmlElement

from mergeguide.theme_script import needs_all
from mergeguide.theme_script.unneeded import COMPONENTS

NOT_SERVED = (
    "//*[contains(concat(' ', @class, ' '), ' annotate ')]",
    "//*[contains(concat(' ', @class, ' '), ' footnote-ref ')]",
    "//*[contains(concat(' ', @class, ' '), ' md-toggle--indeterminate ')]",
    "//pre[contains(concat(' ', @class, ' '), ' mermaid ')]",
    "//*[@data-tabs or @data-preview or @data-clipboard-target or @data-clipboard-text]",
    "//link[@rel='alternate']",
    "//*[contains(concat(' ', @class, ' '), ' select ')]//pre",
    "//pre//code/span[@id]",
)


@pytest.mark.parametrize("elements", NOT_SERVED)
def test_no_page_has_elements_that_the_script_does_nothing_with(
    site_pages: dict[str, HtmlElement], elements: str
) -> None:
    assert [file for file, tree in site_pages.items() if tree.xpath(elements)] == []


def test_no_page_has_components_that_the_script_does_not_know(site_pages: dict[str, HtmlElement]) -> None:
    for file, tree in site_pages.items():
        found = set(tree.xpath("//@data-md-component"))
        assert found & COMPONENTS <= {"announce"}, file
        assert tree.xpath("//*[@data-md-component='announce']/*") == [], file


def test_no_feature_is_on_that_needs_the_whole_script(site_pages: dict[str, HtmlElement]) -> None:
    for tree in site_pages.values():
        for configuration in tree.xpath("//script[@id='__config']/text()"):
            assert not needs_all(json.loads(configuration)["features"])
