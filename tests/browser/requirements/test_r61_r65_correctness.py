"""Requirements 61 to 65: the same text everywhere, nothing left over, nothing interpreted, nothing unused.

That Python and JavaScript agree on every combination of answers is the matter of ``test_equal_bytes``.
"""

from __future__ import annotations

import itertools
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from answers_from_data import barely_enough, complete
from case_text import CaseText

from answer_space import LEFT_OVER
from mergeguide.checks import check_sources
from mergeguide.data.guide import Guide
from mergeguide.letters.answers import effective_answers
from mergeguide.letters.composition import compose, letter_text
from mergeguide.letters.validation import judge_answers
from projects import ROOT, Project, run
from turns import some_of

AWKWARD = "$& $1 $$ {old} {full-name} <b>bold</b> </p> &amp; 100% %41 \\n 'x' \"y\""


def test_r61_command_line_prints_what_the_page_copies(en: CaseText, tmp_path: Path) -> None:
    """For each letter the command line prints, from the form's own answers, the bytes that the page copies."""
    letters = zip(en.guide.letters, itertools.cycle(en.guide.letter_languages), strict=False)
    for letter, language in some_of(letters, 3):
        en.fill_in(complete(en.guide, {"letter": letter, "letter-language": language}))
        answers = tmp_path / f"{letter}.json"
        answers.write_text(json.dumps(en.answers()), encoding="utf-8")
        printed = run("-m", "mergeguide", "letter", answers, cwd=ROOT, PYTHONPATH=str(ROOT / "hooks"))
        assert printed.status == 0, printed.output
        assert printed.output == en.copy() + "\n"


def test_r62_nothing_is_left_over_in_any_letter(guide: Guide) -> None:
    """Each letter of each situation, with all answers and with the least, is free of marks, gaps and stray space."""
    for letter, language in itertools.product(guide.letters, guide.letter_languages):
        for situation, some in itertools.product(guide.situations, (complete, barely_enough)):
            answers = some(guide, {"letter": letter, "letter-language": language, "situation": situation})
            effective = effective_answers(guide, answers)
            assert judge_answers(guide, effective) == ()
            assert not LEFT_OVER.search(letter_text(compose(guide, effective, language))), answers


def test_r62_nothing_is_left_over_in_what_is_copied(case: CaseText) -> None:
    """The same of what the page hands over."""
    for letter, situation in zip(itertools.cycle(case.guide.letters), case.guide.situations, strict=False):
        case.fill_in(barely_enough(case.guide, {"letter": letter, "situation": situation}))
        copied = case.copy()
        assert copied != "before", case.problems()
        assert not LEFT_OVER.search(copied), copied


def test_r63_values_come_out_unchanged(case: CaseText) -> None:
    """What looks like a template, HTML or an escape stands in the letter, shown and copied, as it was typed."""
    case.fill_in(complete(case.guide, {"notes": AWKWARD, "former-company": AWKWARD, "full-name": "O'Neil $& {x} <i>"}))
    copied = case.copy()
    assert copied == case.letter() == case.expected_letter()
    assert copied.count(AWKWARD) == 2
    assert copied.endswith("\nO'Neil $& {x} <i>")
    assert case.sheet.locator("b, i").count() == 0
    assert case.sheet.locator("[data-paragraph=notes] [data-letter-paragraph]").inner_text() == AWKWARD


def test_r63_values_are_unchanged_in_messages_and_notes(ja: CaseText) -> None:
    """In errors, notes and warnings, too, a value is text and never a template or HTML."""
    ja.fill_in(complete(ja.guide))
    ja.type_into("former-company", "＜b＞$& {after}")
    assert "<b>$& {after}" in ja.aside("former-company").inner_text()
    ja.type_into("contact-email", "{instead}$&@gmial.com")
    assert "{instead}$&@gmail.com" in ja.aside("contact-email").inner_text()
    assert ja.widget.locator(".mg-aside b").count() == 0


def test_r64_rendering_twice_equals_once(case: CaseText) -> None:
    """Telling the page again what it knows changes nothing in the letter, not even the elements."""
    case.fill_in(complete(case.guide))
    html = case.sheet.inner_html()
    case.page.evaluate("() => { window.rows = [...document.querySelectorAll('[data-letter] > *')] }")
    for _ in range(2):
        case.page.locator("case-generator form").evaluate(
            "(form) => { for (const type of ['input', 'change'])"
            " form.elements['full-name'].dispatchEvent(new Event(type, { bubbles: true })) }"
        )
    assert case.sheet.inner_html() == html
    same = "() => [...document.querySelectorAll('[data-letter] > *')].every((row, at) => row === window.rows[at])"
    assert case.page.evaluate(same)


def test_r64_letter_depends_on_the_answers_and_not_on_the_way_to_them(ja: CaseText) -> None:
    """The same answers give the same letter whatever was chosen and typed before."""
    answers = complete(ja.guide)
    ja.fill_in(answers)
    first = (ja.letter(), ja.sheet.inner_html())
    for letter, situation in some_of(itertools.product(ja.guide.letters, ja.guide.situations), 4):
        ja.fill_in(barely_enough(ja.guide, {"letter": letter, "situation": situation, "letter-language": "ja"}))
    ja.fill_in(answers)
    assert ja.copy() == first[0]
    ja.page.locator('[data-toggle="gloss"]').check()
    assert (ja.letter(), ja.sheet.inner_html()) == first


SPOILED = {
    "unknown field": (
        "docs/_data/languages/en.yml",
        ('  notes: "{notes}"', '  notes: "{notices}"'),
        "notices",
    ),
    "field that is used nowhere": (
        "docs/_data/fields.yml",
        ("  - id: case-id\n", "  - id: case-number\n"),
        "case-number",
    ),
    "paragraph that can never stand": (
        "docs/_data/letters.yml",
        ("  - {id: mailbox-lost, when: {", "  - {id: mailbox-lost, when: {left-on: given, situation: [email-only], "),
        "mailbox-lost",
    ),
    "paragraph that no letter has": (
        "docs/_data/letters.yml",
        (" offer-help, closing]", " closing]"),
        "offer-help",
    ),
}


@pytest.mark.some(1)
@pytest.mark.parametrize("mistake", SPOILED)
def test_r65_mistakes_in_the_data_stop_the_build(project_copy: Callable[..., Project], mistake: str) -> None:
    """An unknown field, an unused field, a paragraph that no answers reach: an error that names it, with its place."""
    name, edit, culprit = SPOILED[mistake]
    outcome = project_copy({name: edit}).check()
    assert outcome.status == 1
    assert any(culprit in place for place in outcome.places), outcome.output


def test_r65_data_as_it_is_has_no_such_mistake() -> None:
    """In the real data there is none of them."""
    assert check_sources(ROOT) == ()
