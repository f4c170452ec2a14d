"""The names of the guide's own blocks are known before what fills them is."""

from __future__ import annotations

from mergeguide.markup.block_views import FILLERS
from mergeguide.pages.block_names import BLOCKS


def test_every_block_has_its_view_and_every_view_its_block() -> None:
    assert tuple(FILLERS) == BLOCKS
