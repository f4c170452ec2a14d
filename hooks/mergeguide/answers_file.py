"""``ANSWERS.json``: one flat object, control name → value, as the form's controls are named."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from mergeguide.answering import control_names
from mergeguide.guide import Guide
from mergeguide.problems import Problem, nearest
from mergeguide.wording import fill


def read_answers(guide: Guide, path: Path, language: str) -> dict[str, str] | tuple[Problem, ...]:
    """The answers in a file.

    Args:
        language: the language of the problems.

    Returns:
        The answers, or every problem with the file itself; the answers are not judged here.
    """
    shown = path.as_posix()
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        return (
            Problem(
                shown,
                1,
                f"The file cannot be read: {error.strerror}.",
                "Give the path of a JSON file.",
                "unreadable",
            ),
        )
    except UnicodeDecodeError:
        return (Problem(shown, 1, "The file is not in UTF-8.", "Save it again in the encoding UTF-8.", "encoding"),)
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
        return (
            Problem(
                shown,
                error.lineno,
                f"This is not valid JSON: {error.msg}.",
                "Check commas, quotes and brackets.",
                "json",
            ),
        )
    except RecursionError:
        return (
            Problem(shown, 1, "This is not valid JSON: it is nested too deeply.", "Write one flat object.", "json"),
        )
    if not isinstance(content, dict):
        return (Problem(shown, 1, "The file holds no object.", 'Write {"control name": "value", …}.', "json"),)
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
    problems += _entry_problems(guide, shown, text, content, language)
    return tuple(sorted(problems)) if problems else {name: str(value) for name, value in content.items()}


def _entry_problems(guide: Guide, shown: str, text: str, content: Mapping[str, object], language: str) -> list[Problem]:
    errors = guide.languages[language].errors
    known = control_names(guide)
    problems = []
    for name, value in content.items():
        line = line_of(text, name)
        if name not in known:
            message = fill(errors["unknown-field"], {"field": name})
            problems.append(Problem(shown, line, message, f"{nearest(name, known)}".strip(), "unknown-field"))
        elif not isinstance(value, str):
            problems.append(Problem(shown, line, fill(errors["not-a-text"], {"label": name}), "", "not-a-text"))
    allowed = {
        "letter": tuple(guide.letters),
        "letter-language": guide.letter_languages,
        "edition": tuple(guide.editions),
    }
    for name, values in allowed.items():
        given = content.get(name)
        if isinstance(given, str) and given and given not in values:
            message = fill(errors["unknown-choice"], {"label": name, "choices": ", ".join(values)})
            problems.append(
                Problem(shown, line_of(text, name), message, nearest(given, values).strip(), "unknown-choice")
            )
    return problems


def line_of(text: str, name: str, *, last: bool = False) -> int:
    """The line of a key in the file's text; 1 where it does not stand."""
    key = json.dumps(name, ensure_ascii=False)
    at = text.rfind(key) if last else text.find(key)
    return text[:at].count("\n") + 1 if at >= 0 else 1
