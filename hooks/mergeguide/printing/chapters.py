"""Pages as chapters of one page: ids stay apart, links lead to the chapter, what needs a script is left out."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from functools import cache
from urllib.parse import urljoin, urlsplit

from lxml import html
from lxml.etree import XPath
from lxml.html import HtmlElement

from mergeguide.page_tree import page_tree

_REFERENCES = ("for", "aria-labelledby", "aria-describedby", "aria-controls", "headers")
_LOWER = {f"h{level}": f"h{level + 1}" for level in range(1, 6)}
_LINKING = ("href", "src")
_TOP = "/"

_SETTLED = XPath("//details | //*[" + " or ".join(f"@{name}" for name in ("id", *_REFERENCES, *_LINKING)) + "]")
"""What has something to settle but its level: about one element of four."""


@dataclass(frozen=True)
class Chapter:
    """One page of the guide.

    Attributes:
        name: what its ids begin with here: ``form-fields``.
        title: its title, as HTML.
        address: its address below the site.
        content: its HTML, with links as they are there.
    """

    name: str
    title: str
    address: str
    content: str


Once = Callable[[str, tuple[str, ...], Callable[[], str]], str]
"""What was made before under a name from the same things, or else what is made now."""


def joined(chapters: Sequence[Chapter], address: str, once: Once) -> str:
    """The HTML of all chapters as one.

    Args:
        address: that of the page they come to, below the site.
        once: asked for each chapter.
    """
    names = {_TOP + chapter.address: chapter.name for chapter in chapters}
    others = [address, *(part for name in names.items() for part in name)]

    def section(chapter: Chapter) -> str:
        made_from = (chapter.name, chapter.address, chapter.content, *others)
        return once(address + chapter.name, made_from, lambda: _section(chapter, names, _TOP + address))

    return "\n".join(map(section, chapters))


def _section(chapter: Chapter, names: Mapping[str, str], address: str) -> str:
    # The tree is that of all who read the page.
    section = deepcopy(next(page_tree(chapter.content).iter("body")))
    section.tag = "section"
    section.set("class", "mg-whole-chapter")
    section.set("id", chapter.name)
    for element in list(_left_out(section)):
        element.drop_tree()
    for element in list(section.iter("case-generator")):
        element.drop_tag()  # Its style sheet prints the letter and nothing else.
    for element in section.iter(*_LOWER):
        element.tag = _LOWER[str(element.tag)]
    # Most links lead to a few pages, each to another heading.
    place = cache(lambda path: _place(path, chapter, names, address))
    for element in _SETTLED(section):
        _settle(element, chapter.name, place)
    # libxml2 does not know that this one is always empty.
    return html.tostring(section, encoding="unicode").replace("</wbr>", "")


def _left_out(section: HtmlElement) -> Iterator[HtmlElement]:
    """What works by a script alone or is too long for paper, and what leads to a heading from itself."""
    wanted = ("script", "form", "a[@class='headerlink']", "p[@class='mg-static-note']", "*[@data-not-printed]")
    yield from section.xpath(" | ".join(f".//{each}" for each in wanted))


def _settle(element: HtmlElement, name: str, place: Callable[[str], tuple[str, str] | None]) -> None:
    known = element.get("id")
    if known and element.getparent() is not None:
        element.set("id", f"{name}--{known}")
    for attribute in _REFERENCES:
        if referred := element.get(attribute):
            element.set(attribute, " ".join(f"{name}--{one}" for one in referred.split()))
    if element.tag == "details":
        element.set("open", "")
    for attribute in _LINKING:
        link = element.get(attribute, "")
        path, _, heading = link.partition("#")
        if link and (leads := place(path)):
            element.set(attribute, "".join([*leads, heading] if heading else leads[:1]))


def _place(path: str, chapter: Chapter, names: Mapping[str, str], address: str) -> tuple[str, str] | None:
    """What to write instead of a link's path, and before its heading if it has one; nothing for another site's."""
    if urlsplit(path).scheme:
        return None
    target = urljoin(_TOP + chapter.address, path)
    known = urlsplit(target).path
    if known in names:
        return f"#{names[known]}", "--"
    # A relative path forgets that it leads to a folder.
    folder = "/" if target.endswith("/") else ""
    return posixpath.relpath(target, posixpath.dirname(address)) + folder, "#"
