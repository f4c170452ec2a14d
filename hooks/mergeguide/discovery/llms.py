"""``llms.txt`` of one language: what the guide is, and where each page's text is, as https://llmstxt.org has it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from mergeguide.discovery.entries import Entry


def llms(name: str, about: str, notice: str, entries: Iterable[Entry], others: Mapping[str, str]) -> str:
    """The file's text.

    Args:
        name: the site's name.
        about: what it is, in a sentence.
        notice: what has to be said with it.
        entries: the language's pages.
        others: the other languages' names, each with the address of its file.
    """
    sections: dict[str, list[str]] = {"": []}
    for entry in sorted(entries, key=lambda entry: entry.position):
        sections.setdefault(entry.section, []).append(f"- [{entry.title}]({entry.copy}): {entry.about}")
    sections[""] += [f"- [{language}]({address})" for language, address in others.items()]
    blocks = [f"# {name}", f"> {about}", notice]
    for title, lines in sections.items():
        blocks += [f"## {title}"] if title else []
        blocks.append("\n".join(lines))
    return "\n\n".join(filter(None, blocks)) + "\n"
