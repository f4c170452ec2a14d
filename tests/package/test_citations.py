"""``[@claim]`` in a page becomes the claim's mark, linked to the evidence; a claim nobody knows is reported."""

from __future__ import annotations

import datetime

import pytest
from pages_alone import Render

from mergeguide.evidence import mark
from mergeguide.guide import Guide


@pytest.mark.parametrize("code", ["en", "ja"])
def test_a_citation_becomes_its_claim_s_mark(guide: Guide, render: Render, code: str) -> None:
    day = datetime.date(2026, 1, 1)
    page = render("The form opens directly. [@direct-address]\n", code, today=day)
    (link,) = page.tree.find_class("mg-asof")
    shown = mark(guide, guide.languages[code], guide.claims["direct-address"], day)
    assert page.problems == ()
    assert link.text == shown.text
    assert link.get("href") == "evidence.md#claim-direct-address"
    assert link.get("data-strength") == shown.strength == "several"
    assert shown.text in link.get("title")
    assert link.get("data-old") is None
    assert "[@" not in page.html


def test_every_claim_can_be_cited(guide: Guide, render: Render) -> None:
    page = render("".join(f"- One. [@{claim}]\n" for claim in guide.claims))
    assert page.problems == ()
    links = page.tree.find_class("mg-asof")
    assert [link.get("href") for link in links] == [f"evidence.md#claim-{claim}" for claim in guide.claims]
    assert all(link.text for link in links)


def test_old_evidence_shows_that_it_is_old(guide: Guide, render: Render) -> None:
    (link,) = render("It was so. [@form-2022-02]\n", today=datetime.date(2026, 11, 22)).tree.find_class("mg-asof")
    assert link.get("data-old") == ""
    assert guide.languages["en"].as_of.old in link.get("title")


def test_an_unknown_claim_is_reported_where_it_stands(render: Render) -> None:
    page = render("# Page { #page }\n\nTrue. [@direct-adress]\n\nAlso. [@nobody-knows-this-one]\n")
    first, second = page.problems
    assert (first.path, first.line, first.rule) == ("docs/en/page.md", 3, "unknown-claim")
    assert first.message == 'The claim "direct-adress" is cited, but claims.yml does not know it.'
    assert first.remedy.startswith('Did you mean "direct-address"?')
    assert (second.line, second.rule) == (5, "unknown-claim")
    assert second.remedy == "Correct the id, or add the claim with its sources."
    assert "[@direct-adress]" in page.html


def test_an_unknown_claim_that_is_cited_twice_is_reported_twice(render: Render) -> None:
    page = render("One. [@nobody]\n\nTwo.\n\nThree. [@nobody]\n")
    assert [problem.line for problem in page.problems] == [1, 5]


@pytest.mark.parametrize(
    "source",
    [
        "Write `[@direct-address]` after the sentence.\n",
        "Write ``[@nobody]`` after the sentence.\n",
        "```\n[@nobody]\n```\n",
        "    [@nobody]\n",
        "Write \\[@nobody] to show it.\n",
    ],
)
def test_a_citation_in_code_or_escaped_is_left_alone(render: Render, source: str) -> None:
    page = render(source)
    assert page.problems == ()
    assert page.tree.find_class("mg-asof") == []
    assert "[@" in page.tree.text_content()


def test_citations_stand_wherever_text_does(render: Render) -> None:
    source = (
        "Term [@both-logins]\n:   Told. [@direct-address][@both-logins]\n\n"
        "| a | b |\n| - | - |\n| x [@direct-address] | **y [@both-logins]** |\n\n"
        "- item [@direct-address] and [a link](x.md) and [more][@both-logins]\n"
    )
    page = render(source)
    assert page.problems == ()
    assert len(page.tree.find_class("mg-asof")) == 7
    assert page.tree.findall(".//a[@href='x.md']")[0].text == "a link"


def test_two_languages_can_be_rendered_one_after_the_other(render: Render) -> None:
    texts = {code: render("So. [@direct-address]\n", code).tree.find_class("mg-asof")[0].text for code in ("ja", "en")}
    assert texts["ja"] != texts["en"]
