"""How much of a page a reader sees: characters, words and marks of each section, without what is folded."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from mergeguide.page_tree import HEADINGS, page_tree

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_NOT_READ = frozenset({"noscript", "script", "style", "svg", "template", "textarea", "select"})
"""Elements whose text is not the page's; a picture is looked at."""

_HIDDEN = frozenset({"headerlink", "md-content__button", "mg-block--case-generator", "mg-visually-hidden"})

_MARK = "mg-asof"

_INSIDE_WORDS = frozenset({"a", "abbr", "b", "code", "em", "i", "kbd", "span", "strong", "sub", "sup", "wbr"})
"""Elements at whose edges a word can go on; the text of any other stands apart."""

_INDEX = "index"


@dataclass(frozen=True, slots=True)
class ShownSection:
    """A section up to the next heading, as it stands open before a reader.

    Attributes:
        id: the id of its heading; ``""`` for what stands above the first.
        level: its heading's level; 0 above the first.
        characters: without white space.
        words: what white space divides.
        marks: the marks of evidence.
        links: what its links lead to within the language: ``page.md`` or ``page.md#section``.
    """

    id: str
    level: int
    characters: int
    words: int
    marks: int
    links: frozenset[str]


@dataclass(slots=True)
class _Open:
    id: str = ""
    level: int = 0
    texts: list[str] = field(default_factory=list)
    marks: int = 0
    links: set[str] = field(default_factory=set)


def shown_sections(html: str, name: str) -> tuple[ShownSection, ...]:
    """What a page shows, section by section.

    Args:
        html: the content as Markdown rendered it, or the article of a built page.
        name: the page's file below its language's folder.
    """
    if not html.strip():
        return ()
    found = [_Open()]
    _walk(page_tree(html), name, found)
    return tuple(_closed(each) for each in found)


def within(sections: Sequence[ShownSection], id_: str) -> Iterator[ShownSection]:
    """A section with those below it; of the page's title only what stands above the next heading."""
    at = next((index for index, each in enumerate(sections) if each.id == id_), None)
    if at is None:
        return
    yield sections[at]
    for each in sections[at + 1 :] if sections[at].level > 1 else ():
        if each.level <= sections[at].level:
            return
        yield each


def _closed(each: _Open) -> ShownSection:
    words = "".join(each.texts).split()
    return ShownSection(each.id, each.level, sum(map(len, words)), len(words), each.marks, frozenset(each.links))


def _walk(element: HtmlElement, name: str, found: list[_Open]) -> None:
    if element.tag in HEADINGS:
        found.append(_Open(element.get("id", ""), HEADINGS.index(element.tag) + 1))
    found[-1].marks += _MARK in _classes(element)
    if element.tag == "a":
        found[-1].links.update(_target(element.get("href", ""), name))
    found[-1].texts.append(element.text or "")
    folded = element.tag == "details" and element.get("open") is None
    for child in element:
        edge = "" if child.tag in _INSIDE_WORDS else " "
        found[-1].texts.append(edge)
        if _is_seen(child) and (not folded or child.tag == "summary"):
            _walk(child, name, found)
        found[-1].texts += [edge, child.tail or ""]


def _is_seen(element: HtmlElement) -> bool:
    if not isinstance(element.tag, str) or element.tag in _NOT_READ or element.get("hidden") is not None:
        return False
    return _HIDDEN.isdisjoint(_classes(element))


def _classes(element: HtmlElement) -> list[str]:
    return (element.get("class") or "").split()


def _target(href: str, name: str) -> Iterator[str]:
    path, _, heading = href.partition("#")
    if ":" in path:
        return
    stem = PurePosixPath(path.partition("?")[0]).name.removesuffix(".html").removesuffix(".md")
    page = name if not path else f"{_INDEX if stem in ('', '..') else stem}.md"
    yield f"{page}#{heading}" if heading else page
