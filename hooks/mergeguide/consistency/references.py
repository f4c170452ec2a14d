"""Whatever the models declare to refer to something refers to something that is there, and ids are there once.

Nothing here knows a file: what refers to what is said in the models (``schema.relations``).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from mergeguide.consistency.declared import declared
from mergeguide.consistency.told import Place, doubled, key_problems, problem_at, unknown
from mergeguide.data import Guide
from mergeguide.letters import SWITCHES, control_names
from mergeguide.problems import Problem, nearest
from mergeguide.schema import Condition, Conditional, Record, Refers, WordsFor, lists_of, related


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
    """Ids of what there is not."""
    known = declared(guide)
    for file, record in _files(guide):
        for found in related(record):
            if isinstance(found.relation, Refers):
                allowed = (*known[found.relation.kind], *found.relation.also)
                if found.value not in allowed:
                    yield unknown(guide, file, found.place, found.relation.kind, found.value, allowed)


def condition_problems(guide: Guide) -> Iterator[Problem]:
    """Conditions over controls that there are not, or that have no such value."""
    for file, record in guide.records.items():
        for found in related(record):
            if isinstance(found.relation, Conditional):
                yield from _tests(guide, file, found.place, found.value, earlier=found.relation.earlier)


def missing_words(guide: Guide, code: str) -> Iterator[Problem]:
    """Words that a language lacks for what the data declares, and words for what it does not."""
    known = declared(guide)
    for found in related(guide.languages[code]):
        if isinstance(found.relation, WordsFor):
            place = [str(step) for step in found.place]
            yield from key_problems(guide, code, place, found.value, known[found.relation.kind])


def _files(guide: Guide) -> Iterator[tuple[str, Record]]:
    yield from guide.records.items()
    yield from ((f"languages/{code}", language) for code, language in guide.languages.items())


def _tests(guide: Guide, file: str, place: Place, when: Sequence[Condition], *, earlier: bool) -> Iterator[Problem]:
    known = control_names(guide)
    if earlier:
        known = known[: known.index(guide.form.fields[int(place[1])].first_control)]
    for condition in when:
        for name, test in condition.items():
            if name not in known:
                yield problem_at(
                    guide,
                    file,
                    place,
                    f'A condition speaks of "{name}", which is not {"an earlier" if earlier else "a"} control.',
                    f"{nearest(name, known)}A condition names a field's id, its -is control, letter or edition.",
                    "unknown-control",
                )
                continue
            values = control_values(guide, name)
            for value in () if isinstance(test, str) else test:
                if values and value not in values:
                    yield unknown(guide, file, place, f"value of {name}", value, values)


def control_values(guide: Guide, name: str) -> tuple[str, ...]:
    """The values that a control can have; empty for free text."""
    switches: Mapping[str, tuple[str, ...]] = dict(
        zip(SWITCHES, (tuple(guide.letters), guide.letter_languages, tuple(guide.editions)), strict=True)
    )
    if name in switches:
        return switches[name]
    if name not in guide.fields:
        return next(field.states for field in guide.fields.values() if field.states and field.state_control == name)
    return guide.choices(guide.fields[name])
