"""What of the guide says which languages there are: enough for whoever holds pages against each other.

A ``Guide`` is one. Where only that is wanted, it is made from the files alone, without their models.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

from mergeguide.data.yaml_document import Document

_LANGUAGES = "languages/"


class Spoken(Protocol):
    """A language, as its file describes it; see ``schema.Language``."""

    @property
    def name(self) -> str:
        """What it calls itself."""

    @property
    def source(self) -> bool:
        """Whether the others are translated from it."""

    @property
    def draft(self) -> bool:
        """Whether pages or words of it are missing."""

    @property
    def owners(self) -> Sequence[str]:
        """Who looks after it."""


class Outline(Protocol):
    """The languages, and the files; see ``Guide``."""

    @property
    def languages(self) -> Mapping[str, Spoken]:
        """By code; the source language first."""

    @property
    def documents(self) -> Mapping[str, Document]:
        """The files by their names without ending."""

    @property
    def source_language(self) -> str:
        """The code of the language that the others are translated from."""


S = TypeVar("S", bound=Spoken)


@dataclass(frozen=True)
class _Spoken:
    name: str
    source: bool
    draft: bool
    owners: Sequence[str]


@dataclass(frozen=True)
class _Outline:
    languages: Mapping[str, Spoken]
    documents: Mapping[str, Document]

    @property
    def source_language(self) -> str:
        return next(iter(self.languages))


def outline_of(documents: Mapping[str, Document]) -> Outline | None:
    """The outline of files that have been loaded before, and had no problem; None where these are none."""
    trees = {
        name.removeprefix(_LANGUAGES): document.tree
        for name, document in documents.items()
        if name.startswith(_LANGUAGES)
    }
    try:
        spoken = {
            code: _Spoken(tree["name"], _flag(tree["source"]), _flag(tree.get("draft", False)), tuple(tree["owners"]))
            for code, tree in trees.items()
        }
    except (KeyError, TypeError):
        return None
    return _Outline(source_first(spoken), documents) if spoken else None


def _flag(value: object) -> bool:
    if not isinstance(value, bool):
        raise TypeError(f"{value!r} is neither true nor false")
    return value


def source_first(languages: Mapping[str, S]) -> Mapping[str, S]:
    """Languages by code, with that before them which they are translated from."""
    return dict(sorted(languages.items(), key=lambda item: (not item[1].source, item[0])))
