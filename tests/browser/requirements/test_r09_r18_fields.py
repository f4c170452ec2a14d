"""Requirements 9 to 18: labels, hints, what a field accepts, and how it looks."""

from __future__ import annotations

import re

import pytest
from answers_from_data import barely_enough, complete
from axe import findings
from case_text import CaseText
from colours import edge_contrast, focus_contrast
from opening import DESKTOP, OpenCaseText
from playwright.sync_api import Page

from mergeguide.data.guide import Guide
from mergeguide.schema.fields import Field

PALETTES = ("light", "dark")
HINTS = "[data-field] [id$=-hint]"


def written(guide: Guide, form: str | None = None) -> list[Field]:
    """The fields that are typed into, of one format or of all."""
    return [each for each in guide.fields.values() if each.kind != "choice" and form in (None, each.format)]


def test_r09_every_field_has_a_visible_label(case: CaseText) -> None:
    """What is typed into has a label that names it by for=, shown whenever the field is."""
    answers = complete(case.guide, {"situation": "name-differs", "edition": list(case.guide.editions)[-1]})
    case.fill_in(answers)
    for field in written(case.guide):
        label = case.page.locator(f'case-generator label[for="mg-{field.id}"]')
        assert label.count() == 1, field.id
        assert case.guide.languages[case.code].fields[field.id].label in str(label.text_content())
        assert label.is_visible() == case.control(field.id).is_visible()


def test_r09_radios_stand_in_groups_with_a_name(look: CaseText) -> None:
    """Radio buttons that belong together stand in a fieldset whose first child is its legend; each has its label."""
    script = """
    (widget) => [...widget.querySelectorAll('input[type=radio], input[type=checkbox]')].map((each) => ({
      name: each.name || each.dataset.toggle,
      labelled: Boolean(each.closest('label')?.textContent.trim()),
      legend: each.closest('fieldset')?.firstElementChild?.tagName,
      group: each.closest('fieldset')?.dataset.control,
      type: each.type,
    }))
    """
    controls = look.widget.evaluate(script)
    assert len(controls) > 20
    assert [each for each in controls if not each["labelled"]] == []
    radios = [each for each in controls if each["type"] == "radio"]
    assert [each for each in radios if each["legend"] != "LEGEND" or each["group"] != each["name"]] == []


def test_r09_nothing_is_hidden_in_placeholders(look: CaseText) -> None:
    """No field has a placeholder or a title: what is needed to fill it in stays on the page."""
    assert look.widget.locator("[placeholder], input[title], textarea[title], [aria-placeholder]").count() == 0


def test_r10_japanese_labels_say_required_or_optional(untouched: dict[str, CaseText]) -> None:
    """In Japanese each field's label says ※必須, ※任意, or ※わかれば."""
    ja = untouched["ja"]
    unmarked = []
    for field in ja.guide.fields.values():
        named = ja.page.locator(f'[data-field="{field.id}"]').locator("label[for], legend").first
        if not re.search("※(必須|任意|わかれば)", str(named.text_content())):
            unmarked.append(field.id)
    assert unmarked == []


def test_r10_english_labels_mark_only_what_is_optional(untouched: dict[str, CaseText]) -> None:
    """In English only what may be left empty is marked, in brackets."""
    en = untouched["en"]
    for field in en.guide.fields.values():
        named = en.page.locator(f'[data-field="{field.id}"]').locator("label[for], legend").first
        text = str(named.text_content())
        assert "required" not in text.lower(), field.id
        may_be_empty = field.need_on_page != "required" and not field.states
        assert ("(optional)" in text or "(if any)" in text) == may_be_empty, field.id


def test_r11_hint_and_error_stand_between_label_and_input(look: CaseText) -> None:
    """From top to bottom: label, hint, error, input; so that no keyboard or menu of suggestions hides them."""
    script = """
    (widget) => [...widget.querySelectorAll('[data-field]')].map((place) => {
      const parts = [...place.querySelectorAll('legend, label[for], [id$=-hint], .mg-error, .mg-input, .mg-radio')];
      const named = ({ className, tagName }) =>
        className.replace('mg-phrases', '').trim().split(' ')[0] || tagName.toLowerCase();
      return [place.dataset.field, parts.map(named).join(' ')];
    })
    """
    group = r"legend( mg-hint)? mg-error( mg-radio)+"
    line = r"label( mg-hint)? mg-error mg-input( mg-radio)?"
    tick = "mg-radio"
    order = dict(look.widget.evaluate(script))
    assert {
        name: parts for name, parts in order.items() if not re.fullmatch(rf"{line}|{group}( {line})?|{tick}", parts)
    } == {}


def test_r11_hints_hold_no_links(look: CaseText) -> None:
    """A hint is read out as one piece when the field is reached, where a link could not be followed."""
    hints = look.widget.locator(HINTS)
    assert hints.count() > 10
    assert hints.locator("a").count() == 0


def test_r11_hints_are_one_sentence(look: CaseText) -> None:
    """A hint is one sentence: it is read out each time the field is reached."""
    hints = [text.strip() for text in look.widget.locator(HINTS).all_text_contents()]
    assert [hint for hint in hints if len(re.findall(r"[。！？]|[.!?](?=\s|$)", hint)) > 1] == []


def test_r11_fields_name_their_error_and_then_their_hint(look: CaseText) -> None:
    """aria-describedby names the error first, then the hint, and both are there."""
    script = """
    (widget) => [...widget.querySelectorAll('[data-field] :is(input:not([type=checkbox]), textarea)')].map((each) => [
      `${each.type} ${each.name}`,
      each.getAttribute('aria-describedby'),
      [`mg-${each.name}-error`, `mg-${each.closest('[data-field]').dataset.field}-hint`]
        .filter((id) => document.getElementById(id)).join(' '),
    ])
    """
    controls = look.widget.evaluate(script)
    assert len(controls) > 30
    assert {name: got for name, got, wanted in controls if got != wanted} == {}


def test_r12_email_fields_help_to_type_an_address(look: CaseText) -> None:
    """Fields for addresses bring up the right keyboard and neither correct spelling nor put capitals."""
    for field in written(look.guide, "email"):
        control = look.control(field.id)
        got = {name: control.get_attribute(name) for name in ("type", "inputmode", "spellcheck", "autocapitalize")}
        assert got == {"type": "email", "inputmode": "email", "spellcheck": "false", "autocapitalize": "none"}
        assert control.get_attribute("maxlength") is None


KEYBOARDS: dict[str, dict[str, str | None]] = {
    "email": {"inputmode": "email", "autocapitalize": "none", "autocorrect": "off", "spellcheck": "false"},
    "candidate-id": {"inputmode": None, "autocapitalize": "characters", "autocorrect": "off", "spellcheck": "false"},
    "name": {"inputmode": None, "autocapitalize": "words", "autocorrect": "off", "spellcheck": "false"},
    "line": {"inputmode": None, "autocapitalize": "words", "autocorrect": "off", "spellcheck": "false"},
    "phone": {"inputmode": "tel", "autocapitalize": "none", "autocorrect": "off", "spellcheck": "false"},
    "text": {"inputmode": None, "autocapitalize": "sentences", "autocorrect": "on", "spellcheck": "true"},
}


def test_r12_nothing_corrects_names_ids_and_addresses(look: CaseText) -> None:
    """Only what the reader writes in sentences is corrected, and capitals come where the format has them."""
    for name, wanted in KEYBOARDS.items():
        for field in written(look.guide, name):
            control = look.control(field.id)
            assert {key: control.get_attribute(key) for key in wanted} == wanted, field.id


@pytest.mark.some(1)
@pytest.mark.parametrize("width", [360, 1440])
def test_r12_thirty_characters_of_an_address_are_visible(open_case_text: OpenCaseText, width: int) -> None:
    """Every field for an address has room for thirty letters of usual width, on a telephone, too."""
    ja = open_case_text("ja", viewport={"width": width, "height": 800})
    ja.fill_in(complete(ja.guide))
    script = """
    (control) => {
      const { fontSize, paddingLeft, paddingRight } = getComputedStyle(control);
      const usual = 0.55 * parseFloat(fontSize);
      return (control.clientWidth - parseFloat(paddingLeft) - parseFloat(paddingRight)) / usual;
    }
    """
    room = {field.id: int(ja.control(field.id).evaluate(script)) for field in written(ja.guide, "email")}
    assert {name: letters for name, letters in room.items() if letters < 30} == {}


def test_r12_longest_possible_address_is_taken(en: CaseText) -> None:
    """254 characters are taken as they are, the 255th is refused with words."""
    longest = f"{'h' * 240}@example.co.jp"
    assert len(longest) == 254
    en.fill_in(complete(en.guide, {"contact-email": longest}))
    assert longest in en.copy()
    en.fill_in({"contact-email": "h" + longest})
    assert en.copy() == "before"
    assert en.problems() == [en.message("contact-email", "too-long")]


def test_r13_no_two_addresses_are_filled_in_alike(look: CaseText) -> None:
    """Each address has an autofill section of its own, so that a browser does not put one address into all."""
    tokens = {field.id: look.control(field.id).get_attribute("autocomplete") for field in written(look.guide, "email")}
    assert len(set(tokens.values())) == len(tokens)
    assert [name for name, token in tokens.items() if not re.fullmatch(r"section-[a-z-]+ email", str(token))] == []


def test_r13_autofill_tokens_are_valid(case: CaseText) -> None:
    """Every autocomplete attribute is one that browsers know."""
    case.fill_in(complete(case.guide, {"edition": list(case.guide.editions)[-1]}))
    assert findings(case.page, only=["autocomplete-valid"]) == []


def test_r14_old_addresses_of_japanese_carriers_pass(en: CaseText) -> None:
    """Addresses that Japanese carriers gave out until 2009, against the standard, are taken."""
    en.fill_in(barely_enough(en.guide))
    for address in ("taro..x@docomo.ne.jp", "taro.@ezweb.ne.jp", ".taro@docomo.ne.jp"):
        en.type_into("contact-email", address)
        copied = en.copy()
        assert copied == en.expected_letter()
        assert address in copied.split()


def test_r15_name_is_one_field_for_the_accounts_spelling(look: CaseText) -> None:
    """One field for the whole name, filled in by browsers, not corrected, with no title asked."""
    control = look.control("full-name")
    assert control.count() == 1
    got = {name: control.get_attribute(name) for name in ("autocomplete", "spellcheck", "type")}
    assert got == {"autocomplete": "name", "spellcheck": "false", "type": "text"}
    said = str(look.page.locator('[data-field="full-name"]').text_content())
    assert {"ja": "氏名（ローマ字）", "en": "Roman letters"}[look.code] in said
    assert {"ja": "認定アカウントに表示されているとおり", "en": "the way your certification account shows it"}[
        look.code
    ] in said
    assert look.widget.locator("[autocomplete^=honorific]").count() == 0


def copied_names(case: CaseText) -> set[str]:
    """The name as it goes out: as the answers give it, and at the letter's end."""
    copied = case.copy()
    assert copied == case.expected_letter()
    shown = case.sheet.locator("[data-paragraph=who-i-am] [data-letter-paragraph] .mg-own").first.inner_text()
    assert shown in copied
    return {copied.splitlines()[-1], shown}


def test_r15_name_takes_apostrophes_hyphens_and_spaces(en: CaseText) -> None:
    """Names with apostrophes, hyphens and several parts pass without a word."""
    en.fill_in(barely_enough(en.guide))
    for name in ("Hanako O'Brien", "Mary-Jane Watson-Sato", "Juan Carlos de la Cruz y Vega", "X"):
        en.type_into("full-name", name)
        assert copied_names(en) == {name}
        assert en.aside("full-name").locator(".mg-warning, .mg-repair").count() == 0


def test_r15_macrons_are_taken_and_then_pointed_out(en: CaseText) -> None:
    """A macron is no error; the last check asks about it and offers the plain letter."""
    en.fill_in(barely_enough(en.guide, {"full-name": "Yūko Ōno"}))
    assert en.copy() == "before"
    assert en.problems() == []
    assert en.value("full-name") == "Yūko Ōno"
    asked = en.characters.locator("li").all_inner_texts()
    assert ["U+016B" in asked[0], "U+014C" in asked[1], len(asked)] == [True, True, 2]


def test_r16_name_is_neither_reordered_nor_recased(en: CaseText) -> None:
    """The name goes out in the order and the capitals in which it was typed."""
    en.fill_in(barely_enough(en.guide))
    for name in ("YAMADA Haruo", "Haruo YAMADA", "yamada haruo", "McDONALD van der Berg"):
        en.type_into("full-name", name)
        assert copied_names(en) == {name}
        assert en.value("full-name") == name


def test_r16_other_order_of_the_name_is_only_a_hint(case: CaseText) -> None:
    """Who types two names is shown the other order, in case the account has that; nothing is changed for her."""
    case.type_into("full-name", "Hanako Example")
    hint = case.aside("full-name").locator(".mg-hint")
    assert "Example Hanako" in hint.inner_text()
    assert case.value("full-name") == "Hanako Example"
    assert case.aside("full-name").locator("button, .mg-warning").count() == 0
    for name in ("Hanako", "Hanako Sophia Example", ""):
        case.type_into("full-name", name)
        assert hint.count() == 0, name


def test_r16_hint_takes_the_name_as_it_is(en: CaseText) -> None:
    """Capitals, accents and signs of the name come back in the hint as they were typed."""
    for name, other in {"YAMADA Haruo": "Haruo YAMADA", "$& O'Brien-$1": "O'Brien-$1 $&", "Ōta <b>": "<b> Ōta"}.items():
        en.type_into("full-name", name)
        assert other in en.aside("full-name").locator(".mg-hint").inner_text()


def test_r17_inputs_are_large_enough_not_to_be_zoomed(look: CaseText) -> None:
    """What is typed into has letters of at least 16 px, else telephones zoom in."""
    script = "(inputs) => inputs.map((each) => parseFloat(getComputedStyle(each).fontSize))"
    assert min(look.widget.locator(".mg-input").evaluate_all(script)) >= 16


def test_r17_targets_are_large_enough_for_a_thumb(open_case_text: OpenCaseText) -> None:
    """Where a finger points, everything that can be pressed is at least 44 px high."""
    ja = open_case_text("ja", viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True)
    ja.fill_in(complete(ja.guide))
    script = """
    (widget) => [...widget.querySelectorAll('.mg-input, .mg-radio, button')]
      .filter((each) => each.checkVisibility())
      .map((each) => [each.outerHTML.slice(0, 80), each.getBoundingClientRect().height])
    """
    sizes = ja.widget.evaluate(script)
    assert len(sizes) > 40
    assert [each for each in sizes if each[1] < 43.99] == []


@pytest.mark.some(1)
@pytest.mark.parametrize("palette", PALETTES)
def test_r18_edges_can_be_seen_in_both_palettes(open_case_text: OpenCaseText, page: Page, palette: str) -> None:
    """Fields, choices and buttons have an edge of at least 3:1, which the theme takes away by itself."""
    ja = open_case_text("ja", color_scheme=palette, viewport={**DESKTOP, "height": 6000})
    page.goto(ja.page.url)
    scheme = {"light": "default", "dark": "slate"}[palette]
    assert ja.page.locator("body").get_attribute("data-md-color-scheme") == scheme
    ja.page.locator('[data-toggle="keep"]').uncheck()
    found = {
        selector: edge_contrast(ja.widget.locator(f"{selector}:visible").first, page) for selector in KINDS_OF_CONTROLS
    }
    assert {name: contrast for name, contrast in found.items() if contrast < 3} == {}


@pytest.mark.some(1)
@pytest.mark.parametrize("palette", PALETTES[::-1])
def test_r18_focus_can_be_seen_in_both_palettes(open_case_text: OpenCaseText, page: Page, palette: str) -> None:
    """The keyboard's place has a ring of at least 3:1 around each kind of control."""
    ja = open_case_text("ja", color_scheme=palette, viewport={**DESKTOP, "height": 6000})
    page.goto(ja.page.url)
    ja.page.locator('[data-toggle="keep"]').uncheck()
    ja.page.keyboard.press("Tab")
    kinds = (*KINDS_OF_CONTROLS, "a", "[data-letter]")
    found = {selector: focus_contrast(ja.widget.locator(f"{selector}:visible").first, page) for selector in kinds}
    assert {name: contrast for name, contrast in found.items() if contrast < 3} == {}


KINDS_OF_CONTROLS = (
    "input[type=text]",
    "input[type=email]",
    "textarea",
    "input[type=radio]:not(:checked)",
    "input[type=checkbox]:not(:checked)",
    ".mg-button--primary",
    ".mg-button:not(.mg-button--primary):not(.mg-button--small)",
    ".mg-button--small",
)
