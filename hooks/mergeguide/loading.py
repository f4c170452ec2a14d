"""Reading ``docs/_data/``: the guide as one frozen value, or every problem in it.

Life cycle: each file is read and held against its model on its own; only when all of them hold does
``consistency`` look across files. Half a guide is never returned.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from mergeguide.data import (
    DATA,
    YAML_FILES,
    Document,
    Guide,
    completed,
    file_of,
    judge,
    read,
    shown_path,
    source_first,
)
from mergeguide.i18n import tag_fault
from mergeguide.problems import Problem, in_order
from mergeguide.schema import FILES, JUDGED, Language, Record


def load(root: Path) -> Guide | tuple[Problem, ...]:
    """Read the data below a project's root.

    Returns:
        The guide, or every problem in file order.
    """
    # Whoever has the guide from the cache does without it.
    from mergeguide.consistency import consistency_problems

    problems: list[Problem] = []
    records: dict[str, Record] = {}
    documents: dict[str, Document] = {}
    models = models_of(root)
    for name in models:
        document = read(file_of(root, name), shown_path(name))
        if isinstance(document, Problem):
            problems.append(document)
        else:
            documents[name] = document
    for name, document in _completed(documents).items():
        documents[name] = document
        record = judge(document, models[name])
        if isinstance(record, tuple):
            problems.extend(record)
        else:
            records[name] = record
    languages = _languages(records, documents, problems)
    if problems:
        return in_order(problems)
    guide = Guide({name: records[name] for name in FILES}, languages, documents)
    return in_order(consistency_problems(guide)) or guide


def restored(documents: Mapping[str, Document], models: Mapping[str, type[Record]]) -> Guide:
    """The guide of documents that have been loaded before, and had no problem."""
    records = {name: model.model_validate(documents[name].tree, context=JUDGED) for name, model in models.items()}
    languages = {
        name.removeprefix("languages/"): record for name, record in records.items() if isinstance(record, Language)
    }
    return Guide({name: records[name] for name in FILES}, source_first(languages), documents)


def models_of(root: Path) -> Mapping[str, type[Record]]:
    """The model of each file, by the file's name without its ending: ``claims``, ``languages/ja``."""
    return {**FILES, **{f"languages/{path.stem}": Language for path in _language_files(root)}}


def _language_files(root: Path) -> list[Path]:
    return sorted((root / DATA / "languages").glob(YAML_FILES))


def _tag_problems(documents: Mapping[str, Document]) -> Iterator[Problem]:
    for name, document in documents.items():
        code = name.removeprefix("languages/")
        fault = tag_fault(code) if code != name else None
        if fault:
            what, remedy = fault
            yield document.problem(
                ["language"],
                f'The file is named after "{code}", which {what}.',
                f"{remedy} Rename the file and the folder docs/{code}/, and correct language: here.",
                "language-tag",
            )


def _languages(
    records: Mapping[str, Record], documents: Mapping[str, Document], problems: list[Problem]
) -> Mapping[str, Language]:
    problems.extend(_tag_problems(documents))
    languages: dict[str, Language] = {}
    for name, record in records.items():
        if isinstance(record, Language):
            code = name.removeprefix("languages/")
            languages[code] = record
            if record.language != code:
                problems.append(
                    documents[name].problem(
                        ["language"],
                        f'The file is named after "{code}", but says language: {record.language}.',
                        "Make the two the same.",
                        "language-name",
                    )
                )
    sources = [code for code, language in languages.items() if language.source]
    if not problems and len(sources) != 1:
        problems.append(
            Problem(
                f"{DATA.as_posix()}/languages",
                1,
                f"One language has to be the source; found {len(sources)}.",
                "Write source: true in exactly one of the language files.",
                "source-language",
            )
        )
    return source_first(languages)


def _completed(documents: Mapping[str, Document]) -> Mapping[str, Document]:
    """The documents, with what drafts of languages lack from the source language."""
    sources = [each for name, each in documents.items() if _is_marked(name, each, "source")]
    if len(sources) != 1:
        return dict(documents)
    return {
        name: completed(each, sources[0]) if _is_marked(name, each, "draft") else each
        for name, each in documents.items()
    }


def _is_marked(name: str, document: Document, key: str) -> bool:
    return name.startswith("languages/") and document.tree.get(key) is True
