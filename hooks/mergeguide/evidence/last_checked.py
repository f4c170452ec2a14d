"""When what a page says was last held against its sources, from the signatures of the claims that it cites."""

from __future__ import annotations

import re
from functools import lru_cache

from mergeguide.data import Guide
from mergeguide.evidence.marks import last_day_of
from mergeguide.i18n import fill, shown_date
from mergeguide.schema import Language

_CITED = re.compile(r'href="[^"]*#claim-([^"]+)"')


def last_checked(guide: Guide, language: Language, html: str) -> str:
    """A page's sentence; of the whole guide where the page cites no claim.

    The day is that of the claim whose check is the longest ago: no statement of the page was checked before.

    Args:
        language: the page's.
        html: its content, with the links of its marks.

    Returns:
        Nothing where one of the claims was never checked.
    """
    cited = {name for name in _cited(html) if name in guide.claims}
    day = _oldest_check(guide, cited or set(guide.claims))
    words = language.site.checked if cited else language.site.checked_guide
    return fill(words, {"date": shown_date(language.dates, day)}) if day else ""


@lru_cache(maxsize=128)  # in a preview, most pages are the same as before
def _cited(html: str) -> list[str]:
    return _CITED.findall(html)


def _oldest_check(guide: Guide, claims: set[str]) -> str | None:
    days = [checked.on for name in claims if (checked := guide.claims[name].checked)]
    if not days or len(days) < len(claims):
        return None
    # Of a day and a month that end alike the month, which begins earlier; a set has no order of its own.
    return min(days, key=lambda when: (last_day_of(when), when))
