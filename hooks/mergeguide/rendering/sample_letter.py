"""A finished letter for somebody who does not exist, made from the examples of the fields, with its translation."""

from __future__ import annotations

import xml.etree.ElementTree as etree
from collections.abc import Mapping

from mergeguide.data import Guide
from mergeguide.letters import compose, effective_answers
from mergeguide.rendering.context import RenderingContext


def sample_letter(rendering: RenderingContext, letter: str) -> etree.Element:
    """The letter in the language that it is sent in; in the reader's, or the other one, it is folded below."""
    guide = rendering.guide
    effective = effective_answers(guide, sample_answers(guide, letter))
    target, *others = guide.letter_languages
    gloss = rendering.code if rendering.code != target else (others or [target])[0]
    context = {
        "language": target,
        "paragraphs": [paragraph.text.split("\n") for paragraph in compose(guide, effective, target)],
        "gloss_language": gloss,
        "gloss_name": guide.languages[gloss].name,
        "gloss": [paragraph.text.split("\n") for paragraph in compose(guide, effective, gloss)],
    }
    return rendering.fragments.element("sample-letter", context)


def sample_answers(guide: Guide, letter: str) -> Mapping[str, str]:
    """The examples of the fields that the sample answers, as a file of answers would have them."""
    fields = [guide.fields[name] for name in guide.letters_file.sample]
    return {
        "letter": letter,
        **{field.id: field.example for field in fields},
        **{field.state_control: "another" for field in fields if field.states},
    }
