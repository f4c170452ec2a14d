"""What is wrong with a page's own syntax, before it is rendered: front matter, code, blocks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from mergeguide.data import parse
from mergeguide.pages.headings import FRONT_MATTER, unclosed_code
from mergeguide.pages.search_settings import KEY as SEARCH
from mergeguide.pages.search_settings import search_problems
from mergeguide.pages.source import PageText
from mergeguide.pages.tolerance import tolerance_problems
from mergeguide.problems import Problem

_BLOCK_BEGIN = re.compile(r"^\s*(/{3,})\s*([A-Za-z][\w-]*)")

_KEY_AND_WORDS = re.compile(r"([a-z]+): [^\W\d_](?:(?!: |:$| #)[^\x00-\x1f\x7f-\x9f\ufeff\ufffe\uffff])*")
"""A line of front matter that is right YAML at a glance: reading YAML takes longer than all other gates together."""

_UNOPENED = re.compile(r"([a-z]+:.*\n|  .*\n)+---\n")

_BLOCK_END = re.compile(r"^\s*(/{3,})\s*$")


def front_matter_problems(page: PageText) -> Iterator[Problem]:
    """Front matter that is no YAML or has no end, which MkDocs prints on the page, or says what nobody understands."""
    front = FRONT_MATTER.match(page.source)
    if not front and (page.source.startswith("---\n") or _UNOPENED.match(page.source)):
        yield Problem(
            page.path,
            1,
            "The front matter has no line with --- at both its ends, and would stand on the page as text.",
            "Write --- above and below it.",
            "front-matter",
        )
    text = front[0].removeprefix("---\n").removesuffix("---\n") if front else ""
    keys = [match[1] if (match := _KEY_AND_WORDS.fullmatch(line)) else "" for line in text.splitlines()]
    if not all(keys) or len(set(keys)) < len(keys) or SEARCH in keys:
        found = parse(text, page.path)
        if isinstance(found, Problem):
            yield replace(found, line=found.line + 1)
        else:
            yield from tolerance_problems(found)
            yield from search_problems(found)


def code_problems(page: PageText) -> Iterator[Problem]:
    """A fence that is not closed: Markdown prints it as text, and the gates take all after it for code."""
    line = unclosed_code(page.source)
    if line:
        yield Problem(
            page.path,
            line,
            "The code that begins here has no end, so that nothing after it is checked.",
            "Write the same mark (``` or ~~~) alone on the line after the code.",
            "code-unclosed",
        )


def block_problems(path: str, lines: Iterable[tuple[int, str]]) -> Iterator[Problem]:
    """Blocks that are opened and not closed, or closed and not opened: pymdownx says nothing of either.

    Args:
        path: the page's, as problems show it.
        lines: its lines outside of code, with their numbers.
    """
    open_blocks: list[tuple[int, str, str]] = []
    for number, line in lines:
        begin, end = _BLOCK_BEGIN.match(line), _BLOCK_END.match(line)
        if begin:
            open_blocks.append((number, begin[1], begin[2]))
        elif end:
            at = next((i for i in reversed(range(len(open_blocks))) if open_blocks[i][1] == end[1]), None)
            if at is None:
                yield Problem(
                    path,
                    number,
                    f'"{end[1]}" closes a block, but none is open.',
                    "Delete the line, or write the block's beginning.",
                    "block-unopened",
                )
            else:
                del open_blocks[at:]
    for number, slashes, name in open_blocks:
        yield Problem(
            path,
            number,
            f'The block "{name}" is not closed; it swallows the rest of the page.',
            f"Write a line with {slashes} after its content.",
            "block-unclosed",
        )
