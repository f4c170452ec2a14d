"""Values in slots, dates and conditions, put into the words of a language."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from plain_words import DATES, in_plain_words

from mergeguide.data.guide import Guide
from mergeguide.i18n.dates import letter_date, shown_date
from mergeguide.i18n.labels import choice_label, conditions_in_words, control_label
from mergeguide.i18n.placeholders import SLOT, fill
from mergeguide.schema.conditions import Condition
from turns import examples

NAMES = st.from_regex(r"[a-z0-9]+(-[a-z0-9]+)?", fullmatch=True)
VALUES = st.one_of(st.text(max_size=20), st.sampled_from(["{a}", "{b}{a}", "{", "}", "$&", r"\1", r"\g<0>", "{{a}}"]))


@given(a=VALUES, b=VALUES)
@settings(max_examples=examples(300), deadline=None, derandomize=True)
def test_values_are_never_read_as_slots(a: str, b: str) -> None:
    assert fill("<{a}|{b}|{a}>", {"a": a, "b": b}) == f"<{a}|{b}|{a}>"


@given(names=st.lists(NAMES, max_size=5), value=VALUES)
@settings(max_examples=examples(200), deadline=None, derandomize=True)
def test_every_slot_gets_its_value_and_the_rest_stays(names: list[str], value: str) -> None:
    text = " and ".join(f"{{{name}}}" for name in names)
    assert fill(text, dict.fromkeys(names, value)) == " and ".join(value for _ in names)


@given(text=st.text(alphabet=st.characters(exclude_characters="{"), max_size=40))
@settings(max_examples=examples(200), deadline=None, derandomize=True)
def test_a_text_without_slots_stays_as_it_is(text: str) -> None:
    assert fill(text, {}) == text


def test_what_is_no_field_id_is_no_slot() -> None:
    text = "{Full-Name} { full-name } {full_name} {} {氏名}"
    assert SLOT.findall(text) == []
    assert fill(text, {}) == text


def test_a_slot_without_a_value_is_a_fault_and_not_a_blank() -> None:
    with pytest.raises(KeyError, match="nobody"):
        fill("{nobody}", {})


@pytest.mark.parametrize(
    ("iso", "english", "japanese"),
    [
        ("2026-03-31", "31 March 2026", "2026年3月31日"),
        ("2026-12-01", "1 December 2026", "2026年12月1日"),
        ("1999-01-09", "9 January 1999", "1999年1月9日"),
        ("2026-03", "March 2026", "2026年3月"),
        ("2026-13", "13 2026", "2026年13月"),
        ("", "", ""),
        ("tomorrow", "tomorrow", "tomorrow"),
        ("2026-3-31", "2026-3-31", "2026-3-31"),
        ("2026-03-31T00:00", "2026-03-31T00:00", "2026-03-31T00:00"),
        ("2026-13-01", "1 13 2026", "2026年13月1日"),
        ("2026-00-01", "1 0 2026", "2026年0月1日"),
    ],
)
def test_dates_in_letters(iso: str, english: str, japanese: str) -> None:
    assert letter_date(DATES["en"], iso) == english
    assert letter_date(DATES["ja"], iso) == japanese


@pytest.mark.parametrize(
    ("when", "english", "japanese"),
    [
        ("2024", "2024", "2024年"),
        ("2024-04", "April 2024", "2024年4月"),
        ("2024-04-15", "15 April 2024", "2024年4月15日"),
        ("2022/2023", "2022–2023", "2022年〜2023年"),
        ("2021-03-24/2025-10-29", "24 March 2021–29 October 2025", "2021年3月24日〜2025年10月29日"),
        ("2024/..", "2024 or later", "2024年以降"),
        ("../2024-01-31", "until 31 January 2024", "2024年1月31日まで"),
        (None, "no date known", "日付不明"),
    ],
)
def test_dates_of_sources(when: str | None, english: str, japanese: str) -> None:
    assert shown_date(DATES["en"], when) == english
    assert shown_date(DATES["ja"], when) == japanese


def test_an_inferred_date_says_so() -> None:
    assert shown_date(DATES["en"], "2024", inferred=True) == "about 2024"
    assert shown_date(DATES["ja"], "2024/..", inferred=True) == "2024年以降ごろ"


def test_a_date_that_is_not_known_is_not_about_anything() -> None:
    assert shown_date(DATES["en"], None, inferred=True) == "no date known"


def test_conditions_in_words(guide: Guide) -> None:
    english = in_plain_words(guide, "en")
    both: list[Condition] = [{"former-company": "given", "situation": ("left-company", "leaving-soon")}]
    company, situation = english.fields["former-company"].label, english.fields["situation"].label
    left, leaving = (english.situations[name].label for name in ("left-company", "leaving-soon"))
    assert conditions_in_words(guide, english, both) == f"{company} is filled in; {situation}: {left} / {leaving}"
    either: list[Condition] = [{"case-id": "absent"}, {"source-notification-email-is": ("another",)}]
    case, address = english.fields["case-id"].label, english.fields["source-notification-email"].label
    another = english.states["another"].label
    assert conditions_in_words(guide, english, either) == f"{case} is empty or {address}: {another}"
    assert conditions_in_words(guide, english, ()) == ""


@pytest.mark.parametrize("language", ["en", "ja"])
def test_every_condition_of_the_data_can_be_put_into_words(guide: Guide, language: str) -> None:
    words = guide.languages[language]
    conditions = [field.asked_when for field in guide.fields.values()]
    conditions += [field.required_when for field in guide.fields.values()]
    conditions += [paragraph.when for paragraph in guide.paragraphs.values()]
    conditions += [line.when for paragraph in guide.paragraphs.values() for line in paragraph.lines]
    told = [conditions_in_words(guide, words, when) for when in conditions if when]
    assert len(told) > 10
    assert all(text and "{" not in text for text in told)


@pytest.mark.parametrize("language", ["en", "ja"])
def test_every_control_and_value_has_a_label(guide: Guide, language: str) -> None:
    words = guide.languages[language]
    controls = {"letter": guide.letters, "letter-language": guide.letter_languages, "edition": guide.editions}
    for field in guide.fields.values():
        controls[field.id] = guide.choices(field)
        if field.states:
            controls[field.state_control] = field.states
    for control, values in controls.items():
        assert control_label(guide, words, control)
        labels = [choice_label(guide, words, control, value) for value in values]
        assert len(set(labels)) == len(labels), f"{control} has two values with one label"
        assert all(labels)


def test_no_part_is_called_as_a_question_in_it(guide: Guide) -> None:
    """The two stand one below the other, and would be read twice."""
    for language in guide.languages.values():
        for field in guide.fields.values():
            assert language.groups[field.group].title != language.fields[field.id].label, field.id
