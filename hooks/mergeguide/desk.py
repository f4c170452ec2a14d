"""What rendering one language needs from outside: data, fragments, the day, and somebody to report to."""

from __future__ import annotations

import datetime
import os
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from mergeguide.evidence import Mark
from mergeguide.guide import Guide
from mergeguide.languages import Language
from mergeguide.published import EVERYTHING, Published
from mergeguide.rendering import Fragments

Report = Callable[[str, str, str, str], None]
"""Takes a message, its remedy, the rule's name, and the words in the page's source that it is about."""


def today() -> datetime.date:
    """The day that counts as today: ``MERGE_GUIDE_TODAY`` (YYYY-MM-DD) where it is set, so that tests can.

    Raises:
        ValueError: the variable holds no date.
    """
    given = os.environ.get("MERGE_GUIDE_TODAY")
    return datetime.date.fromisoformat(given) if given else datetime.datetime.now(datetime.UTC).date()


@dataclass(frozen=True)
class Desk:
    """One language's rendering.

    Attributes:
        root: the project's root.
        code: the language's code.
        report: called for each mistake of an author that shows while a page is rendered.
        published: which files are on the site.
        marks: the marks of claims so far; most claims are cited on several pages.
    """

    root: Path
    guide: Guide
    code: str
    fragments: Fragments
    report: Report
    today: datetime.date = field(default_factory=today)
    published: Published = EVERYTHING
    marks: dict[str, Mark] = field(default_factory=dict)

    @property
    def language(self) -> Language:
        """The language's strings."""
        return self.guide.languages[self.code]
