"""Places that the page on translations leaves for its data and badges: whatever stands around them stays as it is."""

from __future__ import annotations

import pytest

from mergeguide.rendering import with_files


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ('<p>\n<span data-file="a.json">Data &amp; x</span>。</p>', '<p>\n<a href="../a.json">Data &amp; x</a>。</p>'),
        (
            '<span lang="ja">日本\u2028語<span\n data-file="a.json">x</span></span>',
            '<span lang="ja">日本\u2028語<a href="../a.json">x</a></span>',
        ),
        (
            '<span data-told="10 &lt; 20 %" data-picture="a.svg"></span>',
            '<img src="../a.svg" alt="10 &lt; 20 %" height="20">',
        ),
        ("<code>&lt;span data-file=</code> <span>y</span>", "<code>&lt;span data-file=</code> <span>y</span>"),
    ],
)
def test_a_place_becomes_what_it_stands_for(written: str, shown: str) -> None:
    assert with_files(written, lambda name: f"../{name}") == shown
