"""From what was typed to what counts: repaired, and only what is asked, so that nothing is left behind unseen."""

from __future__ import annotations

from dataclasses import replace

import pytest
from answers import COMPLETE, answered

from mergeguide.data.guide import Guide
from mergeguide.letters.answers import control_names, effective_answers
from mergeguide.letters.composition import compose, letter_text


def test_switches_have_defaults(guide: Guide) -> None:
    assert effective_answers(guide, {}) | {"situation": ""} == effective_answers(guide, {})
    effective = effective_answers(guide, {})
    newest = next(iter(guide.editions))
    assert (effective["letter"], effective["letter-language"], effective["edition"]) == ("request", "en", newest)


def test_an_empty_switch_is_the_default(guide: Guide) -> None:
    effective = effective_answers(guide, {"letter": "", "letter-language": "", "edition": ""})
    assert effective == effective_answers(guide, {})


def test_each_switch_counts_as_it_was_set(guide: Guide) -> None:
    chosen = {"letter": [*guide.letters][-1], "letter-language": guide.letter_languages[-1]}
    chosen["edition"] = [*guide.editions][-1]
    effective = effective_answers(guide, chosen)
    assert {name: effective[name] for name in chosen} == chosen
    assert chosen != {name: effective_answers(guide, {})[name] for name in chosen}


def test_what_follows_from_answers_is_not_so_where_they_are_not_asked(guide: Guide) -> None:
    decisive = {name for derived in guide.derived.values() for name in derived.follows_from}
    fields = [
        field.model_copy(update={"letters": ("request",)}) if field.id in decisive else field
        for field in guide.form.fields
    ]
    form = guide.form.model_copy(update={"fields": tuple(fields)})
    without = replace(guide, records={**guide.records, "fields": form})
    effective = effective_answers(without, answered(letter="confirm"))
    assert not decisive & {*effective}
    assert {name: effective[name] for name in guide.derived} == dict.fromkeys(guide.derived, "")


def test_answers_are_repaired(guide: Guide) -> None:
    effective = effective_answers(
        guide, answered(contact_email="　ｈａｎａｋｏ＠ｅｘａｍｐｌｅ．ｃｏｍ ", notes="one\r\n\r\n\r\ntwo  ")
    )
    assert effective["contact-email"] == "hanako@example.com"
    assert effective["notes"] == "one\n\ntwo"


def test_what_is_not_asked_does_not_count(guide: Guide) -> None:
    effective = effective_answers(guide, answered(situation="email-only", source_account_kind="builder-id"))
    assert not {"former-company", "left-on", "work-mailbox", "case-id", "first-sent-on", "form-phone"} & set(effective)


def test_changing_ones_mind_above_leaves_nothing_behind_in_the_letter(guide: Guide) -> None:
    before = answered(source_notification_email_is="another")
    before |= {"source-notification-email": "h.notify@example.co.jp", "case-id": "000000000000001"}
    after = before | {"situation": "email-only", "source-account-kind": "builder-id"}
    after["source-notification-email-is"] = "same"
    text = letter_text(compose(guide, effective_answers(guide, after), "en"))
    for gone in ("Example Corporation", "31 March", "h.notify@example.co.jp", "000000000000001"):
        assert gone not in text, gone
    assert letter_text(compose(guide, effective_answers(guide, before), "en")) != text


def test_a_choice_made_beforehand_counts_until_another_is_made(guide: Guide) -> None:
    assert effective_answers(guide, dict(COMPLETE))["destination-account-kind"] == "builder-id"
    other = effective_answers(guide, answered(destination_account_kind="login-with-amazon"))
    assert other["destination-account-kind"] == "login-with-amazon"


@pytest.mark.parametrize(
    ("domain", "own"),
    [
        ("example.co.jp", "yes"),
        ("ＥＸＡＭＰＬＥ．ｃｏ．ｊｐ", "yes"),
        ("mail.example.co.jp", "yes"),
        ("gmail.com", ""),
        ("gmail.co", ""),  # on the way to gmail.com
        ("Pdx.ne.jp", ""),
        ("di.pdx.ne.jp", ""),
        ("notgmail.com", "yes"),
        ("example.com", ""),  # the guide's own stand-in for a mail service
        ("example", ""),
    ],
)
def test_whose_domain_it_is_follows_from_the_address(guide: Guide, domain: str, own: str) -> None:
    effective = effective_answers(guide, answered(destination_login_email=f"hanako@{domain}"))
    assert effective["destination-own-domain"] == own
    assert ("destination-kept" in effective) == bool(own)


def test_nobody_is_asked_whose_domain_it_is_without_an_address_of_its_own(guide: Guide) -> None:
    for address in ("", "example.co.jp", COMPLETE["source-login-email"].upper()):
        effective = effective_answers(guide, answered(destination_login_email=address))
        assert effective["destination-own-domain"] == ""


def test_an_address_for_good_is_said_to_be_ones_own_only_by_the_reader(guide: Guide) -> None:
    work = answered(destination_login_email="hanako@example.co.jp")
    own = "does not depend on an employer"
    assert own not in letter_text(compose(guide, effective_answers(guide, work), "en"))
    mine = effective_answers(guide, work | {"destination-kept": "mine"})
    assert own in letter_text(compose(guide, mine, "en"))
    # Answered, then the address changed to one that nobody has to be asked about.
    changed = effective_answers(guide, answered(destination_kept="mine"))
    assert own not in letter_text(compose(guide, changed, "en"))


def test_one_login_address_for_both_follows_from_the_answers(guide: Guide) -> None:
    assert effective_answers(guide, dict(COMPLETE))["same-login"] == ""
    same = answered(destination_login_email=COMPLETE["source-login-email"].upper())
    assert effective_answers(guide, same)["same-login"] == "yes"
    assert effective_answers(guide, {"letter": "confirm"})["same-login"] == ""


def test_a_reminder_after_an_approval_asks_for_the_accounts_only(guide: Guide) -> None:
    effective = effective_answers(guide, answered(letter="remind", approved_on="2026-11-09", notes="x", case_id="1"))
    assert {name for name, answer in effective.items() if answer} - {"letter", "letter-language", "edition"} == {
        *("approved-on", "case-id", "full-name", "source-login-email", "source-candidate-id"),
        *("destination-login-email", "destination-candidate-id", "notes"),
    }


def test_an_address_counts_only_where_it_is_another(guide: Guide) -> None:
    typed = {"source-notification-email": "h.notify@example.co.jp"}
    for state in ("same", "unknown", ""):
        effective = effective_answers(guide, {**COMPLETE, **typed, "source-notification-email-is": state})
        assert "source-notification-email" not in effective
        assert effective["source-notification-email-is"] == state
    effective = effective_answers(guide, {**COMPLETE, **typed, "source-notification-email-is": "another"})
    assert effective["source-notification-email"] == "h.notify@example.co.jp"


def test_a_state_that_is_not_chosen_is_there_and_empty(guide: Guide) -> None:
    effective = effective_answers(guide, {})
    assert effective["source-notification-email-is"] == effective["destination-notification-email-is"] == ""


def test_effective_answers_of_effective_answers_are_the_same(guide: Guide) -> None:
    for letter in guide.letters:
        for situation in guide.situations:
            effective = effective_answers(
                guide, answered(letter=letter, situation=situation, full_name="　Ｈａｎａｋｏ")
            )
            assert effective_answers(guide, effective) == effective


def test_the_answers_themselves_stay_as_they_are(guide: Guide) -> None:
    typed = answered(full_name="　Ｈａｎａｋｏ")
    before = dict(typed)
    effective_answers(guide, typed)
    assert typed == before


def test_the_controls_of_the_contract_are_there(guide: Guide) -> None:
    assert set(control_names(guide)) >= {
        *("letter", "letter-language", "edition", "situation", "full-name", "source-full-name", "contact-email"),
        *("alternate-email", "former-company", "left-on", "work-mailbox", "source-account-kind", "reason", "notes"),
        *("source-login-email", "source-notification-email-is", "source-notification-email", "source-candidate-id"),
        *("destination-login-email", "destination-notification-email-is", "destination-notification-email"),
        *("destination-candidate-id", "source-skill-builder-email", "destination-skill-builder-email"),
        *("destination-account-kind", "source-training-email", "destination-training-email"),
        *("case-id", "first-sent-on", "approved-on", "form-country", "form-phone"),
        *("statement", "source-training-email", "destination-training-email"),
    }


def test_the_values_of_the_contract_are_there(guide: Guide) -> None:
    assert set(guide.letters) >= {"request", "confirm", "correct", "remind"}
    assert set(guide.letter_languages) >= {"en", "ja"}
    assert set(guide.editions) >= {"2022-02", "2024-04", "2025-11"}
    assert set(guide.situations) >= {
        *("left-company", "leaving-soon", "two-accounts", "login-with-amazon", "same-email", "name-differs"),
        "email-only",
    }
    kinds = {"builder-id", "login-with-amazon", "unknown"}
    assert set(guide.fields["source-account-kind"].choices) >= kinds | {"partner-network"}
    assert set(guide.fields["destination-account-kind"].choices) >= kinds
    assert "partner-network" not in guide.fields["destination-account-kind"].choices
    assert set(guide.fields["work-mailbox"].choices) >= {"readable", "lost"}
    for account in ("source", "destination"):
        assert set(guide.fields[f"{account}-notification-email"].states) >= {"same", "another", "unknown"}


def test_the_reason_follows_the_situation_until_it_is_worded_anew(guide: Guide) -> None:
    def reason(language: str, **changes: str) -> str:
        effective = effective_answers(guide, answered(**changes))
        paragraphs = {paragraph.id: paragraph for paragraph in compose(guide, effective, language)}
        return paragraphs["reason"].text

    english = guide.languages["en"].situations
    japanese = guide.languages["ja"].situations
    assert english["left-company"].reason in reason("en")
    assert english["two-accounts"].reason in reason("en", situation="two-accounts")
    # The standard sentence of the other language is no wording of the reader's own.
    assert english["left-company"].reason in reason("en", reason=japanese["left-company"].reason)
    assert japanese["left-company"].reason in reason("ja", reason=english["left-company"].reason)
    assert "My company was closed." in reason("en", reason="My company was closed.")
    assert "My company was closed." in reason("ja", reason="My company was closed.")
