"""A page's HTML as sections of plain text: all that a reader can find on it, folded or not, and nothing else."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from lxml.html import HtmlElement

from mergeguide.page_tree import HEADINGS, page_tree

_EXCLUDED = "data-search-exclude"
"""An element with this attribute is not found: the generator, whose words are those of every letter."""

_NOT_TEXT = frozenset({"noscript", "script", "style", "svg", "template", "textarea", "select", "button"})

_NOT_FOUND = frozenset({"headerlink", "mg-asof", "mg-visually-hidden"})
"""Classes of what stands on pages but is nobody's answer: links to headings, marks of evidence."""

_INSIDE_WORDS = frozenset({"a", "abbr", "b", "code", "em", "i", "kbd", "mark", "span", "strong", "sub", "sup", "wbr"})
"""Elements at whose edges a word can go on; the text of any other stands apart."""


@dataclass(slots=True)
class FoundSection:
    """A heading and what stands under it, up to the next heading.

    Attributes:
        id: the heading's id; ``""`` for what stands above the first.
        title: the heading's text.
        terms: what is explained under it: the terms of its definition lists.
        text: all text under it, the terms included.
    """

    id: str = ""
    title: str = ""
    terms: tuple[str, ...] = ()
    text: str = ""


class _Place(NamedTuple):
    """Where a text stands: within a heading, within a definition list's term."""

    heading: bool = False
    term: bool = False


@dataclass(slots=True)
class _Open:
    id: str = ""
    title: list[str] = field(default_factory=list)
    terms: list[list[str]] = field(default_factory=list)
    text: list[str] = field(default_factory=list)

    def write(self, text: str | None, place: _Place) -> None:
        if not text:
            return
        if place.heading:
            self.title.append(text)
            return
        self.text.append(text)
        if place.term:
            self.terms[-1].append(text)

    def closed(self) -> FoundSection:
        terms = tuple(filter(None, map(_plain, self.terms)))
        return FoundSection(self.id, _plain(self.title), terms, _plain(self.text))


def found_sections(html: str) -> tuple[FoundSection, ...]:
    """The sections of a page's content, in order, those that have neither title nor text left out.

    Args:
        html: the content as Markdown rendered it.
    """
    if not html.strip():
        return ()
    sections = [_Open()]
    _walk(page_tree(html), sections, _Place())
    return tuple(section for section in (each.closed() for each in sections) if section.title or section.text)


def _walk(element: HtmlElement, sections: list[_Open], place: _Place) -> None:
    if element.tag in HEADINGS:
        sections.append(_Open(element.get("id", "")))
        place = _Place(heading=True)
    elif element.tag == "dt":
        sections[-1].terms.append([])
        place = _Place(term=True)
    sections[-1].write(element.text, place)
    for child in element:
        edge = None if child.tag in _INSIDE_WORDS else " "
        sections[-1].write(edge, place)
        if _is_found(child):
            _walk(child, sections, place)
        sections[-1].write(edge, place)
        sections[-1].write(child.tail, place)


def _is_found(element: HtmlElement) -> bool:
    if not isinstance(element.tag, str) or element.tag in _NOT_TEXT:
        return False
    if element.get("hidden") is not None or element.get(_EXCLUDED) is not None:
        return False
    return _NOT_FOUND.isdisjoint((element.get("class") or "").split())


def _plain(parts: list[str]) -> str:
    return " ".join("".join(parts).split())
