"""Companies' names as people type them into an English letter, and what may be offered for each."""

from __future__ import annotations

import re

from mergeguide.schema.warnings import Suggestion

REWRITTEN = {
    "株式会社Example": ["Example K.K.", "Example Inc."],
    "株式会社 Example": ["Example K.K.", "Example Inc."],
    "Example株式会社": ["Example K.K.", "Example Inc."],
    "Example 株式会社": ["Example K.K.", "Example Inc."],
    "Example Foods & Co株式会社": ["Example Foods & Co K.K.", "Example Foods & Co Inc."],
    "(株)Example": ["Example K.K.", "Example Inc."],
    "Example（株）": ["Example K.K.", "Example Inc."],
    "㈱Example": ["Example K.K.", "Example Inc."],
    "株式会社3E": ["3E K.K.", "3E Inc."],
    "株式会社$&": [],
    "E$& $1株式会社": ["E$& $1 K.K.", "E$& $1 Inc."],
    "有限会社Example": ["Example Y.K.", "Example Ltd."],
    "Example㈲": ["Example Y.K.", "Example Ltd."],
    "合同会社Example": ["Example G.K.", "Example LLC"],
    "Example合同会社": ["Example G.K.", "Example LLC"],
    "株式会社例": [],
    "株式会社 例": [],
    "例株式会社": [],
    "株式会社エグザンプル": [],
    "株式会社Example例": [],
    "例Example株式会社": [],
    "Example株式会社東京支社": [],
    "株式会社": [],
    "株式会社 ": [],
    "株式会社123": [],
    "Ł株式会社": [],
    "株式会社Example株式会社": [],
    "Example": [],
    "": [],
}
"""A name in Latin letters keeps them; one in kanji or kana is never put into others."""


def rewritten(suggestion: Suggestion, answer: str) -> list[str]:
    """What the data offers for an answer; ``$1`` is what the brackets matched."""
    found = []
    for rewrite in suggestion.rewrites:
        if match := re.search(rewrite.matches, answer):
            found += [other.replace("$1", match[1]) for other in rewrite.becomes]
    return found
