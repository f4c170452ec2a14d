"""The pages as they lie on disk: finding them, finding a line in them, rendering them without a site engine."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from markdown import Markdown

from mergeguide.desk import Desk
from mergeguide.documents import parse, read
from mergeguide.headings import FRONT_MATTER, unclosed_code
from mergeguide.markup import GuideMarkup
from mergeguide.problems import Problem

DOCS = Path("docs")
"""Where the languages' folders are, from the project's root."""
_BLOCK_BEGIN = re.compile(r"^\s*(/{3,})\s*([A-Za-z][\w-]*)")
_KEY_AND_WORDS = re.compile(r"([a-z]+): [^\W\d_](?:(?!: |:$| #)[^\x00-\x1f\x7f-\x9f\ufeff\ufffe\uffff])*")
"""A line of front matter that is right YAML at a glance: reading YAML takes longer than all other gates together."""
_UNOPENED = re.compile(r"([a-z]+:.*\n|  .*\n)+---\n")
_BLOCK_END = re.compile(r"^\s*(/{3,})\s*$")


@dataclass(frozen=True)
class PageText:
    """A page of one language.

    Attributes:
        code: the language.
        name: the file's path below the language's folder, for instance ``form-fields.md``.
        path: the file's path from the project's root, as problems show it.
        source: the whole file, front matter included, so that line numbers are the file's.
        html: what it renders to; empty until it was rendered.
    """

    code: str
    name: str
    path: str
    source: str
    html: str = ""

    def line(self, words: str, nth: int = 1) -> int:
        """The nth line (from 1) that is just some words, or else holds them; 1 where there is none."""
        lines = list(enumerate(self.source.splitlines(), 1))
        found = [number for number, line in lines if line.strip() == words]
        found = found or [number for number, line in lines if words in line]
        return found[nth - 1] if nth <= len(found) else 1


def page_of(root: Path, code: str, file: Path) -> PageText | Problem:
    """Read one page; a problem where it is not in UTF-8."""
    path = file.relative_to(root).as_posix()
    try:
        source = file.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = file.read_bytes()[: error.start].count(b"\n") + 1
        return Problem(path, line, "The page is not in UTF-8.", "Save it again in the encoding UTF-8.", "encoding")
    return PageText(code, file.relative_to(root / DOCS / code).as_posix(), path, source)


def pages_of(root: Path, codes: Iterable[str]) -> Iterator[PageText | Problem]:
    """Every page of the given languages, in order."""
    for code in codes:
        for file in sorted((root / DOCS / code).rglob("*.md")):
            yield page_of(root, code, file)


def markdown_settings(root: Path) -> tuple[list[str], dict[str, Any]] | Problem:
    """The Markdown extensions that ``mkdocs.yml`` names, and their settings; a problem if it cannot be read."""
    config = read(root / "mkdocs.yml", "mkdocs.yml", foreign=True)
    if isinstance(config, Problem):
        return config
    names: list[str] = []
    settings: dict[str, Any] = {}
    for entry in config.tree.get("markdown_extensions") or []:
        ((name, values),) = entry.items() if isinstance(entry, dict) else ((str(entry), {}),)
        names.append(name)
        settings[name] = values or {}
    return names, settings


def renderer(desk: Desk, settings: tuple[list[str], Mapping[str, Any]]) -> Callable[[PageText], PageText]:
    """Renders pages of one language by Python-Markdown alone, all with one instance: making one takes its time."""
    names, configs = settings
    markdown = Markdown(extensions=[*names, GuideMarkup(desk)], extension_configs=dict(configs))

    def render(page: PageText) -> PageText:
        return replace(page, html=markdown.reset().convert(FRONT_MATTER.sub("", page.source)))

    return render


def rendered(page: PageText, desk: Desk, settings: tuple[list[str], Mapping[str, Any]]) -> PageText:
    """One page with its HTML; for several of a language see ``renderer``."""
    return renderer(desk, settings)(page)


def front_matter_problems(page: PageText) -> Iterator[Problem]:
    """Front matter that is no YAML, or has no end: MkDocs would print it on the page without a word."""
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
    if not all(keys) or len(set(keys)) < len(keys):
        found = parse(text, page.path)
        if isinstance(found, Problem):
            yield replace(found, line=found.line + 1)


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
