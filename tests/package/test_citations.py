"""``[@claim]`` in a page becomes the claim's mark, linked to the evidence; a claim nobody knows is reported."""

from __future__ import annotations

import datetime

import pytest
from pages_alone import Render

from mergeguide.checks.pages.citations import citing_problems
from mergeguide.data.guide import Guide
from mergeguide.evidence.marks import mark
from mergeguide.pages.page_index import collected
from mergeguide.pages.source import PageText


def known_statements(guide: Guide, code: str, source: str) -> list[int]:
    """The lines of a page at which what is known ends in the mark of something unknown."""
    page = collected(PageText(code, "page.md", f"docs/{code}/page.md", source, "<p></p>"))
    return [problem.line for problem in citing_problems(guide, [page]) if problem.rule == "known-statement"]


@pytest.mark.parametrize("code", ["en", "ja"])
def test_a_citation_becomes_its_claim_s_mark(guide: Guide, render: Render, code: str) -> None:
    day = datetime.date(2026, 1, 1)
    page = render("A case is created. [@form-2025-11]\n", code, today=day)
    (link,) = page.tree.find_class("mg-asof")
    shown = mark(guide, guide.languages[code], guide.claims["form-2025-11"], day)
    assert page.problems == ()
    assert link.text == shown.short
    assert link.get("href") == "evidence.md#claim-form-2025-11"
    assert link.get("data-strength") == shown.strength == "several"
    assert shown.text in link.get("data-told", "")
    assert shown.text in link.get("aria-label", "")
    assert link.get("data-old") is None
    assert "[@" not in page.html


def test_every_claim_can_be_cited(guide: Guide, render: Render) -> None:
    page = render("".join(f"- This one is not known. [@{claim}]\n" for claim in guide.claims))
    assert page.problems == ()
    links = page.tree.find_class("mg-asof")
    assert [link.get("href") for link in links] == [f"evidence.md#claim-{claim}" for claim in guide.claims]
    for link, claim in zip(links, guide.claims.values(), strict=True):
        assert link.get("aria-label")
        # Its sign says that nothing is known; the sentence has said it in words.
        assert bool(link.text) == (claim.basis != "unknown")


@pytest.mark.parametrize(
    ("code", "source"),
    [
        ("en", "What the form looks like in 2026 is not known. [@form-2026]\n"),
        ("en", "It is. Whether it moves is *not known*. [@history-moves] [@benefits-move]\n"),
        ("en", "| Exam history | Not known. [@history-moves] | Save it. |\n| - | - | - |\n| a | b | c |\n"),
        ("ja", "移ります。試験履歴が移るかは、わかっていません。[@history-moves]\n"),
        ("ja", "わかっていません。[@history-moves] [@benefits-move]次の文です。\n"),
        ("en", "What the form looks like in 2026\nis not known. [@form-2026]\n"),
    ],
)
def test_what_is_not_known_is_cited_after_words_that_say_so(guide: Guide, code: str, source: str) -> None:
    assert known_statements(guide, code, source) == []


@pytest.mark.parametrize(
    ("code", "source"),
    [
        ("en", "That is not known. Every report used a case. [@form-2026]\n"),
        ("ja", "わかっていません。報告は、どれもケースでした。[@merge-tool-unseen]\n"),
        ("ja", "[@history-moves]移ります。\n"),
    ],
)
def test_a_known_statement_cannot_end_in_not_known(guide: Guide, code: str, source: str) -> None:
    assert known_statements(guide, code, f"# Page {{ #page }}\n\n{source}") == [3]


def test_old_evidence_shows_that_it_is_old(guide: Guide, render: Render) -> None:
    (link,) = render("It was so. [@form-2022-02]\n", today=datetime.date(2026, 11, 22)).tree.find_class("mg-asof")
    assert link.get("data-old") == ""
    assert guide.languages["en"].as_of.old in link.get("aria-label", "")


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
    texts = {
        code: render("So. [@direct-address]\n", code).tree.find_class("mg-asof")[0].get("aria-label")
        for code in ("ja", "en")
    }
    assert texts["ja"] != texts["en"]
