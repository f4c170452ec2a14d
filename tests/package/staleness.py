"""Edits of a section as people make them: those that a translation has to follow, and those that it need not."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

Edit = Callable[[str], str]
"""Takes the Markdown of a section; gives it back as it was where there is nothing of the kind to edit."""

_PLAIN = r"(?m)^(?![#/|\s>:*+\-`{<\[]|[0-9]+\.|$).+$"
"""A line that begins a paragraph."""


def _first(pattern: str, replacement: str | Callable[[re.Match[str]], str]) -> Edit:
    return lambda text: _outside_code(text, lambda part: re.sub(pattern, replacement, part, count=1))


def _each(pattern: str, replacement: str | Callable[[re.Match[str]], str]) -> Edit:
    return lambda text: _outside_code(text, lambda part: re.sub(pattern, replacement, part))


def _outside_code(text: str, edit: Edit) -> str:
    parts = re.split(r"(?m)(^\s*```[\s\S]*?^\s*```$)", text)
    for at in range(0, len(parts), 2):
        changed = edit(parts[at])
        if changed != parts[at]:
            parts[at] = changed
            break
    return "".join(parts)


def _folded(text: str) -> str:
    """A paragraph in several lines: at its blanks, in Japanese after a comma or a full stop."""
    places = r"(?<=[、。])(?=[^\[])|(?<=[a-z,]) (?=[a-z])"
    return _first(_PLAIN, lambda match: re.sub(places, "\n", match[0], count=2))(text)


def _in_two(text: str) -> str:
    """The first paragraph in two, after its first sentence."""
    end = r"(?m)^(?![#/|\s>:*+\-`{<\[])(.*?[。.]) ?(?=[^\s\[\n、。.A-Z\d/-][^\n]{5})"
    return _first(end, r"\1\n\n")(text)


def _in_bold(text: str) -> str:
    word = r"([一-鿿]{2,}|\b[a-z]{4,}\b)(?![^\[(]*[\])])(?![^`]*`)"
    return _first(_PLAIN, lambda match: re.sub(word, r"**\1**", match[0], count=1))(text)


def _denied(text: str) -> str:
    other = {"ません": "ます", "です": "ではない"}
    return _first(r"ません|です|\bis\b|\bare\b|\bcan\b", lambda match: other.get(match[0], "may not be"))(text)


def _without_last_item(text: str) -> str:
    items = list(re.finditer(r"(?m)^(?:[-*]|[0-9]+\.) .+\n?", text))
    return text[: items[-1].start()] + text[items[-1].end() :] if items else text


MUST_FIRE: Mapping[str, Edit] = {
    "a sentence is added": lambda text: f"{text}\n\nOne more sentence.",
    "a sentence in Japanese is added": lambda text: f"{text}\n\n文が増えました。",
    "a paragraph gets longer": _first(_PLAIN, lambda match: f"{match[0]} And so on."),
    "a paragraph goes": _first(_PLAIN, ""),
    "a word goes": _first(
        _PLAIN, lambda match: re.sub(r"(?<![@\w(-])[A-Za-z]{4,}(?![^(\n]*\))|[一-鿿]{2,}", "", match[0], count=1)
    ),
    "a heading is renamed": _first(r"(?m)^(#+ )(.+)$", r"\1New: \2"),
    "a paragraph becomes two": _in_two,
    "a number changes": _first(r"(?<![0-9#/\-(.A-Za-z])[0-9]+(?![0-9)\-.#A-Za-z/])(?![^(\n]*\))", "987"),
    "an item is added": lambda text: f"{text}\n\n- One more",
    "an item goes": _without_last_item,
    "an item becomes a step": _first(r"(?m)^- (?!\[[ x]\])(?=.)", "1. "),
    "a word in code changes": _first(r"(?<!`)`([^`\n]+)`(?!`)", r"`\1-x`"),
    "a command changes": lambda text: re.sub(r"(?m)^(\s*```\w+\n)(\s*)(\S)", r"\1\2x\3", text, count=1),
    "a command is added": lambda text: f"{text}\n\n```sh\nmake it\n```",
    "a block of another type": _first(r"(?m)^(/{3,} )(?:warning|details|source|unknown)\b", r"\1tip"),
    "a title of a block changes": _first(r"(?m)^(/{3,} (?:warning|details) \| )", r"\1More: "),
    "a warning is added": lambda text: f"{text}\n\n/// warning | Careful\n\nIt bites.\n\n///",
    "a row is added": _first(r"(?m)(^\|.*\n)(?=\||$)(?!.*---)", r"\1| new | row |\n"),
    "a cell changes": _first(r"(?m)^(\| )(?!-)", r"\1new "),
    "a link's words change": _first(r"(?<!!)\[(?!@| \]|x\])([^\]\n]+)\]\(", r"[\1 indeed]("),
    "a negation": _denied,
    "a term of a definition changes": _first(r"(?m)^(?=\S.*\n:\s)", "Or "),
    "a definition changes": _first(r"(?m)^(:\s+)", r"\1Perhaps: "),
    "a version changes": lambda text: f"{text}\n\nSince 9.8.1.",
    "an image's words are added": lambda text: f"{text}\n\n![A new picture](new.svg)",
}
"""What a translation has to follow."""

MUST_BE_SILENT: Mapping[str, Edit] = {
    "a paragraph is folded": _folded,
    "words are set in bold": _in_bold,
    "bold goes": _each(r"\*\*(.+?)\*\*", r"\1"),
    "bold with low lines": _first(r"(?<!\w)\*\*([^*\n]+)\*\*(?!\w)", r"__\1__"),
    "a link leads elsewhere": _each(r"\]\([^)\s]+\)", "](elsewhere.md#there)"),
    "a link gets attributes": _each(r"(\]\([^)\s]+\))(?!\{)", r"\1{ .external rel=nofollow }"),
    "attributes in another order": _each(r"\{ (\.[\w-]+) (\.[\w-]+) \}", r"{ \2 \1 }"),
    "a mark of evidence goes": _each(r" ?\[@[a-z0-9-]+\]", ""),
    "a mark of evidence is another": _each(r"\[@[a-z0-9-]+\]", "[@another-claim]"),
    "a comment": lambda text: f"{text}\n\n<!-- Seen in the\n\nautumn. -->",
    "a comment within a line": _first(_PLAIN, lambda match: f"{match[0]}<!-- sic -->"),
    "blank lines are doubled": _each(r"\n\n(?=[^ ])", "\n\n\n"),
    "blanks at lines' ends": _each(r"(?m)(?<=\S)$", " "),
    "stars instead of hyphens": _each(r"(?m)^(\s*)- (?=\S)", r"\1* "),
    "steps all numbered 1": _each(r"(?m)^[0-9]+\. ", "1. "),
    "steps with brackets": _each(r"(?m)^([0-9]+)\. ", r"\1) "),
    "more slashes": _each(r"(?m)^(/{3,})", r"\1//"),
    "a table without bars at its edges": _each(r"(?m)^\| (.*) \|$", r"\1"),
    "a table's columns are aligned": _each(r"(?m)^\| ---", "| :--"),
    "blanks between Japanese and Latin": _each(r"(?<=[ぁ-んァ-ヶ一-鿿])(?=[A-Z][A-Za-z]+[ぁ-ん])", " "),
}
"""What it need not follow."""
