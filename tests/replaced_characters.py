"""The table of characters that Python and the browser are held against: ``replaced_characters.yml``."""

from __future__ import annotations

from dataclasses import dataclass

from ruamel.yaml import YAML

from projects import ROOT


@dataclass(frozen=True)
class ReplacedCharacter:
    """A character, by Unicode's own names, and what is proposed in its place; None where nothing is."""

    character: str
    name: str
    block: str
    becomes: str | None


def replaced_characters() -> tuple[ReplacedCharacter, ...]:
    """The whole table."""
    entries = YAML(typ="safe").load(ROOT / "tests/replaced_characters.yml")
    return tuple(
        ReplacedCharacter(chr(int(entry["number"], 16)), entry["name"], entry["block"], entry["becomes"])
        for entry in entries
    )
