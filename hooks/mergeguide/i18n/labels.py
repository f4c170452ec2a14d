"""Labels of controls and their choices, and conditions in words, in a language."""

from __future__ import annotations

from collections.abc import Sequence

from mergeguide.data import Guide
from mergeguide.i18n.placeholders import fill
from mergeguide.schema import Condition, Language


def conditions_in_words(guide: Guide, language: Language, when: Sequence[Condition]) -> str:
    """Conditions as a reader understands them; empty for no condition."""
    words = language.conditions
    return words.or_.join(
        words.and_.join(_test_in_words(guide, language, name, test) for name, test in condition.items())
        for condition in when
    )


def _test_in_words(guide: Guide, language: Language, name: str, test: str | Sequence[str]) -> str:
    words = language.conditions
    if name in guide.derived:
        return language.derived[name]
    label = control_label(guide, language, name)
    if isinstance(test, str):
        return fill(words.given if test == "given" else words.absent, {"label": label})
    values = words.either.join(choice_label(guide, language, name, value) for value in test)
    return fill(words.is_, {"label": label, "values": values})


def control_label(guide: Guide, language: Language, name: str) -> str:
    """The label of a control: a field's, or that of the letter, edition or language switch."""
    switches = {"letter": "which-letter", "edition": "edition", "letter-language": "letter-language"}
    if name in switches:
        return str(language.generator[switches[name]])
    for statement in guide.statements.values():
        if name == statement.tick:
            return language.statements[statement.id].label
        for blank in statement.blanks:
            if name == statement.blank_control(blank.id):
                return language.statements[statement.id].blanks[blank.id]
    return language.fields[name.removesuffix("-is") if name not in guide.fields else name].label


def choice_label(guide: Guide, language: Language, name: str, value: str) -> str:
    """The label of one value of a choice."""
    if name == "letter":
        return language.letters[value].label
    if name == "edition":
        return language.form_editions[value].name
    if name == "letter-language":
        return guide.languages[value].name
    if name in guide.questions and name not in guide.fields:
        return control_label(guide, language, name)
    if name not in guide.fields:
        return language.states[value].label
    if guide.fields[name].choices_from:
        return language.situations[value].label
    return language.fields[name].choices[value].label
