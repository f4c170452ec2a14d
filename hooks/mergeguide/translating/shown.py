"""What ``translations status`` and ``diff`` print of sections: a table, what has changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from mergeguide.data import Outline
from mergeguide.translations import SETTLED, History, Section, changed_lines

COMMAND = "python -m mergeguide translations"


MOST = 30
"""How many sections of a translation are listed: of a new language, all there are would hide what comes next."""


def as_text(guide: Outline, chosen: Sequence[Section], today: date) -> Iterator[str]:
    """Each translation, what is to be done smallest first, and the next command."""
    for code, language in guide.languages.items():
        own = [each for each in chosen if each.code == code]
        if not own:
            continue
        work = sorted(
            (each for each in own if each.state not in SETTLED),
            # What somebody has begun comes before what is yet to be begun, and last what may wait.
            key=lambda each: (each.tolerated, each.state == "missing", each.to_do, each.file, each.line),
        )
        yield f"{language.name} ({code}): {len(own) - len(work)} of {len(own)} sections follow the source."
        for each in work[:MOST]:
            yield _row(each, today)
        if len(work) > MOST:
            yield f"  … and {len(work) - MOST} more. A page, --state or --size narrows the list."
        if work:
            yield f"\nWhat has changed, and what to do:\n    {COMMAND} diff {work[0].address}"
    if chosen and all(each.state in SETTLED for each in chosen):
        yield f"\nNothing is to be done. What begins a new language:\n    {COMMAND} add-language CODE --name NAME"


def _row(section: Section, today: date) -> str:
    severity = "high" if section.could_harm else ""
    where = f"{section.path}:{section.line}#{section.key}"
    was = f" (was {section.was}{_alike(section)})" if section.was else ""
    days = f" ({_age(section, today)})" if section.behind_since else ""
    told = " (edited since)" * section.edited + " (tolerated)" * section.tolerated
    return f"  {section.state:13}{section.size:4}{severity:6}{where}{days}{was}{told}"


def _age(section: Section, today: date) -> str:
    """For how long the source has been ahead."""
    days = (today - date.fromisoformat(section.behind_since)).days
    return f"{days} day{'s' * (days != 1)}" if days > 0 else "today"


def _alike(section: Section) -> str:
    return f", similarity {section.change.similarity:.2f}" if section.change else ""


def compared(guide: Outline, history: History, section: Section, *, begun: bool = True) -> Iterator[str]:
    """What the source has changed in a section, the translation, and the next command.

    Args:
        begun: whether the translation has the page, or the part of the language file, that the section is of.
    """
    told = ", severity high" * section.could_harm
    told += f", once {section.was}{_alike(section)}" if section.was else ""
    yield f"{section.address} is {section.state}{told}, size {section.size}{', tolerated' * section.tolerated}"
    source, own = guide.languages[guide.source_language].name, guide.languages[section.code].name
    if section.original:
        old = history.old_text(section) if section.state == "stale" else None
        changed = f", changed on {old.changed}" if old and old.changed else ""
        yield f"\n  {source}, {':'.join(map(str, section.original))}{changed}"
        if old:
            yield from (f"    {line}" for line in changed_lines(old.text, section.source_text))
        else:
            if section.state == "stale":
                yield "    (What it said before is not available: no history has it, and no kept copy.)"
            yield from (f"    {line}".rstrip() for line in section.source_text.split("\n"))
    if section.text:
        yield f"\n  {own}, {section.path}:{section.line}"
        yield from (f"    {line}".rstrip() for line in section.text.split("\n"))
    yield ""
    yield from _next_steps(guide, section, begun=begun)


def _next_steps(guide: Outline, section: Section, *, begun: bool) -> Iterator[str]:
    match section.state:
        case "missing" if not begun:
            part = section.name or section.key.partition(".")[0]
            source = guide.languages[guide.source_language].name
            yield f"  To begin {part}, in the words of {source}, which you then write over:"
            yield f"    {COMMAND} new {part} --language {section.code}"
            yield "  When it is translated:"
        case "missing":
            yield f"  Write it in {section.path}. Then:"
        case "orphan" if not section.left_over:
            yield "  The source has no such section. Delete it here, or write it there too. Then:"
        case "orphan":
            yield "  Neither language has this section any more; only its stamp is left. To drop it:"
        case "renamed" if not section.text:
            old = section.was.rpartition("#")[2]
            yield f"  In {section.path}:{section.line}, write {{ #{section.key} }} for {{ #{old} }}. Then, to go on:"
            yield f"    {COMMAND} diff {section.address}"
            return
        case "renamed":
            yield f"  It was {section.was}, and says the same. To say so:"
        case _:
            yield "  When the translation says the same:"
    yield f"    {COMMAND} sync {section.address}"
    if section.state == "stale":
        yield f"  If nothing has to change in it:\n    {COMMAND} sync {section.address} --acknowledge 'REASON'"
