"""What axe finds wrong within the generator, or another part of a page."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import axe_playwright_python
from playwright.sync_api import Page

SCRIPT = Path(axe_playwright_python.__file__).with_name("axe.min.js")
RUN = """
async ([only, within]) => {
  // No rule that is on reads style sheets as text; fetching them anew takes a tenth of the time.
  const options = { resultTypes: ['violations'], preload: { assets: ['media'] } };
  if (only.length) options.runOnly = { type: 'rule', values: only };
  const { violations } = await axe.run(within, options);
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`));
}
"""


def findings(page: Page, only: Sequence[str] = (), within: str = "case-generator") -> list[str]:
    """Each finding as ``rule: the element's HTML``; ``only`` some rules, or all; ``within`` a selector."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(SCRIPT.read_text(encoding="utf-8"))
    return list(page.evaluate(RUN, [list(only), within]))
