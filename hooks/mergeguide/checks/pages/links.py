"""Links from page to page, followed without a site engine; in a build MkDocs itself follows them."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import unescape
from urllib.parse import unquote, urlsplit

from mergeguide.data import Guide
from mergeguide.pages import DOCS, MARKDOWN, PageText
from mergeguide.problems import Problem, nearest

_ID = re.compile(r'(?<![\w-])id="([^"]+)"')

_HREF = re.compile(r'(?<![\w-])href="([^"]+)"')


@dataclass(frozen=True)
class Linked:
    """What following links needs of a page: the page, its ids, and the links that its author wrote."""

    page: PageText
    ids: frozenset[str]
    links: Sequence[str]


def linked(page: PageText) -> Linked:
    """Go through a rendered page once."""
    found = dict.fromkeys(unescape(link) for link in _HREF.findall(page.html))
    # What the software writes is right, or the data's gates have said so.
    written = tuple(link for link in found if _leads_to_a_page(link) and link in page.source)
    return Linked(page, frozenset(_ID.findall(page.html)), written)


def _leads_to_a_page(link: str) -> bool:
    try:
        parts = urlsplit(link)
    except ValueError:  # No address at all: a bracket that opens and does not close.
        return False
    return not parts.scheme and not parts.netloc and (parts.path.endswith(MARKDOWN) or not parts.path)


def link_problems(guide: Guide, pages: Sequence[Linked]) -> Iterator[Problem]:
    """Links that lead to no page, or to an id that is not on it."""
    ids = {one.page.path: one.ids for one in pages}
    # Where a draft has no page the source's stands in.
    lent = [one for one in pages if one.page.code == guide.source_language]
    for code in guide.languages:
        if code not in guide.complete_languages:
            ids = {(DOCS / code / one.page.name).as_posix(): one.ids for one in lent} | ids
    for one in pages:
        page, folder = one.page, posixpath.dirname(one.page.path)
        for link in one.links:
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
            line = page.line(f"({link})" if f"({link})" in page.source else link)
            yield Problem(page.path, line, message, f"{hint}Correct its target.", "dead-link")
