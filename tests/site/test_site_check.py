"""``python -m mergeguide check SITE_DIR`` finds what is wrong with built HTML, whatever built it.

Each test spoils a copy of the real site, about which the check has nothing to say, and has to hear of it exactly.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from built_pages import WHOLE_GUIDE

from mergeguide.checks.lengths import Measured, measured
from mergeguide.checks.site import check_site
from projects import ROOT, run

REPLIES = "en/replies/index.html"
BEFORE_END = "</article>"


def spoil(site: Path, file: str, old: str, new: str) -> None:
    """Replace a text of a built page, where it first stands."""
    text = (site / file).read_text(encoding="utf-8")
    assert old in text
    (site / file).write_text(text.replace(old, new, 1), encoding="utf-8")


def add(site: Path, content: str) -> None:
    """Add something at the end of a page's content."""
    spoil(site, REPLIES, BEFORE_END, content + BEFORE_END)


FAULTS = {
    '<a href="../no-such-page/">x</a>': 'The link "../no-such-page/" leads to no file.',
    '<a href="../../../x/">x</a>': 'The link "../../../x/" leads to no file.',
    '<a href="/nowhere/">x</a>': 'The link "/nowhere/" leads to no file.',
    '<a href="#nowhere">x</a>': 'The link "#nowhere" leads to no id.',
    '<a href="../glossary/#no">x</a>': 'The link "../glossary/#no" leads to no id.',
    '<img src="no.svg" alt="">': 'The link "no.svg" leads to no file.',
    '<p id="replies">x</p>': 'The id "replies" stands 2 times.',
    "<p>so **not bold**</p>": 'A marker "**" stands on the page: "so **not bold**".',
    "<p>==x==</p>": 'A marker "==" stands on the page: "==x==".',
    "<p>/// x</p>": 'A marker "///" stands on the page: "/// x".',
    "<p>{{ x }}</p>": 'A marker "{{" stands on the page: "{{ x }}".',
    "<p>[@claim]</p>": 'A marker "[@" stands on the page: "[@claim]".',
    "<p>x { #id }</p>": 'A marker "{ #" stands on the page: "x { #id }".',
}
"""What is added to a page, and what the check has to say about it."""


def test_each_fault_on_a_page_is_named_once(spoiled_site: Path) -> None:
    add(spoiled_site, "".join(FAULTS))

    problems = check_site(ROOT, spoiled_site)

    assert sorted(problem.message for problem in problems) == sorted(FAULTS.values())
    assert {problem.path for problem in problems} == {f"site/{REPLIES}"}
    assert all(problem.remedy for problem in problems)


def test_what_is_wrong_on_a_page_is_not_told_again_for_the_page_that_holds_all_others(spoiled_site: Path) -> None:
    """What only the latter has wrong is told."""
    whole, dead = "en/print/index.html", '<a href="../no-such-page/">x</a>'
    spoil(spoiled_site, whole, BEFORE_END, f"{dead}<p>so **not bold**</p>{BEFORE_END}")
    add(spoiled_site, dead)

    problems = check_site(ROOT, spoiled_site)

    assert sorted((problem.path, problem.rule) for problem in problems) == [
        (f"site/{whole}", "stray-marker"),
        (f"site/{REPLIES}", "dead-link"),
    ]


@pytest.mark.some(1)
@pytest.mark.parametrize("content", [b"", b" \n", b"<!-- nothing -->"])
def test_an_empty_page_is_told_once(spoiled_site: Path, content: bytes) -> None:
    (spoiled_site / REPLIES).write_bytes(content)

    (problem,) = check_site(ROOT, spoiled_site)

    assert (problem.path, problem.message, problem.rule) == (f"site/{REPLIES}", "The page is empty.", "empty-page")


@pytest.mark.some(1)
@pytest.mark.parametrize("content", [b"\xff\xfe\x00", b"\0\0", b"\x89PNG", b"<", "<p>統合".encode("utf-16")])
def test_a_page_of_rubbish_makes_problems_and_no_traceback(spoiled_site: Path, content: bytes) -> None:
    (spoiled_site / REPLIES).write_bytes(content)

    assert check_site(ROOT, spoiled_site)


def test_markers_in_code_are_no_fault(spoiled_site: Path) -> None:
    add(spoiled_site, "<p><code>**x** {{ y }}</code></p><pre>/// z</pre>")

    assert check_site(ROOT, spoiled_site) == []


def test_a_file_that_every_page_asks_for_is_missed_on_every_page(spoiled_site: Path) -> None:
    (sheet,) = spoiled_site.glob("assets/stylesheets/theme.*.css")
    sheet.unlink()

    problems = check_site(ROOT, spoiled_site)

    # But for the page that holds all others.
    pages = [
        file.relative_to(spoiled_site).as_posix()
        for file in spoiled_site.rglob("*.html")
        if file.parent.name != WHOLE_GUIDE
    ]
    assert sorted(problem.path for problem in problems) == sorted(f"site/{page}" for page in pages)
    assert all(f"stylesheets/{sheet.name}" in problem.message for problem in problems)


def test_the_command_ends_with_status_one_for_a_faulty_site(spoiled_site: Path) -> None:
    add(spoiled_site, '<a href="#nowhere">x</a>')

    outcome = run("-m", "mergeguide", "check", spoiled_site, cwd=ROOT, PYTHONPATH=str(ROOT / "hooks"))

    assert outcome.status == 1
    assert (
        f'site/{REPLIES}:1: The link "#nowhere" leads to no id. [dead-link]\n    Correct its target.' in outcome.output
    )


def test_the_command_cannot_run_without_a_site(tmp_path: Path) -> None:
    outcome = run("-m", "mergeguide", "check", tmp_path / "none", cwd=ROOT, PYTHONPATH=str(ROOT / "hooks"))

    assert outcome.status == 2
    assert "build the site first" in outcome.output


def test_a_built_site_has_the_lengths_of_its_sources(built_site: Path) -> None:
    of_site, of_sources = measured(ROOT, built_site), measured(ROOT)

    assert isinstance(of_site, Measured)
    assert of_site == of_sources
    assert len(of_site.ways) > 10
