"""The built site as readers get it: where its pages are, and what they say."""

from __future__ import annotations

import posixpath
import re
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

from lxml import html
from lxml.html import HtmlElement

LANGUAGES = ("ja", "en")
SLUGS = (
    "",
    "before-you-start/",
    "your-situation/",
    "open-the-form/",
    "form-fields/",
    "case-text/",
    "replies/",
    "after-the-merge/",
    "what-moves/",
    "troubleshooting/",
    "glossary/",
    "evidence/",
    "contributing/",
    "translation-status/",
    "privacy/",
)
"""The addresses that the project promises to keep, the same in each language."""
WHOLE_GUIDE = "print"
"""The folder of the page that holds all others of a language: test_whole_guide_on_site.py."""
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
SILENT = ("script", "style", "template", "noscript")
ATTRIBUTES_READ_OUT = ("alt", "title", "aria-label", "placeholder")
JAPANESE = re.compile(r"[\u3000-\u30ff\u3400-\u9fff\uff00-\uffef]")


def file_of(language: str, slug: str) -> str:
    """The file of a page, below the site."""
    return f"{'' if language == 'ja' else language + '/'}{slug}index.html"


def parsed(file: Path) -> HtmlElement:
    """A page's tree."""
    return html.document_fromstring(file.read_bytes())


def answer(address: str) -> tuple[int, HtmlElement]:
    """Status and tree of what a server answers."""
    try:
        with urllib.request.urlopen(address, timeout=30) as response:
            return response.status, html.document_fromstring(response.read())
    except urllib.error.HTTPError as error:
        with error:
            return error.code, html.document_fromstring(error.read())


def article(tree: HtmlElement) -> HtmlElement:
    """The page's own content, without the theme's frame."""
    (found,) = tree.iter("article")
    return found


def texts(element: HtmlElement, language: str, without: tuple[str, ...] = SILENT) -> Iterator[tuple[str, str]]:
    """Each piece of text that a reader sees or hears, with the language it is said to be in."""
    if not isinstance(element.tag, str) or element.tag in without:
        return
    # The switch to another language is in that language's own words, and says so by its hreflang.
    language = element.get("lang") or element.get("hreflang") or language
    for name in ATTRIBUTES_READ_OUT:
        read_out = element.get(name)
        if read_out:
            yield read_out, language
    if element.text and element.text.strip():
        yield element.text.strip(), language
    for child in element:
        yield from texts(child, language, without)
        if child.tail and child.tail.strip():
            yield child.tail.strip(), language


def target(file: str, link: str, top: str = "/") -> str:
    """The file below the site that a link on a page leads to, if the site lies at ``top`` on its host."""
    path = unquote(urlsplit(link).path)
    if not path:
        return file
    if path.startswith("/"):
        assert path.startswith(top), f"{file} links to {link}, which is not below {top}"
        file, path = "", "./" + path.removeprefix(top)
    index = "index.html" if path.endswith(("/", ".")) else ""
    return posixpath.normpath(posixpath.join(posixpath.dirname(file), path, index))


def drop_section(tree: HtmlElement, heading_id: str) -> None:
    """Delete a heading and what stands under it, up to the next heading of its level or above."""
    (heading,) = tree.xpath("//*[@id=$id]", id=heading_id)
    level = HEADINGS.index(heading.tag)
    for element in [heading, *heading.itersiblings()]:
        if element is not heading and element.tag in HEADINGS[: level + 1]:
            break
        element.getparent().remove(element)
