"""Problems at a place of a data file, as all checks of the data word them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from mergeguide.consistency.declared import DECLARED_IN
from mergeguide.data import Guide
from mergeguide.problems import Problem, nearest
from mergeguide.schema import Language, beginning

Place = Sequence[str | int]


def problem_at(guide: Guide, file: str, place: Place, message: str, remedy: str, rule: str) -> Problem:
    """A problem at a path of keys and indexes in a file of the data."""
    return guide.documents[file].problem(place, message, remedy, rule)


def unknown(guide: Guide, file: str, place: Place, what: str, word: str, known: Collection[str]) -> Problem:
    """A word that refers to nothing; ``what`` is the kind of thing that it should name."""
    addable = what in DECLARED_IN and not file.startswith("languages/")
    return problem_at(
        guide,
        file,
        place,
        f'There is no {what} "{word}".',
        f"{nearest(word, known)}Known: {', '.join(known)}."
        + (f" Or add it in {guide.documents[DECLARED_IN[what]].path}." if addable else ""),
        "unknown-value" if what.startswith("value of ") else f"unknown-{'-'.join(what.split())}",
    )


def key_problems(
    guide: Guide, code: str, place: Sequence[str], found: Mapping[str, object], wanted: Collection[str]
) -> Iterator[Problem]:
    """Words that a language lacks, and words for what does not exist."""
    file = f"languages/{code}"
    section = ".".join(place)
    for word in wanted:
        if word not in found:
            yield problem_at(
                guide,
                file,
                place,
                f'{section}: "{word}" has no words in this language ({code}).',
                f'Add "{word}:" under "{place[-1]}:".\n{word}: {beginning(Language, [*place, word])}',
                "missing-words",
            )
    for word in found:
        if word not in wanted:
            yield problem_at(
                guide,
                file,
                [*place, word],
                f'{section}: the data knows no "{word}".',
                f"{nearest(word, wanted)}Correct the id or delete the entry.",
                "left-over-words",
            )


def doubled(words: Iterable[str]) -> Iterator[tuple[int, str]]:
    """Each word that was there before, with its index."""
    seen: set[str] = set()
    for index, word in enumerate(words):
        if word in seen:
            yield index, word
        seen.add(word)
