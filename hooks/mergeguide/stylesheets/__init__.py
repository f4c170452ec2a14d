"""The style sheets: the theme's in a layer of its own below ours, and for each page one sheet with what it uses."""

from __future__ import annotations

from mergeguide.stylesheets.sheets import FOLDER, Sheet, Stylesheets

__all__ = [
    "FOLDER",
    "Sheet",
    "Stylesheets",
]
