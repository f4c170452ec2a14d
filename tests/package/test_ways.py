"""Ways of readers: short enough in every language, complete, and what has to be done on them is not folded."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from command import called

from mergeguide.checks.lengths import Measured, measured
from mergeguide.checks.pages.rendered import Rendered, rendered_sources
from mergeguide.checks.pages.ways import Length, lengths_of_pages, lengths_of_ways, way_problems
from mergeguide.data.guide import Guide
from mergeguide.reports import table_of_lengths
from projects import Project

CopyProject = Callable[..., Project]
Capture = pytest.CaptureFixture[bytes]
WAYS = "docs/_data/ways.yml"


@pytest.fixture(scope="module")
def found(root: Path) -> Measured:
    """The lengths of the real pages."""
    result = measured(root)
    assert isinstance(result, Measured), result
    return result


def test_the_limits_are_those_that_were_promised(guide: Guide) -> None:
    limits = {kind.id: (kind.characters, kind.words) for kind in guide.way_kinds.values()}
    assert limits == {"long": (3000, 1100), "short": (700, 260)}
    assert {limit.page: limit.at_most for limit in guide.ways_file.marks} == {"index.md": 12}


def test_every_way_holds_its_limit_in_every_language(guide: Guide, found: Measured) -> None:
    assert found.problems == ()
    assert {(way.code, way.name) for way in found.ways} == {
        (code, way) for code in guide.languages for way in guide.ways
    }
    for way in found.ways:
        assert way.limit is not None
        assert 0 < way.counted <= way.limit, way
        assert way.unit == {"ja": "characters", "en": "words"}[way.code]


def test_every_way_holds_it_still_when_all_evidence_is_old(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The notices of old evidence come by themselves: no build may fail over the length on the day they do."""
    monkeypatch.setenv("MERGE_GUIDE_TODAY", "2029-01-01")
    result = measured(root)
    assert isinstance(result, Measured)
    assert result.problems == ()


def test_each_door_of_the_front_page_opens_a_way(guide: Guide, root: Path) -> None:
    front = (root / "docs" / guide.source_language / "index.md").read_text(encoding="utf-8")
    card = re.search(r"\{ #where-are-you-now \}\n(.*?)\n## ", front, re.DOTALL)
    assert card
    doors = set(re.findall(r"\]\(([^)]+)\)", card[1]))
    assert len(doors) > 6
    assert doors <= {target for way in guide.ways.values() for target in way.reads}
    assert all("index.md#where-are-you-now" in way.reads for way in guide.ways.values())


def test_a_way_that_ends_with_a_request_goes_on_to_what_comes_back(guide: Guide) -> None:
    """A long way is whole: the acts, the letter, the form, the mail that has to be answered."""
    for way in guide.ways.values():
        if way.kind == "long":
            assert {"case-text.md", "open-the-form.md#late-2025", "replies.md#confirmation"} <= set(way.reads), way.id
            assert "open-the-form.md#look-for-the-tool" in way.acts, way.id


def test_the_command_prints_every_page_and_every_way(guide: Guide, capsysbinary: Capture) -> None:
    outcome = called(capsysbinary, "lengths")

    assert outcome.status == 0, outcome.err
    rows = {tuple(line.split()[:2]): line.split()[2:] for line in outcome.text.splitlines()}
    for code in guide.languages:
        for way in guide.ways.values():
            characters, words, marks, *limit = rows[code, way.id]
            counted = characters if code == "ja" else words
            assert int(marks) >= 0
            assert limit[:2] == [counted, "of"]
    assert int(rows["ja", "index.md"][2]) <= 12


def test_a_way_without_a_limit_in_a_language_is_printed_without_one() -> None:
    ways = [Length("en", "short", 900, 150, 3, 260), Length("eo", "short", 800, 123, 2)]
    rows = table_of_lengths([], ways).splitlines()[-2:]
    assert [row.split()[-4:] for row in rows] == [["150", "of", "260", "words"], ["123", "2", "123", "words"]]


@pytest.mark.parametrize(
    ("page", "heading", "way", "limit", "longest"),
    [
        ("replies.md", "how-to-answer", "asked-to-confirm", 260, "replies.md#confirmation"),
        ("index.md", "where-are-you-now", "leaving-soon", 1100, "index.md#where-are-you-now"),
    ],
)
def test_a_way_that_grew_too_long_is_told_with_its_line_and_its_longest_part(
    project_copy: CopyProject, capsysbinary: Capture, page: str, heading: str, way: str, limit: int, longest: str
) -> None:
    project = project_copy()
    heading_line = f"{{ #{heading} }}\n"
    project.edit(f"docs/en/{page}", heading_line, f"{heading_line}\n{'word ' * (limit + 40)}\n")

    outcome = called(capsysbinary, "lengths", root=project.root)

    assert outcome.status == 1
    line = project.line(WAYS, f"- id: {way}")
    told, remedy = next(pair for pair in pairwise(outcome.err.splitlines()) if pair[0].startswith(f"{WAYS}:{line}: "))
    assert f"{limit} are the limit" in told
    assert told.endswith("[way-long]")
    assert remedy.endswith(f"the longest part is {longest}.")


def test_pages_with_too_many_marks_are_told_with_the_place_of_their_limit(
    project_copy: CopyProject, capsysbinary: Capture
) -> None:
    project = project_copy({WAYS: ("{page: index.md, at-most: 12}", "{page: index.md, at-most: 1}")})

    outcome = called(capsysbinary, "lengths", root=project.root)

    assert outcome.status == 1
    limit = project.line(WAYS, "{page: index.md, at-most: 1}")
    assert outcome.err.count(f"or change the limit in {WAYS}:{limit}.") == 2


def test_a_way_may_lead_over_a_page_that_its_file_calls_a_readme(guide: Guide, root: Path) -> None:
    """MkDocs takes README.md for a folder's index.md, and so do links and ways."""
    rendered = rendered_sources(root, guide)
    assert isinstance(rendered, Rendered)
    pages = [replace(page, name=page.name.replace("index.md", "README.md")) for page in rendered.pages]
    assert "README.md" in {page.name for page in pages}
    assert [*way_problems(guide, pages)] == []


def test_a_way_may_read_a_whole_page(guide: Guide, root: Path) -> None:
    rendered = rendered_sources(root, guide)
    assert isinstance(rendered, Rendered)
    way = guide.ways["badge-missing"].model_copy(update={"reads": ("glossary.md",)})
    one_way = guide.ways_file.model_copy(update={"ways": (way,)})
    reading = replace(guide, records={**guide.records, "ways": one_way})

    pages = {length.code: length for length in lengths_of_pages(rendered.pages) if length.name == "glossary.md"}

    for length in lengths_of_ways(reading, rendered.pages):
        whole = pages[length.code]
        assert (length.characters, length.words, length.marks) == (whole.characters, whole.words, whole.marks)


def test_the_command_cannot_count_a_site_that_is_not_there(tmp_path: Path, capsysbinary: Capture) -> None:
    assert called(capsysbinary, "lengths", tmp_path / "none").status == 2


def test_faulty_data_are_told_instead_of_lengths(project_copy: CopyProject, capsysbinary: Capture) -> None:
    project = project_copy(
        {WAYS: ("  - id: badge-missing\n    kind: short\n", "  - id: badge-missing\n    kind: tiny\n")}
    )

    outcome = called(capsysbinary, "lengths", root=project.root)

    assert outcome.status == 1
    assert outcome.out == b""
    assert 'There is no way kind "tiny".' in outcome.err
