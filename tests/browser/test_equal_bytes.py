"""The letter is the same, byte for byte, whether the command line writes it or the page; so are the errors.

Python's Unicode and the browser's may be of different years: the repairs keep to characters that all of them
know alike, so every code point is tried, assigned or not.
"""

from __future__ import annotations

import itertools
import random
import re
from collections.abc import Iterator, Mapping, Sequence

import pytest
from case_text import CaseText
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from modules import run_modules

from addresses import VECTORS
from answer_space import LEFT_OVER, Answers, drawn, lives, tried_lives
from mergeguide.data.guide import Guide
from mergeguide.i18n import letter_date
from mergeguide.letters.answers import effective_answers, repair_answer
from mergeguide.letters.composition import compose, letter_text
from mergeguide.letters.normalization import repaired
from mergeguide.letters.validation import judge_answers
from mergeguide.schema.formats import Format, LookAlikes
from turns import examples, some_of

CHUNK = 4096
"""Code points that share one text."""
PLANES: Mapping[str, Sequence[int]] = {
    "the basic plane": [0],
    "planes with characters": [1, 2, 3, 14],
    "planes without": [*range(4, 14), 15, 16],
}
"""The planes of Unicode, of 65,536 code points each."""
SETS = 5000
SEED = 20261126
TODAY = "2026-11-26"
"""The day after which days are still to come, here and in ``FINDINGS``."""
MODULES = ("letters/answers", "letters/composition", "letters/validation", "letters/normalization")
LETTER = """
const letterOf = (answers) => {
  const effective = modules.effectiveAnswers(guide, answers);
  return modules.letterText(modules.compose(guide, effective, effective['letter-language']));
};
"""
LETTERS = LETTER + "return given.map(letterOf);"
FINDINGS = """
return given.map((answers) => modules.judgeAnswers(guide, modules.effectiveAnswers(guide, answers), '2026-11-26')
  .map(({ control, error, other }) => [control, error, other ?? '']));
"""


@pytest.fixture(scope="module")
def page_of_modules(untouched: dict[str, CaseText]) -> CaseText:
    """A page on which the modules are run."""
    return untouched["en"]


@pytest.fixture
def quick_repairs(monkeypatch: pytest.MonkeyPatch) -> None:
    """Repair each answer once: a repair depends on the answer and its format alone, and the answers recur."""
    known: dict[tuple[str, str], str] = {}

    def remembered(answer: str, form: Format, look_alikes: LookAlikes) -> str:
        if (answer, form.id) not in known:
            known[answer, form.id] = repaired(answer, form, look_alikes)
        return known[answer, form.id]

    monkeypatch.setattr("mergeguide.letters.answers.repaired", remembered)


def letter_of(guide: Guide, answers: Answers) -> str:
    """What the command line prints for these answers, finished or not."""
    effective = effective_answers(guide, answers)
    return letter_text(compose(guide, effective, effective["letter-language"]))


def compare(case: CaseText, sets: Sequence[Answers]) -> list[tuple[Answers, str]]:
    """Hold the letter of each set of answers against the page's; the sets with their letters."""
    ours = [letter_of(case.guide, answers) for answers in sets]
    theirs = run_modules(case.page, case.site, MODULES, LETTERS, sets)
    for answers, mine, other in zip(sets, ours, theirs, strict=True):
        assert other == mine, str(answers)
    return list(zip(sets, ours, strict=True))


def test_every_life_gives_equal_bytes(
    page_of_modules: CaseText, quick_repairs: None, capsys: pytest.CaptureFixture[str]
) -> None:
    """Letter x language x circumstances: equal bytes, each paragraph and line on and off."""
    guide = page_of_modules.guide
    sets = [
        answers
        for letter in guide.letters
        for language in guide.letter_languages
        for answers in tried_lives(guide, letter, language=language)
    ]
    assert len(sets) >= examples(5000)
    for answers, letter in compare(page_of_modules, sets):
        assert not LEFT_OVER.search(letter), (answers, letter)
    with capsys.disabled():
        print(f"\n{len(sets)} letters of every life: equal bytes")


def test_drawn_answers_give_equal_bytes_and_equal_errors(
    page_of_modules: CaseText, quick_repairs: None, capsys: pytest.CaptureFixture[str]
) -> None:
    """Answers drawn from all that can be given, asked or not: letters with their blanks and errors are equal."""
    chance = random.Random(SEED)
    sets = [drawn(page_of_modules.guide, chance) for _ in range(examples(SETS))]
    for answers, letter in compare(page_of_modules, sets):
        assert not re.search("undefined|null|NaN|None", letter), answers
    compare_errors(page_of_modules, sets)
    with capsys.disabled():
        print(f"\n{len(sets)} sets of answers drawn with seed {SEED}: equal bytes, equal errors")


WRONG = (
    "",
    "x",
    "nonsense",
    "@",
    "a@b",
    "a@b.c",
    "HANAKO@EXAMPLE.CO.JP",
    "hanako@example.co.jp",
    "花子@example.com",
    "123456789012",
    "AWS00000000",
    "aws00000000",
    "AWS0000000",
    "山田花子",
    "\u0007",
    "\ud83d",
    "2026-02-31",
    "2026-13-01",
    "03/04/2026",
    "令和8年3月31日",
    "２０２６／３／３１",
    "March 2026",
    "Ma 2026",
    "31 Dec. 2098",
    "2098年12月",
    "x" * 41,
    "x" * 201,
    "x" * 255,
    "x" * 10_001,
    " \u3000\u200b ",
    "another",
    "lost",
    "partner-network",
    *{vector.error: vector.pasted for vector in VECTORS if vector.error}.values(),
)


def broken_answers(guide: Guide, number: int) -> Iterator[Answers]:
    """Sets of answers with some missing and some wrong, the same on every run."""
    chance = random.Random(1)
    for _ in range(number):
        answers: Answers = {
            "letter": chance.choice(list(guide.letters)),
            "edition": chance.choice(list(guide.editions)),
            "situation": chance.choice([*guide.situations, "", "nonsense"]),
        }
        for field in guide.fields.values():
            right = chance.random()
            if right < 0.6:
                answers.setdefault(field.id, field.example)
            elif right < 0.9:
                answers.setdefault(field.id, chance.choice(WRONG))
            if field.states and chance.random() < 0.8:
                answers[field.state_control] = chance.choice([*field.states, "nonsense"])
        yield answers


def compare_errors(case: CaseText, sets: Sequence[Answers]) -> list[list[list[str]]]:
    """Hold the errors in each set of answers against the page's; ours: control, error and other control of each."""
    guide = case.guide
    ours = [
        [
            [found.control, found.error, found.other]
            for found in judge_answers(guide, effective_answers(guide, one), TODAY)
        ]
        for one in sets
    ]
    theirs = run_modules(case.page, case.site, MODULES, FINDINGS, sets)
    for one, mine, other in zip(sets, ours, theirs, strict=True):
        assert other == mine, one
    return ours


def test_page_and_command_line_find_the_same_errors(
    page_of_modules: CaseText, capsys: pytest.CaptureFixture[str]
) -> None:
    """The same errors at the same controls in the same order, for answers that are missing or wrong."""
    guide = page_of_modules.guide
    answers = list(broken_answers(guide, examples(8000)))
    ours = compare_errors(page_of_modules, answers)
    kinds = {error for found in ours for _, error, _ in found}
    assert kinds >= {check.error for form in guide.formats.values() for check in form.checks}
    assert kinds >= {"date-to-come", "last-day-to-come"}
    assert kinds >= {"choose", "enter", "too-long", "same-without-ids", "same-id", "unknown-choice"}
    with capsys.disabled():
        print(f"\n{len(answers)} broken sets of answers: {sum(map(len, ours))} equal errors of {len(kinds)} kinds")


def test_page_and_command_line_let_the_same_answers_count(page_of_modules: CaseText) -> None:
    """What is asked, repaired and derived, with the same value where nothing was answered."""
    case = page_of_modules
    answers = list(broken_answers(case.guide, examples(2000)))
    body = "return given.map((answers) => modules.effectiveAnswers(guide, answers));"
    theirs = run_modules(case.page, case.site, MODULES, body, answers)
    for one, found in zip(answers, theirs, strict=True):
        assert found == effective_answers(case.guide, one), one


WRITTEN_DATES = (
    *("March 2026", "march 2026", "Mar 2026", "MARCH. 2026", "31 Dec. 2098", "December 31, 2098", "Sept. 1, 2026"),
    # Of one month alone, but not enough of it; of two months; of none.
    *("De 2026", "D 2026", "Ma 2026", "Mai 2026", "Decembers 2026", "13 2026"),
    *("2026/3/31", "2026/3", "20260331", "2026年3月31日", "令和8年3月", "令和元年5月1日", "R8.3.31", "平成31年4月30日"),
    *("2026-3-1", "2026-03", "2026", "2026-3-1 or so", "about 2026-03-31", "0026-3-1"),
)


def test_written_dates_are_read_alike(page_of_modules: CaseText) -> None:
    """Each way to write a date, and what only resembles one; a letter in each language writes it in the same words."""
    case = page_of_modules
    body = """
    const field = guide.fields.find(({ id }) => id === given[0]);
    return given[1].map((text) => {
      const iso = modules.repairAnswer(guide, field, text);
      return [iso, ...given[2].map((code) => modules.letterDate(guide.letterWords[code], iso))];
    });
    """
    codes = case.guide.letter_languages
    field = next(field for field in case.guide.fields.values() if field.kind == "date")
    got = run_modules(case.page, case.site, (*MODULES, "letters/dates"), body, [field.id, WRITTEN_DATES, codes])
    for text, found in zip(WRITTEN_DATES, got, strict=True):
        iso = repair_answer(case.guide, field, text)
        words = [letter_date(case.guide.languages[code].dates, iso) for code in codes]
        assert found == [iso, *words], text


def whole(text: str) -> str:
    """Text as a browser can hold it: two halves of a character that stand together are that character.

    Of halves that stand apart only first ones stay, since two that meet when a repair takes out what stands
    between them become a character in the browser, and stay two in Python.
    """
    joined = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")
    return re.sub("[\udc00-\udfff]", "", joined) if re.search("[\ud800-\udbff]", joined) else joined


AWKWARD = (
    *("$&", "$1", "$$", "$`", "{full-name}", "{x}", "<b>", "</p>", "&amp;", "100%", "%0D%0A", "\\n", "'", '"'),
    *("\u200f", "\u202e", "\u2066", "\ufeff", "\u00ad", "\u3000", "\u00a0", "\u2028", "\u0085", "\r\n", "\n\n\n", "\t"),
    *("x \t\u3000\nx", "2026-03-31", "2026-03"),
    *("😀", "👩‍💻", "🇯🇵", "\ud800", "\udc00", "\x00", "\x1b", "\x7f", "é", "ｅ\u0301", "ｶﾞ", "Ａ", "㍿", "ﬁ", "İ"),
)
CHARACTERS = st.characters()
VALUES = st.lists(st.one_of(st.sampled_from(AWKWARD), st.text(CHARACTERS, max_size=8)), max_size=8).map(
    lambda parts: whole("".join(parts))
)


def _anything(guide: Guide) -> st.SearchStrategy[Answers]:
    controls = {name: VALUES for name, field in guide.fields.items() if field.kind != "choice"}
    choices = {
        name: st.sampled_from(guide.choices(field)) for name, field in guide.fields.items() if field.kind == "choice"
    }
    states = {field.state_control: st.sampled_from(field.states) for field in guide.fields.values() if field.states}
    switches = {
        "letter": st.sampled_from(list(guide.letters)),
        "letter-language": st.sampled_from(list(guide.letter_languages)),
    }
    return st.fixed_dictionaries(switches, optional={**controls, **choices, **states})


GENERATED = settings(
    max_examples=examples(300),
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture, HealthCheck.data_too_large],
)


@GENERATED
@given(data=st.data())
def test_generated_values_give_equal_bytes(page_of_modules: CaseText, data: st.DataObject) -> None:
    """Whatever stands in the fields, letters and errors are equal, and the values come out as they went in."""
    guide = page_of_modules.guide
    _compare_one(page_of_modules, data.draw(_anything(guide)))


LONG = ("x" * 10_000, "山" * 10_000, "😀" * 5_000, whole("".join(AWKWARD)))


def test_awkward_values_give_equal_bytes(page_of_modules: CaseText) -> None:
    """Marks of templates and of HTML, signs of direction, halves of characters, 10,000 characters: equal bytes."""
    guide = page_of_modules.guide
    states = {field.state_control: "another" for field in guide.fields.values() if field.states}
    for value in (*AWKWARD, *LONG):
        answers = {name: value for name, field in guide.fields.items() if field.kind != "choice"}
        for letter in guide.letters:
            _compare_one(page_of_modules, {"letter": letter, "situation": "name-differs"} | states | answers)


BOTH = (
    LETTER
    + """
const found = modules.judgeAnswers(guide, modules.effectiveAnswers(guide, given));
return [letterOf(given), found.map(({ control, error, other }) => [control, error, other ?? ''])];
"""
)


def _compare_one(case: CaseText, answers: Answers) -> None:
    letter, found = run_modules(case.page, case.site, MODULES, BOTH, answers)
    assert letter == letter_of(case.guide, answers)
    effective = effective_answers(case.guide, answers)
    assert found == [[each.control, each.error, each.other] for each in judge_answers(case.guide, effective)]


@settings(GENERATED, max_examples=examples(60))
@given(values=st.lists(VALUES, min_size=1, max_size=60))
@example(values=[*AWKWARD, *LONG])
def test_generated_values_are_repaired_alike_in_every_format(page_of_modules: CaseText, values: list[str]) -> None:
    """Browser and command line repair every value alike, in every format, and repairing again changes nothing."""
    guide = page_of_modules.guide
    body = """
    const { formats, characters } = guide;
    return Object.fromEntries(Object.entries(formats).map(([id, format]) =>
      [id, given.map((text) => modules.repaired(text, format, characters))]));
    """
    got = run_modules(page_of_modules.page, page_of_modules.site, ("letters/normalization",), body, values)
    for name, form in guide.formats.items():
        wanted = [repaired(value, form, guide.formats_file.look_alikes) for value in values]
        assert got[name] == wanted, name
        assert [repaired(value, form, guide.formats_file.look_alikes) for value in wanted] == wanted, name


@pytest.mark.parametrize("planes", PLANES.values(), ids=PLANES)
def test_every_code_point_is_repaired_alike_in_every_format(page_of_modules: CaseText, planes: Sequence[int]) -> None:
    """Each code point between letters, after a blank and after a kana: browser and command line agree."""
    guide = page_of_modules.guide
    body = """
    const { formats, characters } = guide;
    const [starts, length] = given;
    const texts = [];
    for (const start of starts) {
      let text = "";
      for (let number = start; number < start + length; number += 1) {
        if (number >= 0xd800 && number <= 0xdfff) continue;
        const character = String.fromCodePoint(number);
        text += `x${character}y ${character} カ${character}`;
      }
      texts.push(text);
    }
    return Object.fromEntries(Object.entries(formats).map(([id, format]) =>
      [id, texts.map((text) => modules.repaired(text, format, characters))]));
    """
    starts = [start for plane in planes for start in range(plane * 0x10000, (plane + 1) * 0x10000, CHUNK)]
    # In make test, too: signs, kana and widths, in the first four and the last of the basic plane; mathematics.
    always, every = (4, 11) if planes == PLANES["the basic plane"] else (0, 13)
    starts = [*starts[:always], *some_of(starts[always:], every)]
    got = run_modules(page_of_modules.page, page_of_modules.site, ("letters/normalization",), body, [starts, CHUNK])
    for place, start in enumerate(starts):
        known = [chr(number) for number in range(start, start + CHUNK) if not 0xD800 <= number <= 0xDFFF]
        typed = "".join(f"x{character}y {character} カ{character}" for character in known)
        for name, form in guide.formats.items():
            wanted = repaired(typed, form, guide.formats_file.look_alikes)
            assert got[name][place] == wanted, (name, f"{start:X}")


def test_comparison_fails_on_a_single_letter(page_of_modules: CaseText, monkeypatch: pytest.MonkeyPatch) -> None:
    """One letter of many that differs fails the comparison, which then names its answers."""
    sets = list(itertools.islice(lives(page_of_modules.guide, "request"), 100))
    real = letter_of
    spoiled = sets[50]

    def nearly(guide: Guide, answers: Answers) -> str:
        return real(guide, answers) + (" " if answers == spoiled else "")

    monkeypatch.setitem(compare.__globals__, "letter_of", nearly)
    with pytest.raises(AssertionError, match=re.escape(str(spoiled))):
        compare(page_of_modules, sets)
