"""Whatever the models declare to refer to something refers to something that is there, and ids are there once.

Nothing here knows a file: what refers to what is said in the models (``schema.relations``).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TypeVar

from mergeguide.consistency.declared import declared
from mergeguide.consistency.told import Place, doubled, key_problems, problem_at, unknown
from mergeguide.data import Guide
from mergeguide.letters import SWITCHES, condition_controls
from mergeguide.problems import Problem, nearest
from mergeguide.schema import Condition, Conditional, Refers, Related, WordsFor, lists_of, related

K = TypeVar("K", Refers, WordsFor, Conditional)


def id_problems(guide: Guide) -> Iterator[Problem]:
    """Ids that stand twice in a list."""
    for file, record in guide.records.items():
        for place, ids in lists_of(record):
            for index, word in doubled(ids):
                yield problem_at(
                    guide,
                    file,
                    (*place, index),
                    f'The id "{word}" stands twice in {place[-1]}.',
                    "Rename or delete one of the two.",
                    "duplicate-id",
                )


def reference_problems(guide: Guide) -> Iterator[Problem]:
    """References to ids that do not exist."""
    known = declared(guide)
    for file, found in _related(guide, Refers):
        kind, also = found.relation.kind, found.relation.also
        if found.value not in known[kind] and found.value not in also:
            yield unknown(guide, file, found.place, kind, found.value, (*known[kind], *also))


def condition_problems(guide: Guide) -> Iterator[Problem]:
    """Conditions over controls that there are not, or that have no such value."""
    for file, found in _related(guide, Conditional):
        yield from _tests(guide, file, found.place, found.value, earlier=found.relation.earlier)


def missing_words(guide: Guide) -> Iterator[Problem]:
    """Words that a language lacks for what the data declares, and words for what it does not."""
    known = declared(guide)
    for file, found in _related(guide, WordsFor):
        place = [str(step) for step in found.place]
        yield from key_problems(guide, file.rpartition("/")[2], place, found.value, known[found.relation.kind])


def _related(guide: Guide, kind: type[K]) -> Iterator[tuple[str, Related[K]]]:
    files = {**guide.records, **{f"languages/{code}": language for code, language in guide.languages.items()}}
    for file, record in files.items():
        yield from ((file, found) for found in related(record, kind))


def _tests(guide: Guide, file: str, place: Place, when: Sequence[Condition], *, earlier: bool) -> Iterator[Problem]:
    controls = condition_controls(guide)
    own = guide.form.fields[int(place[1])].first_control if earlier else ""
    known = controls[: controls.index(own)] if earlier else controls
    known += tuple(name for name, derived in guide.derived.items() if {*derived.follows_from} <= {*known})
    for number, condition in enumerate(when):
        for name, test in condition.items():
            # Where only one condition is written, without a list, the place ends before the number.
            there = (*place, number, name)
            if name not in known:
                yield problem_at(
                    guide,
                    file,
                    there,
                    f'A condition speaks of "{name}", which is not {"an earlier" if earlier else "a"} control.',
                    f"{nearest(name, known)}A condition names a field's id, its -is control, letter or edition.",
                    "unknown-control",
                )
                continue
            values = control_values(guide, name)
            for value in () if isinstance(test, str) else test:
                if values and value not in values:
                    yield unknown(guide, file, there, f"value of {name}", value, values)


def control_values(guide: Guide, name: str) -> tuple[str, ...]:
    """The values that a control can have; empty for free text."""
    switches: Mapping[str, tuple[str, ...]] = dict(
        zip(SWITCHES, (tuple(guide.letters), guide.letter_languages, tuple(guide.editions)), strict=True)
    )
    if name in switches:
        return switches[name]
    if name in guide.derived:
        return ("yes",)
    if name not in guide.fields:
        return next(field.states for field in guide.fields.values() if field.states and field.state_control == name)
    return guide.choices(guide.fields[name])
