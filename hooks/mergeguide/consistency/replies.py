"""What is looked for in a mail from AWS can be looked for, and the sentences that answer it can be filled in."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mergeguide.consistency.told import Place, problem_at, unknown
from mergeguide.data import Guide
from mergeguide.problems import Problem
from mergeguide.schema import About, Answering

_WORD = re.compile(r"\{([a-z]+)\}")
_SIGN = re.compile(r"\\.|\[(?:\\.|[^\]\\])*\]")
"""One sign of a text, in which nothing means a bracket, a bar or an account: behind a backslash, or of a class."""


def reply_problems(guide: Guide) -> Iterator[Problem]:
    """Patterns that cannot be looked for, and sentences that cannot answer a mail."""
    yield from _patterns(guide)
    yield from _sentences(guide)


def _patterns(guide: Guide) -> Iterator[Problem]:
    """Patterns with a word that is not known, or with more or fewer accounts than they give a meaning."""
    replies = guide.replies
    one = [(("one", index), pattern, 1) for index, pattern in enumerate(replies.one)]
    about = [*_about("both", replies.both), *_about("alone", replies.alone)]
    for place, pattern, accounts in [*about, *one]:
        known = (*replies.words, *(name for words in replies.accounts.values() for name in type(words).model_fields))
        for name in _WORD.findall(pattern):
            if name not in known:
                yield unknown(guide, "replies", place, "slot", name, tuple(dict.fromkeys(known)))
        for alternative in _alternatives(pattern):
            found = alternative.count("@")
            if found != accounts:
                yield problem_at(
                    guide,
                    "replies",
                    place,
                    f"A pattern has {found} accounts (@), but says what {accounts} of them are.",
                    "Write one @ for each account that it says something of.",
                    "direction-shape",
                )


def _sentences(guide: Guide) -> Iterator[Problem]:
    """Sentences that answer a mail: their blanks are those that are filled in, and a correction can be ticked."""
    replies, corrections = guide.replies, guide.replies.corrections
    answers: list[tuple[Place, Answering, int]] = [
        (("question",), replies.question, 1),
        (("corrections", "address"), corrections.address, 2),
        (("corrections", "candidate-id"), corrections.candidate_id, 2),
        (("corrections", "foreign"), corrections.foreign, 1),
        (("corrections", "reversed"), corrections.reversed, 0),
    ]
    for place, answering, filled in answers:
        statement = guide.statements.get(answering.statement)
        if statement is None:
            continue
        blanks = [blank.id for blank in statement.blanks]
        if len(answering.blanks) != filled or sorted(answering.blanks) != sorted(blanks):
            yield problem_at(
                guide,
                "replies",
                place,
                f'The sentence "{statement.id}" has the blanks {", ".join(blanks) or "none"}; filled in are '
                f"{', '.join(answering.blanks) or 'none'}, of {filled} that are known.",
                f"Name a sentence with {filled} blanks, and each of them.",
                "reply-sentence",
            )
        if place[0] == "corrections" and not statement.letters:
            yield problem_at(
                guide,
                "replies",
                place,
                f'The sentence "{statement.id}" corrects a mail, but can be ticked for no letter.',
                "Name the letters that it can be ticked for in docs/_data/statements.yml, or another sentence.",
                "reply-sentence",
            )


def _about(key: str, entries: tuple[About, ...]) -> Iterator[tuple[Place, str, int]]:
    for index, entry in enumerate(entries):
        yield (key, index, "matches"), entry.matches, len(entry.means)


def _alternatives(pattern: str) -> Iterator[str]:
    """What stands between the bars outside of brackets, without classes and what is behind a backslash."""
    read = _SIGN.sub("", pattern)
    depth, start = 0, 0
    for at, sign in enumerate(read):
        depth += (sign == "(") - (sign == ")")
        if sign == "|" and depth == 0:
            yield read[start:at]
            start = at + 1
    yield read[start:]
