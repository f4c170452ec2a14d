"""The required-field gate, tried on every field and every language; ``make test`` misses single ones of some alone.

Promise: a field whose section is missing is named, with its language, the file to edit and the line of its
declaration, and no other field is. The pages are a copy of the real ones on disk; only the page that a test
spoils is rendered anew, by the functions that ``python -m mergeguide check`` calls.
"""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from sections import with_empty_section, without_section

from mergeguide.checks.pages.gates import collected_problems
from mergeguide.checks.pages.rendered import Reporter
from mergeguide.data.guide import Guide
from mergeguide.loading import load
from mergeguide.markup.page_renderer import renderer
from mergeguide.pages.configuration import read_configuration
from mergeguide.pages.field_sections import FIELDS_PAGE
from mergeguide.pages.page_index import Collected, collected
from mergeguide.pages.source import PageText, page_of, pages_of
from mergeguide.problems import Problem, in_order, listing
from mergeguide.rendering.context import RenderingContext
from mergeguide.rendering.templates import Fragments
from projects import ROOT, Project, copy_project

REAL = load(ROOT)
assert isinstance(REAL, Guide), listing(REAL)
EVERY_FIELD = pytest.mark.parametrize("field", REAL.documented)
EVERY_LANGUAGE = pytest.mark.parametrize("language", REAL.languages)
A_THIRD = pytest.mark.some(len(REAL.documented) * len(REAL.languages) // 3)
"""Of the fields of all languages, where all at once are tried as well."""

CONTRACT = [
    "form-name",
    "form-company",
    "form-email",
    "form-candidate-id",
    "form-country",
    "form-phone",
    "form-inquiry-type",
    "form-issue-type",
    "form-additional-details",
    "form-body",
    "situation",
    "full-name",
    "former-company",
    "left-on",
    "contact-email",
    "alternate-email",
    "work-mailbox",
    "source-account-kind",
    "source-login-email",
    "destination-login-email",
    "source-notification-email",
    "destination-notification-email",
    "source-candidate-id",
    "destination-candidate-id",
    "source-skill-builder-email",
    "destination-skill-builder-email",
    "reason",
    "notes",
    "case-id",
    "first-sent-on",
]
"""The ids that the project promises to keep, whatever the data says."""


class CopiedPages:
    """A copy of the real project, every page of it rendered; one page at a time may be spoiled."""

    def __init__(self, project: Project) -> None:
        """Render every page once."""
        guide = load(project.root)
        assert isinstance(guide, Guide), listing(guide)
        self.project, self.guide = project, guide
        configuration = read_configuration(project.root)
        assert not isinstance(configuration, Problem), configuration
        self._fragments, self._settings = Fragments(project.root), configuration.markdown
        self._rendered = {page.path: self._render(page) for page in pages_of(project.root, guide.languages)}

    def problems(self, language: str, spoil: Callable[[str], str]) -> tuple[Problem, ...]:
        """What the gates say once the page of fields of one language was changed on disk; undone afterwards."""
        root, path = self.project.root, f"docs/{language}/{FIELDS_PAGE}"
        written = self.project.text(path)
        self.project.write(path, spoil(written))
        results = {**self._rendered, path: self._render(page_of(root, language, root / path))}
        self.project.write(path, written)
        reports = [report for _, reported in results.values() for report in reported]
        return in_order([*reports, *collected_problems(self.guide, [page for page, _ in results.values()])])

    def _render(self, page: PageText | Problem) -> tuple[Collected, list[Problem]]:
        assert isinstance(page, PageText), page
        reporter = Reporter(page)
        rendering = RenderingContext(self.project.root, self.guide, page.code, self._fragments, reporter)
        return collected(renderer(rendering, self._settings)(page)), reporter.problems


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> CopiedPages:
    """The copy that all tests of this module share; each leaves it as it was."""
    return CopiedPages(copy_project(tmp_path_factory.mktemp("gate") / "project", with_cache=True))


CITATIONS = ("citation-parity", "uncited-claim")
"""What a lost text entails beyond its field: its citations now stand in one language only, or nowhere."""


def of_rule(problems: tuple[Problem, ...], rule: str) -> list[Problem]:
    """The problems that one rule found."""
    return [problem for problem in problems if problem.rule == rule]


@pytest.mark.parametrize("field", CONTRACT)
def test_every_field_of_the_contract_has_to_be_documented(field: str, guide: Guide) -> None:
    assert field in guide.documented


@EVERY_LANGUAGE
def test_the_real_pages_have_no_gap(pages: CopiedPages, language: str) -> None:
    assert pages.problems(language, lambda page: page) == ()


@A_THIRD
@EVERY_LANGUAGE
@EVERY_FIELD
def test_a_missing_section_is_named_exactly(pages: CopiedPages, language: str, field: str) -> None:
    problems = pages.problems(language, lambda page: without_section(page, f"field-{field}"))

    gaps = of_rule(problems, "undocumented-field")
    assert [gap.message for gap in gaps] == [f'The field "{field}" has no documentation in the language "{language}".']
    gap = gaps[0]
    declaration = pages.project.text(gap.path).splitlines()[gap.line - 1]
    assert gap.path == "docs/_data/fields.yml"
    assert re.search(rf"\bid: {field}(,|$)", declaration), f"line {gap.line} is {declaration!r}"
    assert gap.remedy.startswith(f"Add to docs/{language}/form-fields.md:\n")
    assert f"{{ #field-{field} }}" in gap.remedy

    # The same heading is now in one language only, which is a problem of its own; nothing else is.
    others = [problem for problem in problems if problem not in gaps and problem.rule not in CITATIONS]
    assert [(other.rule, f"#field-{field}" in other.message) for other in others] in (
        [("missing-heading", True)],
        [("extra-heading", True)],
    )


@A_THIRD
@EVERY_LANGUAGE
@EVERY_FIELD
def test_an_empty_section_is_named_exactly(pages: CopiedPages, language: str, field: str) -> None:
    # The facts that the software writes into each section do not count as its documentation.
    found = pages.problems(language, lambda page: with_empty_section(page, f"field-{field}"))

    problems = [problem for problem in found if problem.rule not in CITATIONS]
    assert [(problem.rule, problem.message) for problem in problems] == [
        ("empty-section", f'The section of the field "{field}" is empty in the language "{language}".')
    ]
    path = f"docs/{language}/form-fields.md"
    assert (problems[0].path, problems[0].line) == (path, pages.project.line(path, f"{{ #field-{field} }}"))


@EVERY_LANGUAGE
def test_every_missing_section_is_named_at_once(pages: CopiedPages, language: str) -> None:
    def without_any(page: str) -> str:
        for field in pages.guide.documented:
            page = without_section(page, f"field-{field}")
        return page

    gaps = of_rule(pages.problems(language, without_any), "undocumented-field")

    assert {gap.message for gap in gaps} == {
        f'The field "{field}" has no documentation in the language "{language}".' for field in pages.guide.documented
    }
    assert len(gaps) == len(pages.guide.documented)


@EVERY_LANGUAGE
def test_a_heading_without_the_explicit_id_does_not_document_its_field(pages: CopiedPages, language: str) -> None:
    problems = pages.problems(language, lambda page: page.replace(" { #field-case-id }", ""))

    gaps = of_rule(problems, "undocumented-field")
    assert [gap.message for gap in gaps] == [f'The field "case-id" has no documentation in the language "{language}".']


@EVERY_LANGUAGE
def test_a_term_without_a_text_is_named(pages: CopiedPages, language: str) -> None:
    term = pages.guide.languages[language].documentation.wrong

    def without_term(page: str) -> str:
        start = page.index(f"\n{term}\n", page.index("{ #field-case-id }"))
        return page[:start] + page[page.index("\n### ", start) :]

    problems = [problem for problem in pages.problems(language, without_term) if problem.rule not in CITATIONS]

    assert [(problem.rule, problem.message) for problem in problems] == [
        ("missing-term", f'The section of the field "case-id" does not say "{term}" (language "{language}").')
    ]
