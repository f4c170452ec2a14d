"""Which answers there can be: enough of them to tell whether a paragraph can ever stand.

Only the controls that conditions speak of matter, so the combinations stay few.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping, Sequence

from mergeguide.data import Guide
from mergeguide.letters.answers import asked
from mergeguide.letters.conditions import holds
from mergeguide.schema import Condition, Field, names


def reachable(guide: Guide, letter: str, *whens: Sequence[Condition]) -> bool:
    """Whether some answers in this letter let all the given conditions hold at once."""
    deciding = set().union(*(names(when) for when in whens))
    return any(all(holds(when, effective) for when in whens) for effective in answer_sets(guide, letter, deciding))


def answer_sets(guide: Guide, letter: str, deciding: set[str]) -> Iterator[Mapping[str, str]]:
    """Every combination of answers to the deciding controls, and to those they depend on, in one letter."""
    controls = _closure(guide, deciding)
    options = [_options(guide, letter, name) for name in controls]
    fields = [field for field in guide.fields.values() if field.id in controls or field.state_control in controls]
    seen: set[tuple[tuple[str, str], ...]] = set()
    for combination in itertools.product(*options):
        effective = {
            "letter": letter,
            **_asked_only(fields, tuple(guide.derived), letter, dict(zip(controls, combination, strict=True))),
        }
        key = tuple(sorted(effective.items()))
        if key not in seen:
            seen.add(key)
            yield effective


def _closure(guide: Guide, deciding: set[str]) -> list[str]:
    found: set[str] = set()
    waiting = set(deciding) - {"letter"}
    while waiting:
        name = waiting.pop()
        found.add(name)
        field = guide.fields.get(name) or guide.fields.get(name.removesuffix("-is"))
        if name in guide.derived:
            waiting |= {*guide.derived[name].equal} - found
        if field:
            more = names(field.asked_when) | ({field.state_control} if field.states else set())
            waiting |= more - found - {"letter"}
    order = ["letter-language", "edition"]
    for field in guide.fields.values():
        order += [field.state_control, field.id]
    return [name for name in [*order, *guide.derived] if name in found]


def _options(guide: Guide, letter: str, name: str) -> tuple[str, ...]:
    if name == "edition":
        return tuple(guide.editions)
    if name == "letter-language":
        return guide.letter_languages
    if name in guide.derived:
        return ("", "yes")
    if name not in guide.fields:
        return guide.fields[name.removesuffix("-is")].states
    field = guide.fields[name]
    if field.kind == "choice":
        return guide.choices(field)
    # Beside a state there is no address.
    return ("given",) if field.need == "required" and not field.states else ("", "given")


def _asked_only(
    fields: Sequence[Field], derived: Sequence[str], letter: str, answers: Mapping[str, str]
) -> dict[str, str]:
    effective = {"letter": letter}
    for name in ("letter-language", "edition"):
        if name in answers:
            effective[name] = answers[name]
    for field in fields:
        if not asked(field, effective):
            continue
        state = answers.get(field.state_control)
        if state is not None:
            effective[field.state_control] = state
            if state != "another":
                continue
        if field.id in answers:
            effective[field.id] = answers[field.id]
    return effective | {name: answers[name] for name in derived if name in answers}
