"""Bug: a field for an address showed other characters than the letter held, and nothing was said.

Browsers hand over the domain of ``type=email`` already converted (full width to half width, 日本.jp to xn--wgv71a.jp),
so that there seemed to be nothing to repair, while the field went on showing what was typed.
"""

from __future__ import annotations

from answers_from_data import complete
from case_text import CaseText


def test_field_shows_the_address_that_is_used(ja: CaseText) -> None:
    """What the field shows after it was left is the address of the letter."""
    for typed in ("hanako@ｅｘａｍｐｌｅ.ｃｏｍ", "hanako@example。com", "hanako@exam\u200bple.com"):
        ja.fill_in(complete(ja.guide, {"contact-email": "another@example.com"}))
        ja.type_into("contact-email", typed)
        assert _shown(ja, "contact-email") == ja.value("contact-email") == "hanako@example.com", typed


def test_japanese_domain_is_not_sent_in_code(ja: CaseText) -> None:
    """A domain in Japanese is an error in words, not a row of letters and digits that the reader never typed."""
    ja.fill_in(complete(ja.guide))
    ja.type_into("contact-email", "hanako@日本.jp")
    assert ja.copy() == "before"
    assert ja.problems() == [ja.message("contact-email", "not-ascii")]


def _shown(case: CaseText, name: str) -> str:
    """What the reader sees in a field: what she gets if she copies it out by hand."""
    case.control(name).focus()
    case.page.keyboard.press("Control+a")
    case.page.keyboard.press("Control+c")
    shown = case.clipboard()
    case.control(name).blur()
    return shown
