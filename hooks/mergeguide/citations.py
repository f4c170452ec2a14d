"""``[@claim-id]`` in a page: the mark that tells the claim's date and strength, linked to the evidence."""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from re import Match

from markdown import Markdown
from markdown.inlinepatterns import InlineProcessor

from mergeguide.desk import Desk
from mergeguide.evidence import mark
from mergeguide.problems import Problem, nearest
from mergeguide.wording import fill

CITATION = r"\[@([A-Za-z0-9_-]+)\](?!\()"
_LINK = r"\[[^][]*\]\("
_BROKEN = re.compile(rf"(?!{CITATION}|{_LINK})\[ ?@[A-Za-z0-9_-]*|(?<!\[)@[A-Za-z0-9_-]+\](?!\()")
"""A link may have an @ in its words: ``[follow @example](https://example.com)``."""
_INLINE_CODE = re.compile(r"(`+).*?\1")
_SENTENCE_END = re.compile(r"[。！？|]|[.!?](?=\s|$)")
_EMPHASIS = re.compile(r"[*_]+")


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


@dataclass(frozen=True, slots=True)
class Cited:
    """A citation on a page.

    Attributes:
        said: the sentence that it ends, without emphasis; all that is before it where no sentence has ended.
    """

    claim: str
    line: int
    said: str


def cited(lines: Iterable[tuple[int, str]]) -> tuple[Cited, ...]:
    """The citations in a page's lines outside of code, in order."""
    found: list[Cited] = []
    paragraph = ""
    for number, line in lines:
        plain = _INLINE_CODE.sub("", line)
        if not plain.strip():
            paragraph = ""
        end = 0
        for match in re.finditer(CITATION, plain) if "[@" in plain else ():
            paragraph += plain[end : match.start()]
            end = match.end()
            found.append(Cited(match[1], number, _sentence(paragraph)))
        paragraph += plain[end:] + "\n"
    return tuple(found)


def _sentence(before: str) -> str:
    """The last sentence of a text."""
    sentences = [part for part in _SENTENCE_END.split(_EMPHASIS.sub("", before)) if part.strip()]
    return " ".join(sentences[-1].split()) if sentences else ""


def citation_problems(path: str, lines: Iterable[tuple[int, str]]) -> Iterator[Problem]:
    """Citations that lack a bracket or have a blank inside: they would stand on the page as text."""
    for number, line in lines:
        if "@" in line:
            for match in _BROKEN.finditer(_INLINE_CODE.sub("", line)):
                yield Problem(
                    path,
                    number,
                    f'"{match[0]}" was not understood as a citation and would stand on the page as text.',
                    "Write [@claim-id], or put it in backticks if it is none.",
                    "citation-form",
                )
