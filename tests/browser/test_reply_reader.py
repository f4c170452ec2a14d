"""AWS's mail, judged: what is found in it, and that nothing is ever "as asked" that is not.

The mails are invented (``tests/replies/``). They are judged by the modules themselves, in the browser, with the data of
the page.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice
from typing import Any

import pytest
from case_text import CaseText
from modules import run_modules
from reply_mails import MAILS, PLAIN, REQUESTS, Mail, with_accounts_swapped, with_one_sign_changed

JUDGED = """
const data = JSON.parse(document.querySelector('script[data-name="replies"]').textContent);
return given.map(([text, request]) => modules.judgeReply(text, request, data));
"""
VERDICTS = JUDGED.replace("data));", "data).verdict);")


@pytest.fixture(scope="module")
def page_of_modules(untouched: dict[str, CaseText]) -> CaseText:
    """A page on which the modules are run."""
    return untouched["ja"]


def judged(case: CaseText, mails: Sequence[tuple[str, Any]], body: str = JUDGED) -> list[Any]:
    """What each of the mails comes to."""
    found: list[Any] = run_modules(case.page, case.site, ("replies/verdict",), body, mails)
    return found


def faults(mail: Mail, found: dict[str, Any]) -> list[str]:
    """What was found otherwise than the mail's entry says."""
    matches = {(each["id"] or each["text"].lower(), each["match"]) for each in found["findings"]}
    wanted = [
        *((name, "equal") for name in mail.equal),
        *((name, "near") for name in mail.near),
        *((text, "foreign") for text in mail.foreign),
    ]
    return [
        *([f"verdict {found['verdict']}"] if found["verdict"] != mail.verdict else []),
        *([f"kind {found['kind']}"] if mail.kind not in (None, found["kind"]) else []),
        *(f"no {name} {match}" for name, match in wanted if (name, match) not in matches),
        *(f"no reason {reason}" for reason in mail.reasons if reason not in found["reasons"]),
        *(f"reason {reason}" for reason in mail.no_reasons if reason in found["reasons"]),
        *(
            f"{name}: {found[name]}"
            for name, values in (("cases", mail.cases), ("dates", mail.dates))
            if values is not None and values != found[name]
        ),
        *(["a reason, and as asked"] if found["verdict"] == "as-asked" and found["reasons"] else []),
        *(["no reason"] if found["verdict"] != "as-asked" and not found["reasons"] else []),
    ]


def test_every_invented_mail_is_found_out_and_judged(page_of_modules: CaseText) -> None:
    found = judged(page_of_modules, [(mail.mail, mail.request) for mail in MAILS])
    assert len(MAILS) > 60
    told = {mail.says: faults(mail, each) for mail, each in zip(MAILS, found, strict=True)}
    assert len(told) == len(MAILS)
    assert {says: wrong for says, wrong in told.items() if wrong} == {}


@pytest.mark.parametrize("every", [pytest.param(1, marks=pytest.mark.whole), 11])
def test_one_sign_is_never_overlooked(page_of_modules: CaseText, every: int) -> None:
    """Whatever sign of an address or an ID is another one: the mail is not as she asked."""
    changed = [text for mail in PLAIN for text in with_one_sign_changed(mail.mail)][::every]
    verdicts = judged(page_of_modules, [(text, PLAIN[0].request) for text in changed], VERDICTS)
    assert len(changed) > 80_000 / every
    assert [text for text, verdict in zip(changed, verdicts, strict=True) if verdict == "as-asked"] == []


def test_what_stands_again_and_again_is_found_as_where_it_stands_once(page_of_modules: CaseText) -> None:
    """A long exchange says the same all over; the reader looks at it once."""
    # A second head would begin a mail that is quoted.
    headless = [mail.mail for mail in PLAIN if "\nDate:" not in mail.mail]
    changed = [text for mail in headless for text in with_one_sign_changed(mail)][::301]
    once = [(text, PLAIN[0].request) for text in changed]
    # What comes before moves the first place away from the text's beginning.
    often = [("\n\n".join(["Dear Hanako,", text, text, text]), PLAIN[0].request) for text in changed]
    found, again = judged(page_of_modules, once), judged(page_of_modules, often)
    assert any(each["match"] == "near" for one in found for each in one["findings"])
    assert [each["findings"] for each in again] == [each["findings"] for each in found]


def test_accounts_in_each_others_place_are_never_overlooked(page_of_modules: CaseText) -> None:
    swapped = [text for mail in PLAIN for text in with_accounts_swapped(mail.mail)]
    verdicts = judged(page_of_modules, [(text, PLAIN[0].request) for text in swapped], VERDICTS)
    assert len(swapped) > 60
    assert [text for text, verdict in zip(swapped, verdicts, strict=True) if verdict == "as-asked"] == []


def test_without_words_of_direction_she_chooses(page_of_modules: CaseText) -> None:
    text = "Please confirm: hanako@example.co.jp, hanako@example.com"
    request = REQUESTS["everything"]
    verdicts = judged(
        page_of_modules, [(text, {**request, "kept": kept}) for kept in ("", "destination", "source")], VERDICTS
    )
    assert verdicts == ["unclear", "as-asked", "differs"]


def test_each_of_several_patterns_finds_what_is_in_its_own_brackets(page_of_modules: CaseText) -> None:
    """The data may have more than one for a case number and for a day, in whatever order."""
    several = "data.case += '|整理番号 ?([0-9]{8})'; data.date = `([0-9]{1,2} november)|${data.date}`; return"
    mail = "Case 123456789012345, 整理番号 20261103. 2026-11-03, 5 November. Case 123456789012345 again."
    (found,) = judged(page_of_modules, [(mail, REQUESTS["everything"])], JUDGED.replace("return", several))
    assert found["cases"] == ["123456789012345", "20261103"]
    assert found["dates"] == ["2026-11-03", "5 November"]


def test_what_cannot_be_read_is_unclear_and_says_why(page_of_modules: CaseText) -> None:
    text = next(islice((mail.mail for mail in PLAIN), 1))
    long = text + " " * 1_000_000
    found = judged(page_of_modules, [(each, PLAIN[0].request) for each in ("", long, "\x00\x01\x02" + text)])
    assert [(each["verdict"], each["reasons"]) for each in found] == [
        ("unclear", ["empty"]),
        ("unclear", ["too-long"]),
        ("unclear", ["binary"]),
    ]


def test_a_subject_by_itself_is_no_part_of_what_the_mail_says(page_of_modules: CaseText) -> None:
    """It often ends with "Account Merge", and what is quoted as the reason would begin with that."""
    body = "We will move hanako@example.co.jp into hanako@example.com. Please confirm."
    subjects = ("", "Subject: Account Merge\n\n", "件名：Account Merge\n")
    found = judged(page_of_modules, [(f"{subject}{body}", PLAIN[0].request) for subject in subjects])
    assert {each["verdict"] for each in found} == {"as-asked"}
    assert {each["direction"]["quotes"][0] for each in found} == {"move hanako@example.co.jp into hanako@example.com"}
    # Within the list such a line ends nothing.
    divided = body.replace(" into", "\nDate: today\ninto")
    assert judged(page_of_modules, [(divided, PLAIN[0].request)], VERDICTS) == ["as-asked"]
