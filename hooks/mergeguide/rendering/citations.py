"""``[@claim-id]`` in a page: the mark that tells the claim's date and strength, linked to the evidence."""

from __future__ import annotations

import xml.etree.ElementTree as etree
from re import Match

from markdown import Markdown
from markdown.inlinepatterns import InlineProcessor

from mergeguide.evidence import mark
from mergeguide.i18n import fill
from mergeguide.pages import CITATION
from mergeguide.problems import nearest
from mergeguide.rendering.context import Desk


class Citations(InlineProcessor):
    """Turns a citation into its mark."""

    def __init__(self, desk: Desk, markdown: Markdown) -> None:
        """Render citations at a desk."""
        super().__init__(CITATION, markdown)
        self.desk = desk

    # The base class of Markdown is typed to return more than InlineProcessor ever does.
    def handleMatch(self, match: Match[str], data: str) -> tuple[etree.Element | str, int, int]:  # type: ignore[override]  # noqa: N802
        """The mark's element, or the text as it stands with a report where the claim is unknown."""
        claim = self.desk.guide.claims.get(match[1])
        if claim is None:
            self.desk.report(
                f'The claim "{match[1]}" is cited, but claims.yml does not know it.',
                f"{nearest(match[1], self.desk.guide.claims)}Correct the id, or add the claim with its sources.",
                "unknown-claim",
                match[0],
            )
            return match[0], match.start(0), match.end(0)
        return citation(self.desk, claim.id), match.start(0), match.end(0)


def citation(desk: Desk, claim_id: str) -> etree.Element:
    """The linked mark of a claim."""
    shown = desk.marks.get(claim_id)
    if shown is None:
        shown = desk.marks[claim_id] = mark(desk.guide, desk.language, desk.guide.claims[claim_id], desk.today)
    words = desk.language.as_of
    described = fill(words.describe, {"mark": shown.text})
    told = f"{described} {words.old}" if shown.old else described
    element = etree.Element(
        "a",
        {
            "class": "mg-asof",
            "data-strength": shown.strength,
            # Read out in the place of the few visible signs, and painted on hover and focus by the style sheet.
            "aria-label": told,
            "data-told": told,
            "href": f"evidence.md#claim-{claim_id}",
        },
    )
    if shown.old:
        element.set("data-old", "")
    element.text = shown.short
    return element
