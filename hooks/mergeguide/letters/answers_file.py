"""``ANSWERS.json``: one flat object, control name → value, as the form's controls are named."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path

from mergeguide.data import Guide
from mergeguide.i18n import fill
from mergeguide.letters.answers import STATEMENT, control_names
from mergeguide.problems import Problem, nearest

_FLAT = 'Write one flat object, {"control name": "value", …}.'

_LAST_COMMA = re.compile(r",[ \t\n\r]*(?P<bracket>[}\]])")


@dataclass(frozen=True)
class AnswersFile:
    """A file that holds one object.

    Attributes:
        path: as problems show it.
        text: the whole file.
        answers: those that are known by name and are texts; they are not judged here.
        refused: the names of the others.
        problems: what is wrong with the others.
    """

    path: str
    text: str
    answers: Mapping[str, str]
    refused: frozenset[str]
    problems: tuple[Problem, ...]


def read_answers(guide: Guide, path: Path, language: str) -> AnswersFile | Problem:
    """Read a file of answers.

    Args:
        language: the language of the problems.

    Returns:
        What it holds, or the one problem that kept it from being read.
    """
    shown = path.as_posix()
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        return Problem(
            shown, 1, f"The file cannot be read: {error.strerror}.", "Give the path of a JSON file.", "unreadable"
        )
    except UnicodeDecodeError as error:
        line = path.read_bytes()[: error.start].count(b"\n") + 1
        return Problem(shown, line, "The file is not in UTF-8.", "Save it again in the encoding UTF-8.", "encoding")
    repeated: list[str] = []

    def flat(pairs: list[tuple[str, object]]) -> dict[str, object]:
        found: dict[str, object] = {}
        for name, value in pairs:
            if name in found:
                repeated.append(name)
            found[name] = value
        return found

    try:
        content = json.loads(text, object_pairs_hook=flat)
    except json.JSONDecodeError as error:
        line, words = _fault(text, error)
        return Problem(shown, line, f"This is not valid JSON: {words}.", "Check commas, quotes and brackets.", "json")
    except (RecursionError, ValueError):
        # ValueError: a number of more digits than Python converts.
        return Problem(
            shown, 1, "This is not valid JSON: it is nested too deeply, or a number is too long.", _FLAT, "json"
        )
    if not isinstance(content, dict):
        return Problem(shown, 1, "The file holds no object.", _FLAT, "json")
    problems = [
        Problem(
            shown,
            line_of(text, name, last=True),
            f'"{name}" stands twice.',
            "Delete one of the two.",
            "duplicate-key",
        )
        for name in repeated
    ]
    answers: dict[str, str] = {}
    refused: set[str] = set()
    for name, value in content.items():
        found = _entry_problem(guide, name, value, guide.languages[language].errors)
        if found:
            refused.add(name)
            problems.append(Problem(shown, line_of(text, name), *found))
        elif isinstance(value, list):
            answers |= {guide.statements[each].tick: "yes" for each in value}
        else:
            answers[name] = str(value)
    return AnswersFile(shown, text, answers, frozenset(refused), tuple(sorted(problems)))


def _fault(text: str, error: json.JSONDecodeError) -> tuple[int, str]:
    """Line and words of what is wrong with the JSON.

    Python's own, but for a comma before a closing bracket: it tells that since 3.13 at the comma, in words of its own,
    and before at the bracket, as a thing that it misses.
    """
    if error.msg.startswith(("Expecting property name", "Expecting value", "Illegal trailing comma")):
        for comma in _LAST_COMMA.finditer(text):
            if comma.start() <= error.pos < comma.end():
                return text.count("\n", 0, comma.end()) + 1, f"a comma stands before the closing {comma['bracket']}"
    return error.lineno, error.msg


def _entry_problem(guide: Guide, name: str, value: object, errors: Mapping[str, str]) -> tuple[str, str] | None:
    """Message and remedy for one entry; None where it can be judged as an answer."""
    known = control_names(guide)
    if name not in known:
        return fill(errors["unknown-field"], {"field": name}), nearest(name, known).strip()
    if name == STATEMENT:
        return _statement_problem(guide, value, errors)
    if not isinstance(value, str):
        return fill(errors["not-a-text"], {"label": name}), 'Write "…" around it.'
    switches: dict[str, Collection[str]] = {
        "letter": guide.letters,
        "letter-language": guide.letter_languages,
        "edition": guide.editions,
    }
    allowed = switches.get(name, ())
    if value and allowed and value not in allowed:
        message = fill(errors["unknown-choice"], {"label": name, "choices": ", ".join(allowed)})
        return message, nearest(value, allowed).strip()
    return None


def _statement_problem(guide: Guide, value: object, errors: Mapping[str, str]) -> tuple[str, str] | None:
    known = [statement.id for statement in guide.statements.values() if statement.letters]
    if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
        return fill(errors["not-a-list"], {"label": STATEMENT}), f'Write a list of ids: ["{known[0]}"].'
    for each in value:
        if each not in known:
            message = fill(errors["unknown-choice"], {"label": STATEMENT, "choices": ", ".join(known)})
            return message, nearest(each, known).strip()
    return None


def line_of(text: str, name: str, *, last: bool = False) -> int:
    """The line of a key in the file's text; 1 where it does not stand."""
    key = re.escape(json.dumps(name, ensure_ascii=False))
    found = [match.start() for match in re.finditer(rf"{key}\s*:", text)]
    return text[: found[-1 if last else 0]].count("\n") + 1 if found else 1
