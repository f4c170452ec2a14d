"""What two answers together give reason to look at: an address that goes with the job, for replies or for good."""

from __future__ import annotations

import re

import pytest
from answers_from_data import complete
from case_text import CaseText
from modules import run_modules

from mergeguide.i18n import fill
from mergeguide.letters.domains import has_own_domain

LEAVING = {"situation": "leaving-soon", "work-mailbox": "readable", "source-notification-email-is": "another"}


def told(case: CaseText, name: str) -> list[str]:
    """The warnings at a field."""
    return case.page.locator(f'[data-field="{name}"] .mg-warning').all_inner_texts()


def words(case: CaseText, warning: str) -> str:
    """How a warning ends, after its last slot."""
    return case.guide.languages[case.code].warnings[warning].split("}")[-1]


@pytest.mark.some(2)
@pytest.mark.parametrize("name", ["contact-email", "destination-login-email", "alternate-email"])
def test_work_address_for_good_is_pointed_out(case: CaseText, name: str) -> None:
    """Each address for replies, and the destination, on the domain of the work address is told and can be taken."""
    case.fill_in(complete(case.guide, {"source-login-email": "h.example@example.co.jp"}))
    assert told(case, name) == []
    for address in ("hanako@example.co.jp", "hanako@EXAMPLE.co.jp", "hanako@mail.example.co.jp"):
        case.type_into(name, address)
        (text,) = told(case, name)
        assert text.endswith(words(case, "work-domain"))
        assert case.guide.languages[case.code].fields["source-login-email"].label in text
        assert re.search(r"[(（]example[.]co[.]jp[)）]", text), "the domain that both have"
        # Whether an address for good is her own, only she can say.
        if name == "destination-login-email":
            case.answer("destination-kept", "mine")
        assert address in case.copy()
        assert case.problems() == []
    case.type_into(name, "hanako@example.com")
    assert told(case, name) == []
    # The other answer is the one that changes; both are looked at again.
    case.type_into("source-login-email", "hanako@example.com.example.org")
    assert told(case, name) == []
    case.type_into("source-login-email", "h@mail.example.com")
    assert len(told(case, name)) == 1


@pytest.mark.some(1)
@pytest.mark.parametrize("name", ["contact-email", "alternate-email"])
def test_mailbox_that_will_be_lost_is_pointed_out(case: CaseText, name: str) -> None:
    """Who still reads the work mailbox and leaves is told so at the address for replies; the letter can be taken."""
    case.fill_in(complete(case.guide, LEAVING))
    for other in ("source-login-email", "source-notification-email"):
        case.type_into(name, case.value(other).upper())
        (text,) = told(case, name)
        assert text.endswith(words(case, "leaving-mailbox"))
        assert case.guide.languages[case.code].fields[other].label in text
        case.copy()
        assert case.problems() == []
    case.answer("work-mailbox", "lost")
    assert not any(text.endswith(words(case, "leaving-mailbox")) for text in told(case, name))
    case.press("copy")
    assert case.problems() == [case.message(name, "dead-mailbox", other)]
    # One message at a time: what is refused need not be warned of.
    assert case.page.locator(f'[data-field="{name}"] .mg-warning:visible').count() == 0


DOMAINS = [
    ("example.co.jp", "example.co.jp", "example.co.jp"),
    ("mail.example.co.jp", "example.co.jp", "example.co.jp"),
    ("example.co.jp", "mail.example.co.jp", "example.co.jp"),
    ("dev.example.co.jp", "corp.example.co.jp", "example.co.jp"),
    ("a.b.example.com", "example.com", "example.com"),
    ("dev.example.com", "corp.example.com", "example.com"),
    ("example.jp", "example.jp", "example.jp"),
    ("mail.example.jp", "example.jp", "example.jp"),
    ("example.jp", "mail.example.jp", "example.jp"),
    ("example.co.jp", "example.org", ""),
    ("example.co.jp", "sample.co.jp", ""),
    ("example.jp", "sample.jp", ""),
    ("myexample.com", "example.com", ""),
    ("example.com", "example.com.example.org", ""),
    ("gmail.com", "gmail.com", ""),
    ("yahoo.co.jp", "yahoo.co.jp", ""),
    ("docomo.ne.jp", "docomo.ne.jp", ""),
    ("i.softbank.jp", "i.softbank.jp", ""),
    ("abc.ocn.ne.jp", "xyz.ocn.ne.jp", ""),
    ("notgmail.com", "notgmail.com", "notgmail.com"),
]


def test_domains_of_one_owner(untouched: dict[str, CaseText]) -> None:
    """A domain, what is below it and its neighbours there have one owner; where anybody has an address, none."""
    case = untouched["en"]
    body = "return given.map(([one, other]) => modules.domainInCommon(guide.warnings.everybodys, one, other));"
    pairs = [[one, other] for one, other, _ in DOMAINS]
    assert run_modules(case.page, case.site, ("letters/warnings",), body, pairs) == [common for *_, common in DOMAINS]


COMPARED: list[tuple[str, dict[str, str], str, str]] = [
    # A mailbox that will be lost is pointed out before a domain is, and only where it is the same mailbox.
    ("contact-email", {"source-login-email": "h@example.co.jp"}, "leaving-mailbox", "source-login-email"),
    ("contact-email", {"source-login-email": "H@EXAMPLE.CO.JP"}, "leaving-mailbox", "source-login-email"),
    ("contact-email", {"source-notification-email": "h@example.co.jp"}, "leaving-mailbox", "source-notification-email"),
    ("contact-email", {"source-login-email": "other@example.co.jp"}, "work-domain", "source-login-email"),
    ("contact-email", {"source-notification-email": "other@example.co.jp"}, "", ""),
    # Where it is not read any more, and where nobody leaves, the domain alone is.
    (
        "contact-email",
        {"source-login-email": "h@example.co.jp", "work-mailbox": "lost"},
        "work-domain",
        "source-login-email",
    ),
    (
        "contact-email",
        {"source-login-email": "h@example.co.jp", "situation": "name-differs"},
        "work-domain",
        "source-login-email",
    ),
    ("destination-login-email", {"source-login-email": "h@example.co.jp"}, "work-domain", "source-login-email"),
    ("contact-email", {"source-login-email": "h@example.org"}, "", ""),
    ("contact-email", {"source-login-email": ""}, "", ""),
    ("contact-email", {"contact-email": "", "source-login-email": "h@example.co.jp"}, "", ""),
    ("source-login-email", {"source-login-email": "h@example.co.jp"}, "", ""),
]


def test_the_first_comparison_that_finds_something_is_told(untouched: dict[str, CaseText]) -> None:
    """With the labels of both fields, and the domain that both have."""
    case = untouched["en"]
    labels = {name: words.label for name, words in case.guide.languages["en"].fields.items()}
    body = "return given.map(([id, answers]) => modules.comparisonWarning(guide, answers, id));"
    given = [
        (name, {"situation": "leaving-soon", "work-mailbox": "readable", name: "h@example.co.jp"} | answers)
        for name, answers, *_ in COMPARED
    ]
    wanted = [
        fill(
            case.guide.languages["en"].warnings[warning],
            {"label": labels[name], "other": labels[other], "domain": "example.co.jp"},
        )
        if warning
        else ""
        for name, _, warning, other in COMPARED
    ]
    assert run_modules(case.page, case.site, ("letters/warnings",), body, given) == wanted


EVERYBODYS = ["example.com", "mail.example.org"]
OWN_DOMAINS = [
    ("hanako@", "example.co.jp", True),
    ("hanako@", "EXAMPLE.co.jp", True),
    ("hanako@", "example.org", True),
    ("hanako@", "notexample.com", True),
    ("hanako@example.com@", "example.co.jp", True),
    ("hanako@", "example.com", False),
    ("hanako@", "EXAMPLE.COM", False),
    ("hanako@", "office.example.com", False),
    # It may still become example.com, or mail.example.org.
    ("hanako@", "example.co", False),
    ("hanako@", "mail.example", False),
    # No address yet, or at no domain that others reach.
    ("", "example.co.jp", False),
    ("hanako@", "localhost", False),
    ("hanako@", "", False),
]


def test_domain_of_ones_own(untouched: dict[str, CaseText]) -> None:
    """A domain is somebody's own once it is whole and not one where anybody has an address; here and in Python."""
    case = untouched["en"]
    addresses = [name + domain for name, domain, _ in OWN_DOMAINS]
    wanted = [own for *_, own in OWN_DOMAINS]
    body = "return given[1].map((address) => modules.hasOwnDomain(given[0], address));"
    assert run_modules(case.page, case.site, ("letters/domains",), body, [EVERYBODYS, addresses]) == wanted
    assert [has_own_domain(EVERYBODYS, address) for address in addresses] == wanted


LETTERS_AMONG_DIGITS = {
    "AWS0111111O": "AWS01111110",
    "AWSO0000000": "AWS00000000",
    "aws00o0l0i0": "AWS00001010",
    "ＡＷＳ０１１１１１１Ｏ": "AWS01111110",
    "AWS00A0O000": "AWS00A00000",
    "AWS0O0A0I00": "AWS000A0100",
}


def test_letter_that_looks_like_a_digit_is_pointed_out_in_an_id(case: CaseText) -> None:
    """An O, I or L among digits is pointed out with the ID that is meant; the ID as typed can be taken."""
    case.fill_in(complete(case.guide))
    for typed, meant in LETTERS_AMONG_DIGITS.items():
        case.type_into("source-candidate-id", typed)
        (text,) = told(case, "source-candidate-id")
        assert meant in text
        assert case.value("source-candidate-id") in case.copy()
        assert case.problems() == []
    for right in ("AWS00000012", "AWS0A1B2C3D", "AWSHELLOABC", "AWSOIOIOIOI"):
        case.type_into("source-candidate-id", right)
        assert told(case, "source-candidate-id") == []


@pytest.mark.some(1)
@pytest.mark.parametrize("name", ["佐々木 大輝", "Hanako 例", "ささき だいき"])
def test_order_of_a_name_in_japanese_is_not_remarked(case: CaseText, name: str) -> None:
    """A name in kanji or kana is refused for a letter in English and taken, without a remark, for one in Japanese."""
    case.fill_in(complete(case.guide, {"full-name": name}))
    case.type_into("full-name", name)
    assert case.aside("full-name").inner_text() == ""
    case.press("copy")
    assert case.problems() == [case.message("full-name", "name-in-japanese")]
    case.answer("letter-language", "ja")
    assert case.problems() == []
    assert name in case.copy()


def test_account_at_a_company_is_not_kept_without_a_question(case: CaseText) -> None:
    """Who moves her own account to one of a company is asked first; where it is the company's, nothing is copied."""
    question = case.page.locator('[data-field="destination-kept"]')
    private = {"source-account-kind": "login-with-amazon", "source-login-email": "hanako.amazon@example.com"}
    case.fill_in(complete(case.guide, private | {"destination-login-email": "hanako.own@example.org"}))
    assert question.is_hidden()
    case.type_into("destination-login-email", "hanako@example.co.jp")
    assert question.is_visible()
    case.press("copy")
    assert case.problems() == [case.message("destination-kept", "choose")]
    case.answer("destination-kept", "company")
    for action in ("copy", "download", "print"):
        case.press(action)
        assert case.problems() == [case.message("destination-kept", "company-destination")], action
    case.type_into("destination-login-email", "hanako.own@example.org")
    assert question.is_hidden()
    assert "hanako.own@example.org" in case.copy()


def test_own_domain_is_asked_for_again_when_the_accounts_change_places(case: CaseText) -> None:
    """What was said of one address is not said of the other."""
    case.fill_in(complete(case.guide, {"destination-login-email": "hanako@hanako.example.co.jp"}))
    case.answer("destination-kept", "mine")
    case.copy()
    case.press("swap")
    case.press("copy")
    assert case.problems() == [case.message("destination-kept", "choose")]
