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
from mergeguide.rendering.context import RenderingContext


class Citations(InlineProcessor):
    """Turns a citation into its mark."""

    def __init__(self, rendering: RenderingContext, markdown: Markdown) -> None:
        """Render citations at a rendering."""
        super().__init__(CITATION, markdown)
        self.rendering = rendering

    # The base class of Markdown is typed to return more than InlineProcessor ever does.
    def handleMatch(self, match: Match[str], data: str) -> tuple[etree.Element | str, int, int]:  # type: ignore[override]  # noqa: N802
        """The mark's element, or the text as it stands with a report where the claim is unknown."""
        claim = self.rendering.guide.claims.get(match[1])
        if claim is None:
            self.rendering.report(
                f'The claim "{match[1]}" is cited, but claims.yml does not know it.',
                f"{nearest(match[1], self.rendering.guide.claims)}Correct the id, or add the claim with its sources.",
                "unknown-claim",
                match[0],
            )
            return match[0], match.start(0), match.end(0)
        return citation(self.rendering, claim.id), match.start(0), match.end(0)


def citation(rendering: RenderingContext, claim_id: str) -> etree.Element:
    """The linked mark of a claim."""
    shown = rendering.marks.get(claim_id)
    if shown is None:
        shown = rendering.marks[claim_id] = mark(
            rendering.guide, rendering.language, rendering.guide.claims[claim_id], rendering.today
        )
    words = rendering.language.as_of
    described = fill(words.describe, {"mark": shown.text})
    told = f"{described} {words.old}" if shown.old else described
    element = etree.Element(
        "a",
        {
            "class": "mg-asof",
            "data-strength": shown.strength,
            # Read out in the place of the few visible characters, and painted on hover and focus by the style sheet.
            "aria-label": told,
            "data-told": told,
            "href": f"evidence.md#claim-{claim_id}",
        },
    )
    if shown.old:
        element.set("data-old", "")
    element.text = shown.short
    return element
