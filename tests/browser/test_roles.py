"""Which account goes and which stays: shown live, and changed round with one press."""

from __future__ import annotations

from answers_from_data import complete
from case_text import CaseText


def _drawn(case: CaseText) -> list[str]:
    case.draw()
    return case.page.locator("[data-role-address]").all_inner_texts()


def test_drawing_follows_the_addresses(case: CaseText) -> None:
    """The source's address stands left of the arrow, the destination's right of it, as they are typed."""
    assert _drawn(case) == ["", ""]
    case.control("source-login-email").press_sequentially("a@example.com")
    case.control("destination-login-email").press_sequentially("b@example.com")
    assert _drawn(case) == ["a@example.com", "b@example.com"]


def test_swapping_changes_every_answer_of_the_two_accounts(case: CaseText) -> None:
    """One press puts each of the source's answers into the destination's place and the other way round."""
    answers = complete(case.guide, {"destination-notification-email-is": "unknown"})
    case.fill_in(answers)
    before = case.answers()
    case.press("swap")
    after = case.answers()
    pairs = [(name, name.replace("source-", "destination-")) for name in before if name.startswith("source-")]
    swapped = [(source, destination) for source, destination in pairs if destination in before]
    # How one signs in changes places only where both could be signed in to like that.
    swapped.remove(("source-account-kind", "destination-account-kind"))
    assert len(swapped) >= 5
    for source, destination in swapped:
        assert (after[source], after[destination]) == (before[destination], before[source])
    rest = before.keys() - {name for pair in swapped for name in pair}
    assert {name: after[name] for name in rest} == {name: before[name] for name in rest}
    assert _drawn(case) == [before["destination-login-email"], before["source-login-email"]]
    assert case.letter() == case.expected_letter()


def test_swapping_twice_is_swapping_never(ja: CaseText) -> None:
    """A second press brings everything back, the letter too."""
    ja.fill_in(complete(ja.guide))
    before = (ja.answers(), ja.letter())
    ja.press("swap")
    assert ja.letter() != before[1]
    ja.press("swap")
    assert (ja.answers(), ja.letter()) == before


def test_one_address_for_both_is_right_only_with_both_ids(ja: CaseText) -> None:
    """The same login address twice is an error, unless the ids tell the accounts apart; the letter then says it."""
    same = {"destination-login-email": "hanako@example.co.jp"}
    ja.fill_in(complete(ja.guide, {**same, "source-candidate-id": ""}))
    ja.press("copy")
    assert ja.problems() == [ja.message("destination-login-email", "same-without-ids", "source-login-email")]
    ja.fill_in(complete(ja.guide, same))
    assert ja.copy() == ja.expected_letter()
    assert ja.guide.languages["en"].text("same-email") in ja.letter()
