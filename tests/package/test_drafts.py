"""A language that is being translated: the source lends what it lacks, and readers are told of it from a minimum on."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from tiny_pages import page

from mergeguide.checks.pages.gates import collected_problems
from mergeguide.checks.pages.links import link_problems
from mergeguide.checks.pages.rendered import Rendered, rendered_sources
from mergeguide.data import Document, completed
from mergeguide.data.guide import Guide
from mergeguide.pages.page_index import Collected
from mergeguide.translations import FIRST_PAGES, Section, listed_languages


def document(**tree: object) -> Document:
    """A language file, each of whose keys stands on a line of its own."""
    return Document("x.yml", tree, {(key,): line for line, key in enumerate(tree, 1)})


def test_a_draft_is_completed_from_the_source_and_never_says_the_source_s_name() -> None:
    source = document(language="ja", name="日本語", source=True, owners=["hanako"], site={"name": "名前", "text": "文"})
    draft = document(language="ko", name="한국어", source=False, draft=True, owners=[], site={"name": "이름"})
    whole = completed(draft, source)
    assert whole.tree["site"] == {"name": "이름", "text": "文"}
    assert [whole.tree[key] for key in ("language", "name", "source", "owners")] == ["ko", "한국어", False, []]
    assert whole.lines == draft.lines


def sections(state: str, name: str = FIRST_PAGES[0]) -> list[Section]:
    """A section of a page, in a state."""
    return [Section("en", name, "page", state, f"docs/en/{name}", 1)]  # type: ignore[arg-type]


def dead_sections(guide: Guide, *pages: Collected) -> set[str]:
    """The languages in which a situation's section is said not to exist."""
    told = [problem.message for problem in collected_problems(guide, pages) if problem.rule == "dead-section"]
    return {code for code in guide.languages for message in told if message.endswith(f'in the language "{code}".')}


def test_a_draft_without_a_page_lacks_no_section_of_it(guide: Guide, drafting: Guide) -> None:
    names = {situation.section.partition("#")[0] for situation in guide.situations.values()}
    empty = [page("# Nothing { #nothing }\n", "en", name, '<h1 id="nothing">Nothing</h1>') for name in names]

    assert dead_sections(guide) == {"ja", "en"}
    assert dead_sections(drafting) == {"ja"}
    assert dead_sections(drafting, *empty) == {"ja", "en"}


def test_a_link_to_a_page_that_a_draft_lacks_leads_to_the_source_s(root: Path, guide: Guide, drafting: Guide) -> None:
    rendered = rendered_sources(root, guide, follow_links=True)
    assert isinstance(rendered, Rendered)
    lacking = [one for one in rendered.links if one.page.path != "docs/en/privacy.md"]

    assert [*link_problems(guide, rendered.links)] == []
    assert [*link_problems(drafting, lacking)] == []
    dead = {problem.message for problem in link_problems(guide, lacking)}
    assert 'The link "privacy.md" leads to no page.' in dead


def test_links_are_gone_through_only_where_they_are_to_be_followed(root: Path, guide: Guide) -> None:
    rendered = rendered_sources(root, guide)
    assert isinstance(rendered, Rendered)
    assert rendered.links == []


@pytest.mark.parametrize(
    ("state", "listed"),
    [("missing", False), ("untracked", False), ("fresh", True), ("acknowledged", True), ("stale", True)],
)
def test_a_draft_is_listed_when_its_first_pages_are_translated(drafting: Guide, state: str, listed: bool) -> None:
    assert ("en" in listed_languages(drafting, sections(state))) is listed


@pytest.mark.parametrize(("text", "listed"), [("", False), ("## Under its old id", True)])
def test_what_is_renamed_in_the_source_alone_is_lacking_whoever_knows_the_history(
    drafting: Guide, text: str, listed: bool
) -> None:
    """Without a history such a section is one that is missing."""
    renamed = [replace(each, text=text) for each in sections("renamed")]
    assert ("en" in listed_languages(drafting, renamed)) is listed


def test_what_is_not_of_the_minimum_can_be_missing(drafting: Guide) -> None:
    assert "en" in listed_languages(drafting, sections("missing", "privacy.md"))
    assert drafting.complete_languages == ("ja",)


def test_the_words_around_every_page_are_of_the_minimum(drafting: Guide) -> None:
    words = Section("en", "", "nav.ask", "missing", "docs/_data/languages/en.yml", 1)
    assert "en" not in listed_languages(drafting, [words])


def test_a_complete_language_is_always_listed(guide: Guide) -> None:
    assert listed_languages(guide, sections("missing")) == tuple(guide.languages)
