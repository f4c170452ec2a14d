"""A letter in the reader's own words: what is copied, what is shown, and whether it is behind; by the page's module."""

from __future__ import annotations

from typing import Any

from case_text import CaseText
from modules import run_modules

MODULES = ("letters/own-wording", "letters/composition")
COMPOSED: list[dict[str, Any]] = [
    {"id": "greeting", "lines": [[{"text": "Dear AWS,"}]]},
    {
        "id": "request",
        "lines": [[{"text": "My name is "}, {"field": "full-name", "text": "Hanako Example"}], [{"text": "."}]],
    },
    {"id": "thanks", "lines": [[{"text": "Thanks."}]]},
]
GLOSS: list[dict[str, Any]] = [{"id": row["id"], "lines": [[{"text": f"gloss of {row['id']}"}]]} for row in COMPOSED]
NOTE = {"text": "your own words", "language": "en"}
ROWS = """
const { paragraphs, translated } = modules.ownRows(...given);
return paragraphs.map((paragraph, index) =>
  [paragraph, translated[index]].map(({ id, lines, language }) => [id, lines, language ?? ""]));
"""


def own(*texts: str) -> list[dict[str, str]]:
    """The letter as it was made, each paragraph with what stands there now."""
    made = ["Dear AWS,", "My name is Hanako Example\n.", "Thanks."]
    return [
        {"id": str(row["id"]), "made": was, "text": text} for row, was, text in zip(COMPOSED, made, texts, strict=True)
    ]


def shown(row: dict[str, Any]) -> list[object]:
    """A paragraph as it was composed."""
    return [row["id"], row["lines"], ""]


def test_editing_begins_with_the_letter_as_it_is(untouched: dict[str, CaseText]) -> None:
    en = untouched["en"]
    got = run_modules(en.page, en.site, MODULES, "return modules.ownWords(given);", COMPOSED)
    assert got == own("Dear AWS,", "My name is Hanako Example\n.", "Thanks.")


def test_emptied_paragraphs_leave_no_gap_in_what_is_copied(untouched: dict[str, CaseText]) -> None:
    en = untouched["en"]
    body = "return given.map((words) => modules.ownText(words));"
    given = [own(" Hello,\n", " \n", "Bye."), own("Hello,", "I am Hanako.", "Bye.")]
    assert run_modules(en.page, en.site, MODULES, body, given) == ["Hello,\n\nBye.", "Hello,\n\nI am Hanako.\n\nBye."]


def test_letter_is_behind_once_the_answers_give_another(untouched: dict[str, CaseText]) -> None:
    """What she wrote does not count: it is what the letter was made from that does."""
    en = untouched["en"]
    words = own("Hello,", "", "Bye.")
    body = "return [given[1], given[1].slice(1)].map((paragraphs) => modules.isBehind(given[0], paragraphs));"
    assert run_modules(en.page, en.site, MODULES, body, [words, COMPOSED]) == [False, True]


def test_only_her_own_words_have_no_translation(untouched: dict[str, CaseText]) -> None:
    """What reads as it was composed keeps its translation; an emptied paragraph is not shown."""
    en = untouched["en"]
    words = own(" Dear AWS,\n", " I am Hanako. ", " ")
    assert run_modules(en.page, en.site, MODULES, ROWS, [words, COMPOSED, GLOSS, NOTE]) == [
        [shown(COMPOSED[0]), shown(GLOSS[0])],
        [["request", [[{"text": "I am Hanako."}]], ""], ["request", [[{"text": NOTE["text"]}]], "en"]],
    ]


def test_what_she_never_changed_is_not_called_hers(untouched: dict[str, CaseText]) -> None:
    """A paragraph that the answers give otherwise by now, or not at all, stays as it was, without a translation."""
    en = untouched["en"]
    words = own("Dear AWS,", "My name is Hanako Example\n.", "Thanks.")
    later = [{"id": "greeting", "lines": [[{"text": "Hello AWS,"}]]}, COMPOSED[1]]
    assert run_modules(en.page, en.site, MODULES, ROWS, [words, later, GLOSS, NOTE]) == [
        [["greeting", [[{"text": "Dear AWS,"}]], ""], ["greeting", [], "en"]],
        [shown(COMPOSED[1]), shown(GLOSS[1])],
        [["thanks", [[{"text": "Thanks."}]], ""], ["thanks", [], "en"]],
    ]
