"""What the data know of a field ends its section on the page, so that the page cannot say anything else."""

from __future__ import annotations

import pytest
from lxml.html import HtmlElement
from pages_alone import Render

from mergeguide.data.guide import Guide

SECTION = "## {title} {{ #field-{field} }}\n\nMeaning\n:   What it is.\n\nA last sentence.\n"


def facts_of(section: HtmlElement) -> dict[str, list[str]]:
    """Each term of a list of facts, with the texts under it."""
    found: dict[str, list[str]] = {}
    term = ""
    (listing,) = section.iter("dl")
    for child in listing:
        text = " ".join(child.text_content().split())
        if child.tag == "dt":
            term = text
            found[term] = []
        else:
            found[term].append(text)
    return found


def field_page(*fields: str) -> str:
    """A page with a section for each field."""
    return "# Fields { #fields }\n\nIntroduction.\n\n" + "\n".join(
        SECTION.format(title=field, field=field) for field in fields
    )


def test_the_facts_stand_at_the_end_of_the_field_s_section(render: Render) -> None:
    page = render(field_page("full-name", "notes") + "\n## Something else { #else }\n\nText.\n")
    assert page.problems == ()
    order = [(element.tag, element.get("class")) for element in page.tree]
    one = [("dl", None), ("p", None), ("details", "mg-facts")]
    assert order == [("h1", None), ("p", None), ("h2", None), *one, ("h2", None), *one, ("h2", None), ("p", None)]


def test_the_facts_of_the_last_section_end_the_page(render: Render) -> None:
    page = render(field_page("full-name"))
    assert page.tree[-1].get("class") == "mg-facts"


@pytest.mark.parametrize("level", range(1, 7))
def test_headings_of_every_level_open_and_close_a_section(render: Render, level: int) -> None:
    page = render(f"{'#' * level} A {{ #field-notes }}\n\nText.\n\n#### Next {{ #next }}\n\nText.\n")
    assert [element.get("class") or element.tag for element in page.tree] == [f"h{level}", "p", "mg-facts", "h4", "p"]


@pytest.mark.parametrize("heading", ["## Notes { #notes }", "## A { #field-unheard-of }", "## A", "Field-notes"])
def test_other_sections_get_no_facts(render: Render, heading: str) -> None:
    assert render(f"{heading}\n\nText.\n").tree.find_class("mg-facts") == []


def test_every_documented_field_has_its_facts_in_every_language(guide: Guide, render: Render) -> None:
    for code in guide.languages:
        page = render(field_page(*guide.documented), code)
        assert page.problems == ()
        shown = page.tree.find_class("mg-facts")
        assert len(shown) == len(guide.documented)
        for field, listing in zip(guide.documented, shown, strict=True):
            check_facts(guide, code, field, facts_of(listing))


def check_facts(guide: Guide, code: str, field: str, told: dict[str, list[str]]) -> None:
    """Hold one field's facts against the data."""
    language = guide.languages[code]
    words = language.facts
    known = guide.fields.get(field) or guide.form_items[field]
    asked = guide.fields.get(field)
    # Of the states one is always asked for.
    need = language.needs[asked.need_on_page] if asked else words["only-on-form"]
    assert told[words["need"]][0].startswith(need), (code, field)
    assert language.formats[known.format or "choice"] in told[words["format"]][0], (code, field)
    if asked is None or asked.kind != "choice":
        assert told[words["example"]] == [known.example], (code, field)
    on_form = " ".join(told[words["on-the-form"]])
    items = [
        (edition, item)
        for edition in guide.editions.values()
        for item in edition.items
        if field in (item.item, item.fill)
    ]
    for edition, item in items:
        assert language.form_editions[edition.id].name in on_form, (code, field, edition.id)
        for labels in item.labels.values():
            assert all(label in on_form for label in labels), (code, field, labels)
        assert all(choice in on_form for choice in item.choose.values()), (code, field)
    if not items:
        assert told[words["on-the-form"]] == [words["no-item"]], (code, field)
    if asked:
        letters = [language.letters[name].label for name in asked.letters or guide.letters]
        assert told[words["in-letters"]] == letters, (code, field)
    else:
        assert words["in-letters"] not in told


def test_folded_facts_show_how_much_a_field_is_needed(guide: Guide, render: Render) -> None:
    (listing,) = render(field_page("full-name")).tree.find_class("mg-facts")
    assert (listing.tag, listing.get("open")) == ("details", None)
    (summary,) = listing.iter("summary")
    assert summary.text_content().startswith(guide.languages["en"].needs["required"])


def test_a_choice_shows_its_choices(guide: Guide, render: Render) -> None:
    for code, language in guide.languages.items():
        (listing,) = render(field_page("source-account-kind"), code).tree.find_class("mg-facts")
        labels = [choice.label for choice in language.fields["source-account-kind"].choices.values()]
        assert [item.text_content() for item in listing.iter("li")] == labels
        (listing,) = render(field_page("situation"), code).tree.find_class("mg-facts")
        assert [item.text_content() for item in listing.iter("li")] == [
            words.label for words in language.situations.values()
        ]


def test_the_facts_cite_the_field_s_claims(guide: Guide, render: Render) -> None:
    (listing,) = render(field_page("contact-email")).tree.find_class("mg-facts")
    cited = [link.get("href") for link in listing.find_class("mg-asof")]
    assert cited == [f"evidence.md#claim-{claim}" for claim in guide.fields["contact-email"].claims]


def test_a_condition_is_told_with_the_need(guide: Guide, render: Render) -> None:
    (listing,) = render(field_page("source-candidate-id")).tree.find_class("mg-facts")
    need = facts_of(listing)[guide.languages["en"].facts["need"]][0]
    assert guide.languages["en"].situations["same-email"].label in need


def test_words_on_aws_s_screens_carry_their_language(guide: Guide, render: Render) -> None:
    (listing,) = render(field_page("form-issue-type")).tree.find_class("mg-facts")
    screen = listing.find_class("mg-screen")
    assert [(element.text_content(), element.get("lang")) for element in screen] == [("問題タイプ", "ja")]
