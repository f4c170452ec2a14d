"""Links from page to page, followed without a site engine; in a build MkDocs itself follows them."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import unescape
from urllib.parse import unquote, urlsplit

from mergeguide.pages import PageText
from mergeguide.problems import Problem, nearest

_ID = re.compile(r'(?<![\w-])id="([^"]+)"')
_HREF = re.compile(r'(?<![\w-])href="([^"]+)"')


@dataclass(frozen=True)
class Linked:
    """What following links needs of a page: where it is, its ids, and the links that its author wrote, with lines."""

    path: str
    ids: frozenset[str]
    links: Sequence[tuple[str, int]]


def linked(page: PageText) -> Linked:
    """Go through a rendered page once."""
    found = dict.fromkeys(unescape(link) for link in _HREF.findall(page.html))
    # What the software writes is right, or the data's gates have said so.
    written = [link for link in found if link in page.source and _leads_to_a_page(link)]
    lines = [page.line(f"({link})" if f"({link})" in page.source else link) for link in written]
    return Linked(page.path, frozenset(_ID.findall(page.html)), tuple(zip(written, lines, strict=True)))


def _leads_to_a_page(link: str) -> bool:
    try:
        parts = urlsplit(link)
    except ValueError:  # No address at all: a bracket that opens and does not close.
        return False
    return not parts.scheme and not parts.netloc and (parts.path.endswith(".md") or not parts.path)


def link_problems(pages: Sequence[Linked]) -> Iterator[Problem]:
    """Links that lead to no page, or to an id that is not on it."""
    ids: Mapping[str, frozenset[str]] = {page.path: page.ids for page in pages}
    for page in pages:
        folder = posixpath.dirname(page.path)
        for link, line in page.links:
            parts = urlsplit(link)
            target = posixpath.normpath(posixpath.join(folder, unquote(parts.path))) if parts.path else page.path
            fragment = unquote(parts.fragment)
            if target not in ids:
                what, hint = "no page", nearest(target, ids)
            elif fragment and fragment not in ids[target]:
                what, hint = f"no id of {target}", nearest(fragment, sorted(ids[target]))
            else:
                continue
            message = f'The link "{link}" leads to {what}.'
            yield Problem(page.path, line, message, f"{hint}Correct its target.", "dead-link")
