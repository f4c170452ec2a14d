"""The checks of the data in turn: one that could only repeat what an earlier one found waits until that is mended."""

from __future__ import annotations

from collections.abc import Iterator

from mergeguide.consistency.letters import letter_problems
from mergeguide.consistency.references import condition_problems, id_problems, reference_problems
from mergeguide.consistency.replies import reply_problems
from mergeguide.consistency.shapes import entry_problems, shape_faults
from mergeguide.consistency.use import reach_problems, unused_fields, use_problems
from mergeguide.consistency.words import phrase_problems, slot_problems, word_problems
from mergeguide.data import Guide
from mergeguide.problems import Problem


def consistency_problems(guide: Guide) -> Iterator[Problem]:
    """Every problem between the files of the data."""
    references = [*id_problems(guide), *reference_problems(guide), *entry_problems(guide), *reply_problems(guide)]
    yield from references
    if references:
        return
    shapes = list(shape_faults(guide))
    yield from shapes
    conditions = list(condition_problems(guide))
    yield from conditions
    words = list(word_problems(guide))
    yield from words
    if not words:
        yield from slot_problems(guide)
        yield from phrase_problems(guide)
    unused = unused_fields(guide)
    yield from use_problems(guide, unused)
    if conditions:
        return
    unreached = list(reach_problems(guide))
    yield from unreached
    if not words and not unreached and not shapes:
        yield from letter_problems(guide, unused)
