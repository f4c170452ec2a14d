"""What the button writes into the letter that corrects: of the mail at hand alone, and nothing over what is hers."""

from __future__ import annotations

from case_text import CaseText
from playwright.sync_api import Locator
from reply_page import LOGINS, RIGHT, STRANGE, WRONG, paste, reader

ADDRESS = "statement-list-address-wrong"
FOREIGN = "statement-list-not-mine"
REVERSED = "statement-list-reversed"
ONLY_FOREIGN = RIGHT.replace(" into", " and taro@example.net into")
OWN = "hanako.old@example.com"


def _tick(case: CaseText, statement: str) -> Locator:
    """A ready sentence's tick, where it can be seen."""
    tick = case.page.locator(f'[data-answer="{statement}"]')
    tick.evaluate("(tick) => { tick.closest('details').open = true; }")
    return tick


def _correct(case: CaseText, mail: str) -> None:
    assert paste(case, mail) == "differs"
    reader(case, '[data-reply-next="correct"]').click()


def _with_notifications(case: CaseText) -> None:
    """With all her addresses known, one that is none of hers is a difference."""
    states = {f"{role}-notification-email-is": "same" for role in ("source", "destination")}
    case.fill_in({**LOGINS, **states, "letter": "request"})


def test_blanks_that_she_has_filled_in_stay_hers(en: CaseText) -> None:
    """What the mail has wrong is told in the notes then, in the same words."""
    en.fill_in({**LOGINS, "letter": "correct"})
    _tick(en, ADDRESS).check()
    en.type_into(f"{ADDRESS}-listed", OWN)
    en.type_into(f"{ADDRESS}-right", "hanako.new@example.com")
    _correct(en, WRONG)
    assert en.value(f"{ADDRESS}-listed") == OWN
    assert en.value(f"{ADDRESS}-right") == "hanako.new@example.com"
    assert "wrong: hanaok@example.co.jp. The right one is hanako@example.co.jp." in en.value("notes")


def test_what_she_changes_of_what_was_filled_in_is_hers(en: CaseText) -> None:
    en.fill_in(LOGINS)
    _correct(en, WRONG)
    assert _tick(en, ADDRESS).is_checked()
    en.type_into(f"{ADDRESS}-right", OWN)
    _correct(en, WRONG)
    assert en.value(f"{ADDRESS}-right") == OWN
    assert "The right one is hanako@example.co.jp." in en.value("notes")


def test_what_was_filled_in_gives_way_to_the_next_mail(en: CaseText) -> None:
    """Another mail with another mistake: the same sentence, and nothing of the first one in the letter."""
    en.fill_in(LOGINS)
    _correct(en, STRANGE)
    assert "hanak@example.com" in en.value("notes")
    _correct(en, RIGHT.replace("hanako@example.co.jp", "hanaoko@example.co.jp"))
    assert en.value(f"{ADDRESS}-listed") == "hanaoko@example.co.jp"
    assert en.value("notes") == ""
    assert "hanaok@" not in en.letter()


def test_a_sentence_on_an_earlier_mail_goes(case: CaseText) -> None:
    """Only what differs in the mail at hand is ticked; what she has ticked or changed herself stays so."""
    _with_notifications(case)
    case.answer("letter", "correct")
    _tick(case, REVERSED).check()
    _correct(case, WRONG)
    assert _tick(case, ADDRESS).is_checked()
    _correct(case, ONLY_FOREIGN)
    assert not _tick(case, ADDRESS).is_checked()
    assert _tick(case, FOREIGN).is_checked()
    assert _tick(case, REVERSED).is_checked()
    case.type_into(f"{FOREIGN}-address", OWN)
    _correct(case, WRONG)
    assert _tick(case, ADDRESS).is_checked()
    assert _tick(case, FOREIGN).is_checked(), "its blank is hers by now"


def test_erasing_ends_what_the_button_remembers(en: CaseText) -> None:
    """What she types anew is hers, even if it is what the button had filled in before."""
    en.fill_in(LOGINS)
    _correct(en, WRONG)
    en.page.once("dialog", lambda dialog: dialog.accept())
    en.press("clear")
    en.fill_in({**LOGINS, "letter": "correct"})
    _tick(en, ADDRESS).check()
    en.type_into(f"{ADDRESS}-listed", "hanaok@example.co.jp")
    en.type_into(f"{ADDRESS}-right", "hanako@example.co.jp")
    _correct(en, RIGHT.replace("hanako@example.co.jp", "hanaoko@example.co.jp"))
    assert en.value(f"{ADDRESS}-listed") == "hanaok@example.co.jp"
