"""``python -m mergeguide translations``: what its commands print and write."""

from __future__ import annotations

from mergeguide.translating.command import add_arguments, translations

__all__ = ["add_arguments", "translations"]
