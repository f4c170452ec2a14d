"""The required-field gate as a function: each gap is told with its field, language, file and line.

That it finds every gap on the real pages is ``tests/site/test_gate_every_field.py``, and each kind of gap has a case in
``tests/rules``.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
from pages_alone import Render
from tiny_pages import page

from mergeguide.checks.pages.coverage import coverage_problems, declared, template
from mergeguide.data.guide import Guide
from mergeguide.pages.page_index import Collected
from mergeguide.problems import Problem

PAGE = "form-fields.md"


def section(guide: Guide, code: str, field: str) -> str:
    """A field's section that says all it has to."""
    return template(guide, code, field).replace("…", "Something.") + "\n"


@pytest.fixture
def complete(guide: Guide) -> dict[str, str]:
    """The sources of complete pages, by language, to be changed and given to ``problems``."""
    return {
        code: "# Fields { #form-fields }\n\n" + "\n".join(section(guide, code, field) for field in guide.documented)
        for code in guide.languages
    }


def problems(guide: Guide, render: Render, sources: Mapping[str, str]) -> list[Problem]:
    """What the gate says of pages of fields."""
    pages = [rendered(render, source, code) for code, source in sources.items()]
    return list(coverage_problems(guide, pages))


def rendered(render: Render, source: str, code: str, name: str = PAGE) -> Collected:
    """A page, rendered by Markdown alone."""
    return page(source, code, name, render(source, code).html)


def line_of(source: str, words: str) -> int:
    """The number of the one line that holds some words."""
    (found,) = [number for number, line in enumerate(source.splitlines(), 1) if words in line]
    return found


def test_complete_pages_have_no_gap(guide: Guide, render: Render, complete: dict[str, str]) -> None:
    assert problems(guide, render, complete) == []


def test_a_language_that_is_being_translated_has_no_gap_before_it_has_the_page(
    drafting: Guide, render: Render, complete: dict[str, str]
) -> None:
    source = rendered(render, complete["ja"], "ja")
    other = rendered(render, "# Privacy { #privacy }\n", "en", "privacy.md")
    begun = rendered(render, "# Fields { #form-fields }\n", "en")

    assert list(coverage_problems(drafting, [source, other])) == []
    assert [problem.rule for problem in coverage_problems(drafting, [source, other, begun])] == [
        "undocumented-field" for _ in drafting.documented
    ]


def test_a_field_is_declared_where_the_data_says_so(guide: Guide, root: Path) -> None:
    lines = (root / "docs" / "_data" / "fields.yml").read_text(encoding="utf-8").splitlines()
    for field in guide.documented:
        path, line = declared(guide, field)
        assert path == "docs/_data/fields.yml"
        assert lines[line - 1].startswith((f"  - id: {field}", f"  - {{id: {field},")), field


def test_no_page_at_all(guide: Guide) -> None:
    found = list(coverage_problems(guide, []))
    assert len(found) == len(guide.documented) * len(guide.languages)
    assert {problem.rule for problem in found} == {"undocumented-field"}


def test_another_language_s_page_does_not_count(guide: Guide, render: Render, complete: dict[str, str]) -> None:
    found = problems(guide, render, {"ja": complete["ja"]})
    assert len(found) == len(guide.documented)
    assert all('"en"' in problem.message for problem in found)


def test_a_section_on_any_page_of_the_language_counts(guide: Guide, render: Render, complete: dict[str, str]) -> None:
    elsewhere = section(guide, "en", "notes")
    pages = [rendered(render, source, code) for code, source in complete.items() if code != "en"]
    pages.append(rendered(render, complete["en"].replace(elsewhere, ""), "en"))
    pages.append(rendered(render, f"# More {{ #more }}\n\n{elsewhere}", "en", "more.md"))
    assert list(coverage_problems(guide, pages)) == []


def test_facts_that_are_not_the_data_s(guide: Guide, render: Render, complete: dict[str, str]) -> None:
    example = guide.fields["contact-email"].example
    html = render(complete["en"], "en").html
    place = html.index("field-contact-email")
    html = html[:place] + html[place:].replace(example, "somebody@example.com", 1)
    pages = [rendered(render, complete["ja"], "ja"), page(complete["en"], "en", PAGE, html)]
    (problem,) = coverage_problems(guide, pages)
    assert (problem.path, problem.rule) == ("docs/en/form-fields.md", "facts-differ")
    assert problem.line == line_of(complete["en"], "#field-contact-email }")
    assert f'its example "{example}"' in problem.message


def test_all_gaps_are_told_at_once(guide: Guide, render: Render, complete: dict[str, str]) -> None:
    for code, field in (("ja", "situation"), ("en", "notes"), ("en", "reason")):
        complete[code] = complete[code].replace(section(guide, code, field), "")
    told = [tuple(problem.message.split('"')[1:4:2]) for problem in problems(guide, render, complete)]
    assert told == [("situation", "ja"), ("reason", "en"), ("notes", "en")]
