"""A translation beside its original, by the ids of headings: what has to be the same whatever the language.

Headings and blocks of data page by page, all else section by section; whoever means a difference waives its alarm.
"""

from __future__ import annotations

from mergeguide.parity.alarms import Alarm
from mergeguide.parity.headings import heading_alarms, parity_problems
from mergeguide.parity.mending_headings import in_order_of, with_ids, with_levels
from mergeguide.parity.mending_sections import with_elements
from mergeguide.parity.sections import section_alarms, section_problems

__all__ = [
    "Alarm",
    "heading_alarms",
    "in_order_of",
    "parity_problems",
    "section_alarms",
    "section_problems",
    "with_elements",
    "with_ids",
    "with_levels",
]
