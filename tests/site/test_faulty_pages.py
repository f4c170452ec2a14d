"""What an author mistypes on a page stops the build, with the file, the line and the way to mend it.

The project is the real one but for the mistakes, so that they have to be named, all at once, and no other page.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest
from sections import section_of

from projects import CopyProject, Project

Spoil = Callable[[Project], list[str]]
"""Makes the mistake; gives the beginning of each line that the build has to print about it, once."""
GENERATOR = "docs/en/case-text.md"
FIELDS = "docs/ja/form-fields.md"


def misspelt_block(project: Project) -> list[str]:
    project.edit(GENERATOR, "/// case-generator", "/// case-generater")
    line = project.line(GENERATOR, "case-generater")
    return [
        f"{GENERATOR}:1: The page has no generator.",
        f'{GENERATOR}:{line}: "/// case-generater" was not understood as a block and would stand on the page as text.',
    ]


def unopened_block(project: Project) -> list[str]:
    project.write(GENERATOR, project.text(GENERATOR) + "\nMore.\n\n///\n")
    line = len(project.text(GENERATOR).splitlines())
    return [f'{GENERATOR}:{line}: "///" closes a block, but none is open.']


def unknown_argument(project: Project) -> list[str]:
    project.edit(FIELDS, "/// form-map | 2025-11", "/// form-map | 2025-12")
    line = project.line(FIELDS, "2025-12")
    return [f'{FIELDS}:{line}: The block "form-map" cannot have the argument "2025-12".']


def unknown_claim(project: Project) -> list[str]:
    page = "docs/ja/privacy.md"
    project.write(page, project.text(page) + "\n根拠のない文です。[@no-such-claim]\n")
    line = project.line(page, "no-such-claim")
    return [f'{page}:{line}: The claim "no-such-claim" is cited, but claims.yml does not know it.']


def doubled_section(project: Project) -> list[str]:
    section = section_of(project.text(FIELDS), "field-case-id")
    first = project.line(FIELDS, "{ #field-case-id }")
    project.write(FIELDS, project.text(FIELDS) + "\n" + section)
    again = len(project.text(FIELDS).splitlines()) - len(section.splitlines()) + 1
    return [
        f'{FIELDS}:{again}: The field "case-id" is documented 2 times in the language "ja".',
        f'{FIELDS}:{again}: The id "field-case-id" already stands at line {first} of this page.',
    ]


def section_of_no_field(project: Project) -> list[str]:
    for language in ("ja", "en"):
        page = f"docs/{language}/form-fields.md"
        project.write(page, project.text(page) + "\n### X { #field-case-idd }\n\nText.\n")
    return [
        f"docs/{language}/form-fields.md:{project.line(f'docs/{language}/form-fields.md', 'case-idd')}: "
        '"#field-case-idd" documents a field "case-idd" that fields.yml does not know.'
        for language in ("en", "ja")
    ]


def page_missing_in_english(project: Project) -> list[str]:
    (project.root / "docs/en/glossary.md").unlink()
    return ['docs/ja/glossary.md:1: The page "glossary.md" is missing in the language "en".']


def page_missing_in_japanese(project: Project) -> list[str]:
    (project.root / "docs/ja/contributing.md").unlink()
    return ['docs/en/contributing.md:1: The page "contributing.md" is missing in the language "ja".']


def heading_without_id(project: Project) -> list[str]:
    page = "docs/ja/privacy.md"
    project.write(page, project.text(page) + "\n## 見出し\n\n文です。\n")
    return [f'{page}:{project.line(page, "## 見出し")}: The heading "見出し" has no id of its own.']


def page_in_another_encoding(project: Project) -> list[str]:
    page = "docs/ja/privacy.md"
    text = project.text(page).replace("プライバシー", "PRIVACY", 1)
    (project.root / page).write_bytes(text.encode("cp932", "replace"))
    line = next(number for number, line in enumerate(text.splitlines(), 1) if not line.isascii())
    return [f"{page}:{line}: The file is not in UTF-8."]


def front_matter_no_yaml(project: Project) -> list[str]:
    page = "docs/en/privacy.md"
    project.edit(page, "\ndescription: ", "\ndescription: a: b, ")
    return [f"{page}:{project.line(page, 'description:')}: This is not valid YAML: "]


def link_to_no_host(project: Project) -> list[str]:
    page = "docs/en/privacy.md"
    project.write(page, project.text(page) + "\nSee [AWS](https://[aws.amazon.com).\n")
    line = len(project.text(page).splitlines())
    return [f'{page}:{line}: The link "https://[aws.amazon.com" is no address: ']


def link_to_no_host_in_html(project: Project) -> list[str]:
    page = "docs/ja/privacy.md"
    project.write(page, project.text(page) + '\n<p><a href="https://[aws.amazon.com">AWS</a></p>\n')
    line = len(project.text(page).splitlines())
    return [f'{page}:{line}: The link "https://[aws.amazon.com" is no address: ']


def search_by_a_word(project: Project) -> list[str]:
    page = "docs/en/replies.md"
    project.edit(page, "---\ntitle: Replies", "---\nsearch: exclude\ntitle: Replies")
    return [f'{page}:2: search has to be a mapping; found "exclude".']


def page_of(place: str) -> str:
    """The page of a ``path:line: message``, in whatever language."""
    return place.partition(":")[0].rpartition("/")[2]


@pytest.mark.parametrize(
    "mistakes",
    [
        [page_in_another_encoding],
        [link_to_no_host, link_to_no_host_in_html],
        [
            misspelt_block,
            unopened_block,
            unknown_argument,
            unknown_claim,
            doubled_section,
            section_of_no_field,
            page_missing_in_english,
            page_missing_in_japanese,
            heading_without_id,
            front_matter_no_yaml,
            search_by_a_word,
        ],
    ],
    ids=lambda mistakes: mistakes[0].__name__ if len(mistakes) < 3 else "many_at_once",
)
def test_mistakes_on_pages_stop_the_build(project_copy: CopyProject, mistakes: list[Spoil]) -> None:
    project = project_copy()
    expected = [line for spoil in mistakes for line in spoil(project)]

    outcome = project.build()

    assert outcome.status == 1
    for start in expected:
        assert len([place for place in outcome.places if place.startswith(start)]) == 1, f"{start}\n{outcome.output}"
    # The same page of the other language may be named too, where the two now differ, but no other page.
    assert {page_of(place) for place in outcome.places} == {page_of(start) for start in expected}
    lines = outcome.output.splitlines()
    for place in outcome.places:
        assert lines[lines.index(place) + 1].startswith("    "), f"no remedy under: {place}"
    assert "Traceback" not in outcome.output
