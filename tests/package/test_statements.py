"""Ready sentences as the page shows them, and as the data promises them to the generator."""

from __future__ import annotations

import pytest
from pages_alone import Render

from mergeguide.data.guide import Guide
from mergeguide.i18n.placeholders import SLOT
from mergeguide.schema.formats import Format

BLOCK = "# Page { #page }\n\n/// statements\n///\n"
ASKED_FOR = {
    "asked-before", "exam-booked", "company-renamed", "badge-missing", "name-on-document", "subscription-on-source",
    "mfa-lost", "name-matches-document", "list-address-wrong", "list-account-missing", "list-not-mine", "list-reversed",
}  # fmt: skip


def test_what_readers_have_to_say_has_its_sentence(guide: Guide) -> None:
    assert guide.statements.keys() >= ASKED_FOR


@pytest.mark.parametrize("code", ["ja", "en"])
def test_every_sentence_is_shown_to_be_copied_and_to_be_understood(guide: Guide, render: Render, code: str) -> None:
    page = render(BLOCK, code)

    assert page.problems == ()
    for statement in guide.statements.values():
        (row,) = page.tree.xpath(f"//li[@id='statement-{statement.id}']")
        shown = {part.get("lang"): " ".join(part.text_content().split()) for part in row.xpath("./p[@lang]")}
        for language, brackets in (("en", "[]"), ("ja", "［］")):
            words = guide.languages[language].statements[statement.id]
            blanks = {blank: f"{brackets[0]}{words.blanks[blank]}{brackets[1]}" for blank in words.blanks}
            assert shown[language] == words.letter.format(**blanks)
        assert guide.languages[code].statements[statement.id].label in row.text_content()
        assert len(row.xpath(".//a[contains(@class, 'mg-asof')]")) == len(statement.claims)
        assert row.xpath("./p[@data-sentence]/@lang") == ["en"]
        assert row.xpath("./button[@hidden]"), "without a script no button promises anything"


def test_sentences_stand_under_their_occasion(guide: Guide, render: Render) -> None:
    groups = render(BLOCK).tree.xpath("//details")
    assert [group.get("id") for group in groups] == ["statements-request", "statements-list", "statements-reply"]
    for group in groups:
        assert not group.get("open")
        found = [row.removeprefix("statement-") for row in group.xpath(".//li/@id")]
        occasion = group.get("id").removeprefix("statements-")
        assert found == [each.id for each in guide.statements.values() if each.occasion == occasion]


def test_a_blank_can_be_a_control_of_the_form(guide: Guide) -> None:
    """``statement-<id>-<blank>``: no two alike, none like a field's, each with a format and an example of it."""
    names = [f"statement-{each.id}-{blank.id}" for each in guide.statements.values() for blank in each.blanks]
    assert len(names) == len(set(names))
    assert not set(names) & set(guide.fields)
    for statement in guide.statements.values():
        for blank in statement.blanks:
            assert isinstance(guide.formats[blank.format], Format)
            assert blank.example.isascii()
        for language in guide.languages.values():
            assert set(SLOT.findall(language.statements[statement.id].letter)) == {
                blank.id for blank in statement.blanks
            }


def test_a_sentence_for_the_list_is_one_for_the_letter_that_corrects_it(guide: Guide) -> None:
    of_list = [each for each in guide.statements.values() if each.occasion == "list"]
    assert [each.letters for each in of_list] == [("correct",)] * 5


def test_the_block_stands_once_on_a_page(render: Render) -> None:
    (problem,) = render(f"{BLOCK}\n/// statements\n///\n").problems
    assert problem.rule == "block-doubled"
