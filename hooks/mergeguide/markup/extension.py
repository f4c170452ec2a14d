"""The Markdown extension that pages are written in: blocks, citations, the facts under each field.

It knows no site engine: give it a ``RenderingContext`` and any ``Markdown`` instance. Life cycle of one page: blocks
and citations leave elements while the page is parsed; when headings have their ids (attr_list, priority 8) and
before the table of contents is made (toc, priority 5) the tree is completed, and what an author mistyped is
reported. Links inside are written as ``page.md#id`` and left to the engine, which resolves and checks them.
"""

from __future__ import annotations

import xml.etree.ElementTree as etree
from collections import Counter
from collections.abc import Iterator

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor
from pymdownx.blocks import BlocksExtension, BlocksProcessor

from mergeguide.markup.block_views import FILLERS, filled
from mergeguide.markup.blocks import PLACE, keep_going, register
from mergeguide.markup.checklists import name_boxes
from mergeguide.markup.language_spans import JapaneseInCode, mark_japanese
from mergeguide.markup.phrases import Phrases
from mergeguide.page_tree import HEADINGS
from mergeguide.pages import PREFIX
from mergeguide.problems import nearest
from mergeguide.rendering import Citations, RenderingContext, facts

ONCE = ("case-generator", "statements")
"""Blocks that a page can have only once: they make ids, or bring a script."""

CODE = ("code", "pre", "script", "style")

INSIDE_LINES = ("a", "abbr", "code", "em", "img", "input", "kbd", "label", "span", "strong", "sub", "sup")
"""Elements before and after which a line goes on."""


class GuideMarkup(BlocksExtension):  # type: ignore[misc]  # pymdownx ships no types for its metaclass
    """The extension: ``Markdown(extensions=[GuideMarkup(rendering)])``."""

    def __init__(self, rendering: RenderingContext) -> None:
        """Render for one language."""
        super().__init__()
        self.rendering = rendering
        self.begun: list[str] = []
        self.ended: list[str] = []

    def extendMarkdownBlocks(self, md: Markdown, block_mgr: BlocksProcessor) -> None:  # noqa: N802
        """Register blocks, citations and the completion of the tree."""
        # Else nothing would call reset: pymdownx registers its own part of an extension only.
        md.registerExtension(self)
        keep_going(block_mgr)
        register(tuple(FILLERS), block_mgr, {"begun": self.begun, "ended": self.ended})
        # Above references and links (170, 160), which would take the brackets; below escapes and code (180, 190).
        md.inlinePatterns.register(Citations(self.rendering, md), "mergeguide-citations", 175)
        md.treeprocessors.register(Completion(self, md), "mergeguide-completion", 7)
        # Below the table of contents (5), which takes its words from the headings.
        md.treeprocessors.register(Phrases(self.rendering.code), "mergeguide-phrases", 3)
        # Blocks of code are put into the page at 30.
        md.postprocessors.register(JapaneseInCode(self.rendering.code), "mergeguide-japanese-in-code", 25)

    def reset(self) -> None:
        """Forget the page before."""
        self.begun.clear()
        self.ended.clear()


class Completion(Treeprocessor):
    """Fills blocks, adds facts to field sections, reports what was left over."""

    def __init__(self, extension: GuideMarkup, md: Markdown) -> None:
        """Complete pages of one extension."""
        super().__init__(md)
        self.extension = extension
        self.rendering = extension.rendering

    def run(self, root: etree.Element) -> None:
        """Complete one page's tree."""
        self._guard(root)
        for element in [*root.iter()]:
            name = element.attrib.pop(PLACE, None)
            if name:
                self._fill(element, name)
        self._add_facts(root)
        name_boxes(root, self.md.htmlStash)
        for element in root.iter("code"):
            # An address, an id, a command: a translation by the browser would spoil it.
            element.set("translate", "no")
        mark_japanese(root, self.rendering.code)

    def _fill(self, element: etree.Element, name: str) -> None:
        argument = element.attrib.pop("data-mg-argument", "")
        element.set("class", f"mg-block mg-block--{name}")
        element.extend(filled(self.rendering, name, argument))

    def _add_facts(self, parent: etree.Element) -> None:
        known = set(self.rendering.guide.documented)
        inserts: list[tuple[int, str]] = []
        open_field: str | None = None
        for position, child in enumerate(list(parent)):
            if child.tag in HEADINGS:
                if open_field:
                    inserts.append((position, open_field))
                field = child.get("id", "").removeprefix(PREFIX)
                open_field = field if child.get("id", "").startswith(PREFIX) and field in known else None
        if open_field:
            inserts.append((len(parent), open_field))
        for position, field in reversed(inserts):
            parent.insert(position, facts(self.rendering, field))

    def _guard(self, root: etree.Element) -> None:
        report = self.rendering.report
        for line in _lines(root):
            # A bare /// is counted against its beginning by pages.block_problems, which knows the line.
            if line.startswith("///") and line.strip("/"):
                word = (line.strip("/ ").split("|")[0].split() or [""])[0]
                report(
                    f'"{line}" was not understood as a block and would stand on the page as text.',
                    f"{nearest(word, FILLERS)}Check its name, its options and its closing ///.",
                    "block-left-over",
                    line,
                )
        for name in Counter(self.extension.begun) - Counter(self.extension.ended):
            report(
                f'The block "{name}" is not closed; it swallows the rest of the page.',
                "Write a line with /// after its content.",
                "block-unclosed",
                f"/// {name}",
            )
        for name in ONCE:
            if self.extension.begun.count(name) > 1:
                report(
                    f'The block "{name}" stands on this page {self.extension.begun.count(name)} times.',
                    "Leave one and delete the others.",
                    "block-doubled",
                    f"/// {name}",
                )


def _lines(root: etree.Element) -> Iterator[str]:
    """Every line of text as the page shows it, from where it begins; code is not text."""
    for element in root.iter():
        if element.tag not in CODE:
            yield from _begun(element.text, begins=element.tag not in INSIDE_LINES)
        for child in element:
            yield from _begun(child.tail, begins=child.tag not in INSIDE_LINES)


def _begun(text: str | None, *, begins: bool) -> Iterator[str]:
    lines = (text or "").split("\n")
    yield from (line.strip() for line in (lines if begins else lines[1:]))
