"""The whole guide of a language on one page, for paper: its pages become chapters, in the order of the navigation."""

from __future__ import annotations

from mergeguide.printing.whole_guide import WholeGuide

__all__ = ["WholeGuide"]
