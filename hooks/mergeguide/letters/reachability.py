"""Which answers there can be: enough of them to tell whether a paragraph can ever stand.

Only the controls that conditions speak of matter, so the combinations stay few.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from mergeguide.data import Guide
from mergeguide.letters.answers import asked
from mergeguide.letters.conditions import holds
from mergeguide.schema import Condition, Derived, Field, names


def reachable(guide: Guide, letter: str, *whens: Sequence[Condition]) -> bool:
    """Whether some answers in this letter let all the given conditions hold at once."""
    deciding = set().union(*(names(when) for when in whens))
    return any(all(holds(when, effective) for when in whens) for effective in answer_sets(guide, letter, deciding))


def answer_sets(guide: Guide, letter: str, deciding: set[str]) -> Sequence[Mapping[str, str]]:
    """Every combination of answers to the deciding controls, and to those they depend on, in one letter."""
    controls = tuple(_closure(guide, deciding))
    known = guide.answer_sets
    if (letter, controls) not in known:
        known[letter, controls] = _combinations(guide, letter, controls)
    return known[letter, controls]


def _combinations(guide: Guide, letter: str, controls: Sequence[str]) -> Sequence[Mapping[str, str]]:
    options = {name: _options(guide, letter, name) for name in controls}
    answers: list[dict[str, str]] = [{"letter": letter}]
    for name in ("letter-language", "edition"):
        answers = [more for known in answers for more in _with(known, name, options)]
    known_from = {name: _last_of(guide, derived) for name, derived in guide.derived.items() if name in options}
    # In the order of the form: what was answered before decides what is asked.
    for field in guide.fields.values():
        if field.id in options or field.state_control in options:
            answers = [more for known in answers for more in _answered(known, field, options)]
        for name, last in known_from.items():
            if field.id == last:
                answers = [more for known in answers for more in _with(known, name, options)]
    return answers


def _last_of(guide: Guide, derived: Derived) -> str:
    """The last of the fields from which something follows: from there on it is known. ``""`` if there is none."""
    decisive = derived.follows_from
    return next((name for name in reversed([*guide.fields]) if name in decisive), "")


def _closure(guide: Guide, deciding: set[str]) -> list[str]:
    found: set[str] = set()
    waiting = set(deciding) - {"letter"}
    while waiting:
        name = waiting.pop()
        found.add(name)
        field = guide.fields.get(name) or guide.fields.get(name.removesuffix("-is"))
        if name in guide.derived:
            waiting |= {*guide.derived[name].follows_from} - found
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
        return tuple(choice for choice in guide.choices(field) if choice not in field.refused)
    # Beside a state there is no address.
    return ("given",) if field.need == "required" and not field.states else ("", "given")


def _with(known: dict[str, str], name: str, options: Mapping[str, Sequence[str]]) -> Iterator[dict[str, str]]:
    """Answers with each that one more control can have; as they are where nothing depends on it."""
    if name not in options:
        yield known
        return
    for option in options[name]:
        yield {**known, name: option}


def _answered(known: dict[str, str], field: Field, options: Mapping[str, Sequence[str]]) -> Iterator[dict[str, str]]:
    """Answers with each that one more field can have, if it is asked."""
    if not asked(field, known):
        yield known
        return
    for more in _with(known, field.state_control, options):
        if more.get(field.state_control, "another") == "another":
            yield from _with(more, field.id, options)
        else:
            yield more
