"""Dates as people write them, in Japanese and in English: what can be read in one way only is read, nothing else."""

from __future__ import annotations

import datetime

import pytest

from mergeguide.data import Guide
from mergeguide.letters.answers import repair_answer

WRITTEN = {
    "2026-03-31": "2026-03-31",
    " 2026-3-31 ": "2026-03-31",
    "2026−03−31": "2026-03-31",
    "２０２６ー０３ー３１": "2026-03-31",
    "20260331": "2026-03-31",
    "2026/3/31": "2026-03-31",
    "2026. 3. 31": "2026-03-31",
    "2026年3月31日": "2026-03-31",
    "２０２６年　３月３１日（火）": "2026-03-31",
    "令和8年3月31日": "2026-03-31",
    "令和元年5月1日": "2019-05-01",
    "平成 30 年 12 月": "2018-12",
    "R8.3.31": "2026-03-31",
    "H30/12/1": "2018-12-01",
    "31 March 2026": "2026-03-31",
    "31st of march, 2026": "2026-03-31",
    "March 31, 2026": "2026-03-31",
    "Tuesday, Mar. 31st, 2026": "2026-03-31",
    "31-Mar-2026": "2026-03-31",
    "31/03/2026": "2026-03-31",
    "3/31/2026": "2026-03-31",
    "2026-03": "2026-03",
    "2026年3月": "2026-03",
    "2026/3": "2026-03",
    "03/2026": "2026-03",
    "Mar 2026": "2026-03",
    "Sept. 2026": "2026-09",
}

NOT_READ = (
    "",
    "03/04/2026",
    "3/3/2026",
    "26/3/31",
    "3月31日",
    "March 31",
    "Ma 2026",
    "Marzipan 31, 2026",
    "令和8年",
    "2026",
    "31 March 2026 or later",
    "3月末",
)


@pytest.mark.parametrize("name", ["left-on", "first-sent-on", "statement-exam-booked-exam-on"])
def test_what_people_write_is_read(guide: Guide, name: str) -> None:
    field = guide.questions[name]
    assert {text: repair_answer(guide, field, text) for text in WRITTEN} == WRITTEN
    for text in WRITTEN.values():
        assert repair_answer(guide, field, text) == text


@pytest.mark.parametrize("text", NOT_READ)
def test_what_is_not_sure_stays_as_it_is(guide: Guide, text: str) -> None:
    assert repair_answer(guide, guide.questions["left-on"], text) == text


def test_every_day_is_read_as_both_languages_write_it(guide: Guide) -> None:
    field = guide.questions["left-on"]
    day = datetime.date(2019, 12, 25)
    while day < datetime.date(2021, 1, 10):
        for text in (
            f"{day.year}年{day.month}月{day.day}日",
            f"{day.year}/{day.month}/{day.day}",
            f"{day:%d %B %Y}",
            f"{day:%B} {day.day}, {day.year}",
            f"令和{day.year - 2018}年{day.month}月{day.day}日",
        ):
            assert repair_answer(guide, field, text) == day.isoformat(), text
        day += datetime.timedelta(days=1)
