"""A built site, whatever built it: its HTML parsed, links followed, promises held.

Where MkDocs' own validation sees only Markdown, this sees what readers get.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urlsplit

from lxml import etree
from lxml import html as lxml_html
from lxml.html import HtmlElement

from mergeguide.checks.pages.coverage import coverage_problems
from mergeguide.data import Guide, composed, missing_or_unreadable
from mergeguide.loading import load
from mergeguide.pages import Collected, PageText, collected, destination, pages_of, read_configuration
from mergeguide.problems import Problem

MARKERS = re.compile(r"\*\*|==|///|\{\{|\}\}|\[@|\{ ?#")
"""What Markdown or a template leaves behind where it was not understood."""


@dataclass(frozen=True)
class BuiltPage:
    """A built page.

    Attributes:
        file: its path below the site, for instance ``en/case-text/index.html``.
        tree: its parsed HTML.
    """

    file: str
    tree: HtmlElement

    @cached_property
    def ids(self) -> tuple[str, ...]:
        """Every id, in order, doubles included."""
        return tuple(str(found) for found in self.tree.xpath("//@id"))

    @property
    def holds_others(self) -> bool:
        """Whether this is the page for paper, with the text of all pages of a language."""
        return any("mg-whole" in (main.get("class") or "").split() for main in self.tree.iter("main"))

    @property
    def article(self) -> HtmlElement:
        """The page's content; the whole body where no theme marks it."""
        return next(self.tree.iter("article", "main"), self.tree)


def built_pages(site: Path) -> Mapping[str, BuiltPage | Problem]:
    """Every HTML file of a site by its path; a file that holds no HTML is a problem."""
    paths = {path.relative_to(site): path for path in sorted(site.rglob("*.html"))}
    # What begins with a dot is an editor's or the system's own file, and on no site.
    shown = {file.as_posix(): path for file, path in paths.items() if not any(part[0] == "." for part in file.parts)}
    return {file: _read(site, file, path) for file, path in shown.items()}


def _read(site: Path, file: str, path: Path) -> BuiltPage | Problem:
    try:
        return BuiltPage(file, lxml_html.document_fromstring(path.read_bytes()))
    except OSError as error:
        return missing_or_unreadable(path, f"{site.name}/{file}", error)
    except etree.ParserError:  # Nothing in it, or nothing but comments.
        return Problem(f"{site.name}/{file}", 1, "The page is empty.", "Build the site again.", "empty-page")


def address_of(guide: Guide, page: PageText, built: Container[str], *, directory_urls: bool) -> str:
    """The file that a page is built to, below the site: the source language at the top, others in their folder.

    Args:
        built: the files of the site, which may have been made with the other scheme of addresses.
        directory_urls: the scheme that ``mkdocs.yml`` asks for.
    """
    folder = PurePosixPath(page.code if page.code != guide.source_language else "")
    wanted = str(folder / destination(page.name, directory_urls=directory_urls))
    other = str(folder / destination(page.name, directory_urls=not directory_urls))
    return other if wanted not in built and other in built else wanted


def check_site(root: Path, site: Path) -> list[Problem]:
    """Every problem of a built site; empty while the data itself has problems, which ``check`` reports."""
    guide = load(root)
    if not isinstance(guide, Guide):
        return []
    found = built_pages(site)
    built = {file: page for file, page in found.items() if isinstance(page, BuiltPage)}
    empty = [page for page in found.values() if isinstance(page, Problem)]
    configuration = read_configuration(root)
    if isinstance(configuration, Problem):
        return empty
    sources = [
        (page, address_of(guide, page, found, directory_urls=configuration.directory_urls))
        for page in pages_of(root, guide.languages, configuration.published)
        if isinstance(page, PageText)
    ]
    written = [(page, address) for page, address in sources if not isinstance(found.get(address), Problem)]
    return [*empty, *_site_problems(guide, built, written, site)]


def collected_site(root: Path, guide: Guide, site: Path) -> list[Collected]:
    """Every page of a built site that has its source, gone through."""
    configuration = read_configuration(root)
    if isinstance(configuration, Problem):
        return []
    built = {file: page for file, page in built_pages(site).items() if isinstance(page, BuiltPage)}
    texts = [page for page in pages_of(root, guide.languages, configuration.published) if isinstance(page, PageText)]
    addresses = [address_of(guide, page, built, directory_urls=configuration.directory_urls) for page in texts]
    found = [(page, built[address]) for page, address in zip(texts, addresses, strict=True) if address in built]
    return [_collected(page, next(result.tree.iter("article"), result.article)) for page, result in found]


def _collected(page: PageText, content: HtmlElement) -> Collected:
    return collected(replace(page, html=composed(lxml_html.tostring(content, encoding="unicode"))))


def _site_problems(
    guide: Guide, built: Mapping[str, BuiltPage], sources: Sequence[tuple[PageText, str]], site: Path
) -> Iterator[Problem]:
    pages: list[Collected] = []
    for page, address in sources:
        if address not in built:
            yield Problem(
                page.path,
                1,
                f"The site has no {address} for this page.",
                "Build the site again.",
                "not-built",
            )
            continue
        pages.append(_collected(page, built[address].article))
        yield from _language_problems(page, built[address])
    yield from coverage_problems(guide, pages)
    top = _top(built)
    told: set[str] = set()
    for result in sorted(built.values(), key=lambda page: page.holds_others):
        found = [*_page_problems(result, site), *_link_problems(result, built, site, top)]
        if result.holds_others:
            # What is wrong there comes from the other pages, where it is told already.
            yield from (problem for problem in found if problem.rule not in told)
        else:
            told |= {problem.rule for problem in found}
            yield from found


def _language_problems(page: PageText, built: BuiltPage) -> Iterator[Problem]:
    language = built.tree.get("lang", "")
    # A narrower one is right, too: en-GB for en.
    if not f"{language}-".lower().startswith(f"{page.code}-".lower()):
        yield Problem(
            page.path,
            1,
            f'The built page says lang="{language}".',
            f'It has to be "{page.code}".',
            "page-language",
        )


def _page_problems(page: BuiltPage, site: Path) -> Iterator[Problem]:
    shown = f"{site.name}/{page.file}"
    for name, count in Counter(page.ids).items():
        if count > 1:
            yield Problem(shown, 1, f'The id "{name}" stands {count} times.', "Rename one of them.", "doubled-id")
    for text in _plain_texts(page.article):
        match = MARKERS.search(text)
        if match:
            yield Problem(
                shown,
                1,
                f'A marker "{match[0]}" stands on the page: "{text.strip()[:60]}".',
                "Correct the Markdown there.",
                "stray-marker",
            )


def _plain_texts(element: HtmlElement) -> Iterator[str]:
    if element.tag in ("code", "pre", "script", "style", "template") or not isinstance(element.tag, str):
        return
    yield element.text or ""
    for child in element:
        yield from _plain_texts(child)
        yield child.tail or ""


def _link_problems(page: BuiltPage, built: Mapping[str, BuiltPage], site: Path, top: str) -> Iterator[Problem]:
    for element, attribute, link, _ in page.tree.iterlinks():
        if attribute not in ("href", "src") or element.get("rel") == "canonical":
            continue
        try:
            parts = urlsplit(link)
        except ValueError:  # A host with a bracket that opens and does not close, for instance.
            yield _dead(page, site, link, "is no address")
            continue
        if parts.scheme or parts.netloc or (not parts.path and not parts.fragment):
            continue
        target = _target(page.file, unquote(parts.path), top)
        if target is None or not (site / target).is_file():
            yield _dead(page, site, link, "leads to no file")
        elif parts.fragment and target in built and unquote(parts.fragment) not in built[target].ids:
            yield _dead(page, site, link, "leads to no id")


def _dead(page: BuiltPage, site: Path, link: str, what: str) -> Problem:
    return Problem(f"{site.name}/{page.file}", 1, f'The link "{link}" {what}.', "Correct its target.", "dead-link")


def _top(built: Mapping[str, BuiltPage]) -> str:
    """The path under which the site lies on its host, as its front page says; links of 404 pages begin with it."""
    front = built.get("index.html")
    canonical = front.tree.xpath("//link[@rel='canonical']/@href") if front else []
    return urlsplit(str(canonical[0])).path.removesuffix("index.html") if canonical else "/"


def _target(file: str, path: str, top: str) -> str | None:
    """The file below the site that a link's path leads to; None for one that leaves the site."""
    if not path:
        return file
    steps: list[str] = list(PurePosixPath(file).parent.parts)
    if path.startswith("/"):
        if not path.startswith(top):
            return None
        steps, path = [], path.removeprefix(top)
    for step in path.split("/"):
        if step == "..":
            if not steps:
                return None
            steps.pop()
        elif step not in ("", "."):
            steps.append(step)
    folder = path.split("/")[-1] in ("", ".", "..")
    return "/".join([*steps, "index.html"] if folder else steps)
