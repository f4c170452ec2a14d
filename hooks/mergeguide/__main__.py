"""``python -m mergeguide``: letters, checks, translations and schemas without a site engine.

Exit status: 0 it holds, 1 there are problems (all of them are printed), 2 it could not run.
"""

from __future__ import annotations

import argparse
import gc
import io
import sys
from collections.abc import Sequence
from pathlib import Path

from mergeguide.data import DATA
from mergeguide.problems import Problem, in_order, listing, nearest
from mergeguide.reports import FORMATS, table_of_lengths
from mergeguide.rules import RULES, level_of
from mergeguide.translating import add_arguments, translations

# What only some of the commands need is imported by those: the others begin sooner without it.

HOLDS, PROBLEMS, COULD_NOT_RUN = 0, 1, 2

LETTER_COMMAND_LANGUAGE = "en"
"""The language in which ``letter`` reports; the letter itself is in the language that was asked for."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; see ``--help``."""
    options = _parser().parse_args(arguments)
    root = _root(options.root)
    if root is None:
        print(f"There is no {DATA.as_posix()} here or above; run it in the project.", file=sys.stderr)
        return COULD_NOT_RUN
    commands = {
        "check": _check,
        "letter": _letter,
        "schema": _schema,
        "evidence": _evidence,
        "rules": _rules,
        "lengths": _lengths,
        "translations": translations,
    }
    return commands[options.command](root, options)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m mergeguide", description="Letters and checks of the guide.")
    parser.add_argument("--root", type=Path, help="the project's folder (default: found from here upwards)")
    commands = parser.add_subparsers(dest="command", required=True)
    check = commands.add_parser("check", help="every gate, without a site engine")
    check.add_argument("site", nargs="?", type=Path, metavar="SITE_DIR", help="a built site to check as well")
    check.add_argument("--format", choices=FORMATS, default="text", help="how the problems are printed")
    check.add_argument("--json", dest="format", action="store_const", const="json", help="the same as --format json")
    letter = commands.add_parser("letter", help="the letter for some answers")
    letter.add_argument("answers", type=Path, metavar="ANSWERS.json")
    letter.add_argument("--letter", help="request (default), confirm, correct or remind")
    letter.add_argument("--language", help="the letter's language: en (default) or ja")
    evidence = commands.add_parser("evidence", help="what to look at next, oldest first, with its address")
    evidence.add_argument("--sign", nargs="+", metavar="CLAIM", help="claims that you checked, to be signed")
    lengths = commands.add_parser("lengths", help="how much text pages and ways show, and whether it is too much")
    lengths.add_argument("site", nargs="?", type=Path, metavar="SITE_DIR", help="a built site to count instead")
    add_arguments(commands.add_parser("translations", help="what is to be translated, and that it was done"))
    commands.add_parser("rules", help="every rule that a check can find broken")
    schema = commands.add_parser("schema", help="compare the JSON Schemas of the data with the models")
    schema.add_argument("--write", action="store_true", help="write them instead")
    return parser


def _root(given: Path | None) -> Path | None:
    if given is not None:
        return given if (given / DATA).is_dir() else None
    here = Path.cwd()
    return next((folder for folder in (here, *here.parents) if (folder / DATA).is_dir()), None)


def _check(root: Path, options: argparse.Namespace) -> int:
    from mergeguide.checks import check_site, check_sources, translation_notes
    from mergeguide.data import schema_problems
    from mergeguide.generator import declaration_problems

    site: Path | None = options.site
    if _is_missing(site):
        return COULD_NOT_RUN
    problems = [
        *check_sources(root, follow_links=True, cached=True),
        *schema_problems(root, cached=True),
        *declaration_problems(root),
    ]
    if site is not None:
        problems += check_site(root, site)
    found = in_order(problems)
    if report := FORMATS[options.format](found, translation_notes(root)):
        print(report)
    return PROBLEMS if found else HOLDS


def _is_missing(site: Path | None) -> bool:
    if site is None or site.is_dir():
        return False
    print(f"There is no folder {site}; build the site first (make build).", file=sys.stderr)
    return True


def _letter(root: Path, options: argparse.Namespace) -> int:
    from mergeguide.day import day_begun_anywhere
    from mergeguide.letters import (
        compose,
        effective_answers,
        in_words,
        judge_answers,
        letter_text,
        line_of,
        read_answers,
    )
    from mergeguide.loading import load

    guide = load(root)
    if isinstance(guide, tuple):
        return _refuse(guide)
    path: Path = options.answers
    for what, given, known in (
        ("letter", options.letter, list(guide.letters)),
        ("letter language", options.language, list(guide.letter_languages)),
    ):
        if given is not None and given not in known:
            print(f'There is no {what} "{given}". {nearest(given, known)}Known: {", ".join(known)}.', file=sys.stderr)
            return COULD_NOT_RUN
    file = read_answers(guide, path, LETTER_COMMAND_LANGUAGE)
    if isinstance(file, Problem):
        return _refuse([file])
    chosen = {"letter": options.letter, "letter-language": options.language}
    effective = effective_answers(guide, {**file.answers, **{name: value for name, value in chosen.items() if value}})
    # Which letter it is to be decides what is missing from it.
    undecided = "letter" in file.refused and not options.letter
    findings = [
        Problem(
            file.path,
            line_of(file.text, finding.control),
            in_words(guide, finding, LETTER_COMMAND_LANGUAGE),
            f'The control is "{finding.control}".',
        )
        for finding in judge_answers(guide, effective, day_begun_anywhere().isoformat())
        if finding.control not in file.refused and not undecided
    ]
    if findings or file.problems:
        return _refuse([*file.problems, *findings])
    # Bytes, because a console's own encoding or line ends must not change the letter.
    sys.stdout.buffer.write((letter_text(compose(guide, effective, effective["letter-language"])) + "\n").encode())
    return HOLDS


def _evidence(root: Path, options: argparse.Namespace) -> int:
    from mergeguide.day import today
    from mergeguide.evidence import freshness_notes, freshness_problems, review_queue, sign
    from mergeguide.loading import load

    guide = load(root)
    if isinstance(guide, tuple):
        return _refuse(guide)
    if options.sign:
        for name in options.sign:
            if name not in guide.claims:
                print(f'There is no claim "{name}". {nearest(name, guide.claims)}', file=sys.stderr)
                return COULD_NOT_RUN
        problems = sign(root, guide, options.sign, today())
        return _refuse(problems) if problems else HOLDS
    for note in [*freshness_problems(guide, today()), *freshness_notes(guide, today())]:
        print(note)
    print(*review_queue(guide), sep="\n")
    return HOLDS


def _lengths(root: Path, options: argparse.Namespace) -> int:
    from mergeguide.checks import measured

    if _is_missing(options.site):
        return COULD_NOT_RUN
    found = measured(root, options.site)
    if isinstance(found, tuple):
        return _refuse(found)
    print(table_of_lengths(found.pages, found.ways))
    return _refuse(found.problems) if found.problems else HOLDS


def _rules(_root: Path, _options: argparse.Namespace) -> int:
    for rule, summary in RULES.items():
        print(f"{rule:24}{level_of(rule):7}{summary}")
    return HOLDS


def _refuse(problems: Sequence[Problem]) -> int:
    print(listing(problems), file=sys.stderr)
    return PROBLEMS


def _schema(root: Path, options: argparse.Namespace) -> int:
    from mergeguide.data import schema_problems, write_schemas
    from mergeguide.generator import declaration_problems, write_declarations

    if options.write:
        write_schemas(root)
        write_declarations(root)
        return HOLDS
    problems = [*schema_problems(root), *declaration_problems(root)]
    print(listing(problems) if problems else "The schemas are those of the models.")
    return PROBLEMS if problems else HOLDS


if __name__ == "__main__":
    # A console that knows no Japanese shall still show where the problem is.
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")
    # The process ends before looking for garbage would pay.
    gc.disable()
    sys.exit(main())
