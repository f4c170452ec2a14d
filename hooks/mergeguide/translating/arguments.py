"""What ``python -m mergeguide translations`` can be asked, described without what answers it."""

from __future__ import annotations

import argparse
from pathlib import Path

from mergeguide.translations import SIZES, STATES


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe the command's own commands."""
    actions = parser.add_subparsers(dest="action", required=True)
    status = actions.add_parser("status", help="which sections have not followed the source")
    status.add_argument("--json", action="store_true", help="as data, every section")
    status.add_argument("--release", action="store_true", help="only what may not be old when the guide is released")
    diff = actions.add_parser("diff", help="what the source has changed, beside the translation")
    written = actions.add_parser("sync", help="write down that sections say what the source says now")
    written.add_argument("--all", action="store_true", help="every section of every translation")
    written.add_argument("--acknowledge", metavar="REASON", default="", help="why the change asks for none here")
    written.add_argument("--still-old", action="store_true", help="they were edited, and are as old as before")
    written.add_argument("--keep", action="store_true", help="keep the source's text too, for copies without history")
    for action in (status, diff, written):
        action.add_argument("places", nargs="*", metavar="PATH[#SECTION]", help="a page, a folder, a language file")
        action.add_argument("--language", help="only this translation")
    for action in (status, diff):
        action.add_argument("--state", choices=STATES, help="only what is in this state")
        action.add_argument("--size", choices=SIZES, help="only what is of this size or smaller")
        action.add_argument("--severity", choices=("high",), help="only what could harm a reader if it were old")
    _describe_beginnings(actions)
    _describe_parity(actions)
    _describe_summary(actions)
    owners = actions.add_parser("owners", help="who looks after which language, as GitHub's CODEOWNERS")
    owners.add_argument("--write", action="store_true", help="write it to .github/CODEOWNERS")


def _describe_beginnings(actions: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Describe the two commands."""
    added = actions.add_parser("add-language", help="the file of a new language, to begin with")
    added.add_argument("code", metavar="CODE", help="its code by BCP 47: ko, zh-TW")
    added.add_argument("--name", default="", help="what the language calls itself")
    begun = actions.add_parser("new", help="a page, or part of the language file, in the source's words, to begin with")
    begun.add_argument("names", nargs="+", metavar="PAGE", help="a page (index.md), or a part of the file (nav)")
    begun.add_argument("--language", help="the translation that it is for")


def _describe_parity(actions: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Describe the command."""
    parity = actions.add_parser("parity", help="what differs from the source beside the words")
    parity.add_argument("places", nargs="*", metavar="PATH", help="a page, a folder, a language file")
    parity.add_argument("--language", help="only this translation")
    parity.add_argument("--fix", action="store_true", help="mend ids, levels, order, targets, code, types of blocks")
    parity.add_argument("--waive", metavar="ALARM", help="say that a difference is meant, by the name that is printed")
    parity.add_argument("--reason", default="", help="why it is meant")
    parity.add_argument(
        "--until", metavar="DATE", default="", help="the last day on which that counts, within a year: YYYY-MM-DD"
    )


def _describe_summary(actions: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Describe the command."""
    summary = actions.add_parser("summary", help="what a change does to the translations, as Markdown")
    summary.add_argument("--since", metavar="COMMIT", default="HEAD", help="what it is held against")
    summary.add_argument(
        "--repository", metavar="ADDRESS", default="", help="where its files are edited in the browser"
    )
    summary.add_argument("--branch", default="main", help="on which branch")
    summary.add_argument("--folder", type=Path, help="write the files to commit there too, and a patch of them")
