"""The finished letter on a page: one that the generator would let pass, for nobody who exists, with its translation."""

from __future__ import annotations

import pytest
from lxml.html import HtmlElement
from pages_alone import Render

from mergeguide.data.guide import Guide
from mergeguide.letters.answers import effective_answers
from mergeguide.letters.composition import compose, letter_text
from mergeguide.letters.validation import judge_answers
from mergeguide.rendering.sample_letter import sample_answers

BLOCK = "# Page { #page }\n\n/// sample-letter | request\n///\n"


def text(element: HtmlElement) -> str:
    """A letter on a page as it would be sent."""
    return "\n\n".join(paragraph.text_content() for paragraph in element.iter("p"))


@pytest.mark.parametrize("code", ["ja", "en"])
def test_the_letter_is_the_one_for_the_examples(guide: Guide, render: Render, code: str) -> None:
    effective = effective_answers(guide, sample_answers(guide, "request"))
    page = render(BLOCK, code)

    assert page.problems == ()
    for kind, language in (("letter", "en"), ("gloss", "ja")):
        (shown,) = page.tree.find_class(f"mg-sample-{kind}")
        for line in shown.iter("br"):
            line.tail = "\n" + (line.tail or "")
        assert shown.get("lang") == language
        assert text(shown) == letter_text(compose(guide, effective, language))


def test_nothing_in_it_is_missing_or_wrong(guide: Guide) -> None:
    assert judge_answers(guide, effective_answers(guide, sample_answers(guide, "request"))) == ()


def test_it_speaks_of_nobody_who_exists(guide: Guide) -> None:
    effective = effective_answers(guide, sample_answers(guide, "request"))
    letter = letter_text(compose(guide, effective, "en"))
    addresses = [word for word in letter.split() if "@" in word]
    assert len(addresses) >= 5
    assert {address.partition("@")[2] for address in addresses} <= {"example.com", "example.org", "example.co.jp"}
    assert "lost" in effective.values(), "the commonest case: the work mailbox can no longer be read"


def test_another_letter_cannot_be_asked_for(render: Render) -> None:
    (problem,) = render("# Page { #page }\n\n/// sample-letter | complain\n///\n").problems
    assert problem.rule == "block-argument"
