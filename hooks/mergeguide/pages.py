"""The pages as they lie on disk: finding them, finding a line in them, rendering them without a site engine."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from markdown import Markdown

from mergeguide.desk import Desk
from mergeguide.documents import parse
from mergeguide.headings import FRONT_MATTER, unclosed_code
from mergeguide.markup import GuideMarkup
from mergeguide.problems import Problem
from mergeguide.published import DOCS, EVERYTHING, MARKDOWN, Published, pages_among, published_files
from mergeguide.texts import missing_or_unreadable, read_text

TEXTS = (".css", ".js", ".html", ".svg", ".txt", ".json", ".xml")
"""How the names of other files end that a browser reads as text."""
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
    """Read one page; a problem where it cannot be read, or its name is not what it looks like."""
    path = file.relative_to(root).as_posix()
    if path != unicodedata.normalize("NFC", path):
        return Problem(
            path,
            1,
            "The file's name is written with marks apart from their letters, as macOS does; no link would find it.",
            f"Rename it to {unicodedata.normalize('NFC', file.name)}, typed anew; best to ASCII.",
            "file-name",
        )
    text = read_text(file, path)
    if isinstance(text, Problem):
        return text
    return PageText(code, file.relative_to(root / DOCS / code).as_posix(), path, text)


def pages_of(root: Path, codes: Iterable[str], published: Published = EVERYTHING) -> Iterator[PageText | Problem]:
    """Every page of the given languages that is on the site, in order, and every file there that cannot be read."""
    languages = tuple(codes)
    files = tuple(published_files(root, published))
    pages = set(pages_among(files, languages))
    for code in languages:
        for name in sorted(name for other, name in pages if other == code):
            yield page_of(root, code, root / DOCS / code / name)
    for name in files:
        folder, _, below = name.partition("/")
        if (folder, below) not in pages:
            problem = _asset_problem(root, name, languages)
            if problem:
                yield problem


def _asset_problem(root: Path, name: str, languages: Sequence[str]) -> Problem | None:
    """What is wrong with a file that is no language's page."""
    shown = f"{DOCS.as_posix()}/{name}"
    if name.endswith(MARKDOWN):
        folders = " or ".join(f"docs/{code}/" for code in languages)
        remedy = f"Move it into {folders}, or name it under exclude_docs in mkdocs.yml."
        return Problem(shown, 1, "The page lies in the folder of no language.", remedy, "page-outside")
    if name.endswith(TEXTS):
        text = read_text(root / DOCS / name, shown)
        return text if isinstance(text, Problem) else None
    try:
        (root / DOCS / name).open("rb").close()
    except OSError as error:
        return missing_or_unreadable(root / DOCS / name, shown, error)
    return None


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
