"""What a letter must have, whatever was answered, and what it must never have.

The rules themselves (banned phrases, longest line, languages that keep to ASCII) are data: ``letters.yml``, rules:.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from mergeguide.answering import asked
from mergeguide.conditions import Condition, holds, names
from mergeguide.judging import required
from mergeguide.problems import Problem
from mergeguide.reaching import settlements
from mergeguide.wording import SLOT

if TYPE_CHECKING:
    from mergeguide.fields import Field
    from mergeguide.guide import Guide


Texts = Mapping[str, Mapping[str, str]]
"""Paragraph → line (``""`` for one without lines) → text."""


def letter_problems(guide: Guide) -> Iterator[Problem]:
    """Every problem of the letters' content."""
    texts = {code: _texts(guide, code) for code in guide.languages}
    for code in guide.letter_languages:
        yield from _required_items(guide, code, texts[code])
        yield from _doubled_texts(guide, code, texts[code])
    for code, paragraphs in texts.items():
        for paragraph, lines in paragraphs.items():
            for line, text in lines.items():
                place = ["paragraphs", paragraph, line] if line else ["paragraphs", paragraph]
                yield from _wording(guide, code, place, text)


def _texts(guide: Guide, code: str) -> Texts:
    words = guide.languages[code].paragraphs
    return {name: {"": text} if isinstance(text, str) else text for name, text in words.items()}


def _required_items(guide: Guide, code: str, texts: Texts) -> Iterator[Problem]:
    """Every required answer stands in every letter that asks for it, in every situation."""
    for letter in guide.letters.values():
        for field in guide.fields.values():
            if field.kind == "choice" and field.choices_from:
                continue
            if letter.id not in (field.letters or guide.letters):
                continue
            if field.need != "required" and not field.required_when and not field.states:
                continue
            if not _always_said(guide, letter.id, texts, field):
                document = guide.documents["letters"]
                yield Problem(
                    document.path,
                    document.line(["letters", list(guide.letters).index(letter.id)]),
                    f'The letter "{letter.id}" ({code}) can lack the required answer "{field.id}".',
                    "Write {" + field.id + "} into a paragraph that stands whenever it is asked, "
                    "or name the letters that need it under letters: of the field.",
                    "required-not-said",
                )


def _always_said(guide: Guide, letter: str, texts: Texts, field: Field) -> bool:
    places: list[tuple[Sequence[Condition], Sequence[Condition]]] = []
    for name in guide.letters[letter].paragraphs:
        paragraph = guide.paragraphs[name]
        conditions = {line.id: line.when for line in paragraph.lines}
        for line, text in texts[name].items():
            when = conditions.get(line, ())
            if field.id in SLOT.findall(text) or field.id in names(paragraph.when) | names(when):
                places.append((paragraph.when, when))
    deciding = set().union(*(names(when) for place in places for when in place))
    deciding |= names(field.asked_when) | names(field.required_when) | {field.id}
    return all(
        any(all(holds(when, settled) for when in place) for place in places)
        for settled in settlements(guide, letter, deciding)
        if asked(field, settled) and (field.states or required(field, settled)) and settled.get(field.id, "x")
    )


def _doubled_texts(guide: Guide, code: str, texts: Texts) -> Iterator[Problem]:
    """Paragraphs with the same text that can stand in one letter at the same time."""
    same: dict[str, list[str]] = {}
    for name in guide.paragraphs:
        same.setdefault("\n".join(texts[name].values()), []).append(name)
    for doubles in same.values():
        for letter in guide.letters.values():
            both = [name for name in letter.paragraphs if name in doubles]
            if len(both) > 1 and _together(guide, letter.id, both):
                document = guide.documents[f"languages/{code}"]
                yield Problem(
                    document.path,
                    document.line(["paragraphs", both[1]]),
                    f'The letter "{letter.id}" says the same twice: paragraphs "{both[0]}" and "{both[1]}".',
                    "Delete one of the two, or give them conditions that exclude each other.",
                    "doubled-paragraph",
                )


def _together(guide: Guide, letter: str, paragraphs: Sequence[str]) -> bool:
    whens = [guide.paragraphs[name].when for name in paragraphs]
    deciding = set().union(*(names(when) for when in whens))
    return any(sum(holds(when, settled) for when in whens) > 1 for settled in settlements(guide, letter, deciding))


def _wording(guide: Guide, code: str, place: Sequence[str], text: str) -> Iterator[Problem]:
    rules = guide.letters_file.rules
    document = guide.documents[f"languages/{code}"]
    line = document.line(place)
    name = ".".join(place[1:])
    for phrase in rules.banned.get(code, ()):
        if phrase.lower() in text.lower():
            yield Problem(
                document.path,
                line,
                f'The paragraph "{name}" says "{phrase}".',
                "Say it plainly; letters.yml lists the phrases that letters do without.",
                "banned-phrase",
            )
    for part in text.splitlines():
        if len(part) > rules.longest_line:
            yield Problem(
                document.path,
                line,
                f'The paragraph "{name}" has a line of {len(part)} characters; {rules.longest_line} are the limit.',
                "Divide it into two paragraphs or shorten it.",
                "long-line",
            )
    if code in rules.ascii and not text.isascii():
        strange = next(character for character in text if not character.isascii())
        yield Problem(
            document.path,
            line,
            f'The paragraph "{name}" has the character "{strange}" (U+{ord(strange):04X}), which is not ASCII.',
            "Write it with plain letters: AWS may not be able to read it.",
            "not-ascii",
        )
    if text != text.strip() or "\n" in text:
        yield Problem(
            document.path,
            line,
            f'The paragraph "{name}" has blanks at its edges or a line break inside.',
            "Write one line, or divide it into lines in letters.yml.",
            "paragraph-space",
        )
