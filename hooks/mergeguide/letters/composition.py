"""From answers to a letter: paragraphs, lines, segments, text.

A segment knows which field it came from, and has no text while its answer is missing, so that the page can mark both;
the text is the segments put together and nothing else. ``docs/assets/javascripts/letters/composition.js`` walks the
same structure, compiled by ``generator.browser_data``; tests hold the two to equal bytes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from mergeguide.data import Guide
from mergeguide.i18n import SLOT, letter_date
from mergeguide.letters.conditions import holds
from mergeguide.schema import Field


@dataclass(frozen=True)
class Segment:
    """A piece of a line: fixed wording (no ``field``), an answer, or a blank where an answer is missing."""

    text: str
    field: str | None = None


@dataclass(frozen=True)
class Composed:
    """A paragraph of a finished or unfinished letter."""

    id: str
    lines: tuple[tuple[Segment, ...], ...]

    @property
    def text(self) -> str:
        """The paragraph as it is sent, lines separated by a line feed."""
        return "\n".join("".join(segment.text for segment in line) for line in self.lines)


def compose(guide: Guide, effective: Mapping[str, str], language: str) -> tuple[Composed, ...]:
    """The letter that the answers that count (``effective_answers``) ask for.

    Args:
        language: the language of the text; for a gloss, the reader's instead of the letter's.
    """
    letter = guide.letters[effective["letter"]]
    return tuple(
        Composed(name, tuple(_lines(guide, effective, language, name)))
        for name in letter.paragraphs
        if holds(guide.composed_paragraphs[name].when, effective)
    )


def letter_text(paragraphs: tuple[Composed, ...]) -> str:
    """The letter as it is sent: paragraphs separated by one blank line, no newline at its end."""
    return "\n\n".join(paragraph.text for paragraph in paragraphs)


def _lines(guide: Guide, effective: Mapping[str, str], language: str, name: str) -> Iterator[tuple[Segment, ...]]:
    words = guide.languages[language]
    paragraph = guide.composed_paragraphs[name]
    if not paragraph.lines:
        yield tuple(_segments(guide, effective, language, words.text(name)))
    for line in paragraph.lines:
        if holds(line.when, effective):
            yield tuple(_segments(guide, effective, language, words.text(name, line.id)))


def _segments(guide: Guide, effective: Mapping[str, str], language: str, text: str) -> Iterator[Segment]:
    for position, part in enumerate(SLOT.split(text)):
        if position % 2:
            yield Segment(answer_text(guide, guide.questions[part], effective, language), part)
        elif part:
            yield Segment(part)


def answer_text(guide: Guide, field: Field, effective: Mapping[str, str], language: str) -> str:
    """An answer as a letter in that language says it; ``""`` while it is missing."""
    words = guide.languages[language]
    if field.states:
        state = effective.get(field.state_control)
        if state in field.states and state != "another":
            return words.states[state].letter or ""
    answer = effective.get(field.id, "")
    if field.default_from:
        return _default(guide, field, effective, language, answer)
    if field.kind == "choice":
        choice = words.fields[field.id].choices.get(answer)
        return (choice.letter or "") if choice else ""
    if field.kind == "date":
        return letter_date(words.dates, answer)
    return answer


def _default(guide: Guide, field: Field, effective: Mapping[str, str], language: str, answer: str) -> str:
    """The sentence that follows from the situation, unless it was worded anew."""
    situation = effective.get(field.default_from or "", "")
    standard = {
        code: guide.languages[code].situations[situation].reason
        for code in guide.languages
        if situation in guide.situations
    }
    return standard.get(language, "") if not answer or answer in standard.values() else answer
