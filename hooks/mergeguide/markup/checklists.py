"""Boxes of task lists take their item's text for a name.

The Markdown extension for task lists writes a box with an empty label, which a screen reader announces as "check box"
and nothing else. The text becomes the box's label, so that it can be pressed, too.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree
from collections.abc import Iterator

from markdown.util import HTML_PLACEHOLDER_RE, HtmlStash

ITEM = "task-list-item"
"""The class of an item with a box."""

_BOX = '<input type="checkbox"'

_BLOCKS = ("blockquote", "details", "div", "dl", "ol", "p", "pre", "table", "ul")
"""Where the first of these begins, the item's own line is over."""


def name_boxes(root: etree.Element, stash: HtmlStash) -> None:
    """Wrap each item's line in a label for its box.

    Args:
        root: a page; completed in place.
        stash: the raw HTML of the page's Markdown, which holds the boxes; completed in place.
    """
    for number, (line, box, text) in enumerate(_lines(root), 1):
        name = f"task-{number}"
        html = str(stash.rawHtmlBlocks[box])
        stash.rawHtmlBlocks[box] = html.replace(_BOX, f'{_BOX} id="{name}"', 1)
        label = etree.Element("label", {"for": name})
        label.text = text
        for child in list(line):
            if child.tag in _BLOCKS:
                break
            line.remove(child)
            label.append(child)
        line.insert(0, label)


def _lines(root: etree.Element) -> Iterator[tuple[etree.Element, int, str]]:
    """Each line with a box: its element, where its box is stashed, its text after the box."""
    for item in root.iter("li"):
        if ITEM not in item.get("class", "").split():
            continue
        # Items with a blank line between them have paragraphs.
        line = item if (item.text or "").strip() else next(iter(item))
        found = re.match(HTML_PLACEHOLDER_RE, line.text or "")
        if found:
            yield line, int(found[1]), (line.text or "")[found.end() :]
            line.text = found[0]
