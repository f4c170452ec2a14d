"""Every way to answer: which answers can be given or left out, walked in the order in which they are asked.

The walk follows the data, so a field that is added tomorrow is in it: the data's example is typed into it. What is
typed is made up and can be nobody's.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from mergeguide.data.guide import Guide
from mergeguide.letters.conditions import holds
from mergeguide.schema.fields import Field

TYPED: Mapping[str, str] = {
    "full-name": "Hanako Example",
    "source-full-name": "Hanako Sample",
    "contact-email": "hanako@example.com",
    "alternate-email": "hanako.second@example.org",
    "former-company": "Example Corporation",
    "left-on": "2026-03-31",
    "source-login-email": "h.example@example.co.jp",
    "source-notification-email": "h.example.notify@example.co.jp",
    "source-candidate-id": "AWS00000000",
    "source-skill-builder-email": "h.example.learn@example.co.jp",
    "destination-login-email": "hanako.own@example.com",
    "destination-notification-email": "hanako.own.notify@example.org",
    "destination-candidate-id": "AWS0000000A",
    "destination-skill-builder-email": "hanako.own.learn@example.com",
    "reason": "The company that I worked for was closed.",
    "notes": "I have an exam booked for January.\n\nPlease keep it.",
    "case-id": "000000000000001",
    "first-sent-on": "2026-11-02",
    "form-country": "Japan",
    "form-phone": "0312345678",
}
"""What is typed where it is another thing than the data's example; all different, all ASCII."""

Options = Callable[[Field, Mapping[str, str]], Sequence[str]]


def walk(guide: Guide, begun: Mapping[str, str], options: Options) -> Iterator[dict[str, str]]:
    """Every set of answers that begins as given.

    Args:
        begun: the switches and whatever else is settled from the start.
        options: what a field may be answered with, given the answers before it; ``""`` leaves it out. For a field
            with states these are its states.
    """
    fields = list(guide.fields.values())

    def further(position: int, answers: dict[str, str]) -> Iterator[dict[str, str]]:
        if position == len(fields):
            yield dict(answers)
            return
        field = fields[position]
        name = field.state_control if field.states else field.id
        if name in begun or not is_asked(field, answers):
            yield from further(position + 1, answers)
            return
        for answer in options(field, answers):
            more = dict(answers)
            if answer:
                more[name] = answer
            if field.states and answer == "another":
                more[field.id] = typed_into(field)
            yield from further(position + 1, more)

    yield from further(0, dict(begun))


def typed_into(field: Field) -> str:
    """What is typed into a field."""
    return TYPED.get(field.id) or field.example or ""


def only_on_the_form(field: Field) -> bool:
    """Whether a field fills AWS's form and is in no letter."""
    return field.group == "form-only"


def is_asked(field: Field, answers: Mapping[str, str]) -> bool:
    """Whether a field is asked, after the answers before it."""
    return (not field.letters or answers["letter"] in field.letters) and holds(field.asked_when, answers)


def is_needed(field: Field, answers: Mapping[str, str]) -> bool:
    """Whether a letter cannot do without an answer; the reason follows from the situation."""
    if field.default_from:
        return False
    return field.need == "required" or (bool(field.required_when) and holds(field.required_when, answers))


def given_or_not(guide: Guide) -> Options:
    """Every optional answer given and left out; of required choices the one that asks the most.

    A notification address is given (``another``) or not (``same``; that it is not known is in ``every_choice``).
    """
    most = {"source-account-kind": "partner-network", "work-mailbox": "lost"}

    def options(field: Field, answers: Mapping[str, str]) -> Sequence[str]:
        if only_on_the_form(field):
            return [""]
        if field.states:
            return ["same", "another"]
        if field.kind == "choice":
            return [most.get(field.id, guide.choices(field)[0])]
        typed = typed_into(field)
        return [typed] if is_needed(field, answers) else ["", typed]

    return options


def every_choice(guide: Guide, *, all_given: bool) -> Options:
    """Every choice and every state; of the optional answers all, or none."""

    def options(field: Field, answers: Mapping[str, str]) -> Sequence[str]:
        if field.states:
            return field.states
        if field.kind == "choice":
            return guide.choices(field)
        return [typed_into(field) if all_given or is_needed(field, answers) else ""]

    return options
