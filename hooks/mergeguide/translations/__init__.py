"""Whether a translation has kept up with its source, section by section, by digests of what the source says.

Nothing here prints; what the command says of it is in ``translating``.
"""

from __future__ import annotations

from mergeguide.translations.differences import changed_lines
from mergeguide.translations.gate import notes, unsynced_problems
from mergeguide.translations.history import History
from mergeguide.translations.states import SETTLED, STATES, Section, Translations, judged
from mergeguide.translations.syncing import Said, keep_sources, sync

__all__ = [
    "SETTLED",
    "STATES",
    "History",
    "Said",
    "Section",
    "Translations",
    "changed_lines",
    "judged",
    "keep_sources",
    "notes",
    "sync",
    "unsynced_problems",
]
