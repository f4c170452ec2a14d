"""Pages as chapters of one page: ids stay apart, links lead to the chapter, what needs a script is left out."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urldefrag, urljoin, urlsplit

from lxml import html
from lxml.html import HtmlElement

_REFERENCES = ("for", "aria-labelledby", "aria-describedby", "aria-controls", "headers")
_LOWER = {f"h{level}": f"h{level + 1}" for level in range(1, 6)}
_TOP = "/"


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
    section = html.fragment_fromstring(chapter.content, create_parent="section")
    section.set("class", "mg-whole-chapter")
    section.set("id", chapter.name)
    for element in list(_left_out(section)):
        element.drop_tree()
    for element in list(section.iter("case-generator")):
        element.drop_tag()  # Its style sheet prints the letter and nothing else.
    for element in section.iter("*"):
        _settle(element, chapter, names, address)
    # libxml2 does not know that this one is always empty.
    return html.tostring(section, encoding="unicode").replace("</wbr>", "")


def _left_out(section: HtmlElement) -> Iterator[HtmlElement]:
    """What works by a script alone or is too long for paper, and what leads to a heading from itself."""
    wanted = ("script", "form", "a[@class='headerlink']", "p[@class='mg-static-note']", "*[@data-not-printed]")
    yield from section.xpath(" | ".join(f".//{each}" for each in wanted))


def _settle(element: HtmlElement, chapter: Chapter, names: Mapping[str, str], address: str) -> None:
    element.tag = _LOWER.get(str(element.tag), str(element.tag))
    known = element.get("id")
    if known and element.getparent() is not None:
        element.set("id", f"{chapter.name}--{known}")
    for attribute in _REFERENCES:
        if referred := element.get(attribute):
            element.set(attribute, " ".join(f"{chapter.name}--{one}" for one in referred.split()))
    if element.tag == "details":
        element.set("open", "")
    for attribute in ("href", "src"):
        if link := element.get(attribute):
            element.set(attribute, _link(link, chapter, names, address))


def _link(link: str, chapter: Chapter, names: Mapping[str, str], address: str) -> str:
    if urlsplit(link).scheme:
        return link
    target, heading = urldefrag(urljoin(_TOP + chapter.address, link))
    path = urlsplit(target).path
    if path in names:
        return f"#{names[path]}--{heading}" if heading else f"#{names[path]}"
    # A relative path forgets that it leads to a folder.
    folder = "/" if target.endswith("/") else ""
    return posixpath.relpath(target, posixpath.dirname(address)) + folder + (f"#{heading}" if heading else "")
