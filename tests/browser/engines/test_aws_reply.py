"""AWS's mail read in the page, in three engines: a wrong list corrected, a right one approved by her own two ticks."""

from __future__ import annotations

from answers_from_data import barely_enough
from reader import Reader
from window import wait_until

RIGHT = "[CASE 123456789012345] We will merge {source-login-email} into {destination-login-email}."
VERDICT = "() => document.querySelector('[data-reply-verdict]').dataset.replyVerdict"
LETTER = "() => document.querySelector('case-generator form').elements.letter.value"
MARKED = """
() => [...document.querySelectorAll('[data-reply-finding="source-login-email"][data-match="near"] mark')]
  .map((mark) => mark.textContent)
"""


def test_a_wrong_list_is_corrected_and_a_right_one_approved(reader: Reader) -> None:
    """She types the mail in; what differs is shown sign by sign, and nothing is approved before she has ticked both."""
    answers = barely_enough(reader.guide, {"letter": "confirm"})
    reader.let_fill_in(answers)
    right = RIGHT
    for name in ("source-login-email", "destination-login-email"):
        right = right.replace(f"{{{name}}}", answers[name])
    address = answers["source-login-email"]
    wrong = address[1] + address[0] + address[2:]
    reader.write("aws-reply", right.replace(address, wrong))
    wait_until(lambda: reader.run(VERDICT) == "differs", "the page says that it differs")
    assert "".join(reader.run(MARKED)) in (address[:2] + address[1::-1], address[1::-1] + address[:2])
    reader.click('[data-reply-next="correct"]')
    wait_until(lambda: reader.run(LETTER) == "correct", "the correction is chosen")
    assert f"wrong: {wrong}. The right one is {address}." in reader.letter()
    reader.write("aws-reply", right)
    wait_until(lambda: reader.run(VERDICT) == "as-asked", "the page says that all is as asked")
    reader.click('[data-reply-next="confirm"]')
    assert reader.run(LETTER) == "correct", "without the ticks nothing is approved"
    for role in ("source", "destination"):
        reader.click(f'[data-reply-checked="{role}"]')
    reader.click('[data-reply-next="confirm"]')
    wait_until(lambda: reader.run(LETTER) == "confirm", "the approval is chosen")
    reader.press("copy")
    reader.wait_for_status(str(reader.words["copied"]))
    assert "Case: 123456789012345" in reader.paste_on_paper()
