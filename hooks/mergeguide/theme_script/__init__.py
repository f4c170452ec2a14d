"""The theme's script as readers get it: without the parts that serve nothing on any page of the guide."""

from __future__ import annotations

from mergeguide.theme_script.kept import reduced_once
from mergeguide.theme_script.unneeded import needs_all

__all__ = [
    "needs_all",
    "reduced_once",
]
