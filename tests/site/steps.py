"""What builds and previews print while nothing is wrong, and what they print beside it."""

from __future__ import annotations

import re

PROGRESS = (
    r"INFO    -  (?:"
    r"mkdocs_static_i18n: Building '[\w-]+' documentation to directory: .+"
    r"|mkdocs_static_i18n: Translated \d+ navigation elements? to '[\w-]+'"
    r"|Cleaning site directory"
    r"|Building documentation(?:\.\.\.| to directory: .+)"
    r"|Documentation built in [\d.]+ seconds"
    r"|(?:\[[\d:]+\] )?(?:Watching paths for changes: .+|Serving on .+|Detected file changes|Reloading browsers)"
    # The one thing that grows by itself: the day of tests is fixed, so it says the same every day.
    r"|guide: docs/_data/freshness\.yml:\d+: .+\n    .+"
    # What translators are told when the source was edited alone: a stale section stops nobody.
    r"|guide: docs/[\w./-]+:\d+: .+ \[stale-translation\]\n    .+\n    .+"
    r")\n"
)


def unexpected(log: str) -> str:
    """What a log has beside the steps of the build."""
    return re.sub(f"^{PROGRESS}", "", log + "\n", flags=re.MULTILINE).strip()
