"""A badge: how much of a translation follows its source, as a small picture for a README."""

from __future__ import annotations

import unicodedata
from html import escape

_HEIGHT, _PADDING, _NARROW = 20, 6, 7
"""Pixels; a wide character takes two narrow ones."""

_COLOURS = ((100, "#2e6b34"), (90, "#7a5a00"), (0, "#8c1717"))
"""White text on each has a contrast of 6:1 or more."""


def badge(name: str, done: int, total: int) -> str:
    """The badge's SVG.

    Args:
        name: the language's own name for itself.
        done: how many sections follow their source, of how many in total.
    """
    # Never rounded up: 100 % says that nothing is left.
    percent = 100 * done // total if total else 0
    colour = next(colour for least, colour in _COLOURS if percent >= least)
    told = f"{percent} %"
    left, right = _width(name), _width(told)
    title = escape(f"{name}: {told}")
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{left + right}" height="{_HEIGHT}" role="img" '
        f'aria-label="{title}">\n'
        f"<title>{title}</title>\n"
        f'<path fill="#424a57" d="M0 0h{left}v{_HEIGHT}H0z"/>\n'
        f'<path fill="{colour}" d="M{left} 0h{right}v{_HEIGHT}H{left}z"/>\n'
        '<g fill="#fff" font-family="Verdana,DejaVu Sans,sans-serif" font-size="11" text-anchor="middle">\n'
        f'<text x="{left / 2:g}" y="14">{escape(name)}</text>\n'
        f'<text x="{left + right / 2:g}" y="14">{told}</text>\n'
        "</g>\n</svg>\n"
    )


def _width(text: str) -> int:
    wide = sum(unicodedata.east_asian_width(character) in "WF" for character in text)
    return (len(text) + wide) * _NARROW + 2 * _PADDING
