"""What the package needs to know from ``mkdocs.yml``, read as MkDocs reads it, without MkDocs.

That is YAML 1.1 (``no`` is false), ``!ENV`` and ``INHERIT``. Tags that only Python can make something of
(``!!python/name:…``) are left out with the setting that they stand for.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml
from pathspec import GitIgnoreSpec
from yaml_env_tag import add_env_tag

from mergeguide.data import Document, Place, laid_over, parse, read_text
from mergeguide.pages.published import DOCS, EVERYTHING, Published
from mergeguide.problems import Problem

FILE = "mkdocs.yml"
"""Where it is, from the project's root."""

_EXTENSIONS = "markdown_extensions"

_LEFT_OUT = object()


@dataclass(frozen=True)
class Configuration:
    """What ``mkdocs.yml`` says.

    Attributes:
        markdown: the names of the Markdown extensions, and their settings.
        published: which files are on the site when it is built.
        directory_urls: whether a page is an ``index.html`` in a folder of its own.
        sections: the sections of the navigation, and the line of each.
    """

    markdown: tuple[list[str], Mapping[str, Any]]
    published: Published = EVERYTHING
    directory_urls: bool = True
    sections: tuple[tuple[str, int], ...] = ()


class _Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]  # yaml ships no types
    """Takes any tag; libyaml, where PyYAML has it, reads the same in a tenth of the time."""


add_env_tag(_Loader)

_Loader.add_multi_constructor("", lambda loader, tag, node: _LEFT_OUT)


def read_configuration(root: Path) -> Configuration | Problem:
    """Read a project's ``mkdocs.yml``; a problem if it cannot be read, or the guide cannot follow it."""
    text = read_text(root / FILE, FILE)
    document = text if isinstance(text, Problem) else _document(text)
    if isinstance(document, Problem):
        return document
    found = _values(root, FILE)
    if isinstance(found, Problem):
        return found
    outside = docs_problem(root, str(found.get("docs_dir") or DOCS), document.line(["docs_dir"]))
    if outside:
        return outside
    try:
        published = Published(_patterns(found.get("exclude_docs")), _patterns(found.get("draft_docs")))
    except ValueError as error:
        return Problem(FILE, document.line(["exclude_docs"]), f"{error}", "Write patterns as in .gitignore.", "pattern")
    directory_urls = bool(found.get("use_directory_urls", True))
    sections = tuple((name, document.line(place)) for name, place in _sections(found.get("nav"), ("nav",)))
    return Configuration(_markdown(found.get(_EXTENSIONS)), published, directory_urls, sections)


@lru_cache(maxsize=1)  # one command asks for it several times
def _document(text: str) -> Document | Problem:
    return parse(text, FILE, foreign=True)


def docs_problem(root: Path, given: str, line: int = 1) -> Problem | None:
    """A folder of documents that is not where the guide's data, pages and assets are looked for."""
    if (root / given).resolve() == (root / DOCS).resolve():
        return None
    return Problem(
        FILE,
        line,
        f'docs_dir is "{given}", but the guide lies in {DOCS.as_posix()}/.',
        f"Write docs_dir: {DOCS.as_posix()}, or delete the line.",
        "docs-dir",
    )


def extension_problem(root: Path, name: str, why: str) -> Problem:
    """A Markdown extension that cannot be used, where the file names it."""
    text = read_text(root / FILE, FILE)
    document = text if isinstance(text, Problem) else _document(text)
    line = 1 if isinstance(document, Problem) else document.line(_place_of(document.tree.get(_EXTENSIONS), name))
    what = f'The Markdown extension "{name}" cannot be used: {why}.'
    return Problem(FILE, line, what, "Correct its name or its settings, or delete it.", "markdown-extension")


def _place_of(entries: object, name: str) -> Sequence[str | int]:
    if not isinstance(entries, list):
        return (_EXTENSIONS, name)
    named = (
        number for number, entry in enumerate(entries) if name == entry or (isinstance(entry, dict) and name in entry)
    )
    return (_EXTENSIONS, *list(named)[:1])


def _values(root: Path, name: str) -> dict[str, Any] | Problem:
    """The settings of a file, laid over those of the file that it inherits from."""
    try:
        found = yaml.load((root / name).read_bytes(), Loader=_Loader)  # it makes no objects
    except OSError as error:
        what = f'INHERIT leads to "{name}", which cannot be read: {error.strerror}.'
        return Problem(FILE, 1, what, "Correct the path.", "unreadable")
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        return Problem(name, 1, f"This is not valid YAML: {error}".splitlines()[0], "Correct it.", "yaml")
    values = _without_left_out(found) if isinstance(found, dict) else {}
    parent = values.pop("INHERIT", None)
    if not isinstance(parent, str):
        return values
    inherited = _values(root, (Path(name).parent / parent).as_posix())
    return inherited if isinstance(inherited, Problem) else laid_over(inherited, values)


def _without_left_out(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _without_left_out(item) for key, item in value.items() if item is not _LEFT_OUT}
    if isinstance(value, list):
        return [_without_left_out(item) for item in value if item is not _LEFT_OUT]
    return value


def _sections(entries: object, place: Place) -> Iterator[tuple[str, Place]]:
    """The sections of a navigation, or of a part of one, and where each stands."""
    for index, entry in enumerate(entries if isinstance(entries, list) else ()):
        for name, below in entry.items() if isinstance(entry, dict) else ():
            if isinstance(name, str) and isinstance(below, list):
                there = (*place, index, name)
                yield name, there
                yield from _sections(below, there)


def _patterns(text: object) -> GitIgnoreSpec | None:
    return GitIgnoreSpec.from_lines(text.splitlines()) if isinstance(text, str) else None


def _markdown(entries: object) -> tuple[list[str], Mapping[str, Any]]:
    """The extensions, listed or as one mapping; an entry is a name, or a name with its settings."""
    listed = [{name: values} for name, values in entries.items()] if isinstance(entries, dict) else entries or []
    settings: dict[str, Any] = {}
    for entry in listed if isinstance(listed, list) else []:
        settings.update(entry if isinstance(entry, dict) else {str(entry): None})
    return list(settings), {name: values or {} for name, values in settings.items()}
