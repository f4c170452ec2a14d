"""What makes a build fail: ``pages`` judges the pages and all that they say, ``site`` a built site.

Whether the data is right is judged where it is loaded: ``consistency``.
"""

from __future__ import annotations

from mergeguide.checks.lengths import measured
from mergeguide.checks.pages.gates import check_sources, collected_problems, translation_notes
from mergeguide.checks.pages.navigation import navigation_problems
from mergeguide.checks.pages.rendered import Reporter
from mergeguide.checks.pages.translations import translation_findings
from mergeguide.checks.pages.ways import Length
from mergeguide.checks.site import check_site

__all__ = [
    "Length",
    "Reporter",
    "check_site",
    "check_sources",
    "collected_problems",
    "measured",
    "navigation_problems",
    "translation_findings",
    "translation_notes",
]
