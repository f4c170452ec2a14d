"""A link to a page that is not in the language of its address says so."""

from __future__ import annotations

import pytest

from mergeguide.data.guide import Guide
from mergeguide.rendering import with_languages

MARK = ' <span lang="ja">(日本語)</span>'


@pytest.mark.parametrize(
    "link",
    [
        '<a href="../privacy/">X</a>',
        '<a class="md-button" href="../privacy/#top"><em>X</em></a>',
        '<a href="/ko/privacy/">X</a>',
        '<a href="../privacy/?a=1&amp;b=2">X</a>',
    ],
)
def test_the_language_stands_behind_the_link(guide: Guide, link: str) -> None:
    elsewhere = {"ko/privacy/": guide.languages["ja"]}
    assert with_languages(f"<p>{link}, Y</p>", "ko/case-text/", elsewhere) == f"<p>{link}{MARK}, Y</p>"


@pytest.mark.parametrize("link", ["#top", "../", "../replies/", "https://example.com/ko/privacy/", "../../privacy/"])
def test_no_other_link_has_a_mark(guide: Guide, link: str) -> None:
    html = f'<a href="{link}">X</a><a id="privacy">Y</a>'
    assert with_languages(html, "ko/case-text/", {"ko/privacy/": guide.languages["ja"]}) == html
