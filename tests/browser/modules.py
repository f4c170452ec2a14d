"""The generator's modules, imported in the page one by one, as the browser itself loads them.

Values cross as JSON with every character escaped, since a lone surrogate cannot cross as it is.
"""

from __future__ import annotations

import json
from typing import Any

from playwright.sync_api import Page

RUN = """
async ([folder, names, text]) => {
  const modules = {};
  for (const name of names) Object.assign(modules, await import(`${folder}/${name}.js`));
  const guide = JSON.parse(document.querySelector('script[data-name="guide"]').textContent);
  const given = JSON.parse(text);
  const run = async () => { BODY };
  return JSON.stringify(await run());
}
"""
FOLDER = "assets/javascripts"


def run_modules(page: Page, site: str, names: tuple[str, ...], body: str, given: object) -> Any:
    """Run some JavaScript with what the named modules export.

    Args:
        site: the site's address, with a slash at its end.
        body: a function's body; it sees ``guide``, ``modules`` and ``given``.
    """
    return json.loads(page.evaluate(RUN.replace("BODY", body), [site + FOLDER, list(names), json.dumps(given)]))
