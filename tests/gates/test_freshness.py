"""Evidence that grows old: the maintainer hears of it, then the reader, and at last no strict build passes.

All limits are data, and the day comes from one place, so that a test can let years pass. The dates of the newest
edition's sources are set here; the data's own would grow out of these tests.
"""

from __future__ import annotations

import ast
import dataclasses
import datetime
import re
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from lxml import html

from mergeguide.__main__ import main
from mergeguide.checks.pages.gates import check_sources
from mergeguide.data.guide import Guide
from mergeguide.evidence.freshness import freshness_notes, freshness_of, freshness_problems
from mergeguide.evidence.signatures import sign
from mergeguide.loading import load
from mergeguide.problems import Problem
from mergeguide.schema.base import Record
from mergeguide.schema.evidence import ClaimsFile, SourcesFile
from mergeguide.schema.freshness import FreshnessFile, Watched
from projects import CopyProject, Project, copy_project

LIMITS = "docs/_data/freshness.yml"
SOURCES = "docs/_data/sources.yml"
Day = datetime.date.fromisoformat


def newest_form_sources(guide: Guide) -> list[str]:
    """The sources of the newest edition of the form."""
    edition = next(iter(guide.editions.values()))
    return sorted({name for claim in edition.claims for name in guide.claims[claim].sources})


def seen_on(guide: Guide, when: str | None, **limits: object) -> Guide:
    """The real data, but for the date of what is known of the newest form, and the limits on its age."""
    names = newest_form_sources(guide)
    sources = [
        source.model_copy(update={"experience": when, "inferred": False}) if source.id in names else source
        for source in guide.sources.values()
    ]
    watched = [one.model_copy(update=limits) if one.id == "form" else one for one in guide.watched]
    records: dict[str, Record] = {"sources": SourcesFile.model_construct(sources=tuple(sources))}
    records["freshness"] = FreshnessFile.model_construct(watched=tuple(watched))
    return dataclasses.replace(guide, records={**guide.records, **records})


def form(guide: Guide) -> Watched:
    """The watch on the form."""
    return next(one for one in guide.watched if one.id == "form")


@pytest.mark.parametrize(
    ("when", "last_fresh", "last_old"),
    [
        ("2025-11-11", "2026-11-11", "2027-11-11"),
        ("2025-11", "2026-11-30", "2027-11-30"),
        ("2025", "2026-12-31", "2027-12-31"),
        ("2025-02/2025-11", "2026-11-30", "2027-11-30"),
        ("2025-11/..", "2026-11-30", "2027-11-30"),
        ("2024-02-29", "2025-02-28", "2026-02-28"),
        ("2025-12-31", "2026-12-31", "2027-12-31"),
    ],
)
def test_evidence_is_fresh_for_12_months_and_lasts_24(guide: Guide, when: str, last_fresh: str, last_old: str) -> None:
    aged = seen_on(guide, when, warn_after_months=12, fail_after_months=24)
    next_day = datetime.timedelta(days=1)
    for day, age in (
        (Day(last_fresh), "fresh"),
        (Day(last_fresh) + next_day, "old"),
        (Day(last_old), "old"),
        (Day(last_old) + next_day, "too-old"),
    ):
        assert freshness_of(aged, form(aged), day).age == age, day


def test_the_limits_are_data(guide: Guide) -> None:
    day = Day("2026-03-01")
    for limits, age in (((12, 24), "fresh"), ((3, 24), "old"), ((1, 3), "too-old")):
        aged = seen_on(guide, "2025-11-11", warn_after_months=limits[0], fail_after_months=limits[1])
        assert freshness_of(aged, form(aged), day).age == age, limits
    aged = seen_on(guide, "2025-08-31", warn_after_months=6, fail_after_months=24)
    assert freshness_of(aged, form(aged), Day("2026-02-28")).age == "fresh", "a month without a 31st ends earlier"
    assert freshness_of(aged, form(aged), Day("2026-03-01")).age == "old"


def test_the_newest_source_counts_and_one_without_a_date_is_no_evidence_of_today(guide: Guide) -> None:
    first, *others = newest_form_sources(guide)
    assert others, "the newest edition rests on one source only; this test wants two"
    aged = seen_on(guide, "2020-01")
    sources = [
        source.model_copy(update={"experience": "2026-10"}) if source.id == first else source
        for source in aged.sources.values()
    ]
    file = SourcesFile.model_construct(sources=tuple(sources))
    renewed = dataclasses.replace(aged, records={**aged.records, "sources": file})
    found = freshness_of(renewed, form(renewed), Day("2026-11-22"))
    assert (found.age, found.newest and found.newest.source) == ("fresh", first)
    undated = seen_on(guide, None)
    assert freshness_of(undated, form(undated), Day("2026-11-22")).age == "too-old"
    (problem,) = (one for one in freshness_problems(undated, Day("2026-11-22")) if '"form"' in one.message)
    assert problem.message.endswith(" has no date.")


def test_a_newest_form_of_which_nothing_is_known_is_told_and_no_date_is_shown(
    project_copy: CopyProject, guide: Guide, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    unknown = next(claim.id for claim in guide.claims.values() if not claim.sources)
    claims = ", ".join(next(iter(guide.editions.values())).claims)
    project = project_copy({"docs/_data/form-editions.yml": (f"claims: [{claims}]", f"claims: [{unknown}]")})

    assert main(["--root", str(project.root), "check"]) == 1

    told = capsysbinary.readouterr().out.decode()
    assert told.startswith(f'{LIMITS}:{project.line(LIMITS, "{id: form,")}: The newest evidence for "form" ')
    assert " has no date. [stale-evidence]" in told


def held_on(guide: Guide, days: Mapping[str, str]) -> Guide:
    """The same data, but for what sources tell of the newest form: on what day it was so."""
    edition = next(iter(guide.editions.values()))
    claims = [
        claim.model_copy(
            update={
                "evidence": tuple(entry.model_copy(update={"held": days[entry.source]}) for entry in claim.evidence)
            }
        )
        if claim.id in edition.claims
        else claim
        for claim in guide.claims.values()
    ]
    file = ClaimsFile.model_construct(claims=tuple(claims))
    return dataclasses.replace(guide, records={**guide.records, "claims": file})


def test_what_a_source_tells_of_an_earlier_day_is_as_old_as_that_day(guide: Guide) -> None:
    names = newest_form_sources(guide)
    aged = held_on(seen_on(guide, "2026-10"), dict.fromkeys(names, "2020-01"))
    assert freshness_of(aged, form(aged), Day("2026-11-22")).age == "too-old"
    (problem,) = (one for one in freshness_problems(aged, Day("2026-11-22")) if '"form"' in one.message)
    assert " is of 2020-01 (" in problem.message
    last = names[-1]
    renewed = held_on(seen_on(guide, "2019"), {**dict.fromkeys(names, "2020-01"), last: "2026-10"})
    found = freshness_of(renewed, form(renewed), Day("2026-11-22"))
    assert (found.age, found.newest and found.newest.source) == ("fresh", last)


def test_the_maintainer_is_told_the_edition_its_age_and_what_to_do(guide: Guide) -> None:
    aged = seen_on(guide, "2025-11-11", warn_after_months=12, fail_after_months=24)
    line = guide.documents["freshness"].line(["watched", [one.id for one in guide.watched].index("form")])
    edition = next(iter(guide.editions))
    source = newest_form_sources(guide)[0]
    for day, months, limit, rule, asked in (
        ("2027-01-05", 13, "warn-after-months", "old-evidence", freshness_notes),
        ("2028-01-20", 26, "fail-after-months", "stale-evidence", freshness_problems),
    ):
        (told,) = (one for one in asked(aged, Day(day)) if '"form"' in one.message)
        assert told == Problem(
            LIMITS,
            line,
            f'The newest evidence for "form" (form edition {edition}) is of 2025-11-11 ({source}), '
            f"{months} months ago.",
            f"Look for a newer report (make evidence names the sources, oldest first), or raise {limit} with a reason.",
            rule,
        )
        both = [*freshness_notes(aged, Day(day)), *freshness_problems(aged, Day(day))]
        assert sum('"form"' in one.message for one in both) == 1, "a note or a problem, never both"


@pytest.mark.parametrize(("key", "when"), [("looked-at", "2062-11-22"), ("experience", "2025/2062")])
def test_a_date_still_to_come_would_keep_evidence_fresh_for_ever(
    project_copy: CopyProject, key: str, when: str
) -> None:
    project = project_copy()
    before = next(line for line in project.text(SOURCES).splitlines() if "{id: F13," in line)
    project.edit(SOURCES, before, re.sub(rf"{key}: [^,]+", f"{key}: {when}", before))
    (problem,) = (one for one in check_sources(project.root) if one.rule != "claim-unchecked")
    assert (problem.rule, problem.path, problem.line) == ("future-date", SOURCES, project.line(SOURCES, "{id: F13,"))
    assert f"{key}: {when}" in problem.message


def test_a_day_that_has_begun_elsewhere_is_not_still_to_come(guide: Guide) -> None:
    dates = [source.looked_at for source in guide.sources.values()]
    dates += [claim.checked.on for claim in guide.claims.values() if claim.checked]
    newest = max(Day(when) for when in dates if len(when) == 10)
    for behind, expected in ((0, False), (1, False), (2, True)):
        told = freshness_problems(guide, newest - datetime.timedelta(days=behind))
        assert any(one.rule == "future-date" for one in told) is expected, behind


@pytest.fixture(scope="module")
def aged_project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """The project as it will be when nobody has looked for newer evidence; ``build`` needs the day."""
    project = copy_project(tmp_path_factory.mktemp("aged") / "project")
    guide = load(project.root)
    assert isinstance(guide, Guide)
    text = project.text(SOURCES)
    for name in newest_form_sources(guide):
        text = re.sub(rf"(\{{id: {name}, .*?experience: )[^,]+", r"\g<1>2025-11-11", text)
    project.write(SOURCES, text)
    # Only the form is old in these tests, whatever the other evidence does in the meantime.
    limits = re.sub(r"(warn|fail)-after-months: \d+", r"\1-after-months: 600", project.text(LIMITS))
    own = r"\1 warn-after-months: 12, fail-after-months: 24}"
    project.write(LIMITS, re.sub(r"(id: form, watches: form,).*", own, limits))
    for stamps in (project.root / "docs/_data/translations").rglob("*.yml"):
        waived = re.sub(r'until: "[\d-]+"', 'until: "2099-12-31"', stamps.read_text(encoding="utf-8"))
        stamps.write_text(waived, encoding="utf-8")
    aged = load(project.root)
    assert isinstance(aged, Guide)
    # As if the words had been held against these dates.
    assert sign(project.root, aged, list(aged.claims), Day("2026-11-25")) == []
    return project


def notices(project: Project, language: str, slug: str) -> list[str]:
    """The notices of old evidence on a built page."""
    file = project.root / "site" / ("" if language == "ja" else language) / slug / "index.html"
    tree = html.document_fromstring(file.read_bytes())
    blocks = tree.xpath("//*[contains(@class, 'mg-block--freshness')]")
    return [text for block in blocks if (text := " ".join(block.text_content().split()))]


def test_after_a_year_the_build_passes_and_tells_the_maintainer_and_the_reader(aged_project: Project) -> None:
    outcome = aged_project.build("--strict", MERGE_GUIDE_TODAY="2027-01-05")

    assert outcome.status == 0, outcome.output
    assert outcome.warnings == []
    assert outcome.output.count('The newest evidence for "form" (form edition ') == 1, "once, not once a language"
    assert "2025-11-11" in outcome.output
    assert "13 months ago" in outcome.output
    guide = load(aged_project.root)
    assert isinstance(guide, Guide)
    for language, date in (("ja", "2025年11月11日"), ("en", "11 November 2025")):
        words = guide.languages[language].freshness
        for slug in ("form-fields", "open-the-form", "case-text"):
            (notice,) = notices(aged_project, language, slug)
            assert words.title in notice
            assert date in notice
            assert words.parts["form"] in notice
        assert notices(aged_project, language, "replies") == [], "what is fresh has no notice"


def test_a_fresh_guide_shows_no_notice(built_site: Path) -> None:
    project = Project(built_site.parent)
    for language in ("ja", "en"):
        assert notices(project, language, "open-the-form") == []


def test_after_two_years_no_strict_build_passes(
    aged_project: Project, capsysbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    outcome = aged_project.build("--strict", MERGE_GUIDE_TODAY="2028-01-05")

    assert outcome.status == 1
    line = aged_project.line(LIMITS, "{id: form,")
    (warning,) = outcome.warnings
    assert f'{LIMITS}:{line}: The newest evidence for "form"' in warning
    assert "25 months ago" in warning
    monkeypatch.setenv("MERGE_GUIDE_TODAY", "2028-01-05")
    assert main(["--root", str(aged_project.root), "check"]) == 1
    told = capsysbinary.readouterr().out.decode()
    assert told.startswith(f"{LIMITS}:{line}: The newest evidence for ")
    assert told.endswith("\nProblems: 1\n")
    # The maintainer may decide otherwise, in the data.
    limits = aged_project.text(LIMITS)
    aged_project.write(LIMITS, limits.replace("fail-after-months: 24}", "fail-after-months: 26}"))
    try:
        assert main(["--root", str(aged_project.root), "check"]) == 0
    finally:
        aged_project.write(LIMITS, limits)


def test_what_to_look_at_next_comes_oldest_first_with_its_address(
    project_copy: CopyProject, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    project = project_copy()
    guide = load(project.root)
    assert isinstance(guide, Guide)
    some = [name for name, source in guide.sources.items() if source.address][3:9]
    for number, name in enumerate(some):
        before = next(line for line in project.text(SOURCES).splitlines() if f"{{id: {name}," in line)
        # The last of them was looked at first.
        project.edit(SOURCES, before, re.sub(r"looked-at: [\d-]+", f"looked-at: 2026-0{9 - number}-01", before))

    assert main(["--root", str(project.root), "evidence"]) == 0

    told = capsysbinary.readouterr().out.decode().splitlines()
    heads = [re.fullmatch(r"(\d{4}-\d\d-\d\d)  (.{24})  ([A-Z]\d+) +(.+)", line) for line in told]
    rows = [(head[1], head[3], head[4]) for head in heads if head]
    assert [row[1] for row in rows[: len(some)]] == some[::-1]
    assert [row[0] for row in rows] == sorted(row[0] for row in rows)
    assert {row[1]: row[2] for row in rows} == {
        name: source.address or "(no address)" for name, source in guide.sources.items()
    }
    for number, head in enumerate(heads):
        if head:
            resting = [claim.id for claim in guide.claims.values() if head[3] in claim.sources]
            assert told[number + 1].strip() == (", ".join(resting) or "timings or contradictions only")


def test_what_has_grown_old_is_told_before_what_to_look_at(
    aged_project: Project, capsysbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MERGE_GUIDE_TODAY", "2027-01-05")
    assert main(["--root", str(aged_project.root), "evidence"]) == 0
    assert capsysbinary.readouterr().out.decode().startswith(f"{LIMITS}:")


@pytest.mark.skipif(shutil.which("make") is None, reason="there is no make here")
def test_make_evidence_asks_the_package(root: Path) -> None:
    done = subprocess.run(
        ["make", "--dry-run", "evidence"], cwd=root, capture_output=True, text=True, check=True, timeout=30
    )
    assert re.search(r"-m mergeguide evidence$", done.stdout, re.MULTILINE)


def clock_readings(source: str) -> Iterator[str]:
    """Calls that ask a clock."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in CLOCKS:
            yield ast.unparse(node)


CLOCKS = ("now", "today", "utcnow", "time", "localtime", "gmtime", "fromtimestamp")


def test_the_day_comes_from_one_place(root: Path) -> None:
    asking = {
        file.relative_to(root).as_posix(): list(clock_readings(file.read_text(encoding="utf-8")))
        for file in sorted((root / "hooks").rglob("*.py"))
    }
    assert {name: calls for name, calls in asking.items() if calls} == {
        "hooks/mergeguide/day.py": ["datetime.datetime.now(datetime.UTC)"]
    }
