"""What the states of all sections look like as data: for ``status --json``, and for ``status.json`` on the site."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from mergeguide.data import Outline
from mergeguide.translations.states import SETTLED, Section


def status_data(guide: Outline, sections: Sequence[Section]) -> Mapping[str, Any]:
    """Every section with its state, and how many of each there are in each translation."""
    counted = {code: Counter(each.state for each in sections if each.code == code) for code in guide.languages}
    return {
        "source": guide.source_language,
        "languages": {
            code: {"owners": language.owners, "sections": counted[code].total(), "states": counted[code]}
            for code, language in guide.languages.items()
            if code != guide.source_language
        },
        "sections": [_as_data(each) for each in sections],
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
