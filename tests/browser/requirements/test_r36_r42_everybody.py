"""Requirements 36 to 42: screen readers, the keyboard, languages, and screens of all kinds."""

from __future__ import annotations

import itertools
import re

import pytest
from answers_from_data import barely_enough, complete
from axe import findings
from case_text import CaseText
from opening import OpenCaseText
from playwright.sync_api import expect
from waiting import at_rest

from mergeguide.schema.record_words import FieldWords
from turns import draws_some, some_of

JAPANESE = re.compile("[\u3040-\u30ff\u4e00-\u9fff]")
TEXTS = """
(widget) => {
  const found = [];
  const walker = document.createTreeWalker(widget, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const { data, parentElement } = walker.currentNode;
    if (data.trim() && !parentElement.closest('script, style, .mg-static, textarea')) {
      found.push([data.trim(), parentElement.closest('[lang]').lang]);
    }
  }
  for (const each of widget.querySelectorAll('[aria-label], [data-label]')) {
    if (each.closest('.mg-static')) continue;
    for (const name of ['aria-label', 'data-label']) {
      if (each.hasAttribute(name)) found.push([each.getAttribute(name), each.closest('[lang]').lang]);
    }
  }
  return found;
}
"""


def test_r36_each_fragment_says_its_language(case: CaseText) -> None:
    """Japanese words are marked as Japanese wherever they stand; a screen reader then reads them as Japanese."""
    for edition in case.guide.editions:
        case.answer("edition", edition)
        unmarked = [text for text, lang in case.widget.evaluate(TEXTS) if JAPANESE.search(text) and lang != "ja"]
        assert unmarked == [], edition


def test_r36_words_of_the_page_are_not_marked_as_foreign(look: CaseText) -> None:
    """What is said in the reader's language is marked as that language, in the letter's blanks, too."""
    texts = look.widget.evaluate(TEXTS)
    own = {text: lang for text, lang in texts if text in {str(word) for word in look.words.values()}}
    assert len(own) > 15
    assert {text: lang for text, lang in own.items() if lang != look.code} == {}
    labels = [look.words["blank"].replace("{label}", words.label) for words in _field_words(look)]
    blanks = [(text, lang) for text, lang in texts if text in labels]
    assert len(blanks) > 5
    assert [blank for blank in blanks if blank[1] != look.code] == []


def _field_words(case: CaseText) -> list[FieldWords]:
    return [case.guide.languages[case.code].fields[field] for field in case.guide.fields]


def test_r36_letter_and_gloss_say_their_language(case: CaseText) -> None:
    """Each paragraph of the letter bears the letter's language, each gloss its own, whichever is chosen."""
    for language in case.guide.letter_languages:
        case.answer("letter-language", language)
        case.page.locator('[data-toggle="gloss"]').check()
        paragraphs = case.page.locator("[data-letter-paragraph]").all()
        assert {each.get_attribute("lang") for each in paragraphs} == {language}
        glosses = {each.get_attribute("lang") for each in case.page.locator("[data-gloss]").all()}
        assert glosses == {other for other in case.guide.letter_languages if other != language}


def test_r36_choices_of_language_stand_in_their_own(look: CaseText) -> None:
    """The switch offers each language by its own name, marked as that language."""
    for language in look.guide.letter_languages:
        label = look.page.locator(f'label:has([name="letter-language"][value="{language}"]) span[lang="{language}"]')
        assert label.inner_text() == look.guide.languages[language].name


def test_r37_letter_is_text_in_a_named_region(look: CaseText) -> None:
    """The letter is text in a region with a name, which the keyboard reaches; no read-only field."""
    assert look.sheet.get_attribute("role") == "region"
    assert look.sheet.get_attribute("tabindex") == "0"
    heading = look.page.locator(f"[id='{look.sheet.get_attribute('aria-labelledby')}']")
    assert heading.evaluate("(heading) => heading.tagName") == "H2"
    assert look.widget.locator("textarea[readonly], input[readonly]").count() == 0
    assert look.sheet.locator("textarea, input").count() == 0


def test_r38_one_polite_status_line_and_none_around_the_letter(look: CaseText) -> None:
    """There is one status line; nothing that holds the letter is announced as it changes."""
    assert look.widget.locator("[role=status]").count() == 1
    assert look.widget.locator("[aria-live], [role=log], [role=alert]:visible, output").count() == 0
    assert (
        look.sheet.evaluate("(sheet) => sheet.closest('[aria-live], [role=status], [role=alert], [role=log]')") is None
    )


def test_r38_status_waits_for_a_second_of_quiet(open_case_text: OpenCaseText, code: str) -> None:
    """That the letter has changed is said a second after the last key, once and shortly."""
    case = open_case_text(code, clock=True)
    field = case.control("full-name")
    field.focus()
    for letter in "Hanako":
        case.page.keyboard.type(letter)
        case.page.clock.run_for(900)
        assert case.status() == ""
    case.page.clock.run_for(200)
    assert case.status() == case.words["updated"]
    assert len(case.status()) < 40


def test_r39_tab_walks_through_everything_in_reading_order(case: CaseText) -> None:
    """With Tab alone the reader reaches every control once, from top to bottom, and comes out at the other end."""
    script = """
    (widget) => {
      const radios = new Set();
      const all = widget.querySelectorAll('a[href], button, input, textarea, summary, [tabindex="0"]');
      return [...all].filter((each) => {
        if (!each.checkVisibility()) return false;
        if (each.type !== 'radio') return true;
        const group = [...widget.querySelectorAll(`[name="${each.name}"]`)];
        const stop = group.find((one) => one.checked) ?? group[0];
        return each === stop;
      }).map((each) => (each.dataset.walk = String(Math.random())));
    }
    """
    case.fill_in(barely_enough(case.guide))
    wanted = case.widget.evaluate(script)
    assert len(wanted) > 40
    case.page.evaluate("() => document.querySelector('[data-md-component=top]')?.remove()")
    case.page.locator("case-generator a").first.focus()
    walked = []
    for _ in range(len(wanted) + 20):
        place = case.page.evaluate("() => document.activeElement.dataset.walk ?? null")
        if place is None:
            break
        walked.append(place)
        case.page.keyboard.press("Tab")
    assert walked == wanted


def test_r39_reading_order_is_the_order_on_the_screen(open_case_text: OpenCaseText) -> None:
    """On a narrow screen what comes later in the page stands further down."""
    ja = open_case_text("ja", viewport={"width": 360, "height": 740})
    ja.fill_in(complete(ja.guide))
    script = "(all) => all.filter((each) => each.checkVisibility()).map((each) => each.getBoundingClientRect().top)"
    tops = ja.widget.locator("legend, .mg-input, h2, .mg-letter, .mg-actions, .mg-item, .mg-steps").evaluate_all(script)
    assert len(tops) > 30
    assert tops == sorted(tops)


def test_r39_focus_is_never_lost_while_the_letter_changes(case: CaseText) -> None:
    """Typing, choosing, and leaving each field keeps the keyboard where it was."""
    answers = complete(case.guide, {"situation": "name-differs"})
    case.fill_in(answers)
    for control in some_of(case.widget.locator("input, textarea").all(), 3):
        if not control.is_visible():
            continue
        control.focus()
        kind = control.get_attribute("type")
        if kind in ("radio", "checkbox"):
            case.page.keyboard.press("Space")
        else:
            case.page.keyboard.press("End")
            case.page.keyboard.type("x")
            case.page.keyboard.press("Backspace")
        assert control.evaluate("(control) => control === document.activeElement")


def test_r40_single_keys_of_the_theme_do_nothing_inside(ja: CaseText) -> None:
    """On a control, a button, what unfolds, a link or the letter no single key leaves the page or opens the search."""
    ja.page.evaluate("() => { window.stayed = true }")
    kinds = ("input[type=radio]:checked", "input[type=checkbox]", "button[data-action=copy]", "summary", "a")
    for kind in (*kinds, "[data-letter]"):
        place = ja.widget.locator(kind).filter(visible=True).first
        place.focus()
        for key in "npsf,./":
            ja.page.keyboard.press(key)
        assert place.evaluate("(place) => place === document.activeElement"), kind
        assert not ja.page.locator("[data-md-toggle=search]").is_checked()
    at_rest(ja.page)
    assert ja.page.evaluate("window.stayed") is True
    assert ja.page.url.endswith("/case-text/")


def test_r40_single_keys_work_outside(ja: CaseText) -> None:
    """The theme's own shortcuts go on working elsewhere on the page: only the generator is spared."""
    ja.page.locator("body").press("s")
    expect(ja.page.locator("[data-md-toggle=search]")).to_be_checked()


def test_r41_own_words_and_blanks_are_told_by_more_than_colour(case: CaseText) -> None:
    """The reader's words are underlined; a blank has a line and a name that is read out."""
    case.answer("full-name", "Hanako Example")
    own = case.sheet.locator("[data-letter-paragraph] .mg-own").first
    assert own.inner_text() == "Hanako Example"
    line = (
        "(each) => { const s = getComputedStyle(each); return [s.borderBottomStyle, parseFloat(s.borderBottomWidth)] }"
    )
    style, width = own.evaluate(line)
    assert style in ("solid", "dashed")
    assert width >= 1
    for blank in case.sheet.locator("[data-letter-paragraph] .mg-blank").all():
        style, width = blank.evaluate(line)
        assert style in ("solid", "dashed")
        assert width >= 1
        assert {"ja": "未入力", "en": "not filled in"}[case.code] in str(blank.get_attribute("aria-label"))


def test_r41_source_and_destination_are_told_apart_by_their_lines(case: CaseText) -> None:
    """Which account an answer is about shows in the kind of its line, not only in its colour."""
    case.fill_in(complete(case.guide))
    line = "(each) => getComputedStyle(each).borderBottomStyle"
    assert case.sheet.locator(".mg-own[data-role=source]").first.evaluate(line) == "dashed"
    assert case.sheet.locator(".mg-own[data-role=destination]").first.evaluate(line) == "solid"


@pytest.mark.some(1)
@pytest.mark.parametrize("width", [320, 360])
def test_r42_nothing_sticks_out_on_narrow_screens(open_case_text: OpenCaseText, code: str, width: int) -> None:
    """At 320 px, which is a usual screen at 400 %, nothing has to be scrolled sideways, in no state."""
    case = open_case_text(code, viewport={"width": width, "height": 640})
    assert _sticking_out(case) == []
    case.press("copy")
    assert _sticking_out(case) == []
    long = f"{'hanako.example.' * 8}@{'example.' * 10}co.jp"
    written = {"notes": "Ō" + "x" * 400, "former-company": f"{'Example' * 20}株式会社"}
    case.fill_in(complete(case.guide, {"contact-email": long, "edition": "2022-02", **written}))
    case.press("copy")
    assert case.characters.is_visible()
    assert _sticking_out(case) == []


def _sticking_out(case: CaseText) -> list[str]:
    script = """
    () => {
      const edge = document.documentElement.clientWidth;
      const width = document.scrollingElement.scrollWidth;
      if (width <= edge) return [];
      const found = [...document.querySelectorAll('case-generator *')]
        .filter((each) => each.checkVisibility() && each.getBoundingClientRect().right > edge + 0.5)
        .map((each) => each.outerHTML.slice(0, 100));
      // A word that runs out of its box leaves the box as narrow as it was.
      return [`the page is ${width} px wide`, ...found];
    }
    """
    return list(case.page.evaluate(script))


def test_r42_edges_outlive_forced_colours(open_case_text: OpenCaseText) -> None:
    """Where the system forces its colours, fields, buttons, own words and blanks still have their lines."""
    ja = open_case_text("ja", forced_colors="active")
    ja.answer("full-name", "Hanako Example")
    assert ja.page.evaluate("matchMedia('(forced-colors: active)').matches")
    edges = """
    (all) => all.filter((each) => each.checkVisibility()).map((each) => {
      const style = getComputedStyle(each);
      return parseFloat(style.borderBottomWidth) > 0 && style.borderBottomStyle !== 'none'
        && style.borderBottomColor !== style.backgroundColor;
    })
    """
    for selector in (".mg-input", ".mg-button", ".mg-letter", ".mg-own", ".mg-blank"):
        found = ja.widget.locator(selector).evaluate_all(edges)
        assert found, selector
        assert all(found), selector


def test_r42_drawn_signs_outlive_forced_colours(open_case_text: OpenCaseText) -> None:
    """The arrow between the accounts is painted in a colour that the system's ground does not swallow."""
    ja = open_case_text("ja", forced_colors="active")
    painted = """
    (arrow) => {
      const ground = getComputedStyle(document.body).backgroundColor;
      return getComputedStyle(arrow).backgroundColor !== ground;
    }
    """
    assert ja.widget.locator(".mg-roles-arrow").evaluate(painted)


def test_r42_nothing_moves_where_less_motion_is_wanted(open_case_text: OpenCaseText) -> None:
    """With reduced motion nothing in the generator is animated and no scrolling is smooth."""
    ja = open_case_text("ja", reduced_motion="reduce")
    ja.press("copy")
    script = """
    () => {
      const slow = (times) => times.split(',').some((time) => parseFloat(time) > 0.001);
      return [document.documentElement, ...document.querySelectorAll('case-generator *')].filter((each) => {
        const style = getComputedStyle(each);
        return slow(style.transitionDuration) || (style.animationName !== 'none' && slow(style.animationDuration))
          || style.scrollBehavior === 'smooth';
      }).map((each) => each.outerHTML.slice(0, 80));
    }
    """
    assert ja.page.evaluate(script) == []


def test_r42_page_does_not_jump_under_the_reader(open_case_text: OpenCaseText) -> None:
    """Nothing in the generator moves by itself: not while the page loads, not a while after a key."""
    ja = open_case_text("ja", reduced_motion="no-preference")
    ja.page.context.add_init_script(
        """(() => {
          window.shifts = [];
          new PerformanceObserver((list) => window.shifts.push(...list.getEntries()
            .filter(({ hadRecentInput, sources }) => !hadRecentInput
              && sources.some(({ node }) => node?.parentElement?.closest('case-generator')))
            .map(({ value }) => value))).observe({ type: 'layout-shift', buffered: true });
        })()"""
    )
    ja.open()
    at_rest(ja.page)
    ja.control("full-name").focus()
    ja.page.keyboard.type("Hanako")
    ja.wait_for_status(str(ja.words["updated"]))
    assert ja.page.evaluate("window.shifts") == []


PALETTES = {"light": (), "dark": ("color-contrast",)}
"""What axe looks for: everything in one palette, and in the other what a palette can change."""


@pytest.mark.parametrize("palette", PALETTES)
def test_r42_axe_finds_nothing_in_any_state(open_case_text: OpenCaseText, code: str, palette: str) -> None:
    """Empty, with errors, filled, each letter and edition, edited, asking about characters: no finding at all.

    ``make test`` looks at one state of two in each palette, at the others in the other one, and in the second at no
    letter; at errors in the first palette by ``test_r21_summary_is_accessible``.
    """
    case = open_case_text(code, color_scheme=palette)
    guide = case.guide
    found: dict[str, list[str]] = {}
    passed_over = [palette == "dark"]

    def look(state: str) -> None:
        if not draws_some() or not passed_over[-1]:
            found[state] = findings(case.page, only=PALETTES[palette])
        passed_over.append(not passed_over[-1])

    look("empty")
    case.press("copy")
    case.type_into("full-name", "Ｈａｎａｋｏ")
    case.type_into("alternate-email", "hanako@gmial.com")
    look("errors, repairs and warnings")
    letters = () if draws_some() and palette == "dark" else guide.letters
    for letter, edition in zip(letters, itertools.cycle(guide.editions), strict=False):
        case.fill_in(complete(guide, {"letter": letter}))
        case.press("copy")
        look(letter)
        case.fill_in(complete(guide, {"edition": edition, "letter-language": "ja"}))
        case.page.locator('[data-toggle="gloss"]').check()
        look(f"{edition}, in Japanese")
    case.fill_in(complete(guide))
    case.press("edit")
    look("editing by hand")
    case.press("edit")
    case.type_into("notes", "山 Ō “x”")
    case.type_into("former-company", "株式会社Example")
    case.press("copy")
    assert case.characters.is_visible()
    look("characters")
    case.press("one-part")
    case.page.locator('[data-part="source-account"] > summary').click()
    case.page.locator(".mg-help").evaluate_all("(all) => all.forEach((each) => { each.open = true })")
    look("one part at a time, with help")
    assert {state: wrong for state, wrong in found.items() if wrong} == {}
