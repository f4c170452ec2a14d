"""What rendering one language needs from outside: data, fragments, the day, and somebody to report to."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from mergeguide.data import Guide
from mergeguide.day import today
from mergeguide.evidence import Mark
from mergeguide.pages import EVERYTHING, Published
from mergeguide.rendering.templates import Fragments
from mergeguide.schema import Language

Report = Callable[[str, str, str, str], None]
"""Takes a message, its remedy, the rule's name, and the words in the page's source that it is about."""


@dataclass(frozen=True)
class RenderingContext:
    """One language's rendering.

    Attributes:
        root: the project's root.
        code: the language's code.
        report: called for each mistake of an author that shows while a page is rendered.
        published: which files are on the site.
        edit_address: what the address begins with at which a file below ``docs/`` is edited in a browser; ``""`` where
            no repository is named.
        marks: the marks of claims so far; most claims are cited on several pages.
    """

    root: Path
    guide: Guide
    code: str
    fragments: Fragments
    report: Report
    today: datetime.date = field(default_factory=today)
    published: Published = EVERYTHING
    edit_address: str = ""
    marks: dict[str, Mark] = field(default_factory=dict)

    @property
    def language(self) -> Language:
        """The language's strings."""
        return self.guide.languages[self.code]
