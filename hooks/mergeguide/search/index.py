"""One language's index: its pages with their sections, and which words are taken for each other."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from mergeguide.search.text import FoundSection


@dataclass
class SearchIndex:
    """The index of one language while its pages are rendered.

    Attributes:
        alike: groups of words that are taken for each other.
        passed_over: words that nothing is found by.
    """

    alike: Sequence[Sequence[str]] = ()
    passed_over: Sequence[str] = ()
    _pages: list[dict[str, Any]] = field(default_factory=list)

    def add(self, location: str, sections: Iterable[FoundSection], *, title: str, about: str, weight: float) -> None:
        """Take a page.

        Args:
            location: the page's address below the site's.
            sections: what is found of its content.
            title: its title.
            about: what it is about, in a sentence that is found too.
            weight: how much it counts beside other pages; 1 for most.
        """
        written = [_written(section) for section in sections]
        if written:
            page = {"location": location, "title": title, "about": about, "weight": weight, "sections": written}
            self._pages.append(page)

    def json(self) -> str:
        """The index's file, with every character as itself: it travels compressed."""
        index = {"alike": self.alike, "passedOver": self.passed_over, "pages": self._pages}
        return json.dumps(index, ensure_ascii=False, separators=(",", ":"))


def _written(section: FoundSection) -> dict[str, Any]:
    fields = {"id": section.id, "title": section.title, "terms": section.terms, "text": section.text}
    return {name: value for name, value in fields.items() if value}
