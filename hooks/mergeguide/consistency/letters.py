"""What a letter must have, whatever was answered, and what it must never have.

The rules themselves (banned phrases, longest line, languages that keep to ASCII) are data: ``letters.yml``, rules:.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from mergeguide.data import Guide
from mergeguide.i18n import SLOT
from mergeguide.letters import answer_sets, asked, holds, reachable
from mergeguide.problems import Problem
from mergeguide.schema import Condition, Field, names

Texts = Mapping[str, Mapping[str, str]]
"""Paragraph → line (``""`` for one without lines) → text."""


def letter_problems(guide: Guide, unused: Collection[str]) -> Iterator[Problem]:
    """Every problem of the letters' content.

    Args:
        unused: fields that nothing uses at all, which was told before.
    """
    texts = {code: _texts(guide, code) for code in guide.languages}
    optional = [field for field in unused if not _needed(guide.fields[field])]
    told = {(code, field) for code in guide.languages for field in optional}
    for code, field, problem in _missing_slots(guide, texts):
        told.add((code, field))
        if problem:
            yield problem
    for code in guide.letter_languages:
        # That the letters lack what a text has lost would be the same problem, and further from its place.
        fields = [field for field in guide.fields.values() if (code, field.id) not in told]
        yield from _answers(guide, code, texts[code], fields)
        yield from _doubled_texts(guide, code, texts[code])
    yield from _not_asked(guide, texts[guide.source_language])
    for code, paragraphs in texts.items():
        for paragraph, lines in paragraphs.items():
            for line, text in lines.items():
                place = ["paragraphs", paragraph, line] if line else ["paragraphs", paragraph]
                yield from _wording(guide, code, place, text)
        for name, words in guide.languages[code].statements.items():
            yield from _wording(guide, code, ["statements", name, "letter"], words.letter)


def _texts(guide: Guide, code: str) -> Texts:
    words = guide.languages[code].paragraphs
    return {name: {"": text} if isinstance(text, str) else text for name, text in words.items()}


def _answers(guide: Guide, code: str, texts: Texts, fields: Sequence[Field]) -> Iterator[Problem]:
    """Every answer that a letter asks for stands in it, whatever else was answered, once it is given.

    One that is not required may go into an item of AWS's form instead, where the edition has it.
    """
    document, fields_path = guide.documents["letters"], guide.documents["fields"].path
    for index, letter in enumerate(guide.letters.values()):
        for field in fields:
            if field.choices_from or letter.id not in (field.letters or guide.letters):
                continue
            needed = _needed(field)
            on_form = [] if needed or letter.sent_by != "form" else _editions_with(guide, field)
            if not _always_said(guide, letter.id, texts, field, on_form):
                what = "required answer" if needed else "answer"
                yield document.problem(
                    ["letters", index],
                    f'The letter "{letter.id}" ({code}) can lack the {what} "{field.id}".',
                    "Write {" + field.id + "} into a paragraph that stands whenever it is asked, "
                    f"or name the letters that need it under letters: of the field in {fields_path}.",
                    "required-not-said" if needed else "answer-not-said",
                )


def _needed(field: Field) -> bool:
    return field.need == "required" or bool(field.required_when)


def _not_asked(guide: Guide, texts: Texts) -> Iterator[Problem]:
    """Answers that a letter says and never asks for: they would be gaps for good."""
    document, fields_path = guide.documents["letters"], guide.documents["fields"].path
    for index, letter in enumerate(guide.letters.values()):
        said: dict[str, str] = {}
        for name in _worded(guide, letter.id):
            paragraph = guide.paragraphs[name]
            conditions = {line.id: line.when for line in paragraph.lines}
            for line, text in texts[name].items():
                silent = {
                    slot
                    for slot in SLOT.findall(text)
                    if slot in guide.fields and letter.id not in (guide.fields[slot].letters or guide.letters)
                }
                if silent and reachable(guide, letter.id, paragraph.when, conditions.get(line, ())):
                    said.update(dict.fromkeys(sorted(silent - said.keys()), name))
        for slot, name in said.items():
            yield document.problem(
                ["letters", index],
                f'The letter "{letter.id}" says "{slot}" (paragraph "{name}"), but never asks for it.',
                f"Name the letter under letters: of the field in {fields_path}, or let the paragraph or its line stand "
                "only in letters that ask for it (when: {letter: […]}).",
                "not-asked",
            )


def _editions_with(guide: Guide, field: Field) -> list[str]:
    return [name for name, edition in guide.editions.items() if any(item.fill == field.id for item in edition.items)]


def _worded(guide: Guide, letter: str) -> list[str]:
    """The letter's paragraphs but that of ready sentences, which have words and checks of their own."""
    return [name for name in guide.letters[letter].paragraphs if name in guide.paragraphs]


def _always_said(guide: Guide, letter: str, texts: Texts, field: Field, on_form: Sequence[str]) -> bool:
    places: list[tuple[Sequence[Condition], Sequence[Condition]]] = []
    for name in _worded(guide, letter):
        paragraph = guide.paragraphs[name]
        conditions = {line.id: line.when for line in paragraph.lines}
        for line, text in texts[name].items():
            when = conditions.get(line, ())
            # A paragraph that stands for one choice says it in words of its own.
            chosen = field.kind == "choice" and field.id in names(paragraph.when) | names(when)
            if field.id in SLOT.findall(text) or chosen:
                places.append((paragraph.when, when))
    deciding = set().union(*(names(when) for place in places for when in place))
    deciding |= names(field.asked_when) | names(field.required_when) | {field.id} | ({"edition"} if on_form else set())
    return all(
        effective.get("edition") in on_form or any(all(holds(when, effective) for when in place) for place in places)
        for effective in answer_sets(guide, letter, deciding)
        if asked(field, effective) and effective.get(field.id, "x")
    )


def _missing_slots(guide: Guide, texts: Mapping[str, Texts]) -> Iterator[tuple[str, str, Problem | None]]:
    """Slots that a text has in another language: the gloss must not say less than the letter, nor more.

    Yields:
        Language and field; no problem where the text has a misspelt slot instead, which was told before.
    """
    for name, lines in texts[guide.source_language].items():
        for line in lines:
            slots = {code: set(SLOT.findall(texts[code][name][line])) for code in guide.languages}
            for code, own in slots.items():
                misspelt = own - guide.fields.keys()
                for other, theirs in slots.items():
                    for slot in sorted(theirs & guide.fields.keys() - own):
                        document = guide.documents[f"languages/{code}"]
                        place = ["paragraphs", name, line] if line else ["paragraphs", name]
                        problem = document.problem(
                            place,
                            f'The paragraph "{".".join(place[1:])}" lacks the slot "{{{slot}}}" '
                            f'that it has in the language "{other}".',
                            "Write it here too, or take it out there.",
                            "missing-slot",
                        )
                        yield code, slot, None if misspelt else problem


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
                yield document.problem(
                    ["paragraphs", both[1]],
                    f'The letter "{letter.id}" says the same twice: paragraphs "{both[0]}" and "{both[1]}".',
                    "Delete one of the two, or give them conditions that exclude each other.",
                    "doubled-paragraph",
                )


def _together(guide: Guide, letter: str, paragraphs: Sequence[str]) -> bool:
    whens = [guide.paragraphs[name].when for name in paragraphs]
    deciding = set().union(*(names(when) for when in whens))
    return any(sum(holds(when, effective) for when in whens) > 1 for effective in answer_sets(guide, letter, deciding))


def _wording(guide: Guide, code: str, place: Sequence[str], text: str) -> Iterator[Problem]:
    rules = guide.letters_file.rules
    document = guide.documents[f"languages/{code}"]
    name = ".".join(place[1:])
    for phrase in rules.banned.get(code, ()):
        if phrase.lower() in text.lower():
            yield document.problem(
                place,
                f'The paragraph "{name}" says "{phrase}".',
                "Say it plainly; letters.yml lists the phrases that letters do without.",
                "banned-phrase",
            )
    for part in text.splitlines():
        if len(part) > rules.longest_line:
            yield document.problem(
                place,
                f'The paragraph "{name}" has a line of {len(part)} characters; {rules.longest_line} are the limit.',
                "Divide it into two paragraphs or shorten it.",
                "long-line",
            )
    if code in rules.ascii and not text.isascii():
        strange = next(character for character in text if not character.isascii())
        yield document.problem(
            place,
            f'The paragraph "{name}" has the character "{strange}" (U+{ord(strange):04X}), which is not ASCII.',
            "Write it with plain letters: AWS may not be able to read it.",
            "not-ascii",
        )
    if text != text.strip() or "\n" in text:
        yield document.problem(
            place,
            f'The paragraph "{name}" has blanks at its edges or a line break inside.',
            "Write one line, or divide it into lines in letters.yml.",
            "paragraph-space",
        )
