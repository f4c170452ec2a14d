"""Addresses as they are pasted: the page makes of them what the command line makes of them, and says what it did."""

from __future__ import annotations

from answers_from_data import complete
from case_text import CaseText
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from modules import run_modules

from addresses import EMAIL_FIELDS, VECTORS, awkward_addresses
from mergeguide.data.guide import Guide
from mergeguide.letters.answers import effective_answers
from mergeguide.letters.validation import judge_answers
from turns import examples, some_of

VERDICTS = """
return given.map((typed) => {
  const effective = modules.effectiveAnswers(guide, { letter: 'request', 'contact-email': typed });
  const found = modules.judgeAnswers(guide, effective).find(({ control }) => control === 'contact-email');
  return [effective['contact-email'], found?.error ?? ''];
});
"""
MODULES = ("letters/answers", "letters/validation")


def _verdict(guide: Guide, typed: str) -> list[str]:
    effective = effective_answers(guide, {"letter": "request", "contact-email": typed})
    found = [each.error for each in judge_answers(guide, effective) if each.control == "contact-email"]
    return [effective["contact-email"], found[0] if found else ""]


def test_page_and_command_line_judge_the_whole_table_alike(untouched: dict[str, CaseText]) -> None:
    """Every member of the table: the same address or the same error in the browser, and the one the table says."""
    ja = untouched["ja"]
    got = run_modules(ja.page, ja.site, MODULES, VERDICTS, [vector.pasted for vector in VECTORS])
    for vector, (address, error) in zip(VECTORS, got, strict=True):
        assert [address, error] == _verdict(ja.guide, vector.pasted), vector.source
        assert error == vector.error, vector.source
        assert vector.error or address == vector.address, vector.source


@settings(max_examples=examples(40), deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(typed=st.lists(awkward_addresses(), min_size=100, max_size=150))
def test_page_and_command_line_judge_thousands_of_addresses_alike(
    untouched: dict[str, CaseText], typed: list[str]
) -> None:
    """Whatever stands around an address, and signs in no order: the same address and the same error."""
    ja = untouched["ja"]
    got = run_modules(ja.page, ja.site, MODULES, VERDICTS, typed)
    assert got == [_verdict(ja.guide, each) for each in typed]


def test_what_is_pasted_into_the_field_becomes_the_address(case: CaseText) -> None:
    """Each member of the table that is an address, put into the field as by pasting; the letter has it alone."""
    case.fill_in(complete(case.guide))
    for vector in some_of([each for each in VECTORS if each.address], 5):
        case.type_into("contact-email", vector.pasted)
        assert case.value("contact-email") == vector.address, vector.source
        assert case.answers()["contact-email"] == vector.address, vector.source
    assert case.letter() == case.expected_letter()


def test_what_is_pasted_and_no_address_is_refused_in_its_own_words(case: CaseText) -> None:
    """Each member of the table that is none, put into the field as by pasting; nothing is copied."""
    case.fill_in(complete(case.guide))
    case.press("copy")
    # A field has one line: a browser takes a line break out before anybody sees it.
    refused = [vector for vector in VECTORS if vector.error and "\n" not in vector.pasted]
    for error in dict.fromkeys(vector.error for vector in refused):
        for vector in some_of([each for each in refused if each.error == error], 8):
            case.type_into("contact-email", vector.pasted)
            case.press("copy")
            assert case.problems() == [case.message("contact-email", error)], vector.source


DONE = {
    "mailto:hanako@example.com": "repaired-address",
    "Hanako Example <hanako@example.com>": "repaired-address",
    "（hanako@example.com）": "repaired-address",
    "ｈａｎａｋｏ＠ｅｘａｍｐｌｅ．ｃｏｍ。": "repaired-address",
    "hanako@example.com、": "repaired-address",
    "ｈａｎａｋｏ＠ｅｘａｍｐｌｅ．ｃｏｍ": "repaired",
    "hanako @ example.com": "repaired-spaces",
    "hanako@example. com": "repaired-spaces",
}
"""What is typed, and the name of the words for what is done to it."""


def test_what_was_done_is_said_truly_and_can_be_undone(case: CaseText) -> None:
    """The note has the words for what was done and both texts; one press brings back what was typed, for good."""
    note = case.aside("contact-email").locator(".mg-repair")
    for typed, words in DONE.items():
        case.fill_in(complete(case.guide))
        assert note.count() == 0, typed
        case.type_into("contact-email", typed)
        told = str(case.words[words]).replace("{before}", typed).replace("{after}", "hanako@example.com")
        assert str(note.text_content()).startswith(told), typed
        note.locator("button").click()
        assert case.value("contact-email") == typed
        case.control("contact-email").blur()
        assert case.value("contact-email") == typed
        assert note.count() == 0, typed


def test_a_hint_on_the_domain_is_not_lost_by_what_came_along(ja: CaseText) -> None:
    """The domain is looked at without what was taken off, and still when the reader has undone that."""
    hint = ja.aside("contact-email").locator(".mg-warning")
    told = str(ja.guide.languages["ja"].warnings["domain"]).replace("{instead}", "hanako@gmail.com")
    for typed in ("hanako@gmial.com.", "<hanako@gmial.com>", "mailto:hanako@gmial.com", "hanako@gmial.com。"):
        ja.fill_in(complete(ja.guide))
        assert hint.count() == 0, typed
        ja.type_into("contact-email", typed)
        assert hint.inner_text() == told, typed
        ja.aside("contact-email").locator(".mg-repair button").click()
        assert ja.value("contact-email") == typed
        assert hint.inner_text() == told, typed


def test_every_field_for_an_address_takes_what_is_pasted(en: CaseText) -> None:
    """All fields that ask for an address, not only the first."""
    en.fill_in(complete(en.guide))
    for name in EMAIL_FIELDS:
        before = en.value(name)
        en.type_into(name, f"Hanako Example <mailto:{before}>。")
        assert en.value(name) == before
    assert "Hanako Example <" not in en.copy()


CODES = """
return given.map((domain) => modules.shownValue({ type: 'email', value: `hanako@${domain}` }));
"""


@settings(max_examples=examples(60), deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(
    labels=st.lists(
        st.text(st.characters(codec="utf-8", exclude_characters=".@"), min_size=1, max_size=12), max_size=40
    )
)
def test_domain_in_code_is_read_as_it_is_shown(untouched: dict[str, CaseText], labels: list[str]) -> None:
    """Whatever a browser puts into code is what was typed again; what is no code stays as it is."""
    ja = untouched["ja"]
    coded = {label: label.encode("punycode").decode("ascii") for label in labels}
    known = {label: code for label, code in coded.items() if code.replace("-", "a").isalnum() and len(code) < 60}
    given = [f"example.xn--{code}" for code in known.values()] + ["xn--.jp", "xn--\u3042.jp", "xn--999999999999b.jp"]
    got = run_modules(ja.page, ja.site, ("page/address-value",), CODES, given)
    assert got == [f"hanako@example.{label}" for label in known] + [
        f"hanako@{domain}" for domain in given[len(known) :]
    ]
