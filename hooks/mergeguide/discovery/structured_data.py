"""What a page is, as JSON-LD in the words of schema.org: steps that lead somewhere, or questions with their answers.

Only what readers see themselves is said: the steps that the page lists, and those of its headings that ask something.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from html import unescape
from urllib.parse import urljoin

from mergeguide.discovery.entries import Entry

_STEP = re.compile(r'<a class="mg-way-name" href="([^"]*)">([^<]*)</a>')
_ASKS = re.compile(r"[?？か]$")

Section = tuple[str, str, str]
"""A heading's id and text, and what stands under it."""


def structured_data(entry: Entry, html: str, sections: Iterable[Section]) -> str:
    """A page's JSON-LD, as it may stand in a script; nothing where the page is neither.

    Args:
        html: the page's content as Markdown rendered it.
        sections: its sections, where it says that they are questions and answers.
    """
    steps = [*_steps(entry, html)]
    questions = [*_questions(entry, sections)]
    if steps:
        said = {"@type": "HowTo", "name": entry.title, "description": entry.about, "step": steps}
    elif questions:
        said = {"@type": "FAQPage", "mainEntity": questions}
    else:
        return ""
    told = {"@context": "https://schema.org", "inLanguage": entry.code, "url": entry.address, **said}
    return json.dumps(told, ensure_ascii=False, separators=(",", ":")).replace("<", r"\u003c")


def _steps(entry: Entry, html: str) -> Iterator[dict[str, str]]:
    for href, text in _STEP.findall(html):
        yield {"@type": "HowToStep", "name": unescape(text), "url": urljoin(entry.address, unescape(href))}


def _questions(entry: Entry, sections: Iterable[Section]) -> Iterator[dict[str, object]]:
    for name, title, text in sections:
        if _ASKS.search(title) and text:
            answer = {"@type": "Answer", "text": text, "url": f"{entry.address}#{name}"}
            yield {"@type": "Question", "name": title, "acceptedAnswer": answer}
