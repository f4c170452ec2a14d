"""Whether a translation has kept up with its source, section by section, by digests of what the source says.

Nothing here prints; what the command says of it is in ``translating``.
"""

from __future__ import annotations

from mergeguide.translations.badge import badge
from mergeguide.translations.blocks import Chunk, chunks
from mergeguide.translations.cached_states import judged, judged_pages
from mergeguide.translations.changes import with_changes
from mergeguide.translations.data import page_state, settled_share, status_data
from mergeguide.translations.differences import changed_lines
from mergeguide.translations.drafts import FIRST_PAGES, FIRST_WORDS, listed_languages
from mergeguide.translations.editors import edited_while_stale
from mergeguide.translations.gate import behind, notes, unsynced_problems
from mergeguide.translations.history import History, newest_commit
from mergeguide.translations.owners import CODEOWNERS, owner_lines, owners_problems, with_owners
from mergeguide.translations.prose import words_of
from mergeguide.translations.sizes import SIZES
from mergeguide.translations.stamp_records import Waiver
from mergeguide.translations.stamps import FOLDER as STAMPS
from mergeguide.translations.stamps import Stamps, path_of, stamps_file, waivers_of, write_waivers
from mergeguide.translations.states import SETTLED, STATES, Section, Translations
from mergeguide.translations.syncing import Said, keep_sources, sync
from mergeguide.translations.units import META, strings_of, title_of

__all__ = [
    "CODEOWNERS",
    "FIRST_PAGES",
    "FIRST_WORDS",
    "META",
    "SETTLED",
    "SIZES",
    "STAMPS",
    "STATES",
    "Chunk",
    "History",
    "Said",
    "Section",
    "Stamps",
    "Translations",
    "Waiver",
    "badge",
    "behind",
    "changed_lines",
    "chunks",
    "edited_while_stale",
    "judged",
    "judged_pages",
    "keep_sources",
    "listed_languages",
    "newest_commit",
    "notes",
    "owner_lines",
    "owners_problems",
    "page_state",
    "path_of",
    "settled_share",
    "stamps_file",
    "status_data",
    "strings_of",
    "sync",
    "title_of",
    "unsynced_problems",
    "waivers_of",
    "with_changes",
    "with_owners",
    "words_of",
    "write_waivers",
]
