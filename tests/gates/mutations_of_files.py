"""Damage done to whole files: their encoding, their name, their place."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from mutations import Mutant, kind
from mutations_of_pages import lines_of, pages, twin

from laboratory import DATA, Laboratory

CONFIGURATION = "mkdocs.yml"
MARK = "\ufeff"


@kind("byte-order mark inside of a file, as joining leaves it", every=5)
def mark_inside(lab: Laboratory) -> Iterator[Mutant]:
    for path in lab.texts:
        lines = lines_of(lab, path)
        for index in (1, len(lines) // 2):
            text = "\n".join([*lines[:index], f"{MARK}{lines[index]}", *lines[index + 1 :]])
            yield Mutant(f"{path}:{index + 1}", {path: text}, ["byte-order-mark"], path, {index + 1})


@kind("template, script or style sheet in another encoding", every=20)
def text_encoding(lab: Laboratory) -> Iterator[Mutant]:
    folders = ("overrides", "docs/assets")
    for file in sorted(file for folder in folders for file in (lab.root / folder).rglob("*")):
        if file.suffix in (".html", ".js", ".css"):
            path = file.relative_to(lab.root).as_posix()
            for encoding in ("utf-16", "utf-16-le"):
                content = file.read_text(encoding="utf-8").encode(encoding)
                yield Mutant(f"{path} {encoding}", {path: content}, ["encoding"], path, {1})


@kind("page in the folder of no language", every=15)
def page_outside(lab: Laboratory) -> Iterator[Mutant]:
    for path in pages(lab):
        name = path.rpartition("/")[2]
        for folder in ("docs", "docs/fr", "docs/english"):
            yield Mutant(
                f"{folder}/{name}", {f"{folder}/{name}": lab.texts[path]}, ["page-outside"], f"{folder}/{name}", {1}
            )


@kind("page with a name as macOS writes it")
def page_name(lab: Laboratory) -> Iterator[Mutant]:
    for code in lab.languages:
        for name in ("ガイド.md", "détails.md", "ビルダー/index.md"):
            path = unicodedata.normalize("NFD", f"docs/{code}/{name}")
            yield Mutant(path, {path: "# A { #a }\n"}, ["file-name"], path, {1})


@kind("page left out in one language", every=6)
def page_left_out(lab: Laboratory) -> Iterator[Mutant]:
    text = (lab.root / CONFIGURATION).read_text(encoding="utf-8")
    for path in pages(lab):
        pattern = path.removeprefix("docs")
        left_out = text.replace("exclude_docs: |\n", f"exclude_docs: |\n  {pattern}\n")
        yield Mutant(path, {CONFIGURATION: left_out}, ["missing-page"], twin(lab, path), {1}, path)


@kind("language file with a code that is none")
def language_code(lab: Laboratory) -> Iterator[Mutant]:
    words = lab.texts[f"{DATA}languages/{lab.languages[1]}.yml"]
    for code in ("pt_BR", "zh_Hant", "zh-tw", "EN", "iw", "xx", "jp", "english", "en--GB"):
        path = f"{DATA}languages/{code}.yml"
        text = words.replace(f"language: {lab.languages[1]}\n", f"language: {code}\n", 1)
        line = text[: text.index(f"language: {code}")].count("\n") + 1
        yield Mutant(code, {path: text}, ["language-tag"], path, {line})


@kind("folder of documents named that is not the guide's")
def docs_folder(lab: Laboratory) -> Iterator[Mutant]:
    text = (lab.root / CONFIGURATION).read_text(encoding="utf-8")
    line = text[: text.index("docs_dir:")].count("\n") + 1
    for name in ("content", "doc", "docs/ja", "."):
        changed = text.replace("docs_dir: docs\n", f"docs_dir: {name}\n")
        yield Mutant(name, {CONFIGURATION: changed}, ["docs-dir"], CONFIGURATION, {line})
