"""A built site in which some modules of the letters are others: as files, and in the pages' script."""

from __future__ import annotations

import shutil
from base64 import b64encode
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

from mergeguide.generator.script_bundle import ENTRY, MODULES, joined_script, page_script

LETTERS = MODULES / "letters"
OF_SITE = Path("assets/javascripts/letters")
"""Where the modules are in a site, for the tests that import one by itself."""


class MutatedSite:
    """The site, and a copy of all modules from which its script is joined anew."""

    def __init__(self, root: Path, site: Path, copy: Path) -> None:
        """Take a site that was built from a project; the copy's folder is made anew."""
        self._site, self._copy = site, copy
        self._sources = {path.name: path.read_text(encoding="utf-8") for path in (root / LETTERS).glob("*.js")}
        shutil.rmtree(copy, ignore_errors=True)
        shutil.copytree(root / MODULES, copy / MODULES)
        self._script = page_script(root, ENTRY)
        pages = {path: path.read_text(encoding="utf-8") for path in site.rglob("*.html")}
        self._pages = {path: html for path, html in pages.items() if self._script in html}
        if not self._pages:
            raise ValueError("no page of the site has the script of the letters")
        self._changed: set[str] = set()

    def put(self, modules: Mapping[str, str]) -> None:
        """Put other texts in the place of some modules; what was put before goes."""
        for name, text in {**{name: self._sources[name] for name in self._changed}, **modules}.items():
            for folder in (self._copy / LETTERS, self._site / OF_SITE):
                (folder / name).write_text(text, encoding="utf-8")
        self._changed = set(modules)
        # Its names are not shortened: that takes longer, and a mutant may be no JavaScript as our modules are written.
        script = joined_script(self._copy) if modules else self._script
        for path, html in self._pages.items():
            changed = html.replace(self._script, script).replace(_source(self._script), _source(script))
            path.write_text(changed, encoding="utf-8")


def _source(script: str) -> str:
    """How a page's policy lets a script run."""
    return f"sha256-{b64encode(sha256(script.encode()).digest()).decode()}"
