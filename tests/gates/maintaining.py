"""A maintainer who has never seen the code: edits under ``docs/``, hears what ``check`` says, does what it tells.

Each edit after the first has to answer a message: it may only touch files that the last messages named, by their
path or in their words. So a test that uses this is the written record of a way, and fails where the way breaks off.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest
from lxml import html
from lxml.html import HtmlElement

from mergeguide.__main__ import main
from mergeguide.data.guide import Guide
from mergeguide.letters.answers import effective_answers
from mergeguide.letters.composition import compose, letter_text
from mergeguide.letters.validation import judge_answers
from mergeguide.loading import load
from mergeguide.problems import listing
from projects import Project

DATA = "docs/_data/"
LANGUAGES = ("ja", "en")
Capture = pytest.CaptureFixture[bytes]


@dataclass(frozen=True)
class Told:
    """What one message has to say: its rule, its file, and words of its message or its remedy."""

    rule: str
    path: str
    words: str


@dataclass
class Maintainer:
    """One person at work on a copy of the project."""

    project: Project
    capture: Capture
    today: str
    _named: str = ""
    _begun: bool = False

    def edit(self, path: str, old: str, new: str) -> None:
        """Replace a text that stands once in a file that the last messages named."""
        self._led_to(path)
        self.project.edit(path, old, new)

    def insert(self, path: str, before: str, lines: str) -> None:
        """Write lines above a text that stands once in a file that the last messages named."""
        self.edit(path, before, lines + before)

    def append(self, path: str, lines: str) -> None:
        """Write lines at the end of a file that the last messages named."""
        self._led_to(path)
        self.project.write(path, self.project.text(path) + lines)

    def hears(self, *expected: Told) -> None:
        """Run ``check``: these messages and no others, in file order."""
        found = self._check()
        self._begun, self._named = True, " ".join(f"{one['path']} {one['message']} {one['remedy']}" for one in found)
        told = "\n".join(f"[{one['rule']}] {one['path']}: {one['message']}\n    {one['remedy']}" for one in found)
        assert [(one["rule"], one["path"]) for one in found] == [(one.rule, one.path) for one in expected], told
        for one, wanted in zip(found, expected, strict=True):
            assert wanted.words in f"{one['message']}\n{one['remedy']}", told

    def remedy(self, rule: str, path: str = "") -> str:
        """What the one message of a rule (that speaks of a file) tells to write, without the line that says where."""
        (found,) = (one for one in self._check() if one["rule"] == rule and path in f"{one['path']}{one['remedy']}")
        _, _, lines = str(found["remedy"]).partition("\n")
        return lines + "\n"

    def signs(self, claim: str) -> None:
        """Run the command that a message about an unchecked claim names."""
        assert f"python -m mergeguide evidence --sign {claim}" in self._named, self._named
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("MERGE_GUIDE_TODAY", self.today)
            assert main(["--root", str(self.project.root), "evidence", "--sign", claim]) == 0

    def syncs(self, section: str) -> None:
        """Run the command that a message about an edited translation names, where it says the same as its source."""
        assert f"python -m mergeguide translations sync {section}" in self._named, self._named
        assert main(["--root", str(self.project.root), "translations", "sync", section]) == 0
        self.capture.readouterr()

    def is_done(self) -> None:
        """Nothing is left to do, and the site builds strictly."""
        self.hears()
        outcome = self.project.build("--strict", MERGE_GUIDE_TODAY=self.today)
        assert outcome.status == 0, outcome.output
        assert outcome.warnings == [], outcome.output
        assert not (self.project.root / "site/_data").exists()

    def page(self, language: str, slug: str) -> HtmlElement:
        """A built page."""
        file = self.project.root / "site" / ("" if language == "ja" else language) / slug / "index.html"
        return html.document_fromstring(file.read_bytes())

    def guide(self) -> Guide:
        """The data as they are now."""
        loaded = load(self.project.root)
        assert isinstance(loaded, Guide), listing(loaded)
        return loaded

    def _check(self) -> Sequence[dict[str, str]]:
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("MERGE_GUIDE_TODAY", self.today)
            main(["--root", str(self.project.root), "check", "--json"])
        found: list[dict[str, str]] = json.loads(self.capture.readouterr().out)["problems"]
        return found

    def _led_to(self, path: str) -> None:
        assert path.startswith("docs/"), f"{path} is no page and no data"
        assert path.endswith((".md", ".yml")), f"{path} is no page and no data"
        if not self._begun:
            assert path.startswith(DATA), "the first edit is one in the data"
            return
        # "docs/ja/" stands for any page there, "each language's file" for any language file.
        names = {path, Path(path).name, f"{Path(path).parent}/"}
        if path.startswith(f"{DATA}languages/"):
            names.add("each language's file")
        assert any(re.search(rf"(?<![\w/]){re.escape(name)}", self._named) for name in names), (
            f"no message leads to {path}:\n{self._named}"
        )


def full_answers(guide: Guide, **changes: str) -> dict[str, str]:
    """An answer to every question, each field's example, but those with which other questions fall away."""
    conditions = [when for field in guide.fields.values() for when in field.asked_when]
    ends = {name for when in conditions for name, test in when.items() if test == "absent"}
    answers = {field.id: field.example for field in guide.fields.values() if field.id not in ends}
    answers |= {field.state_control: "another" for field in guide.fields.values() if field.states}
    return answers | {name.replace("_", "-"): value for name, value in changes.items()}


def letter(guide: Guide, language: str, **changes: str) -> str:
    """The letter to full answers; it must have no blank, and nothing to say against the answers."""
    effective = effective_answers(guide, full_answers(guide, **changes))
    assert list(judge_answers(guide, effective)) == [], changes
    paragraphs = compose(guide, effective, language)
    blanks = [segment.field for one in paragraphs for line in one.lines for segment in line if not segment.text]
    assert blanks == [], changes
    return letter_text(paragraphs)


def words_in(element: HtmlElement) -> str:
    """All the text of an element, in one line."""
    return " ".join(element.text_content().split())
