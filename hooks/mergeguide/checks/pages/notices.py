"""Every watched part of the guide has its notice on a page of each language."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mergeguide.data import Guide
from mergeguide.pages import Collected
from mergeguide.problems import Problem


def notice_problems(guide: Guide, pages: Sequence[Collected]) -> Iterator[Problem]:
    """Watched parts that no page of a language shows the notice of."""
    document = guide.documents["freshness"]
    for code in guide.complete_languages:
        shown = {name for page in pages if page.code == code for name in page.notices}
        for index, watched in enumerate(guide.watched):
            if watched.id not in shown:
                yield document.problem(
                    ["watched", index],
                    f'No page in the language "{code}" shows the notice of "{watched.id}".',
                    f"Write where it belongs, in docs/{code}/:\n/// freshness | {watched.id}\n///",
                    "notice-missing",
                )
