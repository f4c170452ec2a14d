"""``python -m mergeguide translations``: what its commands print and write."""

from __future__ import annotations

from mergeguide.translating.arguments import add_arguments
from mergeguide.translating.command import translations

__all__ = ["add_arguments", "translations"]
