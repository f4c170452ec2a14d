"""The blocks that pages write and the software fills: ``/// form-map | 2025-11`` and its kin.

Life cycle: while Markdown parses, a block only leaves an element that names it and holds the author's own
text; when the tree is complete, ``extension`` asks ``block_views`` for what belongs inside. Options are judged here,
late, because pymdownx turns a block whose option its validators reject into plain text without a word.
"""

from __future__ import annotations

import xml.etree.ElementTree as etree
from typing import Any

from pymdownx.blocks import BlocksProcessor
from pymdownx.blocks.block import Block

PLACE = "data-mg-block"
"""The attribute by which a filled block is known in the tree."""


class GuideBlock(Block):  # type: ignore[misc]  # pymdownx ships no types for its metaclass
    """A block that is filled from data. ``ARGUMENT = None`` lets any argument through, to be judged later."""

    NAME = ""
    ARGUMENT = None

    def on_create(self, parent: etree.Element) -> etree.Element:
        """Leave the element; note that the block was begun."""
        self.config["begun"].append(self.NAME)
        return etree.SubElement(parent, "div", {PLACE: self.NAME, "data-mg-argument": str(self.argument or "").strip()})

    def on_markdown(self) -> str:
        """The body is Markdown in blocks."""
        return "block"

    def on_end(self, block: etree.Element) -> None:
        """Note that the block was ended."""
        self.config["ended"].append(self.NAME)


def keep_going(block_mgr: BlocksProcessor) -> None:
    """Let a Markdown instance go on where pymdownx takes a line and does nothing with it, for ever.

    That happens where a block in a quote is not closed (pymdown-extensions 13); whoever is next takes the line.
    """
    take = block_mgr.run

    def run(parent: etree.Element, blocks: list[str]) -> bool:
        before = list(blocks)
        take(parent, blocks)
        return blocks != before

    block_mgr.run = run


def register(names: tuple[str, ...], block_mgr: BlocksProcessor, config: dict[str, Any]) -> None:
    """Make the blocks known to one Markdown instance; ``config`` takes the names begun and ended."""
    for name in names:
        block_mgr.register(type(f"Block_{name}", (GuideBlock,), {"NAME": name}), config)
