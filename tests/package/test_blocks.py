"""Blocks in a page's Markdown, without MkDocs: filled where they are right, reported with file and line where not."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest
from markdown import Markdown
from pages_alone import Render

from mergeguide.checks.pages.rendered import Reporter
from mergeguide.data.guide import Guide
from mergeguide.loading import load
from mergeguide.markup.block_views import FILLERS, arguments
from mergeguide.markup.extension import GuideMarkup
from mergeguide.pages.source import PageText
from mergeguide.rendering.context import RenderingContext
from mergeguide.rendering.templates import Fragments
from projects import ROOT

LATER = datetime.date(2040, 1, 1)
"""A day on which all evidence is old, so that notices about it are there."""
_loaded = load(ROOT)
PARTS = {name: arguments(_loaded, name) or [""] for name in FILLERS} if isinstance(_loaded, Guide) else {}
"""Every block with each of its arguments, as the data has them."""
EVERY_BLOCK = pytest.mark.parametrize(
    ("name", "argument"), [(name, argument) for name, found in PARTS.items() for argument in found]
)


def block(name: str, argument: str = "", body: str = "") -> str:
    """A block as an author writes it."""
    head = f"/// {name} | {argument}" if argument else f"/// {name}"
    return f"{head}\n{body}\n///\n" if body else f"{head}\n///\n"


def test_the_blocks_of_the_contract_are_tried() -> None:
    assert set(PARTS) >= {"case-generator", "form-map", "freshness", "ledger", "picture", "timings"}
    assert {"2022-02", "2024-04", "2025-11"} <= set(PARTS["form-map"])


@pytest.mark.parametrize("code", ["en", "ja"])
@EVERY_BLOCK
def test_a_block_is_filled(render: Render, name: str, argument: str, code: str) -> None:
    page = render(f"Before.\n\n{block(name, argument)}\nAfter.\n", code, today=LATER)
    assert page.problems == ()
    (found,) = page.tree.find_class("mg-block")
    assert found.get("class") == f"mg-block mg-block--{name}"
    assert len(found) > 0, "nothing was put in"
    assert found.text_content().strip()
    assert "data-mg-" not in page.html
    assert "///" not in page.tree.text_content()
    assert [element.text for element in page.tree if element.tag == "p"] == ["Before.", "After."]


def test_fresh_evidence_has_no_notice(render: Render) -> None:
    page = render(block("freshness", "form"), today=datetime.date(2026, 1, 1))
    assert page.problems == ()
    assert page.tree.text_content().strip() == ""


def test_the_author_s_own_words_come_first_in_the_block(render: Render) -> None:
    body = "\nAnswer *the* questions. See [privacy](privacy.md#see-for-yourself).\n\n- one\n- two\n"
    page = render(block("case-generator", body=body))
    assert page.problems == ()
    (found,) = page.tree.find_class("mg-block--case-generator")
    assert [element.tag for element in found][:3] == ["p", "ul", "case-generator"]
    assert found.xpath("string(.//p/em)") == "the"
    assert found.xpath("string(.//p/a/@href)") == "privacy.md#see-for-yourself"


def test_every_wrong_block_of_a_page_is_reported(render: Render) -> None:
    source = "/// form-map | 1999-01\n///\n\n/// pictures | way\n///\n\n/// form-map | 1999-01\n///\n"
    found = {(problem.line, problem.rule) for problem in render(source).problems}
    assert found == {(1, "block-argument"), (4, "block-left-over"), (7, "block-argument")}


@pytest.mark.parametrize(
    "source",
    [
        "```\n/// case-generator\n///\n```\n",
        "~~~ markdown\n/// case-genrator\n~~~\n",
        "    /// form-map | 1999-01\n    ///\n",
        "Write `/// case-generator` on a line of its own.\n",
    ],
)
def test_a_block_in_code_is_left_alone(render: Render, source: str) -> None:
    page = render(source)
    assert page.problems == ()
    assert page.tree.find_class("mg-block") == []
    assert "///" in page.tree.text_content()


def test_one_markdown_forgets_the_page_before(root: Path, guide: Guide, fragments: Fragments) -> None:
    page = PageText("en", "page.md", "docs/en/page.md", "")
    reporter = Reporter(page)
    markup = GuideMarkup(RenderingContext(root, guide, "en", fragments, reporter))
    markdown = Markdown(extensions=[markup])
    for _ in range(2):
        markdown.convert("/// case-generator\n///\n")
        markdown.reset()
    assert reporter.problems == []
    markdown.convert("/// picture | way\n\nNot closed.\n")
    markdown.reset()
    assert [problem.rule for problem in reporter.problems] == ["block-unclosed"]
    markdown.convert("Nothing.\n")
    assert len(reporter.problems) == 1


def test_blocks_of_other_extensions_stay_theirs(root: Path, guide: Guide, fragments: Fragments) -> None:
    reporter = Reporter(PageText("en", "page.md", "docs/en/page.md", ""))
    markup = GuideMarkup(RenderingContext(root, guide, "en", fragments, reporter))
    source = "/// note | Mind\n    attrs: {class: extra}\n\n//// picture | way\n////\n\n///\n"
    html = Markdown(extensions=["pymdownx.blocks.admonition", markup]).convert(source)
    assert reporter.problems == []
    assert "admonition" in html
    assert "mg-block--picture" in html
