"""The fragments: every one is used, well-formed in every language, and says nothing that was not meant."""

from __future__ import annotations

import datetime
import json
import re
import xml.etree.ElementTree as etree
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

import jinja2
import pytest

from mergeguide.data.guide import Guide
from mergeguide.letters.answers import control_names
from mergeguide.markup.block_views import FILLERS, arguments, filled
from mergeguide.rendering.context import RenderingContext
from mergeguide.rendering.field_facts import facts
from mergeguide.rendering.templates import FRAGMENTS, Fragments, json_element
from mergeguide.schema.letters import Line

LATER = datetime.date(2040, 1, 1)
"""A day on which all evidence is old, so that notices about it are there."""
NOT_MEANT = re.compile(
    r">\s*None\s*<|=\"None\"|Undefined|\{\{|\}\}|\{%|\[object |&amp;(?:lt|gt|amp|quot);|<built-in|0x[0-9a-f]{8}"
)


class Watched(Fragments):
    """The project's fragments, with the names of those that were rendered."""

    def __init__(self, root: Path) -> None:
        """Render below a project's root."""
        super().__init__(root)
        self.names: set[str] = set()

    def element(self, name: str, context: Mapping[str, object]) -> etree.Element:
        """One fragment, noted."""
        self.names.add(name)
        return super().element(name, context)


@pytest.fixture(scope="module")
def watched(root: Path) -> Watched:
    """Fragments that know what was rendered."""
    return Watched(root)


def everything(root: Path, guide: Guide, watched: Watched, code: str) -> list[etree.Element]:
    """All that fragments make in a language."""
    rendering = RenderingContext(root, guide, code, watched, lambda *report: pytest.fail(str(report)), LATER)
    made = [
        part
        for name in FILLERS
        for argument in arguments(guide, name) or ("",)
        for part in filled(rendering, name, argument)
    ]
    return [*made, *(facts(rendering, field) for field in guide.documented)]


@pytest.mark.parametrize("code", ["ja", "en"])
def test_every_fragment_is_well_formed_and_means_what_it_says(
    root: Path, guide: Guide, watched: Watched, code: str
) -> None:
    for element in everything(root, guide, watched, code):
        if element.tag == "script":
            continue
        text = etree.tostring(element, encoding="unicode")
        found = NOT_MEANT.search(re.sub(r"<script.*?</script>", "", text, flags=re.DOTALL))
        assert not found, (found, text[:200])
        etree.fromstring(text)


def test_every_fragment_is_used(root: Path, guide: Guide, watched: Watched) -> None:
    for code in guide.languages:
        everything(root, guide, watched, code)
    assert watched.names == {path.stem for path in (root / FRAGMENTS).glob("*.html")}


def generator(root: Path, guide: Guide, watched: Watched, code: str) -> etree.Element:
    """The generator's element in a language."""
    element = next(found for found in everything(root, guide, watched, code) if found.tag == "case-generator")
    assert isinstance(element, etree.Element)
    return element


@pytest.mark.parametrize("code", ["ja", "en"])
def test_the_generator_has_every_control_and_no_other(root: Path, guide: Guide, watched: Watched, code: str) -> None:
    form = generator(root, guide, watched, code).find("form")
    assert form is not None
    reader = form.find("reply-reader")
    assert reader is not None
    of_reader = {name for element in reader.iter() if (name := element.get("name"))}
    assert of_reader == {"aws-reply"}, "what AWS has written is no answer"
    named = {name for element in form.iter() if (name := element.get("name"))}
    assert named - of_reader == set(control_names(guide))


@pytest.mark.parametrize("code", ["ja", "en"])
def test_ids_are_unique_and_references_lead_somewhere(root: Path, guide: Guide, watched: Watched, code: str) -> None:
    element = generator(root, guide, watched, code)
    ids = Counter(found.get("id") for found in element.iter() if found.get("id"))
    assert [name for name, count in ids.items() if count > 1] == []
    for found in element.iter():
        for attribute in ("for", "aria-describedby", "aria-labelledby"):
            for name in (found.get(attribute) or "").split():
                assert name in ids, (found.tag, attribute, name)


@pytest.mark.parametrize("code", ["ja", "en"])
def test_every_control_has_a_name_that_is_read_out(root: Path, guide: Guide, watched: Watched, code: str) -> None:
    element = generator(root, guide, watched, code)
    labelled = {found.get("for") for found in element.iter("label")}
    inside = {id(control) for label in element.iter("label") for control in label.iter("input")}
    for tag in ("input", "textarea", "select"):
        for control in element.iter(tag):
            assert control.get("id") in labelled or id(control) in inside, control.attrib


def stands_in(letter: str, line: Line) -> bool:
    """Whether a line can stand in a letter."""
    return not line.when or any(letter in one.get("letter", (letter,)) for one in line.when)


@pytest.mark.parametrize("code", ["ja", "en"])
def test_without_javascript_all_letters_stand_there_with_blanks(
    root: Path, guide: Guide, watched: Watched, code: str
) -> None:
    element = generator(root, guide, watched, code)
    static = next(found for found in element.iter("div") if found.get("class") == "mg-static")
    sections = list(static.iter("section"))
    assert len(sections) == len(guide.letters)
    for section, letter in zip(sections, guide.letters.values(), strict=True):
        text = "".join(section.itertext())
        assert guide.languages[code].letters[letter.id].label in text
        for name in filter(guide.paragraphs.__contains__, letter.paragraphs):
            words = guide.languages[guide.letter_languages[0]].paragraphs[name]
            elsewhere = {line.id for line in guide.paragraphs[name].lines if not stands_in(letter.id, line)}
            for line, told in {"": words}.items() if isinstance(words, str) else words.items():
                for piece in filter(str.strip, re.split(r"\{[a-z0-9-]+\}", told)):
                    assert (piece.strip() in text) is (line not in elsewhere), (letter.id, name, piece)
        # Which letter it is, the heading says.
        assert str(guide.languages[code].generator["which-letter"]) not in text
        assert "{" not in text
        blanks = [found for found in section.iter("span") if found.get("class") == "mg-blank"]
        assert len(blanks) > 5 or letter.id == "confirm"
        assert blanks
        assert all((found.text or "").strip("[]［］") for found in blanks)


def write_fragment(tmp_path: Path, text: str) -> Fragments:
    """A project with one fragment, ``x``."""
    (tmp_path / FRAGMENTS).mkdir(parents=True)
    (tmp_path / FRAGMENTS / "x.html").write_text(text, encoding="utf-8")
    return Fragments(tmp_path)


def test_values_are_escaped(tmp_path: Path) -> None:
    fragments = write_fragment(tmp_path, '<p title="{{ value }}">{{ value }}</p>')
    value = """<script>alert("x")</script> & 'y' {{ z }}"""
    element = fragments.element("x", {"value": value})
    assert element.text == value
    assert element.get("title") == value
    assert list(element) == []


def test_what_is_not_given_is_a_fault_and_no_blank(tmp_path: Path) -> None:
    fragments = write_fragment(tmp_path, "<p>{{ words['home'] }}</p>")
    with pytest.raises(jinja2.UndefinedError, match="home"):
        fragments.element("x", {"words": {}})


def test_a_fragment_that_is_not_well_formed_is_a_fault(tmp_path: Path) -> None:
    with pytest.raises(etree.ParseError):
        write_fragment(tmp_path, "<p>one<br>two</p>").element("x", {})


def test_data_in_a_page_cannot_end_their_element() -> None:
    value = {"a": "</script><!-- <b>", "b": "\u0080\u00a0\u200b\u2028\ufeff\uffff", "c": "日本語 “x” 😀 ー"}
    element = json_element(value, "guide")
    assert element.text is not None
    assert "<" not in element.text
    assert all(character.isprintable() for character in element.text)
    assert "日本語 “x” 😀 ー" in element.text
    assert json.loads(element.text) == value
    assert element.attrib == {"type": "application/json", "data-name": "guide"}
