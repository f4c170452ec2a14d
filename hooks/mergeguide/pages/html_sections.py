"""A page's HTML, read once for every check: its headings and what stands under each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mergeguide.page_tree import HEADINGS, page_tree

if TYPE_CHECKING:
    from lxml.html import HtmlElement


@dataclass(frozen=True)
class Section:
    """A heading and what an author wrote under it, up to the next heading.

    Attributes:
        id: the heading's id.
        level: 1 to 6.
        title: the heading's text.
        text: the text under it, without what the software adds (``.mg-facts``, ``.mg-block``).
        terms: definition lists under it: term → definition.
        facts: the texts in the facts that the software adds under a field (``.mg-facts``), each element's by itself.
        labels: those among them that are labels on AWS's form (``.mg-screen``), in order.
    """

    id: str
    level: int
    title: str
    text: str
    terms: Mapping[str, str]
    facts: frozenset[str] = frozenset()
    labels: tuple[str, ...] = ()


def sections(html: str) -> tuple[Section, ...]:
    """The sections of a page's content, in order.

    Args:
        html: the content as Markdown rendered it, or the article of a built page.
    """
    if not html.strip():
        return ()
    found: list[Section] = []
    for heading in page_tree(html).iter(*HEADINGS):
        if _within_added(heading):
            continue
        followers = _until_next_heading(heading)
        terms: dict[str, str] = {}
        for element in followers:
            for listing in element.iter("dl"):
                if not _within_added(listing):
                    terms.update(_terms(listing))
        text = " ".join(filter(None, (_text(element) for element in followers)))
        level = HEADINGS.index(str(heading.tag)) + 1
        added = [part for element in followers if "mg-facts" in _classes(element) for part in element.iter()]
        facts = frozenset(" ".join((part.text or "").split()) for part in added).union(map(_whole_text, added))
        labels = tuple(_whole_text(part) for part in added if "mg-screen" in _classes(part))
        found.append(Section(heading.get("id", ""), level, _text(heading), text, terms, facts, labels))
    return tuple(found)


def _within_added(element: HtmlElement) -> bool:
    return any(_added(ancestor) for ancestor in [element, *element.iterancestors()])


def _added(element: HtmlElement) -> bool:
    return bool({"mg-facts", "mg-block"} & _classes(element))


def _classes(element: HtmlElement) -> set[str]:
    return set((element.get("class") or "").split())


def _whole_text(element: HtmlElement) -> str:
    return " ".join("".join(element.itertext()).split())


def _until_next_heading(heading: HtmlElement) -> list[HtmlElement]:
    followers = []
    for sibling in heading.itersiblings():
        if sibling.tag in HEADINGS:
            break
        if isinstance(sibling.tag, str):
            followers.append(sibling)
    return followers


def _text(element: HtmlElement) -> str:
    if _added(element) or element.get("class") == "headerlink" or not isinstance(element.tag, str):
        return ""
    parts = [element.text or ""]
    for child in element:
        parts += [_text(child), child.tail or ""]
    return " ".join("".join(parts).split())


def _terms(listing: HtmlElement) -> dict[str, str]:
    terms: dict[str, str] = {}
    name = ""
    for child in listing:
        if child.tag == "dt":
            name = _text(child)
            terms.setdefault(name, "")
        elif child.tag == "dd":
            terms[name] = " ".join(filter(None, (terms.get(name, ""), _text(child))))
    return terms
