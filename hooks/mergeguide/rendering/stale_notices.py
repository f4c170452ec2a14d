"""Notices for readers: below the heading of each section whose source has changed since, and where it has."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import escape

from mergeguide.i18n import fill
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
    behind = {section.key for section in sections if section.state == "stale" and not section.tolerated}
    mostly = 2 * len(behind) > len(sections)

    def noted(match: re.Match[str]) -> str:
        notices = ""
        if match[1] == "1" and mostly:
            notices += _notice(own.status["behind-page"], own, source, original)
        elif match[2] in behind and not mostly:
            notices += _notice(own.status["behind"], own, source, f"{original}#{match[2]}")
        return match[0] + notices

    return _HEADING.sub(noted, html) if behind else html


def _notice(told: str, own: Language, source: Language, address: str) -> str:
    name = f'<span lang="{source.language}">{escape(source.name)}</span>'
    link = fill(escape(own.status["read-source"]), {"language": name})
    return (
        f'\n<p class="mg-behind" data-search-exclude="">{escape(told)} '
        f'<a href="{escape(address)}" hreflang="{source.language}">{link}</a></p>'
    )
