"""Ready sentences on a page: in the letter's language to be copied, and in the other one to be understood."""

from __future__ import annotations

import xml.etree.ElementTree as etree
from collections.abc import Iterator
from typing import Any

from mergeguide.i18n import SLOT
from mergeguide.rendering.citations import citation
from mergeguide.rendering.context import RenderingContext
from mergeguide.schema import Statement


def ready_sentences(rendering: RenderingContext) -> etree.Element:
    """Every sentence under its occasion, with buttons that wait for the script."""
    language = rendering.language
    occasions = [
        {
            "id": occasion,
            "title": title,
            "rows": [
                _row(rendering, each) for each in rendering.guide.statements.values() if each.occasion == occasion
            ],
        }
        for occasion, title in language.statement_list.occasions.items()
    ]
    words = {
        "copy": language.statement_list.copy_,
        "copied": language.statement_list.copied,
        "not_copied": language.statement_list.not_copied,
    }
    element = rendering.fragments.element("statements", {"occasions": occasions, "words": words})
    for place in element.iter("span"):
        claims = place.attrib.pop("data-cite", "").split()
        place.extend(citation(rendering, claim) for claim in claims)
    return element


def _row(rendering: RenderingContext, statement: Statement) -> dict[str, Any]:
    target, *others = rendering.guide.letter_languages
    # Where the letter's own language is the reader's, the other one is for whoever helps.
    gloss = rendering.code if rendering.code != target else (others or [target])[0]
    return {
        "id": statement.id,
        "label": rendering.language.statements[statement.id].label,
        "claims": " ".join(statement.claims),
        "language": target,
        "parts": list(_parts(rendering, statement, target)),
        "gloss_language": gloss,
        "gloss": list(_parts(rendering, statement, gloss)) if gloss != target else [],
    }


def _parts(rendering: RenderingContext, statement: Statement, code: str) -> Iterator[tuple[str, bool]]:
    """Wording and blanks of a sentence: (text, False), or (what goes in, True)."""
    words = rendering.guide.languages[code].statements[statement.id]
    for position, part in enumerate(SLOT.split(words.letter)):
        if part:
            yield (words.blanks[part], True) if position % 2 else (part, False)
