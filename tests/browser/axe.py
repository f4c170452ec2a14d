"""What axe finds wrong within the generator."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import axe_playwright_python
from playwright.sync_api import Page

SCRIPT = Path(axe_playwright_python.__file__).with_name("axe.min.js")
RUN = """
async ([only]) => {
  const options = { resultTypes: ['violations'] };
  if (only.length) options.runOnly = { type: 'rule', values: only };
  const { violations } = await axe.run('case-generator', options);
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`));
}
"""


def findings(page: Page, only: Sequence[str] = ()) -> list[str]:
    """Each finding as ``rule: the element's HTML``, in the generator alone; ``only`` some rules, or all."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(SCRIPT.read_text(encoding="utf-8"))
    return list(page.evaluate(RUN, [list(only)]))
