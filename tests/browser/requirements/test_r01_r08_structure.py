"""Requirements 1 to 8: what the page is made of, and what the letter claims.

The numbers are those of the generator's requirements; each test says its requirement in one line.
"""

from __future__ import annotations

import datetime
import itertools
import re

import pytest
from answers_from_data import barely_enough, complete
from case_text import CaseText, address_of
from opening import OpenCaseText
from playwright.sync_api import Page
from printed import missing_lines, sheets

from mergeguide.data.guide import Guide
from mergeguide.i18n.dates import letter_date
from mergeguide.i18n.placeholders import SLOT
from mergeguide.letters.answers import effective_answers
from mergeguide.letters.composition import compose
from mergeguide.letters.conditions import holds
from projects import CopyProject, Project


def test_r01_letter_stands_from_the_start_with_visible_blanks(look: CaseText) -> None:
    """The letter is there before anything is typed, with blanks that can be seen and no sample data."""
    assert look.sheet.is_visible()
    assert len(look.paragraphs()) > 5
    blanks = look.sheet.locator("[data-letter-paragraph] .mg-blank")
    assert blanks.count() >= 5
    for blank in blanks.all():
        box = blank.bounding_box()
        assert box
        assert box["width"] > 20
        assert blank.text_content() == ""
    shown = look.sheet.inner_text()
    samples = [field.example for field in look.guide.fields.values() if field.kind != "choice"]
    assert [sample for sample in samples if sample in shown] == []


def test_r01_unfinished_letter_is_not_copied(case: CaseText) -> None:
    """Before anything is typed, copying is refused: the clipboard keeps what it had."""
    assert case.copy() == "before"
    assert len(case.problems()) > 0


def test_r02_every_paragraph_has_its_gloss(case: CaseText) -> None:
    """Each paragraph of each letter has its translation from the same source beside it."""
    guide = case.guide
    for letter in guide.letters:
        case.answer("letter", letter)
        effective = effective_answers(guide, case.answers())
        other = case.code if case.code != "en" else "ja"
        wanted = {paragraph.id: paragraph.text for paragraph in compose(guide, effective, other)}
        case.page.locator('[data-toggle="gloss"]').check()
        assert wanted.keys() == set(case.paragraphs())
        for row in case.sheet.locator("[data-paragraph]").all():
            gloss = row.locator("[data-gloss]")
            assert gloss.is_visible()
            assert gloss.get_attribute("lang") == other
            assert gloss.text_content() == wanted[str(row.get_attribute("data-paragraph"))]


@pytest.mark.parametrize("code", ["ja", "en"])
def test_r02_paragraph_without_its_translation_stops_the_build(project_copy: CopyProject, code: str) -> None:
    """A paragraph that one of the letter languages lacks is an error of the check, with its file."""
    name = f"docs/_data/languages/{code}.yml"
    project: Project = project_copy({name: ("\n  offer-help: ", "\n  offer-nothing: ")})
    outcome = project.check()
    assert outcome.status == 1
    assert any(place.startswith(name) and "offer-help" in place for place in outcome.places), outcome.output


def test_r03_first_question_is_which_letter(look: CaseText) -> None:
    """The first question is the stage; its answers are the letters of the data, the first one chosen."""
    first = look.page.locator("case-generator [data-control]").first
    assert first.get_attribute("data-control") == "letter"
    radios = look.control("letter").all()
    assert [radio.get_attribute("value") for radio in radios] == list(look.guide.letters)
    assert [radio.is_checked() for radio in radios] == [True] + [False] * (len(radios) - 1)


def test_r03_each_stage_has_its_own_letter(ja: CaseText) -> None:
    """Each stage gives another letter, complete for the same answers."""
    letters = set()
    for letter in ja.guide.letters:
        ja.fill_in(complete(ja.guide, {"letter": letter}))
        letters.add(ja.copy())
    assert len(letters) == len(ja.guide.letters)
    assert "before" not in letters


def test_r03_no_access_to_the_old_mailbox_is_in_the_letter(en: CaseText) -> None:
    """Who has lost the work mailbox says so once, and the request says it for her."""
    en.fill_in(barely_enough(en.guide, {"work-mailbox": "lost"}))
    said = en.guide.languages["en"].text("mailbox-lost", None)
    assert said in en.copy()
    en.answer("work-mailbox", "readable")
    assert said not in en.copy()


def test_r04_nothing_is_asked_that_is_not_used(guide: Guide) -> None:
    """Every field that is asked changes a letter or an item of AWS's form: no field is asked for nothing."""
    items = {item.fill for edition in guide.editions.values() for item in edition.items}
    slots = {slot for text in _texts(guide) for slot in SLOT.findall(text)}
    conditions = {
        name
        for paragraph in guide.paragraphs.values()
        for when in (paragraph.when, *(line.when for line in paragraph.lines))
        for condition in when
        for name in condition
    }
    # The situation decides what is asked and gives the reason's wording.
    assert [field for field in guide.fields if field not in items | slots | conditions] == []


def test_r04_each_field_says_why(look: CaseText) -> None:
    """Each field has a hint below its label, and its section in the documentation with its evidence."""
    fields = look.guide.fields.values()
    assert [field.id for field in fields if not field.claims] == []
    without = [field.id for field in fields if not look.page.locator(f'[id="mg-{field.id}-hint"]').count()]
    assert without == []


def test_r04_optional_fields_are_marked(look: CaseText) -> None:
    """What may be left empty is marked so at its label."""
    words = look.words
    for field in look.guide.fields.values():
        if field.need_on_page == "optional":
            label = look.page.locator(f'label[for="mg-{field.id}"]')
            assert str(words["optional"]) in str(label.text_content())


def _texts(guide: Guide) -> list[str]:
    language = guide.languages[guide.letter_languages[0]]
    lines: dict[str, list[str | None]] = {
        name: [line.id for line in paragraph.lines] or [None] for name, paragraph in guide.paragraphs.items()
    }
    return [language.text(name, line) for name, ids in lines.items() for line in ids]


def test_r05_wording_that_always_stands_says_nothing_about_the_person(guide: Guide) -> None:
    """A sentence in the first person stands only on an answer: a slot, a condition, or the letter that was chosen."""
    english = guide.languages["en"]
    letters_of = {
        name: [each for each in guide.letters.values() if name in each.paragraphs] for name in guide.paragraphs
    }
    unfounded = []
    for name, paragraph in guide.paragraphs.items():
        chosen_by_letter = len(letters_of[name]) == 1
        for line in paragraph.lines or (None,):
            text = english.text(name, line.id if line else None)
            founded = SLOT.search(text) or paragraph.when or (line and line.when) or chosen_by_letter
            if re.search(r"\b(I|I'm|my|mine|me)\b", text) and not founded:
                unfounded.append((name, text))
    assert unfounded == []


def test_r05_unanswered_questions_leave_blanks_and_no_claims(guide: Guide) -> None:
    """With only letter and situation chosen, nothing stands that needs another answer, and every slot is a blank."""
    chosen = {field.id for field in guide.fields.values() if field.chosen}
    for letter, situation in itertools.product(guide.letters, guide.situations):
        effective = effective_answers(guide, {"letter": letter, "situation": situation})
        for composed in compose(guide, effective, "en"):
            paragraph = guide.composed_paragraphs[composed.id]
            stands_on = [paragraph.when, *(line.when for line in paragraph.lines if holds(line.when, effective))]
            true = [one for when in stands_on for one in when if holds((one,), effective)]
            named = {name for one in true for name, test in one.items() if test != "absent"}
            assert named <= {"situation", "letter"}, composed.id
            answered = {segment.field for line in composed.lines for segment in line if segment.field and segment.text}
            assert answered <= {"reason", *chosen}, composed.id


def test_r06_checklist_comes_before_the_form(look: CaseText) -> None:
    """Above the first question stands a link to the checklist of what to have at hand."""
    link = look.page.locator("case-generator form a[href*='before-you-start']").first
    assert link.is_visible()
    assert str(link.get_attribute("href")).endswith("#checklist")
    first = look.page.locator("case-generator [data-control]").first
    above, below = link.bounding_box(), first.bounding_box()
    assert above
    assert below
    assert above["y"] < below["y"]


def test_r06_checklist_can_be_printed(look: CaseText, page: Page, site_address: str) -> None:
    """The checklist is on paper, too, item by item."""
    page.goto(site_address + address_of(look.code, "before-you-start/"))
    items = [item.strip() for item in page.locator("#checklist ~ ul.task-list > li").all_inner_texts()]
    assert len(items) >= 5
    assert missing_lines(items, "\n".join(sheets(page))) == []


def test_r07_stamp_stands_beside_the_letter_and_not_in_it(case: CaseText) -> None:
    """Which form the wording was held against, and when, stands on the page and never in what is copied."""
    guide = case.guide
    stamp = case.page.locator(".mg-stamp")
    assert stamp.is_visible()
    newest = next(iter(guide.editions.values()))
    assert guide.languages[case.code].form_editions[newest.id].name in stamp.inner_text()
    looked_at = {guide.sources[source].looked_at for claim in newest.claims for source in guide.claims[claim].sources}
    day = datetime.date.fromisoformat(max(str(each) for each in looked_at))
    assert str(day.year) in stamp.inner_text()
    assert str(day.day) in stamp.inner_text()
    case.fill_in(complete(guide))
    sentence = str(stamp.evaluate("(stamp) => stamp.firstChild.data")).strip()
    assert sentence
    assert sentence not in case.copy()


def test_r08_dates_in_the_letter_are_written_out(en: CaseText) -> None:
    """A date in the letter has its month as a word, so that 03/04 cannot be read two ways."""
    en.fill_in(complete(en.guide, {"situation": "left-company", "left-on": "2026-03-04"}))
    copied = en.copy()
    assert " 4 March 2026" in copied
    assert not re.search(r"03.04|04.03|3/4|4/3", copied)


def test_r08_every_month_is_written_out(guide: Guide) -> None:
    """All twelve months have a name in the English letter."""
    dates = guide.languages["en"].dates
    written = [letter_date(dates, f"2026-{month:02}-22") for month in range(1, 13)]
    assert written == [datetime.date(2026, month, 22).strftime("%-d %B %Y") for month in range(1, 13)]


def test_r08_today_is_the_readers_own_day(open_case_text: OpenCaseText) -> None:
    """At eight in the morning in Japan a saved file bears that day, not the day before, which it still is in UTC."""
    ja = open_case_text("ja", clock=True, timezone_id="Asia/Tokyo")
    ja.page.clock.set_fixed_time(datetime.datetime(2026, 11, 21, 23, 0, tzinfo=datetime.UTC))
    ja.fill_in(barely_enough(ja.guide))
    assert "2026-11-22" in ja.download().suggested_filename
