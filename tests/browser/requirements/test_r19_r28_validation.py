"""Requirements 19 to 28: when the reader is told of an error, how, and what is only a warning."""

from __future__ import annotations

import re
from collections.abc import Callable

from answers_from_data import barely_enough, complete
from axe import findings
from case_text import CaseText
from playwright.sync_api import Download, Locator
from typing_japanese import input_method

from mergeguide.data.guide import Guide
from turns import some_of

HAND_OVER = ("copy", "download", "print")
"""The buttons with which the letter is taken away."""


def test_r19_nothing_is_judged_while_typing_or_leaving(case: CaseText) -> None:
    """Before the reader asks for the letter no error is shown, whatever she types and wherever she goes."""
    assert case.page.locator("case-generator form").get_attribute("novalidate") == ""
    wrong = {"contact-email": "nonsense", "source-login-email": "山田", "source-candidate-id": "123456789012"}
    for name, text in wrong.items():
        case.type_into(name, text)
    case.control("full-name").press("Enter")
    assert case.summary.is_hidden()
    assert "".join(case.page.locator(".mg-error[id]").all_text_contents()) == ""
    assert case.widget.locator("[aria-invalid]").count() == 0
    assert not case.page.title().startswith(str(case.words["error-prefix"]))


def test_r20_buttons_are_never_disabled_and_explain_themselves(case: CaseText) -> None:
    """Pressed too early, a button shows what is missing instead of being dead, and hands nothing over."""
    case.page.evaluate("() => { window.print = () => { document.body.dataset.printed = 'yes' } }")
    saved: list[Download] = []
    case.page.on("download", lambda download: saved.append(download))
    case.put_on_clipboard("before")
    for action in HAND_OVER:
        assert case.button(action).is_enabled()
        assert case.button(action).get_attribute("aria-disabled") is None
        case.press(action)
        assert case.page.evaluate("document.activeElement.hasAttribute('data-error-summary')")
        assert len(case.problems()) > 3
    assert case.clipboard() == "before"
    assert case.page.locator("body[data-printed]").count() == 0
    assert saved == []


def test_r20_no_control_is_ever_disabled(case: CaseText) -> None:
    """In no state is anything in the generator disabled."""
    states: list[Callable[[], object]] = [
        lambda: None,
        lambda: case.press("copy"),
        lambda: case.fill_in(complete(case.guide)),
    ]
    for prepare in states:
        prepare()
        assert case.widget.locator("[disabled], [aria-disabled=true]").count() == 0


PLACES = """
(links) => {
  const controls = links.map((link) => document.getElementById(link.hash.slice(1)));
  return controls.map((control) => [...control.form.elements].indexOf(control));
}
"""


def test_r21_summary_has_the_order_of_the_form(case: CaseText) -> None:
    """Whatever asks for an answer: what the letter needs, and what the page alone insists on."""
    case.type_into("destination-login-email", "hanako@example.co.jp")
    assert case.page.locator('[data-field="destination-kept"]').is_visible()
    case.press("copy")
    assert case.message("destination-kept", "choose") in case.problems()
    places = case.summary.locator("a").evaluate_all(PLACES)
    assert places == sorted(places)


def test_r21_summary_names_every_error_and_takes_the_focus(case: CaseText) -> None:
    """The summary stands above the questions, has the focus, says how many there are, and links to each."""
    case.press("copy")
    missing = case.problems()
    wanted = {"ja": f"入力内容を確認してください（{len(missing)}件）", "en": f"There are {len(missing)} problems"}
    assert case.summary.locator("p").first.inner_text() == wanted[case.code]
    assert case.page.evaluate("document.activeElement.hasAttribute('data-error-summary')")
    assert case.summary.get_attribute("role") is None
    assert case.summary.locator("[role=alert]").count() == 1
    above = "(summary) => summary.compareDocumentPosition(document.querySelector('[data-control]')) & 4"
    assert case.summary.evaluate(above)


def test_r21_one_error_is_not_counted(case: CaseText) -> None:
    """With a single error the summary's heading has no number."""
    case.fill_in(barely_enough(case.guide, {"full-name": ""}))
    case.press("copy")
    assert len(case.problems()) == 1
    wanted = {"ja": "入力内容を確認してください", "en": "There is a problem"}
    assert case.summary.locator("p").first.inner_text() == wanted[case.code]


def test_r21_same_words_stand_at_the_field(case: CaseText) -> None:
    """Each error has the same words in the summary and at its field, and the field is marked as wrong."""
    case.press("copy")
    for link in case.summary.locator("a").all():
        target = case.page.locator(f"[id='{str(link.get_attribute('href')).removeprefix('#')}']")
        name = str(target.get_attribute("name"))
        assert case.error_at(name).inner_text() == link.inner_text()
        assert case.error_at(name).is_visible()
        assert {each.get_attribute("aria-invalid") for each in case.control(name).all()} == {"true"}
    shown = [text for text in case.page.locator(".mg-error[id]").all_inner_texts() if text]
    assert shown == case.problems()


def test_r21_summary_is_accessible(case: CaseText) -> None:
    """Axe finds nothing wrong with the generator while errors stand."""
    case.press("copy")
    assert findings(case.page) == []


def test_r22_summary_links_lead_to_the_field_and_change_nothing_else(case: CaseText) -> None:
    """A link brings its field's label into view below the page's header and the focus to the field; the address,
    the history and the answers stay as they were.
    """
    case.answer("full-name", "Hanako Example")
    case.press("copy")
    before = (case.page.url, case.page.evaluate("history.length"), case.answers())
    header = _bottom(case.page.locator(".md-header"))
    links = case.summary.locator("a")
    assert links.count() > 3
    for index in some_of(range(links.count()), 3):
        link = links.nth(index)
        link.scroll_into_view_if_needed()
        link.click()
        assert case.focused() == str(link.get_attribute("href")).removeprefix("#")
        box = case.page.evaluate(
            "() => (document.activeElement.closest('fieldset')?.querySelector('legend')"
            " ?? document.activeElement.labels[0]).getBoundingClientRect().toJSON()"
        )
        assert box["y"] >= header - 1
        assert box["y"] + box["height"] <= 900
        assert (case.page.url, case.page.evaluate("history.length"), case.answers()) == before


def test_r22_summary_links_work_from_the_keyboard(ja: CaseText) -> None:
    """From the focused summary, Tab and Enter lead to the first wrong field."""
    ja.fill_in(barely_enough(ja.guide, {"full-name": ""}))
    ja.press("copy")
    ja.page.keyboard.press("Tab")
    ja.page.keyboard.press("Enter")
    assert ja.focused() == "mg-full-name"
    assert ja.page.url.endswith("case-text/")


def test_r23_message_goes_as_soon_as_the_answer_is_right(case: CaseText) -> None:
    """After a failed try each key counts: the words at the field change with the error and go with it."""
    case.fill_in(barely_enough(case.guide, {"contact-email": "hanako", "full-name": ""}))
    case.press("copy")
    assert len(case.problems()) == 2
    field = case.control("contact-email")
    field.focus()
    field.press("End")
    wrong = case.message("contact-email", "address-without-at")
    assert case.error_at("contact-email").inner_text() == wrong
    case.page.keyboard.type("@")
    assert case.error_at("contact-email").inner_text() == case.message("contact-email", "address-form")
    case.page.keyboard.type("example.com")
    assert case.error_at("contact-email").text_content() == ""
    assert field.get_attribute("aria-invalid") is None
    assert case.problems() == [case.message("full-name", "enter")]
    assert case.focused() == "mg-contact-email"
    case.control("full-name").press_sequentially("H")
    assert case.summary.is_hidden()


def test_r23_message_waits_while_text_is_being_converted(ja: CaseText) -> None:
    """While an input method is at work no message comes or goes."""
    ja.fill_in(barely_enough(ja.guide, {"full-name": ""}))
    ja.press("copy")
    ja.control("full-name").focus()
    with input_method(ja.page) as method:
        method.compose("ｈａｎａｋｏ")
        assert ja.error_at("full-name").inner_text() == ja.message("full-name", "enter")
        method.settle("Hanako")
        assert ja.error_at("full-name").text_content() == ""


def shown_errors(guide: Guide) -> set[str]:
    """The names of the errors that the page can show."""
    checks = {check.error for form in guide.formats.values() for check in form.checks}
    apart = {rule.error for field in guide.fields.values() for rule in field.differs_from}
    to_come = {field.not_to_come.error for field in guide.questions.values() if field.not_to_come}
    return checks | apart | to_come | {"choose", "enter", "too-long"}


def test_r24_japanese_errors_say_what_to_do(guide: Guide) -> None:
    """In Japanese an error ends with what to do, blames nobody and is not over-polite."""
    texts = {name: guide.languages["ja"].errors[name] for name in shown_errors(guide)}
    asking = r"(入力|選択|選ん|入力し直|選び直)[^。]*(して|で|直して)ください。$|を選んでください。$"
    assert [name for name, text in texts.items() if not re.search(asking, text)] == []
    assert [
        name for name, text in texts.items() if re.search("恐れ入り|申し訳|お手数|いただ|不正|エラー|誤って", text)
    ] == []


def test_r24_english_errors_are_plain(guide: Guide) -> None:
    """In English an empty field gets an instruction, a wrong one a description; no please, valid, sorry, oops."""
    texts = {name: guide.languages["en"].errors[name] for name in shown_errors(guide)}
    assert texts["enter"].startswith("Enter ")
    assert texts["choose"].startswith("Choose ")
    plain = r"^(Enter|Choose) |\bmust\b|^\{label\} (looks like|contains) .*\. (Enter|Type) "
    assert [name for name, text in texts.items() if not re.search(plain, text)] == []
    forbidden = r"(?i)\b(please|valid|invalid|sorry|oops|forgot|illegal|incorrect)\b"
    assert [name for name, text in texts.items() if re.search(forbidden, text)] == []


def test_r24_errors_use_the_labels_own_words(case: CaseText) -> None:
    """Every message holds its field's label, word for word."""
    case.press("copy")
    fields = case.guide.languages[case.code].fields
    for link in case.summary.locator("a").all():
        target = case.page.locator(f"[id='{str(link.get_attribute('href')).removeprefix('#')}']")
        name = str(target.get_attribute("name")).removesuffix("-is")
        assert fields[name].label in link.inner_text()


WRONG = [
    ("contact-email", "", "enter"),
    ("contact-email", "hanako.example.com", "address-without-at"),
    ("contact-email", "花子@example.com", "not-ascii"),
    ("contact-email", "hanako@", "address-form"),
    ("contact-email", f"{'h' * 250}@example.com", "too-long"),
    ("source-candidate-id", "123456789012", "account-id"),
    ("source-candidate-id", "AWS1234", "candidate-id-form"),
    ("full-name", "山田花子", "name-in-japanese"),
    ("full-name", "", "enter"),
    ("notes", "bell\u0007", "control-characters"),
]


def test_r25_each_mistake_has_its_own_words(case: CaseText) -> None:
    """Empty, no @, Japanese, too long, the same address twice, an AWS account ID: each is told apart."""
    seen: dict[str, str] = {}
    for name, wrong, error in WRONG:
        case.fill_in(complete(case.guide) | {name: wrong})
        case.press("copy")
        assert case.problems() == [case.message(name, error)], (name, wrong)
        seen[error] = case.guide.languages[case.code].errors[error]
    twice = {"destination-login-email": "HANAKO@example.co.jp", "destination-candidate-id": ""}
    case.fill_in(complete(case.guide) | twice)
    case.press("copy")
    error = "same-without-ids"
    assert case.problems() == [case.message("destination-login-email", error, "source-login-email")]
    seen[error] = case.guide.languages[case.code].errors[error]
    assert len(set(seen.values())) == len({error for *_, error in WRONG}) + 1


def test_r25_missing_choice_has_its_own_words(case: CaseText) -> None:
    """What is to be chosen is said to be chosen, not entered."""
    case.press("copy")
    assert case.message("situation", "choose") in case.problems()
    assert case.message("source-notification-email-is", "choose") in case.problems()


def test_r26_title_says_that_there_are_errors(case: CaseText) -> None:
    """The page's title begins with "Error: " while errors stand, once, and loses it afterwards."""
    before = case.page.title()
    prefix = {"ja": "エラー: ", "en": "Error: "}[case.code]
    case.press("copy")
    case.press("copy")
    assert case.page.title() == prefix + before
    case.fill_in(barely_enough(case.guide))
    assert case.page.title() == before


REWRITTEN = [
    ("contact-email", "ｈａｎａｋｏ＠ｅｘａｍｐｌｅ．ｃｏｍ", "hanako@example.com"),
    ("contact-email", "hanako−1ー2@example.com", "hanako-1-2@example.com"),
    ("source-candidate-id", "ａｗｓー０００００００", "AWS-0000000"),
    ("source-candidate-id", "aws00000000", "AWS00000000"),
    ("source-candidate-id", "AWS 0000 0000", "AWS00000000"),
    ("full-name", "Ｈａｎａｋｏ　Ｅｘａｍｐｌｅ", "Hanako Example"),
    ("full-name", "Hanako   Example", "Hanako Example"),
    ("former-company", "Exam\u200bple", "Example"),
    ("notes", "one  \n\n\n\ntwo", "one\n\ntwo"),
]


def test_r27_every_repair_is_said_and_can_be_undone(ja: CaseText) -> None:
    """What is changed in an answer is said beside it, and one press brings back what was typed, for good."""
    ja.fill_in(complete(ja.guide))
    for name, typed, repaired in REWRITTEN:
        ja.type_into(name, typed)
        assert ja.value(name) == repaired
        note = ja.aside(name).locator(".mg-repair")
        assert note.is_visible()
        assert repaired in str(note.text_content())
        note.locator("button").click()
        assert ja.value(name) == typed
        assert ja.focused() == f"mg-{name}"
        ja.control(name).blur()
        assert ja.value(name) == typed
        assert note.count() == 0
        ja.type_into(name, repaired)


def test_r27_spaces_at_the_ends_are_not_taken_off_silently(ja: CaseText) -> None:
    """Even a space too many at an answer's end is taken off with a word and a way back, as any other repair."""
    ja.type_into("full-name", "  Hanako Example ")
    assert ja.value("full-name") == "Hanako Example"
    assert ja.aside("full-name").locator(".mg-repair").is_visible()


def test_r27_what_needs_no_repair_is_left_alone(ja: CaseText) -> None:
    """An answer that is right as typed gets no note."""
    ja.fill_in(complete(ja.guide))
    assert ja.widget.locator(".mg-repair").count() == 0


def test_r27_own_reason_outlives_a_change_of_situation(case: CaseText) -> None:
    """The standard reason follows the situation; a reason in the reader's own words is never replaced."""
    case.fill_in(complete(case.guide))
    for situation in case.guide.situations:
        case.answer("situation", situation)
        assert case.value("reason") == case.guide.languages["en"].situations[situation].reason
    case.type_into("reason", "I changed jobs & names.")
    for situation in case.guide.situations:
        case.answer("situation", situation)
    case.answer("letter-language", "ja")
    assert case.value("reason") == "I changed jobs & names."


def test_r27_answers_outlive_questions_that_go_away(ja: CaseText) -> None:
    """What is no longer asked is kept in its field and is there again when it is asked again."""
    answers = complete(ja.guide, {"situation": "left-company"})
    ja.fill_in(answers)
    first = ja.letter()
    ja.answer("situation", "email-only")
    ja.answer("source-account-kind", "builder-id")
    ja.answer("letter", "confirm")
    assert "Example Corporation" not in ja.letter()
    ja.answer("letter", "request")
    ja.answer("situation", "left-company")
    ja.answer("source-account-kind", answers["source-account-kind"])
    assert ja.letter() == first


WARNED = [
    ("contact-email", "hanako@gmial.com", "domain"),
    ("source-login-email", "hanako@yaho.co.jp", "domain"),
    ("notes", "My password is hunter2.", "password"),
    ("notes", "4111 1111 1111 1111", "card-number"),
    ("notes", "My account is 123456789012.", "account-number"),
    ("notes", "Hello, I write because of two accounts.", "greeting"),
    ("notes", "Thank you. Best regards, Hanako", "farewell"),
]


def test_r28_likely_mistakes_are_pointed_out_and_block_nothing(en: CaseText) -> None:
    """Typing errors, secrets and a second greeting are pointed out beside the field; the letter can be taken."""
    en.fill_in(complete(en.guide))
    assert en.widget.locator(".mg-warning").count() == 0
    for name, typed, warning in WARNED:
        before = en.value(name)
        en.type_into(name, typed)
        told = str(en.guide.languages["en"].warnings[warning]).split("{")[0]
        assert told in en.aside(name).locator(".mg-warning").first.inner_text()
        assert typed in en.copy()
        assert en.problems() == []
        en.type_into(name, before)
        assert en.aside(name).inner_text() == ""


def test_r28_a_mistyped_domain_is_pointed_out_in_addresses_alone(en: CaseText) -> None:
    """In a text it may be what somebody else wrote."""
    en.fill_in(complete(en.guide))
    for name, warnings in (("contact-email", 1), ("notes", 0)):
        en.type_into(name, "hanako@gmial.com")
        assert en.aside(name).locator(".mg-warning").count() == warnings, name


def _bottom(place: Locator) -> float:
    box = place.bounding_box()
    assert box
    return box["y"] + box["height"]
