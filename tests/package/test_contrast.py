"""Contrast of both palettes, from the tokens: what their comment promises, every pair that stands on a page."""

from __future__ import annotations

import re
from itertools import product

import pytest

from projects import ROOT

TOKENS = (ROOT / "overrides/stylesheets/tokens.css").read_text(encoding="utf-8")
COLOUR = re.compile(r"(--mg-[\w-]+):\s*#([0-9a-f]{3,6});")
GROUNDS = ("paper", "sheet", "wash")
ROLES = ("source", "destination", "warning")
TEXT, LINE = 7.0, 3.0


def palette(begins: str) -> dict[str, str]:
    """The colours of one palette; what it does not say is as in the light one."""
    block = TOKENS[TOKENS.index(begins) :]
    return dict(COLOUR.findall(block[: block.index("\n}")]))


PALETTES = {
    "light": palette('[data-md-color-scheme="default"] {'),
    "dark": palette('[data-md-color-scheme="slate"] {'),
}


def luminance(colour: str) -> float:
    """How bright a colour is (WCAG 2)."""
    whole = colour if len(colour) == 6 else "".join(2 * digit for digit in colour)
    parts = [int(whole[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The ratio between two colours, 1 to 21."""
    bright, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


PAIRS = [
    *((ink, ground, TEXT) for ink, ground in product(("ink", "ink-soft"), GROUNDS)),
    *(("ink", f"{role}-wash", TEXT) for role in ROLES),
    *((f"{role}-ink", ground, TEXT) for role in ROLES for ground in (*GROUNDS, f"{role}-wash")),
    *(("line", ground, LINE) for ground in GROUNDS),
    *((f"{role}-line", ground, LINE) for role in ROLES for ground in (*GROUNDS, f"{role}-wash")),
]
"""What is written or drawn, on what, and how much they have to differ."""


@pytest.mark.parametrize("name", PALETTES)
def test_text_and_lines_stand_out_from_every_ground(name: str) -> None:
    """Text 7:1 or more, lines 3:1 or more."""
    colours = PALETTES[name]
    measured = {pair: contrast(*(colours[f"--mg-{part}"] for part in pair[:2])) for pair in PAIRS}
    assert {pair: ratio for pair, ratio in measured.items() if ratio < pair[2]} == {}


def test_both_palettes_name_the_same_colours() -> None:
    """None is left over from the other palette, where it would stand on another ground."""
    assert PALETTES["light"].keys() == PALETTES["dark"].keys()
    assert len(PALETTES["light"]) > 10


@pytest.mark.parametrize(
    ("one", "other", "ratio"), [("000", "fff", 21.0), ("777777", "ffffff", 4.48), ("fff", "fff", 1)]
)
def test_contrast_is_measured_as_the_standard_does(one: str, other: str, ratio: float) -> None:
    """Ratios that are known."""
    assert contrast(one, other) == pytest.approx(ratio, abs=0.005)
