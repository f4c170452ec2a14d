"""A page that was rendered by Markdown alone, without a site engine."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Protocol

from lxml import html as lxml_html
from lxml.html import HtmlElement

import projects
from mergeguide.problems import Problem

TODAY = datetime.date.fromisoformat(projects.TODAY)
"""The day on which the tests take place, so that no evidence grows old in them."""


@dataclass(frozen=True)
class Rendered:
    """A page as Markdown alone rendered it: its parsed content, and what was reported on the way."""

    html: str
    problems: tuple[Problem, ...]

    @property
    def tree(self) -> HtmlElement:
        """The content below one element."""
        return lxml_html.fragment_fromstring(self.html, create_parent="div")


class Render(Protocol):
    """Render a page's source."""

    def __call__(self, source: str, code: str = "en", *, today: datetime.date = TODAY) -> Rendered:
        """Render it in a language, on a day."""
