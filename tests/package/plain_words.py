"""Words of two made-up editions of English and Japanese, so that a better wording in the data breaks no test."""

from __future__ import annotations

from collections.abc import Mapping

from mergeguide.data.guide import Guide
from mergeguide.schema.languages import Language
from mergeguide.schema.page_words import AsOf, Conditions, Dates

MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
DATES: Mapping[str, Dates] = {
    "en": Dates.model_validate(
        {
            "months": MONTHS,
            "short-months": [month[:3] for month in MONTHS],
            "letter": "{day} {month} {year}",
            "letter-month": "{month} {year}",
            "day": "{day} {month} {year}",
            "month": "{month} {year}",
            "year": "{year}",
            "between": "{from}–{to}",
            "since": "{from} or later",
            "until": "until {to}",
            "inferred": "about {date}",
            "none": "no date known",
        }
    ),
    "ja": Dates.model_validate(
        {
            "letter": "{year}年{month}月{day}日",
            "letter-month": "{year}年{month}月",
            "day": "{year}年{month}月{day}日",
            "month": "{year}年{month}月",
            "year": "{year}年",
            "between": "{from}〜{to}",
            "since": "{from}以降",
            "until": "{to}まで",
            "inferred": "{date}ごろ",
            "none": "日付不明",
        }
    ),
}
AS_OF: Mapping[str, AsOf] = {
    "en": AsOf.model_validate(
        {
            "official": "official",
            "quoted": "AWS, as quoted",
            "report": "1 report",
            "reports": "{count} reports",
            "secondary": "second-hand",
            "inferred": "our reading",
            "unknown": "not known",
            "unknown-words": ["not known"],
            "undated": "undated",
            "years": "{from}–{to}",
            "joint": " · ",
            "old": "More than a year old.",
            "describe": "Evidence: {mark}",
        }
    ),
    "ja": AsOf.model_validate(
        {
            "official": "公式",
            "quoted": "AWSの文面の引用",
            "report": "報告1件",
            "reports": "報告{count}件",
            "secondary": "二次情報",
            "inferred": "推測",
            "unknown": "わかっていません",
            "unknown-words": ["わかっていません"],
            "undated": "日付不明",
            "years": "{from}〜{to}年",
            "joint": "・",
            "old": "1年以上前のものです。",
            "describe": "根拠：{mark}",
        }
    ),
}
CONDITIONS = Conditions.model_validate(
    {
        "or": " or ",
        "and": "; ",
        "either": " / ",
        "given": "{label} is filled in",
        "absent": "{label} is empty",
        "is": "{label}: {values}",
    }
)


def in_plain_words(guide: Guide, code: str) -> Language:
    """A language of the data whose dates, marks and conditions are worded here."""
    words = {"dates": DATES[code], "as_of": AS_OF[code], "conditions": CONDITIONS}
    return guide.languages[code].model_copy(update=words)
