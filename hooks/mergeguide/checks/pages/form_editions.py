"""The editions of AWS's form: newest first, because the first is shown by default, and each drawn on a page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mergeguide.data import Guide
from mergeguide.pages import FIELDS_PAGE, Collected
from mergeguide.problems import Problem

MAP = "form-map"
"""The block that draws an edition."""


def edition_problems(guide: Guide, pages: Sequence[Collected]) -> Iterator[Problem]:
    """Editions out of order, and editions whose form no page draws.

    That one language draws what another does not is for ``parity`` to say.
    """
    document = guide.documents["form-editions"]
    drawn = {argument for page in pages for name, argument, _ in page.blocks if name == MAP}
    oldest = ""
    for index, edition in enumerate(guide.editions):
        place = ("form-editions", index)
        if oldest and edition > oldest:
            yield document.problem(
                place,
                f'The form edition "{edition}" stands below the older "{oldest}".',
                f'Move it above "{oldest}": newest first, because readers are shown the first one.',
                "edition-order",
            )
        oldest = min(oldest or edition, edition)
        if edition not in drawn:
            folders = " and ".join(f"docs/{code}/{FIELDS_PAGE}" for code in guide.languages)
            yield document.problem(
                place,
                f'No page draws the form edition "{edition}".',
                f"Add to {folders}:\n### … {{ #{MAP}-{edition} }}\n\n/// {MAP} | {edition}\n///",
                "undrawn-edition",
            )
