"""Notices for readers: below the heading of each section whose source has changed since, and where it has."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import escape

from mergeguide.i18n import fill, shown_date
from mergeguide.schema import Language
from mergeguide.translations import Section

_HEADING = re.compile(r'<h([1-6])\b[^>]*?\bid="([^"]+)"[^>]*>.*?</h\1>', re.DOTALL)


def with_notices(html: str, sections: Sequence[Section], own: Language, source: Language, original: str) -> str:
    """A page with a notice in each section that is behind.

    Args:
        html: the page's content.
        sections: its sections, those that are not behind too.
        own: the page's language.
        source: the language that it is translated from.
        original: the address of the same page there.
    """
    behind = {each.key: each.behind_since for each in sections if each.state == "stale" and not each.tolerated}
    mostly = 2 * len(behind) > len(sections)

    def noted(match: re.Match[str]) -> str:
        notices = ""
        if match[1] == "1" and mostly:
            notices += _notice(own.status["behind-page"], max(behind.values()), own, source, original)
        elif match[2] in behind and not mostly:
            address = f"{original}#{match[2]}"
            notices += _notice(own.status["behind"], behind[match[2]], own, source, address)
        return match[0] + notices

    return _HEADING.sub(noted, html) if behind else html


def _notice(told: str, day: str, own: Language, source: Language, address: str) -> str:
    name = f'<span lang="{source.language}">{escape(source.name)}</span>'
    since = fill(escape(own.status["changed-on"]), {"date": shown_date(own.dates, day)}) + " " if day else ""
    link = fill(escape(own.status["read-source"]), {"language": name})
    return (
        f'\n<p class="mg-behind" data-search-exclude="">{escape(told)} {since}'
        f'<a href="{escape(address)}" hreflang="{source.language}">{link}</a></p>'
    )
