"""What the states of all sections look like as data: for ``status --json``, and for ``status.json`` on the site."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from mergeguide.data import Outline
from mergeguide.translations.states import SETTLED, Section, State

_FROM_BEST: tuple[State, ...] = ("fresh", "acknowledged", "renamed", "untracked", "stale", "missing", "orphan")
"""How much is to be done for a page whose worst section is in such a state."""


def status_data(guide: Outline, sections: Sequence[Section]) -> Mapping[str, Any]:
    """Every section with its state, and how many of each there are in each translation and on each of its pages."""
    counted = {code: Counter(each.state for each in sections if each.code == code) for code in guide.languages}
    return {
        "source": guide.source_language,
        "languages": {
            code: {"owners": language.owners, "sections": counted[code].total(), "states": counted[code]}
            for code, language in guide.languages.items()
            if code != guide.source_language
        },
        "pages": [_page(*page, own) for page, own in _by_page(sections).items()],
        "sections": [_as_data(each) for each in sections],
    }


def _by_page(sections: Sequence[Section]) -> Mapping[tuple[str, str], Sequence[Section]]:
    found: dict[tuple[str, str], list[Section]] = {}
    for section in sections:
        found.setdefault((section.code, section.name), []).append(section)
    return found


def _page(code: str, name: str, sections: Sequence[Section]) -> Mapping[str, Any]:
    counted = Counter(each.state for each in sections)
    return {
        "language": code,
        "page": name,
        "worst": max(counted, key=_FROM_BEST.index),
        "sections": counted.total(),
        "states": counted,
    }


def _as_data(section: Section) -> Mapping[str, Any]:
    return {
        "language": section.code,
        "page": section.name,
        "section": section.key,
        "state": section.state,
        "path": section.path,
        "line": section.line,
        "source": {"path": section.original[0], "line": section.original[1]} if section.original else None,
        "size": section.size,
        "severity": "high" if section.high else "normal",
        "edited": section.edited,
        "tolerated": section.tolerated,
        "was": section.was or None,
        "acknowledged": section.stamp.acknowledged if section.stamp else None,
    }


def settled_share(sections: Sequence[Section]) -> tuple[int, int]:
    """How many sections follow their source, and how many there are."""
    return sum(section.state in SETTLED for section in sections), len(sections)
