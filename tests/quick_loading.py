"""Reading data files quickly while they change by little: what was parsed or judged before is remembered.

A file is taken apart at its top-level keys and at the entries below them, and the document is put together from the
parts. Where the parts do not make a whole beyond doubt, or one of them has a problem, the file is read as it is.
"""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path
from typing import Any

from mergeguide.data.text import read_text
from mergeguide.data.validation import R, judge
from mergeguide.data.yaml_document import Document, Place, parse, read
from mergeguide.problems import Problem

_TOP = re.compile(r"^[a-z][a-z-]*:", re.MULTILINE)
_INNER = re.compile(r"^  (?=[^ #\n])", re.MULTILINE)
_DOUBTFUL = re.compile(r"^(?![a-z][a-z-]*:|#| |\n|\Z)|[\r\t\ufeff]", re.MULTILINE)
"""A line at the left edge that is neither a key, a comment nor empty; line ends and blanks that need care."""

_documents: dict[tuple[str, bytes], Document | Problem] = {}
_judged: dict[tuple[int, type], tuple[Document, object]] = {}
"""By a document's identity; it is kept along, so that no other can get the same."""
_ENOUGH = 100
"""So many documents are remembered, most of which come once; Python looks through all that is kept, now and then."""


_kept: list[dict[Any, Any]] = [{}, {}]  # of the two above


def keep() -> None:
    """Remember for good what was read and judged up to now."""
    _kept[:] = [dict(_documents), dict(_judged)]


def _forget() -> None:
    memories: list[dict[Any, Any]] = [_documents, _judged]
    for memory, kept in zip(memories, _kept, strict=True):
        memory.clear()
        memory.update(kept)


def read_quickly(path: Path, shown: str) -> Document | Problem:
    """``documents.read``, remembered."""
    try:
        content = path.read_bytes()
    except OSError:
        return read(path, shown)
    if (shown, content) not in _documents:
        if len(_documents) > _ENOUGH:
            _forget()
        text = read_text(path, shown)
        if isinstance(text, Problem):
            return text
        _documents[shown, content] = _put_together(text, shown) or read(path, shown)
    return _documents[shown, content]


def judge_once(document: Document, model: type[R]) -> R | tuple[Problem, ...]:
    """``records.judge``, remembered."""
    key = id(document), model
    if key not in _judged:
        _judged[key] = document, judge(document, model)
    return _judged[key][1]  # type: ignore[return-value]  # it is what judge gave for this model


def _put_together(text: str, shown: str) -> Document | None:
    if _DOUBTFUL.search(text):
        return None
    lines: dict[Place, int] = {}
    whole = Document(shown, {}, lines)
    spans = _spans(_TOP, text)
    line = text.count("\n", 0, spans[0][0]) if spans else 0
    for start, end in spans:
        section = _section(text[start:end])
        if section is None or section.tree.keys() & whole.tree.keys():
            return None
        whole.tree.update(section.tree)
        lines.update({place: number + line for place, number in section.lines.items()})
        line += text.count("\n", start, end)
    return whole if whole.tree else None


@lru_cache(maxsize=200)
def _section(text: str) -> Document | None:
    """A top-level key with its value; None where its parts do not make a whole beyond doubt."""
    key = text[: text.index(":")]
    head = text.find("\n") + 1
    inner = _spans(_INNER, text[head:]) if head else []
    if not inner or text[:head].strip() != f"{key}:":
        part = _part(text)
        return part if part and list(part.tree) == [key] else None
    lines: dict[Place, int] = {(key,): 1}
    whole = Document("", {}, lines)
    found: list[object] | dict[object, object] | None = None
    line = 1 + text.count("\n", head, head + inner[0][0])
    for start, end in inner:
        part = _part(f"{key}:\n{text[head + start : head + end]}")
        if part is None:
            return None
        value = part.tree[key]
        if isinstance(value, list) and len(value) == 1 and (found is None or isinstance(found, list)):
            found = [] if found is None else found
            index = len(found)
            found.append(value[0])
            moved = {(key, index, *place[2:]): number for place, number in part.lines.items() if len(place) > 1}
        elif isinstance(value, dict) and (found is None or isinstance(found, dict)):
            found = {} if found is None else found
            if value.keys() & found.keys():
                return None
            found.update(value)
            moved = {place: number for place, number in part.lines.items() if len(place) > 1}
        else:
            return None
        # The part's first line is the key's, put in front of it.
        lines.update({place: number - 1 + line for place, number in moved.items()})
        line += text.count("\n", head + start, head + end)
    whole.tree[key] = found
    return whole


def _spans(mark: re.Pattern[str], text: str) -> list[tuple[int, int]]:
    """From each mark to the next; none where something else than comments stands before the first."""
    starts = [match.start() for match in mark.finditer(text)]
    if not starts or any(line.strip() and not line.strip().startswith("#") for line in text[: starts[0]].split("\n")):
        return []
    return list(zip(starts, [*starts[1:], len(text)], strict=True))


@lru_cache(maxsize=6_000)
def _part(text: str) -> Document | None:
    found = parse(text, "")
    return found if isinstance(found, Document) and len(found.tree) == 1 else None
