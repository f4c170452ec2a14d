"""What stands beside a question is what form-fields.md says, in the same language."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from mergeguide.data import Guide
from mergeguide.generator.field_help import field_help
from mergeguide.rendering import Fragments, RenderingContext

SECTIONS = """# Fields { #form-fields }

### Name { #field-full-name }

Meaning
:   Who you are.

What to enter
:   The name on the [account](replies.md#confirmation), as it is.[@claim] Not this.

What goes wrong
:   A **second** name of `yours`

### Other { #other }

What to enter
:   Not of a field.
"""


@pytest.mark.parametrize("code", ["ja", "en"])
def test_every_question_with_a_section_has_help(root: Path, guide: Guide, code: str) -> None:
    """In each language, what to enter and what goes wrong; nothing of how they are written is left over."""
    rendering = RenderingContext(root, guide, code, Fragments(root), lambda *_: None)
    told = field_help(rendering)
    asked = {field.id for field in guide.fields.values() if field.need in ("required", "if-any")}
    assert asked <= set(told)
    assert {len(sentences) for field, sentences in told.items() if field in asked} == {2}
    for sentence in (sentence for sentences in told.values() for sentence in sentences):
        assert sentence[-1] in "。.!?"
        assert not set("[]`*@") & set(sentence)


def test_first_sentences_as_plain_text(tmp_path: Path, guide: Guide) -> None:
    """Links become their words, evidence stays behind, and so does all after the first sentence."""
    page = tmp_path / "docs/en/form-fields.md"
    page.parent.mkdir(parents=True)
    page.write_text(SECTIONS, encoding="utf-8")
    rendering = RenderingContext(
        tmp_path, guide, "en", Fragments(tmp_path), lambda *_: None, today=datetime.date(2026, 11, 26)
    )
    told = field_help(rendering)
    assert told == {"full-name": ("The name on the account, as it is.", "A second name of yours")}


def test_without_the_page_there_is_no_help(tmp_path: Path, guide: Guide) -> None:
    """A project may have the generator and no page about fields."""
    rendering = RenderingContext(tmp_path, guide, "en", Fragments(tmp_path), lambda *_: None)
    assert field_help(rendering) == {}
