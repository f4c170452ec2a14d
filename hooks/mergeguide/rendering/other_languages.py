"""Links to pages that stand in for a language's own: each says in which language the reader will find it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import escape, unescape
from urllib.parse import urljoin, urlsplit

from mergeguide.schema import Language

_LINK = re.compile(r'<a\b[^>]*?\bhref="([^"]*)"[^>]*>.*?</a>', re.DOTALL)


def with_languages(html: str, address: str, elsewhere: Mapping[str, Language]) -> str:
    """A page with the name of a language behind each link that leads to it.

    Args:
        address: the page's own, from the site's top.
        elsewhere: the pages that are in another language than their address says, by address.
    """

    def named(match: re.Match[str]) -> str:
        target = urlsplit(urljoin(f"/{address}", unescape(match[1])))
        language = elsewhere.get(target.path.removeprefix("/"))
        if language is None or target.netloc:
            return match[0]
        return f'{match[0]} <span lang="{language.language}">({escape(language.name)})</span>'

    return _LINK.sub(named, html) if elsewhere else html
