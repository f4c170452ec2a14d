"""A page as a Markdown file beside it, for programs that read text: language models above all."""

from __future__ import annotations

from pathlib import Path

from lxml.etree import LXML_VERSION

from mergeguide.cache import Cache, code_digest, digest
from mergeguide.discovery.entries import Entry
from mergeguide.discovery.plain_markdown import plain_markdown

SUFFIX = ".md"
"""What is added to a page's file to name its copy, as https://llmstxt.org has it."""


def markdown_copy(root: Path, entry: Entry, html: str, *notices: str) -> str:
    """The copy's text, from the cache where the page is as it was.

    Args:
        root: the project's root.
        entry: the page.
        html: its content as Markdown rendered it.
        notices: what is said below it: when it was last checked, what has to be said on every page.
    """
    cache = Cache(root)
    name = f"copy-{digest(entry.code, entry.name)[:16]}"
    key = digest(code_digest(), repr((LXML_VERSION, entry, notices)), html)
    kept = cache.get(name, key)
    if kept is not None:
        return kept.decode()
    title, _, text = plain_markdown(html, entry.address).partition("\n\n")
    parts = [title.strip(), f"> {entry.about}", f"<{entry.address}>", text.strip(), *filter(None, notices)]
    written = "\n\n".join(parts) + "\n"
    cache.put(name, key, written.encode())
    return written
