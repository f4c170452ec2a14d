"""What can be mended of a section without knowing a language: where links lead, pictures, code, the types of blocks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from mergeguide.data import Guide
from mergeguide.parity.alarms import Alarm
from mergeguide.parity.code import is_prose, without_remark
from mergeguide.parity.elements import Element
from mergeguide.parity.sections import tags_of

_FENCE = re.compile(r"(.*?(?:`{3,}|~{3,}))(.*)")


def with_elements(guide: Guide, page: str, alarms: Iterable[Alarm]) -> str:
    """A translation's page with all that alarms tell to be another thing than in the original."""
    lines = page.split("\n")
    # From the end on, so that what comes before keeps its place.
    for alarm in sorted(alarms, key=lambda alarm: (alarm.problem.line, alarm.own.column if alarm.own else 0))[::-1]:
        one, own, line = alarm.original, alarm.own, alarm.problem.line - 1
        if one is None or own is None:
            continue
        if own.kind == "code":
            _put_code(lines, line, one, own)
        elif own.kind in ("link", "image", "block") and lines[line][own.column :].startswith(own.written):
            value = one.value if own.kind == "block" else _target(guide, alarm.code, one.value)
            lines[line] = lines[line][: own.column] + value + lines[line][own.column + len(own.written) :]
    return "\n".join(lines)


def _target(guide: Guide, code: str, target: str) -> str:
    """Where a link leads in another language: within the site to that language, elsewhere without a language."""
    tags = tags_of(guide, guide.source_language)
    if re.match(r"[a-z]+:", target):
        return re.sub(rf"(?<=/)(?:{tags})/", "", target, flags=re.IGNORECASE)
    return re.sub(rf"(?:^|(?<=/))(?:{tags})(?=/)", code, target, flags=re.IGNORECASE)


def _put_code(lines: list[str], begin: int, one: Element, own: Element) -> None:
    written = own.written.split("\n") if own.written else []
    if lines[begin : begin + len(written)] != written:
        return
    language, *theirs = one.value.split("\n")
    indent = " " * own.column
    mended = _keeping_words(theirs, own.value.split("\n")[1:])
    lines[begin : begin + len(written)] = [f"{indent}{line}".rstrip() for line in mended]
    fence = _FENCE.match(lines[begin - 1])
    if fence and fence[2].strip() != language:
        lines[begin - 1] = f"{fence[1]}{' ' * fence[2].startswith(' ')}{language}"


def _keeping_words(theirs: Sequence[str], own: Sequence[str]) -> Iterator[str]:
    """The original's lines, with remarks and prose as they were translated, if each has one beside it."""
    if len(own) == len(theirs):
        for line, mine in zip(theirs, own, strict=True):
            code = without_remark(line)
            yield mine if is_prose(code) else code + mine[len(without_remark(mine)) :]
        return
    remarks = [line for line in own if line and not without_remark(line)]
    wanted = sum(1 for line in theirs if line and not without_remark(line))
    translated = iter(remarks if len(remarks) == wanted else ())
    for line in theirs:
        yield line if not line or without_remark(line) else next(translated, line)
