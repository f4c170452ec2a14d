"""What the states of all sections look like as data: for ``status --json``, and for ``status.json`` on the site."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from mergeguide.data import Outline
from mergeguide.translations.sizes import size_of
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
    state = page_state(sections)
    return {
        "language": code,
        "page": name,
        "worst": state.worst,
        "size": state.size or None,
        "changed": state.behind_since or None,
        "sections": state.states.total(),
        "states": state.states,
    }


@dataclass(frozen=True)
class PageState:
    """How far the translation of a page is.

    Attributes:
        worst: the state of the section for which most is to be done.
        states: how many sections are in each.
        size: how much is to be done, from XS to XL; ``""`` where nothing is.
        behind_since: the first day since which something is behind; ``""`` where nothing is, or that is not known.
    """

    worst: State
    states: Counter[State]
    size: str
    behind_since: str


def page_state(sections: Sequence[Section]) -> PageState:
    """How far a page is whose sections these are, of which there is at least one."""
    states = Counter(each.state for each in sections)
    waiting = [each for each in sections if each.state not in SETTLED]
    size = size_of(sum(each.to_do for each in waiting)) if waiting else ""
    changed = min((each.behind_since for each in waiting if each.behind_since), default="")
    return PageState(max(states, key=_FROM_BEST.index), states, size, changed)


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
        "changed": section.behind_since or None,
        "similarity": section.change.similarity if section.was and section.change else None,
        "severity": "high" if section.could_harm else "normal",
        "edited": section.edited,
        "tolerated": section.tolerated,
        "was": section.was or None,
        "acknowledged": section.stamp.acknowledged if section.stamp else None,
    }


def settled_share(sections: Sequence[Section]) -> tuple[int, int]:
    """How many sections follow their source, and how many there are."""
    return sum(section.state in SETTLED for section in sections), len(sections)
