"""Whether conditions over answers hold (``schema.conditions`` says what a condition is).

The browser walks the same structure: ``docs/assets/javascripts/letters/conditions.js``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from mergeguide.schema import Condition, DiffersFrom


def holds(when: Sequence[Condition], answers: Mapping[str, str]) -> bool:
    """Whether one of the conditions holds for these answers; an absent or empty answer counts as absent."""
    return not when or any(_one_holds(condition, answers) for condition in when)


def _one_holds(condition: Condition, answers: Mapping[str, str]) -> bool:
    for name, test in condition.items():
        answer = answers.get(name, "")
        if test == "given":
            if not answer:
                return False
        elif test == "absent":
            if answer:
                return False
        elif answer not in test:
            return False
    return True


def applies(rule: DiffersFrom, effective: Mapping[str, str]) -> bool:
    """Whether the effective answers call for a difference between two fields."""
    return holds(rule.when, effective) and not (rule.unless and holds(rule.unless, effective))


def possible(when: Sequence[Condition], name: str, answer: str) -> bool:
    """Whether one of the conditions can hold where one control's answer is known."""
    return not when or any(_one_holds(_about(condition, name), {name: answer}) for condition in when)


def remaining_conditions(when: Sequence[Condition], name: str, answer: str) -> tuple[Condition, ...]:
    """What is left to ask of the conditions where one control's answer is known; nothing if one of them holds."""
    left = tuple(
        {other: test for other, test in condition.items() if other != name}
        for condition in when
        if _one_holds(_about(condition, name), {name: answer})
    )
    return left if all(left) else ()


def _about(condition: Condition, name: str) -> Condition:
    return {name: condition[name]} if name in condition else {}
