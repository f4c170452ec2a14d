"""What the tests of the package share."""

from __future__ import annotations

import datetime
from dataclasses import replace
from pathlib import Path

import pytest
from markdown import Markdown
from pages_alone import TODAY, Render, Rendered

from mergeguide import loading
from mergeguide.checks.pages.rendered import Reporter
from mergeguide.data.guide import Guide
from mergeguide.data.yaml_document import Document, read
from mergeguide.markup.extension import GuideMarkup
from mergeguide.pages.source import PageText
from mergeguide.problems import Problem
from mergeguide.rendering.context import RenderingContext
from mergeguide.rendering.templates import Fragments

Read = Document | Problem


@pytest.fixture(scope="session")
def documents_read() -> dict[tuple[str, bytes], Read]:
    """What was read in this session, by the file's name and content."""
    return {}


@pytest.fixture
def quick_loading(monkeypatch: pytest.MonkeyPatch, documents_read: dict[tuple[str, bytes], Read]) -> None:
    """Parse a file again only when it has changed: a spoiled copy of the data differs in one file of many."""

    def remembered(path: Path, shown: str) -> Read:
        if not path.is_file():
            return read(path, shown)
        key = shown, path.read_bytes()
        if key not in documents_read:
            documents_read[key] = read(path, shown)
        return documents_read[key]

    monkeypatch.setattr(loading, "read", remembered)


@pytest.fixture
def drafting(guide: Guide) -> Guide:
    """The real guide, with English as a draft."""
    languages = {**guide.languages, "en": guide.languages["en"].model_copy(update={"draft": True})}
    return replace(guide, languages=languages)


@pytest.fixture(scope="session")
def fragments(root: Path) -> Fragments:
    """The project's fragments."""
    return Fragments(root)


@pytest.fixture
def render(root: Path, guide: Guide, fragments: Fragments) -> Render:
    """Render Markdown without MkDocs: ``render("# Page { #page }")``."""

    def rendered(source: str, code: str = "en", *, today: datetime.date = TODAY) -> Rendered:
        reporter = Reporter(PageText(code, "page.md", f"docs/{code}/page.md", source))
        markup = GuideMarkup(RenderingContext(root, guide, code, fragments, reporter, today))
        markdown = Markdown(extensions=["attr_list", "def_list", "tables", "toc", "pymdownx.superfences", markup])
        return Rendered(markdown.convert(source), tuple(reporter.problems))

    return rendered


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print how the detector of stale translations did on each kind of edit."""
    rows = [
        (*value, report.outcome)
        for outcome in ("passed", "failed")
        for report in terminalreporter.getreports(outcome)
        for name, value in (report.user_properties if report.when == "call" else ())
        if name == "staleness"
    ]
    if rows:
        terminalreporter.section("stale translations: recall 1.0, no false alarm")
        for kind, wanted, edits, outcome in sorted(rows, key=lambda row: (row[1], row[0])):
            terminalreporter.write_line(f"{kind:42}{wanted:16}{edits:5} edits  {outcome}")
