"""Harmless edits around the guide: what machines and editors leave, pages that are not published, settings."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from harmless import Edit, harmless

from laboratory import Laboratory

CONFIGURATION = "mkdocs.yml"
RUBBISH = b"\x00\x05\x16\x07\x00\x02\xff\xfe"
NOT_OURS = "# No id\n\n[x](nowhere.md) [@no-such-claim]\n\n/// note\n"


@harmless("folder: hidden files and what editors leave behind")
def hidden_files(lab: Laboratory) -> Iterator[Edit]:
    folders = [*(f"docs/{code}/" for code in lab.languages), "docs/", "docs/_data/", "docs/_data/languages/"]
    folders += [
        "docs/assets/javascripts/",
        "docs/assets/javascripts/letters/",
        "overrides/stylesheets/",
        "overrides/",
        "overrides/fragments/",
    ]
    names = ["._index.md", "._ja.yml", "._case-generator.js", "._404.html", ".#index.md", ".DS_Store", "#index.md#"]
    names += [".index.md.swp", "index.md~", "ja.yml~", ".idea/page.md", ".obsidian/notes/page.md", "Thumbs.db"]
    for name in names:
        yield Edit(name, {f"{folder}{name}": RUBBISH for folder in folders}, len(folders))


@harmless("folder: pages that mkdocs.yml leaves out")
def left_out(lab: Laboratory) -> Iterator[Edit]:
    text = (lab.root / CONFIGURATION).read_text(encoding="utf-8")
    for code in lab.languages:
        notes = {f"docs/{code}/notes.md": NOT_OURS, f"docs/{code}/later/more.md": NOT_OURS, "docs/README.md": NOT_OURS}
        patterns = ("notes.md", "later/", "/README.md")
        excluded = text.replace("exclude_docs: |\n", "exclude_docs: |\n" + "".join(f"  {one}\n" for one in patterns))
        drafts = "draft_docs: |\n" + "".join(f"  {one}\n" for one in patterns) + text
        yield Edit(f"{code} excluded", {**notes, CONFIGURATION: excluded}, 3)
        yield Edit(f"{code} drafts", {**notes, CONFIGURATION: drafts}, 3)


@harmless("mkdocs.yml: settings for other tools")
def settings(lab: Laboratory) -> Iterator[Edit]:
    text = (lab.root / CONFIGURATION).read_text(encoding="utf-8")
    emoji = "  - pymdownx.emoji:\n      emoji_index: !!python/name:material.extensions.emoji.twemoji\n"
    for where, old, new in (
        ("a tag of Python", "  - attr_list\n", f"  - attr_list\n{emoji}"),
        ("other addresses", "use_directory_urls: true", "use_directory_urls: no"),
        ("a variable", "use_directory_urls: true", 'use_directory_urls: true\nnot_in_nav: !ENV [NOT_IN_NAV, "x.md"]'),
        ("the folder written otherwise", "docs_dir: docs", "docs_dir: ./docs/"),
        ("the folder not named", "docs_dir: docs\n", ""),
    ):
        assert old in text
        yield Edit(where, {CONFIGURATION: text.replace(old, new)})


@harmless("text decomposed, as macOS writes it", alike=True)
def decomposed(lab: Laboratory) -> Iterator[Edit]:
    for path, text in lab.texts.items():
        apart = unicodedata.normalize("NFD", text)
        if apart != text:
            yield Edit(path, {path: apart}, len(apart) - len(text))


@harmless("a byte order mark in a template, a script or a style sheet")
def byte_order_mark(lab: Laboratory) -> Iterator[Edit]:
    for folder, pattern in (("overrides", "*.html"), ("docs/assets", "*.js"), ("overrides", "*.css")):
        files = sorted((lab.root / folder).rglob(pattern))
        assert files
        changes = {file.relative_to(lab.root).as_posix(): b"\xef\xbb\xbf" + file.read_bytes() for file in files}
        yield Edit(f"{folder} {pattern}", changes, len(changes))
