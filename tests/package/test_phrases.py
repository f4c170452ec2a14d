"""Where headings may break: between phrases, in languages without blanks, and nowhere else."""

from __future__ import annotations

import xml.etree.ElementTree as etree

import pytest

from mergeguide.markup.phrases import mark_phrases, parser_for


def _marked(html: str, code: str = "ja") -> str:
    root = etree.fromstring(f"<div>{html}</div>")
    mark_phrases(root, code)
    return "".join(etree.tostring(child, encoding="unicode") for child in root).replace("<wbr />", "|")


@pytest.mark.parametrize(
    ("html", "marked"),
    [
        ("<h2>自分のパスワード</h2>", '<h2 class="mg-phrases">自分の|パスワード</h2>'),
        ("<th>自分の<em>古いアカウント</em></th>", '<th class="mg-phrases">自分の<em>|古い|アカウント</em></th>'),
        (
            '<h2 id="a">手元に用意する<a class="headerlink" href="#a">¶</a></h2>',
            '<h2 id="a" class="mg-phrases">手元に|用意する<a class="headerlink" href="#a">¶</a></h2>',
        ),
        (
            '<a class="md-button">依頼文を作る</a>',
            '<a class="md-button mg-phrases"><span>依頼文を|作る</span></a>',
        ),
        ("<h2>根拠は新しいか</h2>", '<h2 class="mg-phrases">根拠は|新しいか</h2>'),
    ],
)
def test_line_that_stands_out_is_marked_between_its_phrases(html: str, marked: str) -> None:
    assert _marked(html) == marked


@pytest.mark.parametrize(
    "html",
    [
        "<p>自分のアカウントへ移せます</p>",
        '<h2 lang="en">自分のアカウント</h2>',
        "<h2><code>自分のアカウント</code></h2>",
        "<h2>AWS Partner Network</h2>",
    ],
)
def test_nothing_else_gets_a_mark(html: str) -> None:
    assert "|" not in _marked(html)


def test_line_in_another_language_breaks_as_that_language_does() -> None:
    assert "mg-phrases" not in _marked('<h2 lang="zh">自分のアカウント</h2>')


def test_language_with_blanks_needs_no_marks() -> None:
    assert "|" not in _marked("<h2>自分のアカウント</h2>", "en")
    assert parser_for("en") is None


@pytest.mark.parametrize("code", ["ja", "th", "zh", "zh-Hans", "zh-Hant", "zh-TW"])
def test_language_without_blanks_has_a_parser(code: str) -> None:
    assert parser_for(code) is not None


def test_text_stays_the_same() -> None:
    html = "<h2>氏名や<b>AWS</b>候補IDの欄がありません</h2>"
    root = etree.fromstring(html)
    before = "".join(root.itertext())
    mark_phrases(root, "ja")
    assert "".join(root.itertext()) == before
