"""The page for paper of one language: where it is, its chapters in their order, and what its template needs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from mergeguide.printing.chapters import Chapter, Once, joined

_NAME = "print"


@dataclass
class WholeGuide:
    """The chapters of a language, as its pages are written.

    Attributes:
        folder: where the language is below the site; ``""`` for the source language.
        directory_urls: whether addresses end with a slash.
    """

    folder: str = ""
    directory_urls: bool = True
    _chapters: dict[int, Chapter] = field(default_factory=dict)

    @property
    def address(self) -> str:
        """The page's address below the site."""
        return f"{self.folder}{_NAME}/" if self.directory_urls else f"{self.folder}{_NAME}.html"

    @property
    def file(self) -> str:
        """The page's file below the site."""
        return f"{self.address}index.html" if self.directory_urls else self.address

    def take(self, position: int, name: str, *, title: str, address: str, content: str) -> None:
        """Take a page as a chapter.

        Args:
            position: its place in the navigation.
            name: its file's path below the language's folder.
            title: its title, as HTML.
            address: its address below the site.
            content: its HTML.
        """
        stem = name.removesuffix(".md").replace("/", "-")
        self._chapters[position] = Chapter(stem, title, address.removeprefix("./"), content)

    def context(self, once: Once) -> Mapping[str, object]:
        """What the template needs; nothing where no page was taken.

        Args:
            once: what chapters were made before, see ``joined``.
        """
        chapters = [self._chapters[position] for position in sorted(self._chapters)]
        if not chapters:
            return {}
        return {
            "base_url": ("../" * self.address.count("/") or ".").rstrip("/"),
            "home": chapters[0].address,
            "chapters": chapters,
            "content": joined(chapters, self.address, once),
        }
